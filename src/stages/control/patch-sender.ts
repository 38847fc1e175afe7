import type { Command } from '../../control/command.ts';
import { parseControl } from '../../control/control.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';
import type { Ledger } from './ports.ts';

/**
 * Whose patch is to be approved, or worked on again; empty: none is, or nothing is known.
 *
 * They are all who sent the same patch under this id: where a revision came in between, what we send once more for
 * somebody else is on record as ours.
 */
export async function findSenders(
  { repository, ledger }: Pick<ControlContext, 'repository' | 'ledger'>,
  command: Command,
): Promise<readonly string[]> {
  if ((command.verb !== 'approve' && command.verb !== 'retry') || command.id === null) {
    return [];
  }
  const state = await readPatchState(repository, command.id);
  if (typeof state === 'string') {
    return [];
  }
  const { record } = state;
  const earlier = await readDeliveries(ledger, record);
  const { receivedAt } = earlier.at(-1) ?? record;
  const askers = await findAskers(ledger, { ...record, receivedAt });
  return [...new Set([record.sender, ...askers, ...earlier.map(({ sender }) => sender)])];
}

/** What the history of a record says of the same patch, newest first. Throws where it is too long to be read. */
async function readDeliveries(
  ledger: Pick<Ledger, 'history'>,
  { id, digest }: PatchRecord,
): Promise<readonly PatchRecord[]> {
  const steps = await ledger.history(recordRef(id), MOST_STEPS);
  if (steps.length === MOST_STEPS) {
    throw new Error(
      `the record of ${id} has ${MOST_STEPS} steps or more, so that nobody knows who sent it first; send the patch under a new id`,
    );
  }
  return steps.flatMap(({ message }) => {
    const parsed = parseRecord(message);
    return parsed.ok && parsed.record.digest === digest ? [parsed.record] : [];
  });
}

/** An attempt takes four or five; each further hundred costs a request. */
const MOST_STEPS = 2000;

/** Login of who asked last for a patch that we sent; null: nobody did. Throws as `findAskers` does. */
export async function findAsker(...asked: Parameters<typeof findAskers>): Promise<string | null> {
  const [newest = null] = await findAskers(...asked);
  return newest;
}

/**
 * Logins of all who asked us for a patch that we sent, from a comment, as a revert, or in the name of a token's person,
 * the newest first: whoever wrote the same one before is not forgotten for who wrote it again. On its record the sender
 * is only us. That a patch says of itself that it is a revert proves nothing: the log must have it under its digest.
 * Throws where the log is too long to be read back to when the patch came: whoever fills it with entries of their own
 * must not be forgotten for that.
 */
async function findAskers(
  ledger: Pick<Ledger, 'history'>,
  { id, digest, revertOf, receivedAt }: Pick<PatchRecord, 'id' | 'digest' | 'revertOf' | 'receivedAt'>,
): Promise<readonly string[]> {
  const from = Date.parse(receivedAt) - LONGEST_WAY_MS;
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit);
    const oldest = log.at(-1);
    const isWhole = log.length < limit || oldest === undefined || Date.parse(oldest.committedAt) < from;
    if (isWhole) {
      return log
        .map(({ message }) => parseControl(message)?.act)
        .filter(
          (act) =>
            act?.digest === digest &&
            ((act.verb === 'revert' && act.patch === revertOf) || (act.verb === 'apply' && act.patch === id)),
        )
        .flatMap((act) => act?.by ?? []);
    }
  }
  throw new Error(
    `the log at ${CONTROL_REF} has more than ${READ_ENTRIES.at(-1)} entries since ${id} was sent, so that nobody knows who asked for it; look at the log, then send the patch again`,
  );
}

/** A patch is reviewed within days, and the log holds a few entries a day; only where that is not so, more is read. */
const READ_ENTRIES = [500, 5000] as const;

/** Milliseconds that a patch may be on its way from the log to its record, through an outage or two. */
const LONGEST_WAY_MS = 7 * 24 * 3_600_000;
