import type { Logger } from 'pino';
import { kindOf } from '../control/command-kind.ts';
import { findCommand } from '../control/line.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import type { CommentClaim, KeptComment } from '../stages/intake/kept-comments.ts';
import { answerKept, COMMENT_LEASE_SECONDS } from './answering.ts';
import { createPatience, type Patience } from './patience.ts';
import { nextTurn } from './turns.ts';

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
  const underWay = new Set<Answer>();
  const begin = async (claim: CommentClaim): Promise<string> => {
    const { repository, kind } = claim.comment;
    const patience = createPatience(draining);
    const answer = { repository, stops: kind === 'stop', patience };
    underWay.add(answer);
    try {
      await answerKept(given, claim, patience);
      return repository;
    } finally {
      underWay.delete(answer);
    }
  };
  return {
    keep: async (heard) => {
      const { body } = heard.comment;
      const line = findCommand(body);
      if (line === null) {
        return false;
      }
      const comment = { ...commentOf(heard), kind: kindOf(line) };
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
      let due = draining.aborted ? [] : await store.comments.due(clock.now());
      for (;;) {
        const next = nextTurn(due, [...underWay].map(turnOf));
        if (draining.aborted || next === null) {
          return begun;
        }
        const lease = { now: clock.now(), leaseSeconds: COMMENT_LEASE_SECONDS };
        const claim = await store.comments.claim({ of: next.due, ...lease });
        if (claim === null) {
          due = due.filter((one) => one !== next.due);
        } else {
          next.inPlaceOf?.patience.giveWay();
          begun.push(begin(claim));
        }
      }
    },
  };
}

/** Characters that GitHub takes in a comment. */
const MAX_CHARACTERS = 65_536;

/** One that is being answered. */
type Answer = { readonly repository: string; readonly stops: boolean; readonly patience: Patience };

function turnOf({ repository, stops, patience }: Answer) {
  return { repository, stops, patience, waits: patience.isWaiting(), gaveWay: patience.hasGivenWay() };
}

function commentOf({ repository, issue, comment }: NewComment): Omit<KeptComment, 'kind'> {
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
