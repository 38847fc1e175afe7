import { isOurs } from '../../record/life.ts';
import { isAboutHead, speaksOfHead } from '../../record/proof.ts';
import { type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { Oid } from '../ports.ts';
import { findBehind } from './commits-behind.ts';
import type { ControlContext } from './context.ts';
import type { PatchState } from './patch.ts';
import { writeStep } from './settle.ts';

/** One step of a record, with the tree that holds its patch. */
export type RecordStep = { readonly record: PatchRecord; readonly tree: Oid };

type WithHistory = { readonly ledger: Pick<ControlContext['ledger'], 'commit' | 'history'> };

/**
 * The newest step of a record that is about the commit at its head and is as wanted. null: none is. Throws where the
 * record is too long to be read, which is another thing than that there is none.
 */
export async function findStep(
  context: WithHistory,
  { id, head }: Pick<PatchRecord, 'id' | 'head'>,
  isWanted: (record: PatchRecord) => boolean,
): Promise<RecordStep | null> {
  return newestStep(context, { id, head }, (record) => record.head === head && isWanted(record));
}

/**
 * The step of the delivery that made a commit. What was closed, or overtaken, before it had an end has none, and was made
 * by a step that knows its plan. null: none of ours made it.
 */
export async function findMade(
  context: WithHistory,
  of: { readonly id: string; readonly head: Oid },
): Promise<RecordStep | null> {
  return (await findOrigin(context, of)) ?? (await findPlan(context, of));
}

/**
 * The same of the newest commit of ours at or below one, for a person may have put a branch back and committed on top.
 * null: none of ours is there.
 */
export async function findMadeBelow(
  context: WithHistory,
  { id, head, base }: { readonly id: string; readonly head: Oid; readonly base: Oid | undefined },
): Promise<RecordStep | null> {
  // What people commit costs no more than the look at it.
  return findBehind(context, { head, base }, async ({ oid, message }) =>
    message.includes('Ghost-Digest: ') ? await findMade(context, { id, head: oid }) : null,
  );
}

/**
 * The step that knows what a commit was to be: where another delivery took its place while its tests ran, none names that
 * commit, and the claim is known by what it had made. null: none of ours made it.
 */
export async function findPlan(
  context: WithHistory,
  { id, head }: { readonly id: string; readonly head: Oid },
): Promise<RecordStep | null> {
  const named = await findStep(context, { id, head }, ({ plan }) => plan !== undefined);
  const commit = named === null ? await context.ledger.commit(head) : null;
  if (commit === null) {
    return named;
  }
  const claim = await newestStep(
    context,
    { id, head },
    (record) => record.state === 'applied' && isOurs({ ...commit, oid: head }, record),
  );
  return claim === null ? null : { ...claim, record: { ...claim.record, head } };
}

/** The newest step that is as wanted; `head`: the commit that it is to tell of, where it is about one. */
export async function newestStep(
  { ledger }: WithHistory,
  { id, head }: { readonly id: string; readonly head?: Oid | undefined },
  isWanted: (record: PatchRecord) => boolean,
): Promise<RecordStep | null> {
  for (const limit of READ_STEPS) {
    const history = await ledger.history(recordRef(id), limit);
    for (const { message, tree } of history) {
      const parsed = parseRecord(message);
      if (parsed.ok && isWanted(parsed.record)) {
        return { record: parsed.record, tree };
      }
    }
    if (history.length < limit) {
      return null;
    }
  }
  throw new LongRecordError(
    `the record of ${id} has ${MOST_STEPS} steps or more, so that nobody knows what came of ${head ?? 'it'}; send the patch under a new id`,
  );
}

/** Each further hundred costs a request. */
const MOST_STEPS = 2000;

/** An attempt takes four or five; only where there are more than twenty attempts, more is read. */
const READ_STEPS = [100, MOST_STEPS] as const;

/** Nobody reads so many steps. */
export class LongRecordError extends Error {
  override readonly name = 'LongRecordError';
}

/** What a record said at first. null: there is none, or none that can be read. */
export async function findFirst(
  { ledger }: WithHistory,
  id: string,
): Promise<PatchRecord | 'too_long' | null> {
  const steps = await ledger.history(recordRef(id), MOST_STEPS);
  if (steps.length === MOST_STEPS) {
    return 'too_long';
  }
  for (const { message } of steps.toReversed()) {
    const parsed = parseRecord(message);
    if (parsed.ok) {
      return parsed.record;
    }
  }
  return null;
}

/** The step that says what came of the commit at the record's head, where the record itself does not. null: none does. */
export async function findOrigin(
  context: WithHistory,
  record: Pick<PatchRecord, 'id' | 'head'>,
): Promise<RecordStep | null> {
  return findStep(context, record, (step) => step.state === 'done' && isAboutHead(step));
}

/**
 * The record that says what came of its head, with what is known by now of the checks there: itself, or a step of its
 * history where what was delivered since came to nothing. null: nothing says it.
 */
export async function whatCameOfHead(context: WithHistory, record: PatchRecord): Promise<PatchRecord | null> {
  if (speaksOfHead(record)) {
    return record;
  }
  const origin = await findOrigin(context, record);
  return origin === null ? null : { ...origin.record, ...(record.ci === undefined ? {} : { ci: record.ci }) };
}

/**
 * The record as it was at a step before, as if nothing had come in between, with a number for the next attempt that none
 * had. Its message, what waits for a status and what it stays beside are those of now.
 */
export function asBefore(record: PatchRecord, before: RecordStep): PatchRecord {
  const { attempt, slack, replaced, keptBeside, turnedAway, pullRequest } = record;
  return {
    // A process may have died before it knew which one it had opened.
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...before.record,
    attempt,
    ...(keptBeside === undefined ? {} : { keptBeside }),
    // It shows what came in between, of which the record says nothing.
    ...(slack === undefined ? {} : { slack: { channel: slack.channel, ts: slack.ts } }),
    ...(replaced === undefined ? {} : { replaced }),
    ...(turnedAway === undefined ? {} : { turnedAway }),
  };
}

/** Writes that. Gives where the record stands then; null: somebody else moved it first. */
export async function restore(
  context: ControlContext,
  state: PatchState,
  before: RecordStep,
): Promise<Oid | null> {
  const { recordCommit } = state;
  const from = { ...state, recordCommit: { ...recordCommit, tree: before.tree } };
  const written = await writeStep(context, from, { record: asBefore(state.record, before) });
  return written === 'moved' ? null : written.oid;
}
