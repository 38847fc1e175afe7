import type { Command } from '../../control/command.ts';
import { parseControl } from '../../control/control.ts';
import { CONTROL_REF, type PatchRecord } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';
import type { Ledger } from './ports.ts';

/** Whose patch is to be approved, or worked on again; undefined: none is, or nothing is known. */
export async function findSender(
  { repository, ledger }: Pick<ControlContext, 'repository' | 'ledger'>,
  command: Command,
): Promise<string | undefined> {
  if ((command.verb !== 'approve' && command.verb !== 'retry') || command.id === null) {
    return undefined;
  }
  const state = await readPatchState(repository, command.id);
  return typeof state === 'string'
    ? undefined
    : ((await findAsker(ledger, state.record)) ?? state.record.sender);
}

/**
 * Login of who asked us for a patch that we sent, from a comment, as a revert, or in the name of a token's person; null:
 * nobody did. On its record the sender is only us. That a patch says of itself that it is a revert proves nothing: the
 * log must have it under its digest. Throws where the log is too long to be read back to when the patch came: whoever
 * fills it with entries of their own must not be forgotten for that.
 */
export async function findAsker(
  ledger: Pick<Ledger, 'history'>,
  { id, digest, revertOf, receivedAt }: Pick<PatchRecord, 'id' | 'digest' | 'revertOf' | 'receivedAt'>,
): Promise<string | null> {
  const from = Date.parse(receivedAt) - LONGEST_WAY_MS;
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit);
    const asked = log
      .map(({ message }) => parseControl(message)?.act)
      .find(
        (act) =>
          act?.digest === digest &&
          ((act.verb === 'revert' && act.patch === revertOf) || (act.verb === 'apply' && act.patch === id)),
      );
    const oldest = log.at(-1);
    const isWhole = log.length < limit || oldest === undefined || Date.parse(oldest.committedAt) < from;
    if (asked !== undefined || isWhole) {
      return asked?.by ?? null;
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
