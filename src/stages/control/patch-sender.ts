import type { Command } from '../../control/command.ts';
import { parseControl } from '../../control/control.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import { readPatchState } from './patch.ts';

/**
 * Whose patch is to be approved; undefined: nothing is approved, or nothing is known. Of a patch that we sent, from
 * a comment or as a revert, it is who asked for it, for the token is only ours. That a patch says of itself that it is
 * a revert proves nothing: the log must have it under its digest.
 */
export async function findSender(
  { repository, ledger }: ControlContext,
  command: Command,
): Promise<string | undefined> {
  if (command.verb !== 'approve' || command.id === null) {
    return undefined;
  }
  const state = await readPatchState(repository, command.id);
  if (typeof state === 'string') {
    return undefined;
  }
  const { id, sender, digest, revertOf } = state.record;
  const log = await ledger.history(CONTROL_REF, MOST_ENTRIES);
  const asked = log
    .map(({ message }) => parseControl(message)?.act)
    .find(
      (act) =>
        act?.digest === digest &&
        ((act.verb === 'revert' && act.patch === revertOf) || (act.verb === 'apply' && act.patch === id)),
    );
  return asked?.by ?? sender;
}

/** A patch is reviewed within days; the log holds a few entries a day. */
const MOST_ENTRIES = 500;
