import type { Refusal } from '../../patch/refusal.ts';
import type { AuditListing } from '../../report/command/audit.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { CommandReport, Observation } from '../../report/command/report.ts';
import type { CommandResult } from '../../report/command/result.ts';
import type { StatusReport } from '../../report/command/status.ts';

/** What one verb came to; `execute` makes the report of it. */
export type Answer =
  | {
      readonly kind: 'result';
      readonly result: CommandResult;
      /** Of a patch that was made and sent for it. */
      readonly digest?: string;
      /** It stands in the log since before it was done. */
      readonly entered?: true;
      readonly observed: readonly Observation[];
      readonly notes?: readonly string[];
      readonly refusals?: readonly Refusal[];
    }
  | {
      readonly kind: 'refused';
      readonly refusal: CommandRefusal;
      /** What was changed all the same, before there was a reason to refuse. */
      readonly observed?: readonly Observation[];
      /** What is in the way, line by line. */
      readonly diff?: string;
    }
  /** Broke on the way, when something was changed already. */
  | {
      readonly kind: 'broken';
      readonly reason: string;
      readonly observed: readonly Observation[];
    }
  /** Only looked, and changed nothing. */
  | {
      readonly kind: 'seen';
      readonly sentence: string;
      readonly observed?: readonly Observation[];
      readonly done?: CommandReport['done'];
      readonly status?: StatusReport;
      readonly audit?: AuditListing;
      readonly diff?: string;
      readonly notes?: readonly string[];
      readonly refusals?: readonly Refusal[];
    };
