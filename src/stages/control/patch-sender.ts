import type { Command } from '../../control/command.ts';
import { parseControl } from '../../control/control.ts';
import { CONTROL_REF, type PatchRecord } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';
import type { Ledger } from './ports.ts';

/** Whose patch is to be approved; undefined: nothing is approved, or nothing is known. */
export async function findSender(
  { repository, ledger }: Pick<ControlContext, 'repository' | 'ledger'>,
  command: Command,
): Promise<string | undefined> {
  if (command.verb !== 'approve' || command.id === null) {
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
 * log must have it under its digest.
 */
export async function findAsker(
  ledger: Pick<Ledger, 'history'>,
  { id, digest, revertOf }: Pick<PatchRecord, 'id' | 'digest' | 'revertOf'>,
): Promise<string | null> {
  const log = await ledger.history(CONTROL_REF, MOST_ENTRIES);
  const asked = log
    .map(({ message }) => parseControl(message)?.act)
    .find(
      (act) =>
        act?.digest === digest &&
        ((act.verb === 'revert' && act.patch === revertOf) || (act.verb === 'apply' && act.patch === id)),
    );
  return asked?.by ?? null;
}

/** A patch is reviewed within days; the log holds a few entries a day. */
const MOST_ENTRIES = 500;
