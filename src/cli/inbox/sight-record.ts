import { isFinished } from '../../record/life.ts';
import type { Outcome } from '../../record/outcome.ts';
import { type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import { describeOutcome, describeView } from '../../report/sentence.ts';
import type { CommitInfo } from '../../stages/ports.ts';
import { toldOf } from '../told.ts';
import type { Receipt, WholePatch } from './door.ts';
import type { Sighting } from './patch-step.ts';
import { type Report, unknownReport } from './report.ts';

/** What the newest commit of a record says of these bytes. One that stood there before they were sent may be an answer to others. */
export function sightRecord(
  { id, digest }: WholePatch,
  { commit, receipt }: { readonly commit: CommitInfo | undefined; readonly receipt: Receipt | null },
): Sighting {
  const parsed = commit === undefined ? null : parseRecord(commit.message);
  if (parsed === null) {
    return { kind: 'nothing' };
  }
  if (!parsed.ok) {
    const report = unknownReport(`Its record can not be read: ${parsed.problem}.`, recordRef(id));
    return { kind: 'ended', final: true, report };
  }
  const { record } = parsed;
  if (record.digest !== digest) {
    return { kind: 'other', look: recordRef(id) };
  }
  const { outcome } = record;
  if (outcome === undefined || outcome.kind === 'held' || outcome.kind === 'duplicate') {
    return sightUnderWay(record);
  }
  const answered = receipt !== null && commit?.oid !== receipt.before;
  return { kind: 'ended', final: answered || isFinished(outcome), report: reportOf(record, outcome) };
}

function sightUnderWay({ id, outcome, state }: PatchRecord): Sighting {
  const held = outcome?.kind === 'held';
  return {
    kind: 'under_way',
    held,
    words: held ? describeOutcome(outcome).headline : `its record says ${state}`,
    look: recordRef(id),
  };
}

function reportOf(record: PatchRecord, outcome: Outcome): Report {
  const { id, tests, pullRequest } = record;
  const { headline, detail, remedy } = describeView({ record });
  const link = 'pullRequest' in outcome ? outcome.pullRequest : pullRequest;
  const tested = 'tests' in outcome ? outcome.tests : tests;
  return {
    outcome: outcome.kind,
    headline,
    detail,
    ...(remedy === undefined ? {} : { remedy }),
    ...(link === undefined ? {} : { pullRequest: link }),
    ...(outcome.kind === 'refused' ? { refusals: outcome.refusals } : {}),
    ...(tested === undefined
      ? {}
      : { tests: { verdict: tested.verdict, failingLines: tested.failingLines } }),
    ...toldOf(record),
    look: recordRef(id),
  };
}
