import { commandJson } from '../../report/command/json.ts';
import type { CommandReport } from '../../report/command/report.ts';
import { createAnswerRoom } from './answer-length.ts';

/** The report as it is answered: of a long diff, log or list only the beginning, and how much was left out. */
export function commandAnswer(report: CommandReport): { readonly [key: string]: unknown } {
  const { diff, status, audit, refusals, notes, observed, ...rest } = report;
  const room = createAnswerRoom(commandJson({ ...rest, observed: [] }));
  const shown: CommandReport = {
    ...rest,
    observed: room.fit('observed', observed),
    ...(refusals === undefined ? {} : { refusals: room.fit('refusals', refusals) }),
    ...(notes === undefined ? {} : { notes: room.fit('notes', notes) }),
    ...(status === undefined ? {} : { status: { ...status, patches: room.fit('patches', status.patches) } }),
    ...(audit === undefined ? {} : { audit: { ...audit, entries: room.fit('entries', audit.entries) } }),
    ...(diff === undefined ? {} : { diff: room.fit('diffLines', diff.split('\n')).join('\n') }),
  };
  return { ...commandJson(shown), ...room.leftOut() };
}
