import type { FileFacts } from './file-step.ts';
import { type FlightParts, fly } from './flight.ts';
import type { Folder } from './folder.ts';
import { createLanding } from './landing.ts';
import { type Claim, formatClaim, parseClaim, WORKING } from './names.ts';
import type { Tally, WatchParts, WatchPlan } from './parts.ts';
import { createTurns } from './turns.ts';

/** All patches that are under way at once. */
export type Fleet = {
  /** Aborted when the watch is told to end, or one of them fails. */
  readonly signal: AbortSignal;
  /** Begins what there is room for: first what was begun before this process, then these files, by taking them away. */
  begin(files: readonly Pick<FileFacts, 'name'>[]): Promise<void>;
  isIdle(): boolean;
  /** Something broke that is no patch's fault, or the signal was aborted: the others leave what they work on. */
  fail(error: unknown): void;
  /** Waits until none is under way; throws what broke. */
  end(): Promise<Tally>;
};

export async function createFleet(parts: WatchParts, plan: WatchPlan): Promise<Fleet> {
  const { folder, door } = parts;
  const breaking = new AbortController();
  const signal = AbortSignal.any([parts.signal, breaking.signal]);
  const flight: FlightParts = {
    ...parts,
    turns: createTurns(),
    limits: plan.limits,
    once: plan.once,
    signal,
  };
  const landing = createLanding(parts);
  const begun = await findBegun(folder);
  const flying = new Set<Promise<void>>();
  let serial = Math.max(0, ...begun.map((claim) => claim.serial));
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown) => {
    if (!signal.aborted) {
      failure = { error };
      breaking.abort();
    }
  };
  const carry = async (claim: Claim) => {
    try {
      const again = await landing.land(await fly(flight, claim));
      if (again !== null) {
        begun.push(again);
      }
    } catch (error) {
      fail(error);
    }
  };
  const start = (claim: Claim) => {
    const work = carry(claim).finally(() => flying.delete(work));
    flying.add(work);
  };
  return {
    signal,
    fail,
    async begin(files) {
      while (begun.length > 0 && flying.size < door.atOnce) {
        for (const claim of begun.splice(0, 1)) {
          const counted = { ...claim, tries: claim.tries + 1 };
          // Before anything else, so that it counts whatever happens then.
          if (await folder.move(`${WORKING}/${formatClaim(claim)}`, `${WORKING}/${formatClaim(counted)}`)) {
            start(counted);
          }
        }
      }
      for (const { name } of files.slice(0, Math.max(0, door.atOnce - flying.size))) {
        serial += 1;
        const claim = { name, tries: 1, serial };
        // In one step, so that whoever writes it anew from now on writes another file.
        if (await folder.move(name, `${WORKING}/${formatClaim(claim)}`)) {
          start(claim);
        }
      }
    },
    isIdle: () => flying.size === 0 && begun.length === 0,
    async end() {
      await Promise.all(flying);
      if (failure !== null) {
        throw failure.error;
      }
      return landing.tally();
    },
  };
}

/** Begun by a process before this one; the oldest first. */
async function findBegun(folder: Folder): Promise<Claim[]> {
  const claims = (await folder.working()).map(parseClaim).filter((claim) => claim !== null);
  return claims.toSorted((one, other) => one.serial - other.serial);
}
