import { authorise, isBot } from '../../control/authorise.ts';
import { type Command, type ParsedCommand, parseCommand, withId } from '../../control/command.ts';
import { readCommentPatch } from '../../control/comment-patch.ts';
import { findCommand } from '../../control/line.ts';
import { isAtLeast, type Role, roleOf } from '../../control/roles.ts';
import { secondCommandIn } from '../../control/second-command.ts';
import { sameLogin } from '../../control/switches.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import { BRANCHES } from '../../record/record.ts';
import { formatCommandReply, replyMark } from '../../report/command/markdown.ts';
import { type CommandReport, commandSucceeded } from '../../report/command/report.ts';
import type { ControlContext } from './context.ts';
import { execute } from './execute.ts';
import { readPatchState } from './patch.ts';
import type { PullRequestFacts } from './ports.ts';

/** A comment under an issue or a pull request as it was made; what it was edited to later does not count. */
export type CommandComment = {
  readonly id: number;
  readonly url?: string;
  /** Of the issue or pull request. */
  readonly number: number;
  readonly title?: string;
  readonly author: string;
  /** Who started the run again that is to answer it, where that was another one: they ask, with their own rights. */
  readonly startedBy?: string;
  readonly body: string;
  readonly createdAt?: Date;
  /** Login under which we answer, where one comment may come twice: what it has answered, it does not answer again. */
  readonly answerer?: string;
  /** A sentence that says why it is not done any more; whoever is answered is told that. */
  readonly tooLate?: string;
};

/** What is said under a comment that was obeyed. */
export type CommentReply = { readonly text: string; readonly reaction: 'rocket' | 'confused' };

/**
 * Does what a comment asks for: 👀 when it is read, then 🚀 or 😕 and a reply that says what was observed. null: it
 * holds no command, or was answered before.
 *
 * A refusal is put in words only for people who may write. In a public repository everybody may read, and nobody
 * from outside should make us write under pull requests; nor should a bot, for two that answer each other would never
 * end. Under what shows no patch of ours, nobody else is heard at all.
 *
 * Each of them can comment without end, and all jobs of a repository share what GitHub grants them in an hour. So what
 * they may not is refused before anything but their role is read, and the second half of the hour is not for them.
 *
 * `keepReply` is given what is about to be said of something that was done: where GitHub does not take it then, it can be
 * said later, by `replyTo`, and is not done again for it.
 */
export async function answerComment(
  context: ControlContext,
  comment: CommandComment,
  keepReply: (reply: CommentReply) => Promise<void> = async () => {},
): Promise<CommandReport | null> {
  const line = findCommand(comment.body);
  if (line === null) {
    return null;
  }
  const role = await readRole(context, comment);
  const denied = await findDenial(context, comment, { line, role });
  if (denied !== null) {
    if (!isHourScarce(context)) {
      await react(context, comment, 'confused');
    }
    return refusedUnheard(context, comment, { role, sentence: denied });
  }
  const pull = await readPull(context, comment.number);
  if (!isHeard(comment, { own: pull?.own ?? null, role })) {
    await react(context, comment, 'confused');
    return refusedUnheard(context, comment, {
      role,
      sentence: `${askerOf(comment)} may not write here, and this shows no patch of ours, so that there was no answer.`,
    });
  }
  // A reaction that GitHub did not take the first time says nothing of what was answered then.
  const [answered] = await Promise.all([wasAnswered(context, comment), react(context, comment, 'eyes')]);
  if (answered) {
    return null;
  }
  const report = await obey(context, comment, { line, pull });
  const reaction = commandSucceeded(report) ? 'rocket' : 'confused';
  if (report.done === 'refused' && !isAtLeast(role, 'reviewer')) {
    await react(context, comment, reaction);
    return report;
  }
  const reply = { text: `${formatCommandReply(report)}\n${replyMark(comment.id)}\n`, reaction } as const;
  // What failed is asked for again as if it had not been.
  if (report.done !== 'failed') {
    await keepReply(reply);
  }
  await context.conversation.comment(comment.number, reply.text);
  await react(context, comment, reaction);
  return report;
}

/** Says what was kept of an answer, unless it stands there by now. */
export async function replyTo(
  context: ControlContext,
  comment: CommandComment,
  reply: CommentReply,
): Promise<void> {
  if (!(await wasAnswered(context, comment))) {
    await context.conversation.comment(comment.number, reply.text);
  }
  await react(context, comment, reply.reaction);
}

/** A bot has none, which is not worth a request. */
async function readRole({ people }: ControlContext, comment: CommandComment): Promise<Role> {
  const asker = askerOf(comment);
  return isBot(asker) ? 'none' : roleOf(await people.roleOf(asker));
}

/**
 * Why whoever may not write is not heard, wherever the comment stands; null: they may be, and people who may write always
 * are. Costs no request, but for a bot one.
 */
async function findDenial(
  context: ControlContext,
  comment: CommandComment,
  { line, role }: { readonly line: string; readonly role: Role },
): Promise<string | null> {
  const asker = askerOf(comment);
  if (isAtLeast(role, 'reviewer')) {
    return null;
  }
  const bot = isBot(asker);
  if (!bot && role === 'none') {
    return `${asker} has no role in this repository, and was not answered.`;
  }
  // Where it stands changes which patch is meant, and not what is wanted of that.
  const parsed = parseComment(comment, { line, pull: null });
  if (!bot && !parsed.ok) {
    return parsed.problem;
  }
  const bots = bot ? await readBots(context) : [];
  const command = parsed.ok ? parsed.command : HELP;
  const now = context.clock.now();
  const admitted = authorise({ command, login: asker, role, bots, switches: [], now, confirm: true });
  if (!admitted.ok) {
    return admitted.sentence;
  }
  return !bot && isHourScarce(context)
    ? `Half of what GitHub grants in this hour is used up, and the rest is for people who may write, so that ${asker} was not answered; write it again in an hour.`
    : null;
}

/** What stands for a command that can't be read, where only its author is in question. */
const HELP: Command = { verb: 'help' };

/** Where the config can't be read, it names none. */
async function readBots({ repository }: ControlContext): Promise<readonly string[]> {
  const { config } = await repository.read({ config: CONFIG_PATH });
  const parsed = parseConfig(config);
  return parsed.ok ? parsed.config.control.bots : [];
}

function isHourScarce({ hourLeft }: ControlContext): boolean {
  return (hourLeft?.() ?? 1) < KEPT_FOR_WRITERS;
}

/** Of the requests that GitHub grants in an hour. One account writes some 500 comments in that time, of which each costs one. */
const KEPT_FOR_WRITERS = 1 / 2;

/** The pull request that it stands under, with the id of the patch that it shows; null: it is none of ours. */
type Pull = { readonly facts: PullRequestFacts; readonly own: string | null };

/** null: it is an issue. */
async function readPull(context: ControlContext, number: number): Promise<Pull | null> {
  const facts = await context.conversation.pullRequest(number);
  return facts === null ? null : { facts, own: await findOwnPatch(context, facts) };
}

/** What a pull request says of itself does not count. */
async function findOwnPatch(
  context: ControlContext,
  { number, head }: PullRequestFacts,
): Promise<string | null> {
  if (!head.sameRepository || !head.branch.startsWith(BRANCHES)) {
    return null;
  }
  const id = head.branch.slice(BRANCHES.length);
  const state = await readPatchState(context.repository, id);
  return typeof state !== 'string' && state.record.pullRequest?.number === number ? id : null;
}

/** Which bots may command stands in the config, and is looked up like everything else about the command. */
function isHeard(
  comment: CommandComment,
  { own, role }: { readonly own: string | null; readonly role: Role },
): boolean {
  return isBot(askerOf(comment)) || isAtLeast(role, own === null ? 'reviewer' : 'viewer');
}

function askerOf({ author, startedBy = author }: CommandComment): string {
  return startedBy;
}

function refusedUnheard(
  { clock }: ControlContext,
  comment: CommandComment,
  { role, sentence }: { readonly role: Role; readonly sentence: string },
): CommandReport {
  return {
    verb: null,
    done: 'refused',
    sentence,
    surface: 'comment',
    by: askerOf(comment),
    role,
    observed: [],
    requestedAt: clock.now().toISOString(),
  };
}

/** Whoever writes our mark into a comment of their own answers nothing with it. */
async function wasAnswered(
  { conversation }: ControlContext,
  { id, number, createdAt, answerer }: CommandComment,
): Promise<boolean> {
  if (answerer === undefined || createdAt === undefined) {
    return false;
  }
  const mark = replyMark(id);
  const comments = await conversation.comments(number, createdAt);
  return comments.some(({ author, body }) => sameLogin(author, answerer) && body.includes(mark));
}

async function obey(
  context: ControlContext,
  comment: CommandComment,
  { line, pull }: { readonly line: string; readonly pull: Pull | null },
): Promise<CommandReport> {
  const { id, author, number, createdAt, answerer } = comment;
  const actor = askerOf(comment);
  const parsed = parseComment(comment, { line, pull });
  return parsed.ok
    ? execute(context, {
        command: parsed.command,
        surface: 'comment',
        actor,
        origin: `comment ${id}`,
        again: answerer !== undefined || context.run.attempt > 1,
        ...(sameLogin(actor, author) ? {} : { writer: author }),
        ...(createdAt === undefined ? {} : { askedAt: createdAt }),
        ...(pull === null ? {} : { pullRequest: number }),
      })
    : {
        verb: null,
        done: 'refused',
        sentence: parsed.problem,
        surface: 'comment',
        by: actor,
        observed: [],
        requestedAt: context.clock.now().toISOString(),
      };
}

function parseComment(
  { id, url, author, body, title = '', tooLate }: CommandComment,
  { line, pull }: { readonly line: string; readonly pull: Pull | null },
): ParsedCommand {
  if (tooLate !== undefined) {
    return { ok: false, problem: tooLate };
  }
  const second = secondCommandIn(body);
  if (second !== null) {
    return { ok: false, problem: second };
  }
  const own = pull?.own ?? null;
  const written = readCommentPatch(body, {
    id,
    author,
    title: pull?.facts.title ?? title,
    ...(url === undefined ? {} : { url }),
    ...(pull === null ? {} : { base: pull.facts.base.branch }),
    ...(own === null || pull?.facts.state !== 'open' ? {} : { own }),
  });
  if (written !== null) {
    return written;
  }
  const parsed = parseCommand(line, own === null ? {} : { own });
  return parsed.ok && own !== null ? { ok: true, command: withId(parsed.command, own) } : parsed;
}

/** One that GitHub does not take is not worth a command. */
async function react(
  { conversation }: ControlContext,
  { id }: CommandComment,
  reaction: 'eyes' | 'rocket' | 'confused',
): Promise<void> {
  await conversation.react(id, reaction).catch(() => undefined);
}
