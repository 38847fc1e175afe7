import type { CommandKind } from '../../control/command-kind.ts';
import type { CommentReply } from '../control/comment.ts';

/**
 * Comments that ask for something, kept before GitHub's webhook is acknowledged, and forgotten when they are answered:
 * GitHub forgets a webhook that was acknowledged, and an answer may take longer than GitHub waits, or the process lives.
 */
export type KeptComments = {
  /**
   * Resolves when it is kept for good. `known`: it is kept already; `full`: so many of this repository, or of this person
   * there, are kept that it is not. Stops have as much room of their own.
   */
  keep(comment: KeptComment, at: Date): Promise<'kept' | 'known' | 'full'>;
  /**
   * What is due, one for all of the same kind and repository. What lifts a stop is not due before each stop that was
   * written before it has been done, or failed once; and what is no stop itself not before all that the same person wrote
   * before it under the same issue has been done, or failed five times, or once where that is a stop.
   */
  due(now: Date): Promise<readonly DueComments[]>;
  /** The one of these that is due longest, for whoever claims it until the lease ends; null: none is due. */
  claim(request: {
    readonly of: Pick<DueComments, 'repository' | 'kind'>;
    readonly now: Date;
    readonly leaseSeconds: number;
  }): Promise<CommentClaim | null>;
  /**
   * Nobody claims it before that time. This and those below are false where the claim is no longer the newest one, and
   * then change nothing.
   */
  hold(claim: CommentClaim, until: Date): Promise<boolean>;
  /** What it asks for was done, and this is still to be said. */
  keepReply(claim: CommentClaim, reply: CommentReply): Promise<boolean>;
  /** Nothing is left to do, and nothing of it stays. */
  done(claim: CommentClaim): Promise<boolean>;
};

/** `since`: when the first of them was due; ISO 8601, UTC. */
export type DueComments = Pick<KeptComment, 'repository' | 'kind'> & { readonly since: string };

/** A comment as it was made. */
export type KeptComment = {
  /** `owner/name`, in lower case. */
  readonly repository: string;
  readonly id: number;
  readonly url: string;
  /** Of the issue or pull request, and its title. */
  readonly number: number;
  readonly title: string;
  /** GitHub login. */
  readonly author: string;
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly kind: CommandKind;
};

export type CommentClaim = {
  readonly comment: KeptComment;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  /** Claims of this comment, this one included, which is what tells them apart. */
  readonly attempts: number;
  /** null: what it asks for may not have been done yet. */
  readonly reply: CommentReply | null;
};
