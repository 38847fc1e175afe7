import type { Role } from '../../control/roles.ts';
import type { Surface, Verb } from '../../control/verbs.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { AuditListing } from './audit.ts';
import type { StatusReport } from './status.ts';

/**
 * What came of one command, as it was observed afterwards. Reasons, ids and titles in it are untrusted; each text
 * quotes them for its own medium.
 *
 * - `done`: it was asked for, and the effect was seen.
 * - `unconfirmed`: it was asked for, and the effect was not seen yet; the sentence says what is waited for.
 * - `unchanged`: everything is as asked for already.
 * - `refused`: it must not be, and nothing was changed but what stands in `observed`.
 * - `failed`: it was tried and something broke; what was changed until then stands in `observed`.
 */
export type CommandReport = {
  /** null: the text could not be read as a command. */
  readonly verb: Verb | null;
  readonly done: 'done' | 'refused' | 'unchanged' | 'failed' | 'unconfirmed';
  /** What happened and what to do next. */
  readonly sentence: string;
  readonly surface: Surface;
  /** GitHub login, and the role where GitHub was asked for it. */
  readonly by: string;
  readonly role?: Role;
  /** Id of the patch that it is about. */
  readonly patch?: string;
  /** What was looked at afterwards, one line each. */
  readonly observed: readonly Observation[];
  /** When it was asked for, and when its effect was seen; ISO 8601. */
  readonly requestedAt: string;
  readonly confirmedAt?: string;
  /** What `status` found. */
  readonly status?: StatusReport;
  /** What `audit` found. */
  readonly audit?: AuditListing;
  /** A unified diff, for `preview`. */
  readonly diff?: string;
  /** Why a patch that was written below the command does not fit, with what would. */
  readonly refusals?: readonly Refusal[];
  /** What was put right in it, or is not done of it, one sentence each. */
  readonly notes?: readonly string[];
};

/** One thing and the state in which it was seen, such as a run and `completed: cancelled`. */
export type Observation = {
  readonly kind:
    | 'control'
    | 'run'
    | 'branch'
    | 'pull_request'
    | 'record'
    | 'commit'
    | 'label'
    | 'message'
    | 'delivery';
  readonly name: string;
  readonly state: string;
  readonly url?: string;
  /** ISO 8601. */
  readonly at?: string;
};

/** Commands that ended as asked, or had nothing to do. */
export function commandSucceeded({ done }: Pick<CommandReport, 'done'>): boolean {
  return done === 'done' || done === 'unchanged';
}
