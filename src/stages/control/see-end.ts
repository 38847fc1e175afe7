import type { ControlContext } from './context.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { lookUntil } from './poll.ts';

/** The patch as it stands when it is done, when another one has taken its place, or when that takes too long to wait for. */
export async function seeEnd(context: ControlContext, taken: PatchState): Promise<PatchState> {
  if (taken.record.outcome !== undefined) {
    return taken;
  }
  let newest = taken;
  await lookUntil(context, END_SECONDS, async () => {
    const now = await readPatchState(context.repository, taken.record.id);
    newest = typeof now === 'string' ? newest : now;
    const { outcome, digest } = newest.record;
    return outcome === undefined && digest === taken.record.digest ? null : newest;
  });
  return newest;
}

/** Small suites end by then. Whoever writes the next command in the same thread waits for this one. */
const END_SECONDS = 60;
