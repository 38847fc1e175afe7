import { authorise, isBot } from '../../control/authorise.ts';
import { type Role, roleOf } from '../../control/roles.ts';
import { type Switch, strictestSwitch } from '../../control/switches.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import { type CommandRefusal, describeRefusal } from '../../report/command/refusal.ts';
import type { CommandReport, Observation } from '../../report/command/report.ts';
import { describeFailure, describeResult } from '../../report/command/result.ts';
import { limitedUntil } from '../limited.ts';
import type { Answer } from './answer.ts';
import { approve } from './approve.ts';
import { isAsShown } from './as-shown.ts';
import { cancel, findCanceledBefore } from './cancel.ts';
import type { CommandRequest, ControlContext, Order, PatchOrder } from './context.ts';
import { findDone } from './done-before.ts';
import { endWithWaiting } from './end-waiting.ts';
import { Interrupted } from './interrupted.ts';
import { killAll } from './kill-all.ts';
import { lift } from './lift.ts';
import { wasLockedMeanwhile } from './locked-since.ts';
import { findLockers } from './lockers.ts';
import { preview, showAudit, showHelp, showStatus, showWhoami } from './look.ts';
import { aboutStanding } from './meant-branch.ts';
import { readPatchState } from './patch.ts';
import { findSenders } from './patch-sender.ts';
import { reject } from './reject.ts';
import { retry } from './retry.ts';
import { revert } from './revert.ts';
import { sendWritten } from './send-written.ts';
import { stop } from './stop.ts';
import { enterAct, readSwitchboard } from './switchboard.ts';

/**
 * Does one command, for whoever asks on whatever surface: looks up who that is, whether they may, does it, looks at
 * what came of it, and enters it into the audit log. Never throws: what breaks is a report too.
 */
export async function execute(context: ControlContext, request: CommandRequest): Promise<CommandReport> {
  const requestedAt = context.clock.now();
  let role: Role | undefined;
  try {
    role = roleOf(await context.people.roleOf(request.actor));
    return await obey(context, { ...request, role, requestedAt });
  } catch (error) {
    return reportFailure(request, { error, requestedAt, ...(role === undefined ? {} : { role }) });
  }
}

/** The report of what broke on the way, or before anything was done. */
export function reportFailure(
  request: CommandRequest,
  { error, requestedAt, role }: { readonly error: unknown; readonly requestedAt: Date; readonly role?: Role },
): CommandReport {
  // Elsewhere, the limit is that of a token which runs nothing else.
  const isJob = request.surface === 'form' || request.surface === 'comment';
  const hourUsed = isJob && limitedUntil(error) !== null;
  const sentence = describeFailure(request.command.verb, reasonOf(error), { hourUsed });
  const order: Order = { ...request, role: role ?? 'none', requestedAt };
  const { role: _, ...report } = reportOf(order, { done: 'failed', sentence });
  return { ...report, ...(role === undefined ? {} : { role }) };
}

async function obey(context: ControlContext, given: Order): Promise<CommandReport> {
  const unfit = lackOfRole(given);
  if (unfit !== null) {
    return reportOf(given, { done: 'refused', sentence: unfit });
  }
  const { repository } = context;
  const [board, { config }] = await Promise.all([
    readSwitchboard(repository, given.requestedAt),
    repository.read({ config: CONFIG_PATH }),
  ]);
  const order = { ...given, command: aboutStanding(given.command, board.switches) };
  const parsed = parseConfig(config);
  // Who may command is not known where the config can't be read; people are, from GitHub.
  const bots = parsed.ok ? parsed.config.control.bots : [];
  const asked = {
    command: order.command,
    login: order.actor,
    role: order.role,
    bots,
    switches: board.switches,
    now: order.requestedAt,
    ...(order.confirm === undefined ? {} : { confirm: order.confirm }),
    ...(order.confirmsBy === undefined ? {} : { confirmsBy: order.confirmsBy }),
    ...(order.writer === undefined ? {} : { writer: order.writer }),
  };
  const admitted = authorise(asked);
  if (!admitted.ok) {
    return reportOf(order, { done: 'refused', sentence: admitted.sentence });
  }
  // That costs many requests, which nobody gets who may not ask anyway.
  const [senders, lockers] = await Promise.all([
    findSenders(context, order.command),
    findLockers(context, order.command, board.switches),
  ]);
  const allowed = authorise({
    ...asked,
    senders: senders.all,
    switches: [...board.switches, ...(lockers ?? [])],
    allLockersKnown: lockers !== null,
  });
  if (!allowed.ok) {
    return reportOf(order, { done: 'refused', sentence: allowed.sentence });
  }
  const doubt = await findDoubt(context, order);
  if (doubt !== null) {
    return conclude(context, order, { kind: 'refused', refusal: doubt });
  }
  const by = stopOf(order, { senders: senders.heeded, switches: board.switches });
  if (by !== null) {
    return conclude(context, order, { kind: 'refused', refusal: { why: by.state, by } });
  }
  const done = await findDone(context, order);
  if (done !== null && done.kind !== 'begun') {
    return conclude(context, order, done);
  }
  if (await wasLockedMeanwhile(context, order)) {
    return conclude(context, order, { kind: 'refused', refusal: { why: 'locked_since' } });
  }
  const now = done === null ? order : { ...order, command: done.command, begun: true };
  const answer = await answerTo(context, now, bots).catch(brokenAnswer);
  return conclude(context, now, answer);
}

/** What a person may do is known from the role alone, before anything else is asked of GitHub; of bots the config says it. */
function lackOfRole({ command, actor, role, requestedAt }: Order): string | null {
  if (isBot(actor)) {
    return null;
  }
  const allowed = authorise({ command, login: actor, role, bots: [], switches: [], now: requestedAt });
  return allowed.ok || allowed.lacks !== 'role' ? null : allowed.sentence;
}

/**
 * The switch that is about whoever asks to have something sent, or about whom it was sent for: the record and the run
 * know of neither, because on GitHub such a patch is sent by us.
 */
function stopOf(
  { command: { verb }, actor, writer = actor, requestedAt }: Order,
  { senders, switches }: { readonly senders: readonly string[]; readonly switches: readonly Switch[] },
): Switch | null {
  const about = switches.filter(({ scope }) => scope.kind === 'sender');
  const concerned = [
    ...(verb === 'retry' || verb === 'revert' ? [actor, writer] : []),
    ...(verb === 'retry' || verb === 'approve' ? senders : []),
  ];
  return strictestSwitch(about, { senders: concerned }, requestedAt);
}

/** What was changed before something broke is told, and entered into the log. */
function brokenAnswer(error: unknown): Answer {
  if (error instanceof Interrupted) {
    return { kind: 'broken', reason: error.message, observed: error.observed };
  }
  throw error;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The verbs, each with its own file. */
async function answerTo(context: ControlContext, order: Order, bots: readonly string[]): Promise<Answer> {
  const { command } = order;
  switch (command.verb) {
    case 'pause':
    case 'lock':
      return stop(context, { ...order, command });
    case 'resume':
    case 'unlock':
      return lift(context, { ...order, command });
    case 'kill':
      return command.all
        ? endWithWaiting(context, { ...order, id: null }, () => killAll(context, { ...order, command }))
        : answerAbout(context, { ...order, id: command.id });
    case 'status':
      return showStatus(context, command.id);
    case 'audit':
      return showAudit(context);
    case 'whoami':
      return showWhoami(order, bots);
    case 'help':
      return showHelp();
    case 'apply':
      return sendWritten(context, { ...order, command });
    default:
      return command.id === null
        ? { kind: 'refused', refusal: unnamed(order) }
        : answerAbout(context, { ...order, id: command.id });
  }
}

/** Verbs about one patch. */
async function answerAbout(context: ControlContext, order: PatchOrder): Promise<Answer> {
  const { command, id } = order;
  if (!(await isAsShown(context, order))) {
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  switch (command.verb) {
    case 'preview':
      return preview(context, order);
    case 'approve':
      return approve(context, order);
    case 'reject':
      return reject(context, order, command.reason);
    case 'retry':
      return retry(context, order);
    case 'revert':
      return revert(context, order);
    default:
      // `cancel`, and `kill` of one.
      return cancelPatch(context, order);
  }
}

/** The run of a patch, and what waits of it. */
async function cancelPatch(context: ControlContext, order: PatchOrder): Promise<Answer> {
  const before = await findCanceledBefore(context, order);
  if (before !== null) {
    return before;
  }
  return endWithWaiting(context, order, () => cancel(context, order));
}

function unnamed({ pullRequest }: Order): CommandRefusal {
  return { why: pullRequest === undefined ? 'no_id' : 'not_our_pull_request' };
}

/**
 * A rejection that may be about another patch than the one whose pull request it was written on: its first word may be the
 * beginning of its reason, and a patch is called so. null: it is clear which one is meant.
 */
async function findDoubt({ repository }: ControlContext, { command }: Order): Promise<CommandRefusal | null> {
  if (command.verb !== 'reject' || command.firstWord === undefined || command.id === null) {
    return null;
  }
  const { id, firstWord: other } = command;
  const isClear = other === id || (await readPatchState(repository, other)) === 'unknown';
  return isClear ? null : { why: 'which_patch', id, other };
}

async function conclude(context: ControlContext, order: Order, answer: Answer): Promise<CommandReport> {
  switch (answer.kind) {
    case 'refused': {
      const { refusal, diff, observed = [] } = answer;
      const said = describeRefusal(order.command.verb, refusal);
      const sentence =
        observed.length === 0 ? said : await enterRefused(context, order, { sentence: said, observed });
      return reportOf(order, {
        done: 'refused',
        sentence,
        observed,
        ...(diff === undefined ? {} : { diff }),
      });
    }
    case 'seen': {
      const { kind: _, done = 'done', ...seen } = answer;
      return reportOf(order, { done, confirmedAt: context.clock.now().toISOString(), ...seen });
    }
    case 'result': {
      const { kind: _, result, digest, entered = false, ...more } = answer;
      const { observed } = more;
      const isConfirmed = result.done !== 'unconfirmed';
      const confirmed = isConfirmed ? { confirmedAt: context.clock.now().toISOString() } : {};
      const said = describeResult(result);
      const sentence =
        result.done === 'unchanged' || entered
          ? said
          : await enter(context, isConfirmed ? order : unfinished(order), {
              result: said,
              ...(digest === undefined ? {} : { digest }),
              observed,
            });
      return reportOf(order, { done: result.done, sentence, ...more, ...confirmed });
    }
    case 'broken': {
      const { reason, observed } = answer;
      const said = describeFailure(order.command.verb, reason);
      const sentence = await enter(context, unfinished(order), { result: said, observed });
      return reportOf(order, { done: 'failed', sentence, observed });
    }
  }
}

/** What came to no end, or was not seen to, is still to be done when it comes once more. */
function unfinished(order: Order): Order {
  const { origin: _, ...rest } = order;
  return rest;
}

/** What was refused in the end, and has changed something before that; the answer names that beside its sentence. */
async function enterRefused(
  context: ControlContext,
  order: Order,
  { sentence, observed }: Pick<CommandReport, 'sentence' | 'observed'>,
): Promise<string> {
  const changed = observed.map(({ kind, name, state }) => `${kind} ${name} was told to end (${state}).`);
  const unlogged = await enterAct(context, unfinished(order), { result: [...changed, sentence].join(' ') });
  return unlogged === null ? sentence : `${sentence} ${unlogged}`;
}

/** Enters what was done into the log; the sentence says where that failed. */
async function enter(
  context: ControlContext,
  order: Order,
  {
    observed,
    ...done
  }: { readonly result: string; readonly digest?: string; readonly observed: readonly Observation[] },
): Promise<string> {
  const unlogged = isEntered(order, observed) ? null : await enterAct(context, order, done);
  return unlogged === null ? done.result : `${done.result} ${unlogged}`;
}

/** Where only the switches were moved, the move itself is the entry. */
function isEntered({ command: { verb } }: Order, observed: readonly Observation[]): boolean {
  switch (verb) {
    case 'pause':
    case 'lock':
      return true;
    case 'resume':
    case 'unlock':
      return observed.some(({ kind }) => kind === 'control');
    default:
      return false;
  }
}

function reportOf(
  order: Order,
  rest: Pick<CommandReport, 'done' | 'sentence'> & Partial<CommandReport>,
): CommandReport {
  const { command, surface, actor, role, requestedAt } = order;
  const id = 'id' in command ? command.id : null;
  return {
    verb: command.verb,
    surface,
    by: actor,
    role,
    ...(id === null ? {} : { patch: id }),
    observed: [],
    requestedAt: requestedAt.toISOString(),
    ...rest,
  };
}
