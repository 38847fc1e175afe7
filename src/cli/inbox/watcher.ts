import { createFleet } from './fleet.ts';
import { createLooker } from './looker.ts';
import type { Tally, WatchParts, WatchPlan } from './parts.ts';
import { finishMoves } from './settle.ts';

/**
 * Watches a folder until the signal says so, or with `once` until there is nothing left to do.
 *
 * All state is the folder and the far end: a file in the folder is new, one in `.working/` was begun. So whoever dies
 * at whatever point leaves nothing that the next process does not go on with.
 */
export async function watchFolder(parts: WatchParts, plan: WatchPlan): Promise<Tally> {
  const { folder, door, clock, tell, signal } = parts;
  await finishMoves(folder);
  await door.check(signal);
  tell({ event: 'watching', to: door.name });
  const fleet = await createFleet(parts, plan);
  const looker = createLooker({ folder, clock, tell, patience: plan.patience });
  try {
    for (;;) {
      const began = clock.now();
      const { ready, pending } = await looker.look();
      await fleet.begin(ready);
      if (plan.once && !pending && fleet.isIdle()) {
        break;
      }
      await clock.wait(Math.max(plan.lookMs, IDLE_SHARE * (clock.now() - began)), fleet.signal);
    }
  } catch (error) {
    fleet.fail(error);
  }
  return fleet.end();
}

/** Looking takes a tenth of the time at most, however much lies there. */
const IDLE_SHARE = 9;
