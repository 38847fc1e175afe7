import type { Command } from '../../control/command.ts';
import { type Act, parseControl } from '../../control/control.ts';
import { proofOf } from '../../record/proof.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import { sendersOf } from '../senders.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';
import type { Ledger } from './ports.ts';

/** Whose patch is to be approved, or worked on again; all empty: none is, or nothing is known. */
export type Senders = {
  /** None of them approves it. */
  readonly all: readonly string[];
  /** A stop of any of them stops what is asked for. */
  readonly heeded: readonly string[];
};

/**
 * All who sent the same patch under this id: where a revision came in between, what we send once more for somebody else is
 * on record as ours. And all who sent what its branch shows, where a later attempt came to no commit.
 *
 * An approval is about that commit alone, so that a stop of who sent it is heeded, and none of who sent what came to
 * nothing since, or is held: else whoever is stopped would keep what others have sent from being approved.
 */
export async function findSenders(
  { repository, ledger }: Pick<ControlContext, 'repository' | 'ledger'>,
  command: Command,
): Promise<Senders> {
  if ((command.verb !== 'approve' && command.verb !== 'retry') || command.id === null) {
    return NOBODY;
  }
  const state = await readPatchState(repository, command.id);
  if (typeof state === 'string') {
    return NOBODY;
  }
  const { record } = state;
  const steps = await readSteps(ledger, record.id);
  const heads = steps.filter(({ head }) => head !== undefined && head === record.head);
  const digests = new Set([record, ...heads].map(({ digest }) => digest));
  const own: Some = [record, ...steps.filter(({ digest }) => digests.has(digest))];
  const all = await sendersOfAll(ledger, own, steps);
  const made = command.verb === 'approve' ? whatMadeHead(record, own) : null;
  return { all, heeded: made === null ? all : await sendersOfAll(ledger, made, steps) };
}

const NOBODY: Senders = { all: [], heeded: [] };

/** The first is the newest; the last is the oldest. */
type Some = readonly [PatchRecord, ...PatchRecord[]];

/** Who sent these steps of one record, or asked us to send them. `steps` are all that it has. */
async function sendersOfAll(
  ledger: Pick<Ledger, 'history'>,
  some: Some,
  steps: readonly PatchRecord[],
): Promise<readonly string[]> {
  const [newest] = some;
  const { receivedAt } = some.at(-1) ?? newest;
  const askers = await findAskers(ledger, askedFor({ ...newest, receivedAt }, some), steps);
  return [...new Set([...askers, ...some.flatMap(sendersOf)])];
}

/**
 * The steps of the patch that the commit at the head of a record was made of, without those of deliveries that came to
 * nothing since. null: all of them are, or nobody knows which.
 */
function whatMadeHead(record: PatchRecord, steps: readonly PatchRecord[]): Some | null {
  const digest = proofOf(record)?.digest;
  const isSince = ({ head, plan }: PatchRecord) => head === record.head && plan === undefined;
  const [newest, ...older] = steps.filter((step) => step.digest === digest && !isSince(step));
  return newest === undefined || older.length + 1 === steps.length ? null : [newest, ...older];
}

/** All that the history of a record says, newest first. Throws where it is too long to be read. */
async function readSteps(ledger: Pick<Ledger, 'history'>, id: string): Promise<readonly PatchRecord[]> {
  const steps = await ledger.history(recordRef(id), MOST_STEPS);
  if (steps.length === MOST_STEPS) {
    throw new Error(
      `the record of ${id} has ${MOST_STEPS} steps or more, so that nobody knows who sent it first; send the patch under a new id`,
    );
  }
  return steps.flatMap(({ message }) => {
    const parsed = parseRecord(message);
    return parsed.ok ? [parsed.record] : [];
  });
}

/** An attempt takes four or five; each further hundred costs a request. */
const MOST_STEPS = 2000;

/** Login of who asked last for a patch that we sent; null: nobody did. Throws where the history is too long to be read. */
export async function findAsker(
  ledger: Pick<Ledger, 'history'>,
  record: Pick<PatchRecord, 'id' | 'receivedAt'> & Delivered,
): Promise<string | null> {
  const steps = await readSteps(ledger, record.id);
  const [newest = null] = await findAskers(ledger, askedFor(record), steps);
  return newest;
}

/** Patches that came under one id, the first of them at that time; by digest, what each takes back. */
type Asked = Pick<PatchRecord, 'id' | 'receivedAt'> & {
  readonly deliveries: ReadonlyMap<string, string | undefined>;
};

type Delivered = Pick<PatchRecord, 'digest' | 'revertOf'>;

function askedFor(
  record: Pick<PatchRecord, 'id' | 'receivedAt'> & Delivered,
  others: readonly Delivered[] = [],
): Asked {
  const { id, receivedAt } = record;
  const deliveries = new Map([record, ...others].map(({ digest, revertOf }) => [digest, revertOf]));
  return { id, receivedAt, deliveries };
}

/**
 * Logins of all who asked us for a patch that we sent, from a comment, as a revert, or in the name of a token's person,
 * the newest first: whoever wrote the same one before is not forgotten for who wrote it again. On its record the sender
 * is only us. That a patch says of itself that it is a revert proves nothing: the log must have it under its digest.
 * Last come those who sent what no record of this id has under the digest that the log has: it may be this very patch,
 * changed on its way. `steps` are all those records.
 * Throws where the log is too long to be read back to when the patch came: whoever fills it with entries of their own
 * must not be forgotten for that.
 */
async function findAskers(
  ledger: Pick<Ledger, 'history'>,
  asked: Asked,
  steps: readonly PatchRecord[],
): Promise<readonly string[]> {
  const from = Date.parse(asked.receivedAt) - LONGEST_WAY_MS;
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit);
    const oldest = log.at(-1);
    const isWhole = log.length < limit || oldest === undefined || Date.parse(oldest.committedAt) < from;
    if (isWhole) {
      const recent = log.filter(({ committedAt }) => Date.parse(committedAt) >= from);
      return [...askersIn(log, asked), ...lostSendersIn(recent, asked, steps)];
    }
  }
  throw new Error(
    `the log at ${CONTROL_REF} has more than ${READ_ENTRIES.at(-1)} entries since ${asked.id} was sent, so that nobody knows who asked for it; look at the log, then send the patch again`,
  );
}

function askersIn(log: readonly Message[], { id, deliveries }: Asked): readonly string[] {
  return actsIn(log)
    .filter(({ verb, patch, digest = '' }) => {
      const isOf = verb === 'revert' ? patch === deliveries.get(digest) : verb === 'apply' && patch === id;
      return isOf && deliveries.has(digest);
    })
    .map(({ by }) => by);
}

function lostSendersIn(
  log: readonly Message[],
  { id, deliveries }: Asked,
  steps: readonly PatchRecord[],
): readonly string[] {
  const known = new Set([...deliveries.keys(), ...steps.map(({ digest }) => digest)]);
  return actsIn(log)
    .filter(
      (act) => act.verb === 'apply' && act.patch === id && act.digest !== undefined && !known.has(act.digest),
    )
    .map(({ by }) => by);
}

type Message = { readonly message: string };

function actsIn(log: readonly Message[]): readonly Act[] {
  return log.flatMap(({ message }) => parseControl(message)?.act ?? []);
}

/** A patch is reviewed within days, and the log holds a few entries a day; only where that is not so, more is read. */
const READ_ENTRIES = [500, 5000] as const;

/** Milliseconds that a patch may be on its way from the log to its record, through an outage or two. */
export const LONGEST_WAY_MS = 7 * 24 * 3_600_000;
