import { setTimeout as delay } from 'node:timers/promises';
import { findCommand } from '../control/line.ts';
import { answerComment } from '../stages/control/comment.ts';
import type { IntakeContext, Target } from '../stages/intake/context.ts';
import type { Background } from './background.ts';
import { createTurns } from './turns.ts';

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

/** Rejects where the comment could not be answered; GitHub is asked to send it again then. */
export type Comments = (comment: NewComment) => Promise<void>;

/** Answers commands in comments of repositories that have no workflow for it: of the two, one answers, never both. */
export function createComments(given: {
  readonly context: IntakeContext;
  readonly background: Background;
  /** Aborted when the server ends: nothing is waited for any more. */
  readonly draining: AbortSignal;
}): Comments {
  const { context, background, draining } = given;
  const underWay = new Set<number>();
  const inTurn = createTurns(context, draining);
  const answer = async (heard: NewComment) => {
    const repository = heard.repository.full_name.toLowerCase();
    const target = await context.target(repository);
    if (target !== null && (await isOurs(target))) {
      // GitHub may send it to two servers at once, and neither would see the reply of the other.
      await inTurn(`comment ${repository} ${heard.comment.id}`, () =>
        answerComment(patient(target, draining), commentOf(heard, target)),
      );
      background.sweepSoon(repository);
    }
  };
  return async (heard) => {
    const { id, body } = heard.comment;
    if (findCommand(body) === null || underWay.has(id)) {
      return;
    }
    underWay.add(id);
    const work = answer(heard).finally(() => underWay.delete(id));
    // Finished before the server ends; what it throws is told to whoever waits for it here.
    background.run(() => work.catch(() => undefined));
    await work;
  };
}

async function isOurs({ context: { repository } }: Target): Promise<boolean> {
  const { base } = await repository.read({ base: {}, files: [COMMAND_WORKFLOW] });
  return base?.entries.has(COMMAND_WORKFLOW) !== true;
}

/** The file that `init` makes, on the default branch; where it is, GitHub runs it for every comment. */
const COMMAND_WORKFLOW = '.github/workflows/ghost-command.yml';

/** Nobody holds a page open until a comment is answered, so that what takes its time can be waited for. */
function patient({ control }: Target, draining: AbortSignal): Target['control'] {
  return {
    ...control,
    wait: async (seconds) => {
      await delay(seconds * 1000, undefined, { signal: draining }).catch(() => undefined);
    },
  };
}

function commentOf({ comment, issue }: NewComment, { login }: Target): Parameters<typeof answerComment>[1] {
  const { id, html_url: url, body, created_at: createdAt, user } = comment;
  return {
    id,
    url,
    number: issue.number,
    title: issue.title,
    author: user?.login ?? '',
    body,
    createdAt: new Date(createdAt),
    answerer: login,
  };
}
