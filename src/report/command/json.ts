import { ageInSeconds } from './age.ts';
import type { CommandReport } from './report.ts';

/**
 * The report for programs. `confirmed` is true only where the effect was observed, `seconds` is how long that took
 * from the request on, and null where it was not.
 */
export function commandJson(report: CommandReport): { readonly [key: string]: unknown } {
  const { verb, surface, by, role, done, sentence, patch, observed, requestedAt, confirmedAt } = report;
  const confirmed = confirmedAt !== undefined && (done === 'done' || done === 'unchanged');
  return {
    verb,
    surface,
    by,
    ...(role === undefined ? {} : { role }),
    ...(patch === undefined ? {} : { patch }),
    done,
    confirmed,
    seconds: confirmed ? ageInSeconds(requestedAt, confirmedAt) : null,
    sentence,
    requestedAt,
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    observed,
    ...(report.status === undefined ? {} : { status: report.status }),
    ...(report.audit === undefined ? {} : { audit: report.audit }),
    ...(report.diff === undefined ? {} : { diff: report.diff }),
    ...(report.refusals === undefined ? {} : { refusals: report.refusals }),
    ...(report.notes === undefined ? {} : { notes: report.notes }),
  };
}
