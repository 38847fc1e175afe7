import type { Logger } from 'pino';
import { backoff } from '../stages/backoff.ts';
import { answerComment, replyTo } from '../stages/control/comment.ts';
import type { IntakeContext, Target } from '../stages/intake/context.ts';
import type { CommentClaim, KeptComment } from '../stages/intake/kept-comments.ts';
import { limitedUntil } from '../stages/limited.ts';
import type { Patience } from './patience.ts';

/** What answering comments needs of the server. */
type Answering = {
  readonly context: IntakeContext;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
};

/** Seconds after which a server that says nothing any more counts as dead. */
export const COMMENT_LEASE_SECONDS = 30;

/**
 * Answers a comment that this server has claimed. Where GitHub can't be asked it is tried again later; what nobody could
 * do for long is not done any more, and its author is told so. Rejects where the store does not answer, after which another
 * server may claim it.
 */
export async function answerKept(
  sources: Answering,
  claim: CommentClaim,
  patience: Pick<Patience, 'wait'>,
): Promise<void> {
  const { context, log } = sources;
  const { comments } = context.store;
  const waited = context.clock.now().getTime() - new Date(claim.keptAt).getTime();
  const isLate = waited > PATIENCE_MS && claim.reply === null;
  const about = { repository: claim.comment.repository, comment: claim.comment.id };
  const endRenewal = renewLease(sources, claim);
  try {
    await answer(sources, claim, { isLate, patience });
    if (isLate) {
      log.warn(about, 'a command in a comment was given up, and its author was told so');
    }
  } catch (error) {
    const problem = { ...about, problem: error instanceof Error ? error.message : String(error) };
    if (waited <= LONGEST_MS) {
      log.info(problem, 'a comment could not be answered; it is tried again');
      await comments.hold(claim, nextTry(sources, claim, error));
      return;
    }
    log.error(problem, 'a comment was given up without an answer; write the command again');
  } finally {
    endRenewal();
  }
  await comments.done(claim);
}

/** Milliseconds for which a command is tried. GitHub's longest rate limit ends within an hour. */
const PATIENCE_MS = 90 * 60_000;

/** Milliseconds for which its author is still to be told after that, counted from the same moment. */
const LONGEST_MS = 6 * 3_600_000;

const TOO_LATE =
  'GitHub could not be asked for so long that this was given up, and it may be done in part; look with `/ghost status`, and write the command again if you still mean it.';

/** Gives what ends it. Where it fails, another server may begin too: what it does then is what it would do after a death. */
function renewLease({ context: { store, clock } }: Answering, claim: CommentClaim): () => void {
  const renew = () => {
    const until = new Date(clock.now().getTime() + COMMENT_LEASE_SECONDS * 1000);
    void store.comments.hold(claim, until).catch(() => undefined);
  };
  const renewal = setInterval(renew, RENEWAL_MS);
  renewal.unref();
  return () => clearInterval(renewal);
}

const RENEWAL_MS = 10_000;

async function answer(
  { context }: Answering,
  claim: CommentClaim,
  { isLate, patience: { wait } }: { readonly isLate: boolean; readonly patience: Pick<Patience, 'wait'> },
): Promise<void> {
  const target = await context.target(claim.comment.repository);
  if (target === null || !(await isOurs(target))) {
    return;
  }
  const comment = commentOf(claim.comment, target);
  // Nobody holds a page open until a comment is answered, so that what takes its time can be waited for.
  const control = { ...target.control, wait };
  if (claim.reply !== null) {
    await replyTo(control, comment, claim.reply);
    return;
  }
  await answerComment(control, isLate ? { ...comment, tooLate: TOO_LATE } : comment, async (reply) => {
    // Where it can't be kept it is still said.
    await context.store.comments.keepReply(claim, reply).catch(() => false);
  });
}

async function isOurs({ context: { repository } }: Target): Promise<boolean> {
  const { base } = await repository.read({ base: {}, files: [COMMAND_WORKFLOW] });
  return base?.entries.has(COMMAND_WORKFLOW) !== true;
}

/** The file that `init` makes, on the default branch; where it is, GitHub runs it for every comment. */
const COMMAND_WORKFLOW = '.github/workflows/ghost-command.yml';

function commentOf(
  { id, url, number, title, author, body, createdAt }: KeptComment,
  { login }: Target,
): Parameters<typeof answerComment>[1] {
  return { id, url, number, title, author, body, createdAt: new Date(createdAt), answerer: login };
}

function nextTry({ context: { clock } }: Answering, { attempts }: CommentClaim, error: unknown): Date {
  const now = clock.now().getTime();
  const limit = limitedUntil(error)?.getTime() ?? 0;
  const earliest = Math.min(limit, now + LONGEST_LIMIT_MS);
  return new Date(Math.max(earliest, now + backoff(attempts, WAITS_MS)));
}

/** Milliseconds; GitHub's limits last an hour at most, so that one which says more is asked again by then. */
const LONGEST_LIMIT_MS = 3_600_000;

/** Milliseconds between two attempts. */
const WAITS_MS = { first: 2_000, longest: 60_000 };
