import type { OutcomeKind } from '../../record/outcome.ts';
import type { CallbackClaim, PatchNews } from './callbacks.ts';

/** The body of a callback, in the form of Standard Webhooks. It is short on purpose: `statusUrl` has the rest. */
export type CallbackMessage = {
  readonly type: CallbackType;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    /** `owner/name`, in lower case. */
    readonly repository: string;
    readonly digest: string;
    readonly title: string;
    readonly stage: string;
    readonly outcome?: OutcomeKind;
    readonly reason?: string;
    readonly detail?: string;
    readonly pullRequest?: { readonly number: number; readonly url: string };
    readonly statusUrl: string;
  };
};

/** `patch.failed`: GitHub did not take it, or not in time, or gave no clear answer; all others are outcomes. */
export type CallbackType = `patch.${OutcomeKind | 'failed'}`;

/** What each message says, in the order of a patch's life. */
export const CALLBACK_TYPES: { readonly [type in CallbackType]: string } = {
  'patch.failed':
    'GitHub did not take it, or somebody canceled it before that; `detail` says why. Nothing was changed, unless `detail` says that GitHub may have taken it: what becomes of it then is told after this',
  'patch.held': 'it is kept until a pause ends, and worked on then',
  'patch.halted': 'an operator has locked the repository',
  'patch.refused':
    'it may not be applied, or does not fit any more; `reason` is the code of the first refusal',
  'patch.no_change': 'the repository has it all already',
  'patch.duplicate': 'this very patch is done or under way already',
  'patch.conflict': "somebody else's work is in the way; `reason` says which",
  'patch.tests_failed': 'its tests failed; there is a draft, unless the config wants none',
  'patch.timed_out': 'its tests took too long',
  'patch.canceled': 'its run was ended',
  'patch.crashed': 'something broke that the patch may not be to blame for',
  'patch.opened': 'its tests passed, and its pull request is open',
  'patch.updated': 'its tests passed, and its pull request has its new revision',
  'patch.merged': 'its pull request was merged',
  'patch.closed': 'its pull request was closed without a merge',
  'patch.superseded': 'another patch took its place',
  'patch.reverted': 'it was merged, and taken back',
};

/** The addresses that a message names. */
export type CallbackLinks = {
  status(patch: { readonly repository: string; readonly id: string }): string;
  pullRequest(repository: string, number: number): string;
};

/** The same for every attempt, byte by byte. */
export function callbackMessage({ news, at }: CallbackClaim, links: CallbackLinks): CallbackMessage {
  const { id, repository, digest, title, stage, outcome, reason, pullRequest } = news;
  const detail = detailOf(news);
  return {
    type: `patch.${outcome ?? 'failed'}`,
    timestamp: at,
    data: {
      id,
      repository,
      digest,
      title,
      stage,
      ...(outcome === undefined ? {} : { outcome }),
      ...(reason === undefined ? {} : { reason }),
      ...(detail === undefined ? {} : { detail }),
      ...(pullRequest === undefined
        ? {}
        : { pullRequest: { number: pullRequest, url: links.pullRequest(repository, pullRequest) } }),
      statusUrl: links.status({ repository, id }),
    },
  };
}

/** What is not known is not told as certain. */
function detailOf({ problem, mayHaveArrived }: PatchNews): string | undefined {
  return mayHaveArrived === true ? [problem, MAY_HAVE_ARRIVED].filter(Boolean).join(' ') : problem;
}

const MAY_HAVE_ARRIVED =
  'GitHub may have taken it all the same, for it gave no clear answer; what becomes of it is told if it has.';
