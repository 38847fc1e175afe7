import { isBot } from '../../control/authorise.ts';
import { parseCommand, withId } from '../../control/command.ts';
import { findCommand } from '../../control/line.ts';
import { isAtLeast, type Role, roleOf } from '../../control/roles.ts';
import { branchName } from '../../record/record.ts';
import { formatCommandReply } from '../../report/command/markdown.ts';
import { type CommandReport, commandSucceeded } from '../../report/command/report.ts';
import type { ControlContext } from './context.ts';
import { execute } from './execute.ts';
import { readPatchState } from './patch.ts';

/** A comment under a pull request as it was made; what it was edited to later does not count. */
export type CommandComment = {
  readonly id: number;
  /** Of the pull request. */
  readonly number: number;
  /** Who wrote it; where the run was started again, who did that. */
  readonly author: string;
  readonly body: string;
  readonly createdAt?: Date;
};

/**
 * Does what a comment asks for: 👀 when it is read, then 🚀 or 😕 and a reply that says what was observed. null: it
 * holds no command.
 *
 * A refusal is put in words only for people who may write. In a public repository everybody may read, and nobody
 * from outside should make us write under pull requests; nor should a bot, for two that answer each other would never
 * end. Under a pull request that is not ours, nobody else is heard at all.
 */
export async function answerComment(
  context: ControlContext,
  comment: CommandComment,
): Promise<CommandReport | null> {
  const { conversation, people } = context;
  const line = findCommand(comment.body);
  if (line === null) {
    return null;
  }
  const [own, role] = await Promise.all([
    findOwnPatch(context, comment.number),
    people.roleOf(comment.author).then(roleOf),
  ]);
  if (!isHeard(comment, { own, role })) {
    await react(context, comment, 'confused');
    return refusedUnheard(context, comment, role);
  }
  await react(context, comment, 'eyes');
  const report = await obey(context, comment, { line, own });
  if (report.done !== 'refused' || isAtLeast(role, 'reviewer')) {
    await conversation.comment(comment.number, formatCommandReply(report));
  }
  await react(context, comment, commandSucceeded(report) ? 'rocket' : 'confused');
  return report;
}

/** The id of the patch that this pull request shows; null: it is none of ours, whatever it says of itself. */
async function findOwnPatch(context: ControlContext, number: number): Promise<string | null> {
  const facts = await context.conversation.pullRequest(number);
  if (facts === null || !facts.head.sameRepository || !facts.head.branch.startsWith(OWN_BRANCHES)) {
    return null;
  }
  const id = facts.head.branch.slice(OWN_BRANCHES.length);
  const state = await readPatchState(context.repository, id);
  return typeof state !== 'string' && state.record.pullRequest?.number === number ? id : null;
}

const OWN_BRANCHES = branchName('');

/** Which bots may command stands in the config, and is looked up like everything else about the command. */
function isHeard(
  { author }: CommandComment,
  { own, role }: { readonly own: string | null; readonly role: Role },
): boolean {
  return isBot(author) || isAtLeast(role, own === null ? 'reviewer' : 'viewer');
}

function refusedUnheard({ clock }: ControlContext, { author }: CommandComment, role: Role): CommandReport {
  return {
    verb: null,
    done: 'refused',
    sentence:
      role === 'none'
        ? `${author} has no role in this repository, and was not answered.`
        : `${author} may not write here, and this is no pull request of ours, so that there was no answer.`,
    surface: 'comment',
    by: author,
    role,
    observed: [],
    requestedAt: clock.now().toISOString(),
  };
}

async function obey(
  context: ControlContext,
  { author, number, createdAt }: CommandComment,
  { line, own }: { readonly line: string; readonly own: string | null },
): Promise<CommandReport> {
  const parsed = parseCommand(line, own === null ? {} : { own });
  return parsed.ok
    ? execute(context, {
        command: own === null ? parsed.command : withId(parsed.command, own),
        surface: 'comment',
        actor: author,
        ...(createdAt === undefined ? {} : { askedAt: createdAt }),
        pullRequest: number,
      })
    : {
        verb: null,
        done: 'refused',
        sentence: parsed.problem,
        surface: 'comment',
        by: author,
        observed: [],
        requestedAt: context.clock.now().toISOString(),
      };
}

/** A reaction that GitHub does not take is not worth a command. */
async function react(
  { conversation }: ControlContext,
  { id }: CommandComment,
  reaction: 'eyes' | 'rocket' | 'confused',
): Promise<void> {
  await conversation.react(id, reaction).catch(() => undefined);
}
