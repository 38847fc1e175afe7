import type { Flown } from './flight.ts';
import type { Folder } from './folder.ts';
import { type Claim, formatClaim, WORKING } from './names.ts';
import type { Clock, Tally, Tell } from './parts.ts';
import { settle } from './settle.ts';

/** Where patches go when their end was seen. */
export type Landing = {
  tally(): Tally;
  /** Gives the claim of what is to be worked on again, because its file was changed meanwhile. */
  land(flown: Flown): Promise<Claim | null>;
};

export function createLanding(parts: {
  readonly folder: Folder;
  readonly clock: Clock;
  readonly tell: Tell;
}): Landing {
  const counts = { completed: 0, failed: 0, left: 0 };
  // One after the other, or two might choose the same place.
  let last: Promise<unknown> = Promise.resolve();
  return {
    tally: () => counts,
    async land(flown) {
      if (flown.kind === 'gone') {
        return null;
      }
      if (flown.kind === 'left') {
        counts.left += 1;
        return null;
      }
      const work = last.then(() => landOne(parts, flown));
      last = work.catch(() => undefined);
      const { completed, again } = await work;
      counts[completed ? 'completed' : 'failed'] += 1;
      return again;
    },
  };
}

async function landOne(
  { folder, clock, tell }: Parameters<typeof createLanding>[0],
  { claim, report, read, patch }: Extract<Flown, { kind: 'landed' }>,
): Promise<{ readonly completed: boolean; readonly again: Claim | null }> {
  const known = {
    file: claim.name,
    tries: claim.tries,
    at: clock.time(),
    ...(read === null ? {} : { sha256: read.sha256 }),
    ...(patch === null ? {} : { id: patch.id, digest: patch.digest }),
  };
  const { result, again } = await settle(folder, { claim, report, known, read });
  tell({ event: 'settled', result });
  const { completed } = result;
  if (!again) {
    return { completed, again: null };
  }
  const anew = { ...claim, tries: 0 };
  await folder.move(`${WORKING}/${formatClaim(claim)}`, `${WORKING}/${formatClaim(anew)}`);
  return { completed, again: anew };
}
