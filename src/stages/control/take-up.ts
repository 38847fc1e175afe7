import type { Oid } from '../ports.ts';
import type { ControlContext } from './context.ts';
import { dispatchKept, type Kept, type Sent } from './dispatch.ts';
import { afterChange } from './interrupted.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { lookUntil } from './poll.ts';

/**
 * Sends a patch and waits until a run has put it on record anew, whatever became of it. null: none has in time.
 * `before` is where its record stands; null: there is none yet.
 * `name` is its id as the patch has it, where that may be another one than its name in refs.
 */
export async function sendAndSee(
  context: ControlContext,
  kept: Kept & { readonly before: Oid | null; readonly name?: string },
  options: Sent = {},
): Promise<PatchState | null> {
  const { id, before, name = id } = kept;
  await dispatchKept(context, { ...kept, id: name }, options);
  return afterChange([], () =>
    lookUntil(context, TAKE_UP_SECONDS, async () => {
      const now = await readPatchState(context.repository, id);
      return typeof now !== 'string' && now.recordCommit.oid !== before ? now : null;
    }),
  );
}

/** Whether the run that took it up was stopped by a switch before it did anything. */
export function wasStopped({ record: { outcome } }: PatchState): boolean {
  return outcome?.kind === 'held' || outcome?.kind === 'halted';
}

/** A run starts within seconds where machines are free; who waits longer is named, and the watch sends it on again. */
const TAKE_UP_SECONDS = 120;
