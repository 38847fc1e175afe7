import type { EmitterWebhookEvent } from '@octokit/webhooks';
import { BRANCHES } from '../record/record.ts';
import { STATUS_CONTEXT } from '../report/status.ts';
import type { Occasion } from '../stages/watch/context.ts';

/** Webhooks after which a patch may stand elsewhere than its record says. */
export type Happened = EmitterWebhookEvent<'workflow_run' | 'pull_request' | 'check_suite' | 'status'>;

/**
 * What a webhook gives the watch to look at; null: it is no business of ours, like most of what happens in a
 * repository. The same rules as in the watch's workflow, which hears of no status and no other App's checks.
 */
export function occasionOf({ name, payload }: Happened): Occasion | null {
  switch (name) {
    case 'workflow_run': {
      const { id, head_sha: sha, head_branch: branch, event } = payload.workflow_run;
      // Neither a push nor a pull request starts a run of Ghost Runner itself.
      const mayBeOurs = isPatchBranch(branch) || (event !== 'push' && event !== 'pull_request');
      return payload.action === 'completed' && mayBeOurs ? { event: name, run: id, sha } : null;
    }
    case 'pull_request': {
      const { head } = payload.pull_request;
      const inside = head.repo?.full_name === payload.repository.full_name;
      return MOVES.has(payload.action) && inside && isPatchBranch(head.ref)
        ? { event: name, sha: head.sha }
        : null;
    }
    case 'check_suite': {
      const { head_branch: branch, head_sha: sha } = payload.check_suite;
      return payload.action === 'completed' && isPatchBranch(branch) ? { event: name, sha } : null;
    }
    case 'status':
      return payload.context !== STATUS_CONTEXT &&
        payload.branches.some(({ name: branch }) => isPatchBranch(branch))
        ? { event: name, sha: payload.sha }
        : null;
  }
}

const MOVES: ReadonlySet<string> = new Set(['closed', 'reopened', 'synchronize']);

function isPatchBranch(branch: string | null): boolean {
  return branch?.startsWith(BRANCHES) ?? false;
}
