import type { OutcomeKind } from '../../record/outcome.ts';
import type { CallbackClaim } from './callbacks.ts';

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

/** `patch.failed`: GitHub did not take it, or not in time; all others are outcomes. */
export type CallbackType = `patch.${OutcomeKind | 'failed'}`;

/** What each message says, in the order of a patch's life. */
export const CALLBACK_TYPES: { readonly [type in CallbackType]: string } = {
  'patch.failed':
    'GitHub did not take it, or somebody canceled it before that; `detail` says why. Nothing was changed',
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
  const { id, repository, digest, title, stage, outcome, reason, problem, pullRequest } = news;
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
      ...(problem === undefined ? {} : { detail: problem }),
      ...(pullRequest === undefined
        ? {}
        : { pullRequest: { number: pullRequest, url: links.pullRequest(repository, pullRequest) } }),
      statusUrl: links.status({ repository, id }),
    },
  };
}
