import {
  type Act,
  type ControlEntry,
  formatControl,
  MAX_CONTROL_TEXT,
  MAX_SWITCHES,
  parseControl,
} from '../../control/control.ts';
import { activeSwitches, justEnded, likeOf, type Switch } from '../../control/switches.ts';
import { CONTROL_REF, RECORD_REFS } from '../../record/record.ts';
import type { Observation } from '../../report/command/report.ts';
import { describeScope } from '../../report/command/scope.ts';
import { shortSha } from '../../report/view.ts';
import { MAX_ROUNDS } from '../context.ts';
import type { CommitInfo, Oid, Repository } from '../ports.ts';
import { writeEntry } from '../write-entry.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order } from './context.ts';

/** Control as it stands. `entry` is null where it can't be read, or was never written. */
export type Switchboard = {
  readonly commit: CommitInfo | null;
  readonly entry: ControlEntry | null;
  /** Those that count now; none where control can't be read, which counts as paused. */
  readonly switches: readonly Switch[];
  /** Those that ended not long ago, by the clock of who commands, which may be ahead. They are kept with the others. */
  readonly ended: readonly Switch[];
  /** Some tree that exists, for a first commit. */
  readonly tree: Oid | null;
  /** No patch was ever handled here, so that there need be no log yet. */
  readonly unused: boolean;
};

export async function readSwitchboard(repository: Repository, now: Date): Promise<Switchboard> {
  const snapshot = await repository.read({ refs: [CONTROL_REF], base: {}, anyRefUnder: RECORD_REFS });
  const commit = snapshot.refs.get(CONTROL_REF) ?? null;
  const entry = commit === null ? null : parseControl(commit.message);
  return {
    commit,
    entry,
    switches: activeSwitches(entry?.switches ?? [], now),
    ended: justEnded(entry?.switches ?? [], now),
    tree: snapshot.base?.tree ?? null,
    unused: commit === null && !snapshot.anyRefUnder,
  };
}

export type Moved =
  | {
      readonly kind: 'moved';
      readonly commit: Oid;
      readonly switches: readonly Switch[];
      /** As it stood before. */
      readonly board: Switchboard;
    }
  /** Everything is as asked for already. */
  | { readonly kind: 'unchanged'; readonly board: Switchboard }
  /** Somebody else moved it every time. */
  | { readonly kind: 'raced' };

/** What becomes of the switches, and a sentence for the log. */
export type Move = { readonly switches: readonly Switch[]; readonly result: string };

/**
 * Moves the switches by comparing and swapping: who comes second reads what the first one made of it, and decides
 * anew. The commit is the entry in the audit log too. `decide` answers null where nothing is to be changed, and is not
 * asked where the command was begun before.
 */
export async function moveSwitches(
  context: ControlContext,
  order: Order,
  decide: (board: Switchboard) => Move | null | Promise<Move | null>,
): Promise<Moved> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const board = await readSwitchboard(context.repository, order.requestedAt);
    const move = order.begun === true ? null : await decide(board);
    if (move === null) {
      return { kind: 'unchanged', board };
    }
    const { switches, result } = move;
    const narrow = switches.filter(({ scope }) => scope.kind !== 'repository').length;
    if (narrow > MAX_NARROW_SWITCHES && switches.length > board.switches.length) {
      throw new Error(`there are ${MAX_NARROW_SWITCHES} switches already; lift some of them first`);
    }
    const act = { ...actOf(order), result: resultOf(order, result) };
    const commit = await write(context, board, { version: 1, switches, act }, order.origin);
    if (commit !== null) {
      return { kind: 'moved', commit, switches, board };
    }
  }
  return { kind: 'raced' };
}

/** Of branches and senders; whatever they are, everything can still be paused and locked. */
const MAX_NARROW_SWITCHES = MAX_SWITCHES - 2;

/**
 * Enters what was done into the audit log, where the switches stay as they are. What could not be entered is a
 * sentence, and nothing is thrown: the command was done all the same. Who wrote the command sends its patch as well as
 * who had its run started again, and comes last, as whose patch it is.
 */
export async function enterAct(
  context: ControlContext,
  order: Order,
  done: { readonly digest?: string; readonly result: string },
): Promise<string | null> {
  const { writer } = order;
  const act = { ...actOf(order), ...done, result: resultOf(order, done.result) };
  const { role: _, ...written } = act;
  try {
    const unlogged = await appendAct(context, act, order.origin);
    return unlogged === null && writer !== undefined && done.digest !== undefined
      ? await appendAct(context, { ...written, by: writer }, order.origin)
      : unlogged;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `This is not in the audit log, because it could not be written (${reason})${BY_HAND}`;
  }
}

/** The answer where a patch is not sent, because nobody would know who asked for it; `unlogged` says why not. */
export function notSent(id: string, unlogged: string): Answer {
  const sentence = `${id} was not sent, because the log has to say first who asked for it. ${unlogged.replace(BY_HAND, '.')} Write the command again after that.`;
  return { kind: 'seen', done: 'refused', sentence };
}

/** What to do where something was done that the log does not have. */
const BY_HAND = '; write it down by hand.';

/**
 * Enters who sends a patch through us, before it is sent: on GitHub the sender is only us, and nobody approves what
 * they sent. Gives a sentence where that could not be entered; rejects where GitHub can't be asked.
 */
export async function enterSender(
  context: Pick<ControlContext, 'repository'>,
  sent: { readonly id: string; readonly digest: string; readonly login: string; readonly at: Date },
): Promise<string | null> {
  const { id, digest, login, at } = sent;
  return await appendAct(context, {
    verb: 'apply',
    surface: 'api',
    by: cut(login),
    at: at.toISOString(),
    patch: id,
    digest,
    result: `${id} is sent.`,
  });
}

async function appendAct(
  context: Pick<ControlContext, 'repository'>,
  act: Act,
  origin?: string,
): Promise<string | null> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const board = await readSwitchboard(context.repository, new Date(act.at));
    if (board.entry === null && !board.unused) {
      return 'This is not in the audit log, because control can not be read; an operator can write "resume" to set it anew.';
    }
    const commit = await write(context, board, { version: 1, switches: board.switches, act }, origin);
    if (commit !== null) {
      return null;
    }
  }
  return `This is not in the audit log, because others wrote to it each time${BY_HAND}`;
}

/** What was seen of a move. */
export function observeControl({
  commit,
  switches,
}: Pick<Extract<Moved, { kind: 'moved' }>, 'commit' | 'switches'>): Observation {
  const state =
    switches.length === 0
      ? 'running'
      : switches.map((one) => `${one.state}: ${describeScope(one.scope)}`).join(', ');
  return { kind: 'control', name: CONTROL_REF, state: `${state} (${shortSha(commit)})` };
}

async function write(
  { repository }: Pick<ControlContext, 'repository'>,
  { commit, tree, ended }: Switchboard,
  { switches, ...entry }: ControlEntry,
  origin?: string,
): Promise<Oid | null> {
  const kept = ended.filter((one) => likeOf(switches, one) === null).slice(0, MAX_SWITCHES - switches.length);
  return await writeEntry(repository, {
    ref: CONTROL_REF,
    from: commit?.oid ?? null,
    tree: commit?.tree ?? tree,
    message: formatControl({ ...entry, switches: [...kept, ...switches] }, origin),
  });
}

function actOf({ command, surface, actor, role, requestedAt, confirm }: Order): Act {
  const reason = 'reason' in command ? command.reason : null;
  const confirmed = confirm === true || ('confirm' in command && command.confirm);
  const id = 'id' in command ? command.id : null;
  return {
    verb: command.verb,
    surface,
    by: actor,
    role,
    at: requestedAt.toISOString(),
    ...(id === null ? {} : { patch: id }),
    ...(reason === null ? {} : { reason: cut(reason) }),
    ...(confirmed ? { confirm: true } : {}),
  };
}

/** The log names both where one wrote a command and another one had its run started again. */
function resultOf({ actor, writer }: Order, result: string): string {
  return cut(
    writer === undefined ? result : `${result} ${writer} wrote it, and ${actor} started its run again.`,
  );
}

/** Texts in an entry are bounded. */
export function cut(text: string): string {
  return text.length <= MAX_CONTROL_TEXT ? text : `${text.slice(0, MAX_CONTROL_TEXT - 1)}…`;
}
