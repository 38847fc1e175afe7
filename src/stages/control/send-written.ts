import type { ApplyCommand } from '../../control/command.ts';
import { parseControl } from '../../control/control.ts';
import { describeSent } from '../../control/sent-act.ts';
import { strictestSwitch } from '../../control/switches.ts';
import { canonicalJson } from '../../patch/canonical-json.ts';
import { nextAttempt } from '../../record/life.ts';
import type { Outcome } from '../../record/outcome.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../record/record.ts';
import { formatClashes } from '../../report/clash.ts';
import { describeOutcome, describeStop, describeView } from '../../report/sentence.ts';
import type { PatchView } from '../../report/view.ts';
import { apply } from '../apply.ts';
import { noteWriter } from '../note-sender.ts';
import type { Snapshot } from '../ports.ts';
import { readPrevious } from '../standing.ts';
import type { Answer } from './answer.ts';
import { type ControlContext, namesOf, type Order } from './context.ts';
import { isOvertaken } from './overtaken.ts';
import { observeKnownPullRequest, observeRecord } from './records.ts';
import { seeEnd } from './see-end.ts';
import { findSentBefore } from './sent-before.ts';
import { enterAct, notSent } from './switchboard.ts';
import { sendAndSee } from './take-up.ts';

/**
 * Sends a patch that somebody wrote below a command. It is tried first, by the apply stage itself, so that what does
 * not fit is answered at once and nothing of it is kept. Confirmed when a run has taken it up; how that ends is told
 * where it ends soon.
 */
export async function sendWritten(context: ControlContext, order: Order<ApplyCommand>): Promise<Answer> {
  const { command, actor, writer: sender = actor } = order;
  const sent = command.dryRun ? null : await findSentBefore(context, order);
  if (sent !== null && sent.kind !== 'lost') {
    return sent;
  }
  const tried = await apply(context, {
    payload: command.payload,
    sender,
    dryRun: true,
    beforeSending: !command.dryRun,
  });
  const { view } = tried;
  const { outcome } = view.record;
  if (outcome?.kind === 'duplicate') {
    if (!command.dryRun) {
      await noteWriter(context, view.record, { sender, sentFor: namesOf(order) });
    }
    return duplicate(command, outcome);
  }
  if (outcome !== undefined && outcome.kind !== 'held') {
    return refused(outcome, view);
  }
  if (command.dryRun) {
    return previewed(command, view);
  }
  const { id } = command;
  const { digest } = view.record;
  if (await wasOvertaken(context, order, digest)) {
    return { kind: 'refused', refusal: { why: 'overtaken', id } };
  }
  const snapshot = await context.repository.read({
    refs: [CONTROL_REF, recordRef(id)],
  });
  const stopped = stoppedHere(context, order, snapshot);
  const previous = readPrevious(snapshot, id);
  const before = previous === 'unreadable' ? null : previous;
  return stopped ?? send(context, order, { view, before });
}

function duplicate({ id }: ApplyCommand, outcome: Extract<Outcome, { kind: 'duplicate' }>): Answer {
  const { headline, detail } = describeOutcome(outcome);
  const remedy =
    outcome.state === 'finished'
      ? `Write "retry ${id}" to have it worked on again.`
      : `Ask "status ${id}" how it ends.`;
  const standing = { headline, detail, remedy };
  const result = { verb: 'apply', done: 'unchanged', id, revises: false, standing } as const;
  return { kind: 'result', result, observed: observeKnownPullRequest(outcome.pullRequest) };
}

function refused(outcome: Outcome, { stopped }: PatchView): Answer {
  const { headline, detail, remedy = '' } = describeOutcome(outcome);
  const clashes = outcome.kind === 'conflict' ? (outcome.clashes ?? []) : [];
  return {
    kind: 'seen',
    done: 'refused',
    sentence: `${headline}; nothing was written. ${outcome.kind === 'refused' ? '' : `${detail} `}${remedy}${besideStop(stopped)} Write a new comment for that, because what this one is edited to does not count.`,
    // These say what the detail does, and more.
    ...(outcome.kind === 'refused' ? { refusals: outcome.refusals } : {}),
    ...(clashes.length === 0 ? {} : { diff: formatClashes(clashes) }),
  };
}

function besideStop(stopped: PatchView['stopped']): string {
  return stopped === undefined ? '' : ` ${describeStop(stopped)}`;
}

function previewed({ id }: ApplyCommand, { record, diff, stopped }: PatchView): Answer {
  const changed = record.plan?.changes.length ?? 0;
  const files = changed === 1 ? 'one file' : `${changed} files`;
  return {
    kind: 'seen',
    sentence: `${id} fits and would change ${files}; nothing was written.${besideStop(stopped)} Write "/ghost apply" above it to have it worked on.`,
    ...(diff === undefined ? {} : { diff }),
    notes: notesOf({ record }),
  };
}

/** Another revision was asked for after this one, which is answered late: it must not take its place. */
async function wasOvertaken(
  context: ControlContext,
  { command: { id }, askedAt }: Order<ApplyCommand>,
  digest: string,
): Promise<boolean> {
  return askedAt !== undefined && (await isOvertaken(context, { id, digest, askedAt }));
}

/**
 * A stop of whoever wrote this, or of whoever asks for it: the run that takes it up would not know them, because it is
 * sent by us. null: none is about them; what is about everybody the run heeds.
 */
function stoppedHere(
  { clock }: ControlContext,
  { actor, writer = actor }: Order,
  { refs }: Snapshot,
): Answer | null {
  const entry = parseControl(refs.get(CONTROL_REF)?.message ?? '');
  const about = (entry?.switches ?? []).filter(({ scope }) => scope.kind === 'sender');
  const now = clock.now();
  const by = strictestSwitch(about, { senders: [writer, actor] }, now);
  return by === null ? null : { kind: 'refused', refusal: { why: by.state, by } };
}

/**
 * Who wrote it is entered into the log before it is sent, because nobody else says so, and they must not approve it,
 * whatever dies in between. What could not be entered is not sent. Of two that are sent at the same time each is in the log
 * before the other one is looked for, so that the older one finds the newer.
 */
async function send(
  context: ControlContext,
  order: Order<ApplyCommand>,
  { view, before }: { readonly view: PatchView; readonly before: PatchRecord | null },
): Promise<Answer> {
  const { id, payload, revises } = order.command;
  const { digest } = view.record;
  const { patch } = payload;
  const text = typeof patch === 'string' ? patch : canonicalJson(patch);
  const name = payload.id ?? id;
  const unlogged = await enterAct(context, order, {
    digest,
    result: describeSent(id, { attempt: nextAttempt(before), askedAt: order.askedAt }),
  });
  if (unlogged !== null) {
    return notSent(id, unlogged);
  }
  if (await wasOvertaken(context, order, digest)) {
    return { kind: 'refused', refusal: { why: 'overtaken', id } };
  }
  const logged = { digest, entered: true } as const;
  const taken = await sendAndSee(context, { id, name, digest, text, before }, { sentFor: namesOf(order) });
  if (taken === null) {
    const result = { verb: 'apply', done: 'unconfirmed', id, revises, standing: null } as const;
    return { kind: 'result', result, ...logged, observed: [], notes: notesOf(view) };
  }
  const { record } = await seeEnd(context, taken);
  if (record.digest !== digest) {
    const standing = describeOutcome({ kind: 'conflict', reason: 'revised', paths: [] });
    const result = { verb: 'apply', done: 'done', id, revises, standing } as const;
    return { kind: 'result', result, ...logged, observed: [observeRecord(record)], notes: notesOf(view) };
  }
  const standing = record.outcome === undefined ? null : describeView({ record });
  return {
    kind: 'result',
    result: { verb: 'apply', done: 'done', id, revises, standing },
    ...logged,
    observed: [observeRecord(record), ...observeKnownPullRequest(record.pullRequest)],
    notes: notesOf({ record }),
    ...(record.outcome?.kind === 'refused' ? { refusals: record.outcome.refusals } : {}),
  };
}

function notesOf({ record }: Pick<PatchView, 'record'>): readonly string[] {
  return [...(record.plan?.notes ?? []), ...(record.plan?.notDone ?? [])];
}
