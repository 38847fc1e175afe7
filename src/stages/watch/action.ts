import type { Outcome, PullRequestRef } from '../../record/outcome.ts';
import type { CiReport } from '../../record/record.ts';
import type { RunState } from '../control/ports.ts';
import type { Oid } from '../ports.ts';
import type { Unsaid } from './facts.ts';

/** One thing that is to be put right. It is done only where the record still stands at the commit `at`. */
export type Action =
  | (Of & {
      readonly kind: 'settle';
      readonly outcome: Outcome;
      /** Takes the untested branch away. */
      readonly withdraw: boolean;
      /** Sends the patch once more afterwards. */
      readonly resend: boolean;
    })
  /** The run of a patch failed before its claim: the jobs of it that failed are run once more. */
  | (Of & { readonly kind: 'resume'; readonly run: RunState })
  /** A claim on a pull request whose process died: its work is done for it. */
  | (Of & { readonly kind: 'finish' })
  /** The pull request appeared after its record had given it up: it is claimed again, and finished. */
  | (Of & { readonly kind: 'adopt' })
  /** Its pull request looks ready, though nobody has a verdict on what it shows. */
  | (Of & { readonly kind: 'demote' })
  /** Somebody opened again what was closed. `beside`: ids of the patches that would take its place. */
  | (Of & { readonly kind: 'reopen'; readonly beside: readonly string[] })
  /** What took it back was taken back itself. */
  | (Of & { readonly kind: 'merged_again' })
  | (Of & {
      readonly kind: 'supersede';
      readonly by: { readonly id: string; readonly pullRequest: PullRequestRef };
      readonly pullRequest: PullRequestRef;
    })
  /** A commit came after the approval, or somebody took the draft flag off without one. */
  | (Of & { readonly kind: 'redraft' })
  | (Of & { readonly kind: 'checks'; readonly ci: CiReport })
  | (Of & { readonly kind: 'say' } & Unsaid)
  | (Of & { readonly kind: 'close_canary'; readonly pullRequest: PullRequestRef })
  | (Of & { readonly kind: 'remove_branch'; readonly branch: Oid })
  | { readonly kind: 'remove_inbox'; readonly ref: string; readonly oid: Oid }
  /** Held patches that nothing stops any more; `ids` are the ones that were seen. */
  | { readonly kind: 'drain'; readonly ids: readonly string[] }
  /** A delivery whose run died before it left a word is run once more. */
  | { readonly kind: 'rerun'; readonly id: string; readonly run: RunState }
  | { readonly kind: 'send_canary'; readonly id: string; readonly path: string };

type Of = { readonly id: string; readonly at: Oid };
