import type { PatchRecord } from '../record/record.ts';
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

/** `noticed` is told in one process only, however many look. */
export function createFollower(context: IntakeContext, feed: Feed, noticed?: Noticed): Follower {
  const looks: Shared<SeenPatch | null> = new Map();
  const shown: Shared<PatchRecord | null> = new Map();
  const unasked = createAllowance({ ...UNASKED, now: () => performance.now() });
  const see = async (patch: PatchName, listed?: string): Promise<SeenPatch | null> => {
    const read = () => readRecord(context, patch);
    const found = await share(looks, `${patch.repository} ${patch.id}`, read);
    return listed === undefined || found?.oid === listed ? found : await read();
  };
  const seeShown = async (target: Target, seen: SeenPatch, record: PatchRecord): Promise<SeenPatch> => {
    const instead = await share(shown, `${target.context.site.repository} ${seen.oid}`, () =>
      asShown(target, record),
    );
    return instead === null ? seen : { ...seen, record: instead };
  };
  const note = async (
    delivery: Delivery,
    oid: string,
    record: PatchRecord,
  ): Promise<'own' | 'beside' | null> => {
    const told = toldOf(record, delivery);
    if (told === null) {
      return null;
    }
    const now = seenRecord(told, { oid, at: context.clock.now().toISOString() });
    if (await context.store.deliveries.see(delivery.seq, now)) {
      noticed?.(delivery.record, now, delivery);
      feed.wake();
    }
    return told === record ? 'own' : 'beside';
  };
  const look = async (patch: PatchName, listed?: string): Promise<PatchStatus | null> => {
    const target = await context.target(patch.repository);
    const found = await see(patch, listed);
    const newest = await context.store.deliveries.newest(patch);
    if (target === null || found === null || found.record === null) {
      return target === null ? null : patchStatus(target, patch, { delivery: newest, seen: found });
    }
    const claim = claimOf(found.record);
    const isShown = claim.shows !== null && (newest === null || newest.digest === claim.shows);
    const seen = isShown ? await seeShown(target, found, found.record) : found;
    const record = seen.record ?? found.record;
    const now = seenRecord(record, { oid: seen.oid, at: context.clock.now().toISOString() });
    const isUnknown = newest === null ? isShown : wentBack(claim, newest);
    if (isUnknown && (await context.store.board.adopt(adoptedPatch(patch, record, now)))) {
      noticed?.(newest?.record, now, patch);
      feed.wake();
    }
    const delivery = isUnknown ? await context.store.deliveries.newest(patch) : newest;
    const told = delivery === null ? null : await note(delivery, seen.oid, record);
    // Where that was turned away, whoever sent what stands there is still to be told how it ends.
    const { digest } = record;
    const other = told === 'beside' ? await context.store.deliveries.newest(patch, digest) : null;
    if (other !== null) {
      await note(other, seen.oid, record);
    }
    return patchStatus(target, patch, { delivery, seen });
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
        if (state === 'sent' && unasked.take(accountOf(repository))) {
          // One repository that can't be read must not keep the others from being looked at.
          await look({ repository, id }).catch(() => undefined);
        }
      }
    },
  };
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
  const forget = () => known.delete(key);
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
