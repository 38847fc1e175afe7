import type { Outcome, TestReport } from '../record/outcome.ts';
import type { ChangeSummary, PatchRecord } from '../record/record.ts';

/**
 * Everything that the texts about one patch are made from. Titles, descriptions, notes, test output and names
 * in it are untrusted; each text quotes them for its own medium.
 */
export type PatchView = {
  readonly record: PatchRecord;
  /** The patch as it was read; absent where it could not be read. */
  readonly patch?: {
    readonly title: string;
    readonly description?: string;
    readonly source?: { readonly agent?: string; readonly url?: string };
  };
  /** Where absent, the changes of the record's plan. */
  readonly changes?: readonly ChangeSummary[];
  /** What was repaired or relocated on the way, one sentence each. */
  readonly notes: readonly string[];
  /** What the test job reported, while no outcome holds it yet. */
  readonly tests?: TestReport;
  /** `owner/name`. */
  readonly repository: string;
  /** Without a slash at the end, such as `https://github.com`. */
  readonly serverUrl: string;
  /** False where the pull request was made with `GITHUB_TOKEN`, whose events start no workflows. */
  readonly ciStartsByItself: boolean;
  /** Sentences about what was left undone, such as a base branch that moved on meanwhile. */
  readonly notDone?: readonly string[];
  /** The pull request should be a draft and this repository has none, so its title says it. */
  readonly draftUnavailable?: boolean;
  /** Somebody answers buttons under the Slack message. */
  readonly buttons?: boolean;
  /** Nothing was written; the texts say what would have been. */
  readonly dryRun?: boolean;
  /** What a stop would make of it, where a dry run was made while one is about it. */
  readonly stopped?: Extract<Outcome, { readonly kind: 'halted' | 'held' }>;
  /** The result as a unified diff, for a dry run. */
  readonly diff?: string;
};

export function titleOf(view: PatchView): string {
  return view.patch?.title ?? view.record.title;
}

export function changesOf(view: PatchView): readonly ChangeSummary[] {
  return view.changes ?? view.record.plan?.changes ?? [];
}

/** What is known of the tests; undefined: nothing was reported. */
export function testsOf(view: PatchView): TestReport | undefined {
  const { outcome } = view.record;
  return view.tests ?? (outcome !== undefined && 'tests' in outcome ? outcome.tests : undefined);
}

export function repositoryUrl(view: PatchView): string {
  return `${view.serverUrl}/${view.repository}`;
}

export function commitUrl(view: PatchView, sha: string): string {
  return `${repositoryUrl(view)}/commit/${sha}`;
}

/** As many digits as GitHub shows. */
const SHORT_SHA = 7;

export function shortSha(sha: string): string {
  return sha.slice(0, SHORT_SHA);
}
