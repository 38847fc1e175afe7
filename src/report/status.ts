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
  const { run, pullRequest } = view.record;
  const targetUrl = run.url || pullRequest?.url;
  return {
    context: STATUS_CONTEXT,
    state: stateOf(view),
    description: cutText(oneLine(`${headline}. ${detail}`), MAX_DESCRIPTION),
    ...(targetUrl === undefined ? {} : { targetUrl }),
  };
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
    case 'no_change':
    case 'refused':
    case 'conflict':
    case 'tests_failed':
    case 'timed_out':
      return 'failure';
    case 'halted':
    case 'canceled':
    case 'crashed':
      return 'error';
  }
}
