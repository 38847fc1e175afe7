import { describeChecks } from './checks.ts';
import { succeeded } from './exit-code.ts';
import { describeView } from './sentence.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';
import type { PatchView } from './view.ts';

/** The commit status's name: what a branch rule that requires it must name. */
export const STATUS_CONTEXT = 'ghost-runner';

export type CommitStatus = {
  readonly context: string;
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl?: string;
};

/** The status of a patch's commit, pending while it is under way. */
export function formatStatus(view: PatchView): CommitStatus {
  const { headline, detail } = describeView(view);
  const { run, pullRequest, ci } = view.record;
  const checks = ci?.state === 'failure' ? ` Other checks: ${describeChecks(ci)}.` : '';
  const targetUrl = run.url || pullRequest?.url;
  return {
    context: STATUS_CONTEXT,
    state: stateOf(view),
    description: cutText(oneLine(`${headline}.${checks} ${detail}`), MAX_DESCRIPTION),
    ...(targetUrl === undefined ? {} : { targetUrl }),
  };
}

/** What is said of a commit that a later attempt took the place of while it may still have waited. */
export function asReplaced(status: CommitStatus): CommitStatus {
  return { ...status, state: 'error', description: 'A later attempt took its place.' };
}

/** GitHub refuses longer descriptions. */
const MAX_DESCRIPTION = 140;

/** `failure` is a verdict on the patch, `error` means that there is none. */
function stateOf({ record: { state, outcome } }: PatchView): CommitStatus['state'] {
  switch (outcome?.kind) {
    case undefined:
      return state === 'done' ? 'error' : 'pending';
    case 'opened':
    case 'updated':
      return succeeded(outcome) ? 'success' : 'failure';
    case 'duplicate':
      return outcome.state === 'finished' ? 'success' : 'pending';
    case 'held':
      return 'pending';
    case 'merged':
      // That a person wanted it all the same is no verdict on the commit.
      return outcome.tested === 'failed' ? 'failure' : outcome.tested === 'none' ? 'error' : 'success';
    case 'no_change':
    case 'refused':
    case 'conflict':
    case 'tests_failed':
    case 'timed_out':
    case 'closed':
    case 'reverted':
      return 'failure';
    case 'halted':
    case 'canceled':
    case 'superseded':
    case 'crashed':
      return 'error';
  }
}
