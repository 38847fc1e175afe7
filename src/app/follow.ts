import type { PatchRecord } from '../record/record.ts';
import { MAX_ROUNDS } from '../stages/context.ts';
import { asShown } from '../stages/intake/as-shown.ts';
import type { IntakeContext, Target } from '../stages/intake/context.ts';
import { readSeen, type SeenPatch } from '../stages/intake/preflight.ts';
import { adoptedPatch, seenRecord } from '../stages/intake/seen.ts';
import { claimOf, type PatchStatus, patchStatus, toldOf, wentBack } from '../stages/intake/status.ts';
import type { Delivery, PatchName, SeenRecord } from '../stages/intake/store.ts';
import { accountOf } from './account.ts';
import { createAllowance } from './allowance.ts';
import type { Feed } from './feed.ts';

/** What was not known of a patch before: how it ended, or how long its pull request took. */
export type Noticed = (before: SeenRecord | undefined, now: SeenRecord, patch: PatchName) => void;

/** Keeps the index in step with the records on GitHub. */
export type Follower = {
  /**
   * Where the patch is now; null: nobody knows it. Rejects where GitHub can't be asked. `listed` is the commit at which
   * its record was seen to stand: what was read before that is too old.
   */
  look(patch: PatchName, listed?: string): Promise<PatchStatus | null>;
  /**
   * Looks at all deliveries of which the end is not known, of one repository or of all; where an account has more of
   * them than GitHub can be asked about, at some. The index finds what became of the others.
   */
  sweep(repository?: string): Promise<void>;
};

/**
 * `noticed` is told in one process only, however many look. What one of them has read is noted only where none of the
 * others has noted anything since that reading began: an answer that took its time may be older than theirs.
 */
export function createFollower(context: IntakeContext, feed: Feed, noticed?: Noticed): Follower {
  const { deliveries, board } = context.store;
  const readings: Shared<Reading> = new Map();
  const shown: Shared<PatchRecord | null> = new Map();
  const unasked = createAllowance({ ...UNASKED, now: () => performance.now() });
  const read = async (patch: PatchName): Promise<Reading> => {
    const known = await deliveries.newest(patch);
    return { known, found: await readRecord(context, patch) };
  };
  const readShared = async (patch: PatchName, listed?: string): Promise<Reading> => {
    const reading = await share(readings, keyOf(patch), () => read(patch));
    return listed === undefined || reading.found?.oid === listed ? reading : await read(patch);
  };
  /** Those who have shared an answer that was outrun share the next one too. */
  const readAgain = async (patch: PatchName, outrun: Reading): Promise<Reading> => {
    if ((await readings.get(keyOf(patch))) === outrun) {
      readings.delete(keyOf(patch));
    }
    return await share(readings, keyOf(patch), () => read(patch));
  };
  const seeShown = async (target: Target, seen: SeenPatch, record: PatchRecord): Promise<SeenPatch> => {
    const instead = await share(shown, `${target.context.site.repository} ${seen.oid}`, () =>
      asShown(target, record),
    );
    return instead === null ? seen : { ...seen, record: instead };
  };
  const note = async (delivery: Delivery, { oid, told }: Telling): Promise<'noted' | 'moved'> => {
    if (delivery.record?.oid === oid) {
      return 'noted';
    }
    const now = seenRecord(told, { oid, at: context.clock.now().toISOString() });
    if (!(await deliveries.see(delivery.seq, now, { after: delivery.record?.oid ?? null }))) {
      return 'moved';
    }
    noticed?.(delivery.record, now, delivery);
    feed.wake();
    return 'noted';
  };
  /** What the patch is by a reading, which is noted. `moved`: somebody has noted another step since it began. */
  const take = async (
    target: Target,
    patch: PatchName,
    { known, found }: Reading,
  ): Promise<{ readonly status: PatchStatus | null; readonly moved: boolean }> => {
    const newest = await deliveries.newest(patch);
    if (found === null || found.record === null) {
      return { status: patchStatus(target, patch, { delivery: newest, seen: found }), moved: false };
    }
    if (isOutrun(newest, { known, found })) {
      return { status: patchStatus(target, patch, { delivery: newest, seen: found }), moved: true };
    }
    const claim = claimOf(found.record);
    const isShown = claim.shows !== null && (newest === null || newest.digest === claim.shows);
    const seen = isShown ? await seeShown(target, found, found.record) : found;
    const { oid } = seen;
    const record = seen.record ?? found.record;
    const now = seenRecord(record, { oid, at: context.clock.now().toISOString() });
    const isUnknown = newest === null ? isShown : wentBack(claim, newest);
    const adopted = { ...adoptedPatch(patch, record, now), after: newest?.seq ?? 0 };
    if (isUnknown && (await board.adopt(adopted))) {
      noticed?.(newest?.record, now, patch);
      feed.wake();
    }
    const delivery = isUnknown ? await deliveries.newest(patch) : newest;
    const told = delivery === null ? null : toldOf(record, delivery);
    // Where that was turned away, whoever sent what stands there is still to be told how it ends.
    const isBeside = told !== null && told !== record;
    const other = isBeside ? await deliveries.newest(patch, record.digest) : null;
    const others = other === null ? null : toldOf(record, other);
    // The newest one first: where that has moved, so may the other one have.
    const moved =
      (delivery !== null && told !== null && (await note(delivery, { oid, told })) === 'moved') ||
      (other !== null && others !== null && (await note(other, { oid, told: others })) === 'moved');
    return { status: patchStatus(target, patch, { delivery, seen }), moved };
  };
  const look = async (patch: PatchName, listed?: string): Promise<PatchStatus | null> => {
    const target = await context.target(patch.repository);
    let reading = await readShared(patch, listed);
    if (target === null) {
      return null;
    }
    let taken = await take(target, patch, reading);
    for (let round = 1; taken.moved && round < MAX_ROUNDS; round++) {
      reading = await readAgain(patch, reading);
      taken = await take(target, patch, reading);
    }
    return taken.status;
  };
  return {
    look,
    sweep: async (repository) => {
      const since = new Date(context.clock.now().getTime() - FOLLOWED_MS);
      const open = await context.store.deliveries.open({
        ...(repository === undefined ? {} : { repository }),
        since,
        limit: SWEEP_LIMIT,
      });
      for (const { repository, id, state } of open) {
        if (state !== 'queued' && unasked.take(accountOf(repository))) {
          // One repository that can't be read must not keep the others from being looked at.
          await look({ repository, id }).catch(() => undefined);
        }
      }
    },
  };
}

/** What was read of a patch, and the newest delivery of it as it stood when that began. */
type Reading = { readonly known: Delivery | null; readonly found: SeenPatch | null };

/** A step of a record, as far as it tells of a delivery. */
type Telling = { readonly oid: string; readonly told: PatchRecord };

function keyOf({ repository, id }: PatchName): string {
  return `${repository} ${id}`;
}

/** Somebody has noted another step of the record than was read, since the reading began. */
function isOutrun(
  newest: Delivery | null,
  { known, found }: { readonly known: Delivery | null; readonly found: SeenPatch },
): boolean {
  const noted = newest?.record?.oid;
  const isSame = newest?.seq === known?.seq && noted === known?.record?.oid;
  return noted !== undefined && noted !== found.oid && !isSame;
}

type Shared<Value> = Map<string, Promise<Value>>;

/** Many may wait for the same patch: they share one request, and what it said a moment ago. */
function share<Value>(known: Shared<Value>, key: string, read: () => Promise<Value>): Promise<Value> {
  const last = known.get(key);
  if (last !== undefined) {
    return last;
  }
  const reading = read();
  known.set(key, reading);
  const forget = () => known.get(key) === reading && known.delete(key);
  reading.then(() => setTimeout(forget, FRESH_MS).unref(), forget);
  return reading;
}

/** Milliseconds for which a record need not be read again. */
const FRESH_MS = 1_000;

/** Milliseconds for which a delivery is followed unasked; whoever asks later is told by the record itself. */
const FOLLOWED_MS = 24 * 3_600_000;

/** Deliveries of one sweep: so many that one account's do not crowd out those of the others. */
const SWEEP_LIMIT = 1_000;

/** Looks that an account has saved up, and milliseconds in which it gets another one: a fifth of what GitHub allows it. */
const UNASKED = { atOnce: 300, everyMs: 3_600 };

async function readRecord(context: IntakeContext, patch: PatchName): Promise<SeenPatch | null> {
  const target = await context.target(patch.repository);
  return target === null ? null : await readSeen(target, patch.id);
}
