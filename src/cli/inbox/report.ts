import type { OutcomeKind, PullRequestRef, TestReport } from '../../record/outcome.ts';
import type { Told } from '../told.ts';

/** What became of a patch, as it was observed where it went. */
export type Report = Told & {
  readonly outcome: ReportedOutcome;
  /** In words; the remedy is what to do. */
  readonly headline: string;
  readonly detail: string;
  readonly remedy?: string;
  readonly pullRequest?: PullRequestRef;
  /** Where it was applied to a local clone. */
  readonly branch?: string;
  readonly head?: string;
  readonly refusals?: readonly ReportedRefusal[];
  readonly tests?: Pick<TestReport, 'verdict' | 'failingLines'>;
  /** Where to look, a ref or an address. */
  readonly look?: string;
};

/** As in patch/refusal.ts; a server of another version may say more. */
export type ReportedRefusal = {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
};

/** An outcome of the record, or what only a folder knows. */
export type ReportedOutcome =
  | OutcomeKind
  /** A branch with a commit stands in the local clone. */
  | 'applied'
  /** The server kept it, and GitHub did not take it. */
  | 'not_taken'
  /** Nobody can tell. It is never taken for a success. */
  | 'unknown';

/** Where the file of such a patch belongs. A patch without an effect, or with one that nobody saw, is not completed. */
export function isCompleted({ outcome, tests }: Pick<Report, 'outcome' | 'tests'>): boolean {
  const needed = COMPLETED_WHEN[outcome];
  return needed === 'always' || (needed === 'tests passed' && tests?.verdict === 'passed');
}

type Condition = 'always' | 'tests passed' | 'never';

/** Outcomes of the record. */
const RECORDED: { readonly [outcome in OutcomeKind]: Condition } = {
  opened: 'tests passed',
  updated: 'tests passed',
  merged: 'always',
  duplicate: 'never',
  no_change: 'never',
  refused: 'never',
  conflict: 'never',
  tests_failed: 'never',
  timed_out: 'never',
  halted: 'never',
  held: 'never',
  canceled: 'never',
  crashed: 'never',
  closed: 'never',
  reverted: 'never',
  superseded: 'never',
};

const COMPLETED_WHEN: { readonly [outcome in ReportedOutcome]: Condition } = {
  ...RECORDED,
  applied: 'always',
  not_taken: 'never',
  unknown: 'never',
};

/** The outcome of a record that somebody else's program names; one that is not known here says nothing. */
export function outcomeNamed(name: string): OutcomeKind | 'unknown' {
  return isRecorded(name) ? name : 'unknown';
}

function isRecorded(name: string): name is OutcomeKind {
  return Object.hasOwn(RECORDED, name);
}

/** A patch that goes no further than this folder. */
export function refusedReport(refusals: readonly ReportedRefusal[]): Report {
  const [first] = refusals;
  const more = refusals.length - 1;
  return {
    outcome: 'refused',
    headline: more > 0 ? `Refused for ${refusals.length} reasons` : 'Refused',
    detail: `${first?.message ?? 'The reason is unknown.'}${more > 0 ? ` (And ${more} more.)` : ''}`,
    remedy: 'Correct the patch and drop it into the folder again.',
    refusals,
  };
}

/** Nobody knows how it ended, and it is not tried for ever. `look`: where to see for oneself. */
export function unknownReport(detail: string, look?: string): Report {
  return {
    outcome: 'unknown',
    headline: 'Unknown',
    detail,
    remedy: `${look === undefined ? '' : `Look at ${look}. `}Drop it into the folder again to have it looked for, and sent once more where there is no trace of it.`,
    ...(look === undefined ? {} : { look }),
  };
}
