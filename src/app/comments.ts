import type { Logger } from 'pino';
import { findCommand } from '../control/line.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import type { CommentClaim, KeptComment } from '../stages/intake/kept-comments.ts';
import { answerKept, COMMENT_LEASE_SECONDS } from './answering.ts';

/** The part of a webhook about a new comment that is used. */
export type NewComment = {
  readonly repository: { readonly full_name: string };
  readonly issue: { readonly number: number; readonly title: string };
  readonly comment: {
    readonly id: number;
    readonly html_url: string;
    readonly body: string;
    readonly created_at: string;
    readonly user: { readonly login: string } | null;
  };
};

/**
 * Answers commands in comments of repositories that have no workflow for it: of the two, one answers, never both. Each is
 * kept until it is answered, by whichever server on the store finds that it is due.
 */
export type Comments = {
  /**
   * Gives whether there is something new to answer, and resolves when that is kept for good. Rejects where it could not be
   * kept; GitHub is asked to send it again then.
   */
  keep(comment: NewComment): Promise<boolean>;
  /** Begins to answer those that are due. Each resolves to the repository where that may have changed something. */
  beginDue(): Promise<readonly Promise<string>[]>;
};

export function createComments(given: {
  readonly context: IntakeContext;
  /** Aborted when the server ends: nothing is begun or waited for any more. */
  readonly draining: AbortSignal;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): Comments {
  const { context, draining } = given;
  const { store, clock } = context;
  const underWay = new Set<CommentClaim>();
  const begin = async (claim: CommentClaim): Promise<string> => {
    underWay.add(claim);
    try {
      await answerKept(given, claim);
      return claim.comment.repository;
    } finally {
      underWay.delete(claim);
    }
  };
  return {
    keep: async (heard) => {
      const { body } = heard.comment;
      if (findCommand(body) === null) {
        return false;
      }
      const comment = keptFrom(heard);
      if (body.length > MAX_CHARACTERS) {
        throw new Error(
          `a comment of ${comment.repository} is longer than GitHub takes; nothing of it is kept`,
        );
      }
      const kept = await store.comments.keep(comment, clock.now());
      if (kept === 'full') {
        throw new Error(
          `too many comments of ${comment.repository} wait to be answered; GitHub has to send this one again`,
        );
      }
      return kept === 'kept';
    },
    beginDue: async () => {
      const begun: Promise<string>[] = [];
      while (!draining.aborted && underWay.size < MOST_AT_ONCE) {
        const now = clock.now();
        const claim = await store.comments.claim({ now, leaseSeconds: COMMENT_LEASE_SECONDS });
        if (claim === null) {
          break;
        }
        begun.push(begin(claim));
      }
      return begun;
    },
  };
}

/** Characters that GitHub takes in a comment. */
const MAX_CHARACTERS = 65_536;

/** Comments that one server answers at the same time: one that waits for a run keeps no pause from being heard. */
const MOST_AT_ONCE = 100;

function keptFrom({ repository, issue, comment }: NewComment): KeptComment {
  const { id, html_url: url, body, created_at: createdAt, user } = comment;
  return {
    repository: repository.full_name.toLowerCase(),
    id,
    url,
    number: issue.number,
    title: issue.title,
    author: user?.login ?? '',
    body,
    createdAt,
  };
}
