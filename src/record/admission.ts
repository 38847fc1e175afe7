import type { Json, Refusal } from '../patch/refusal.ts';
import type { PullRequestRef } from './outcome.ts';
import type { PatchRecord } from './record.ts';
import type { Slot } from './slots.ts';

/** A patch that asks to be taken, where the config limits how many are. */
export type Application = {
  readonly digest: string;
  readonly sender: string;
  readonly now: Date;
};

export type Admission =
  /** There is room, and this slot is to be taken. */
  { readonly ok: true; readonly slot: Slot } | { readonly ok: false; readonly refusal: Refusal };

/** Is there room among this sender's patches of the last hour? `slots` are as many as there may be. */
export function admitSender(slots: readonly Slot[], { digest, sender, now }: Application): Admission {
  const taken = slots.flatMap(({ holder }) =>
    holder !== null && isRecent(holder, now) ? [Date.parse(holder.startedAt)] : [],
  );
  const free = slots.filter(({ holder }) => holder === null || !isRecent(holder, now));
  const slot = choose(free, digest);
  if (slot !== undefined) {
    return { ok: true, slot };
  }
  const retryAt = new Date(Math.ceil((Math.min(...taken) + HOUR) / 1000) * 1000);
  return { ok: false, refusal: tooSoon({ sender, limit: slots.length, retryAt }) };
}

/** What is known of patches that are open or on their way to it. */
export type Open = {
  readonly slots: readonly Slot[];
  readonly pullRequests: readonly (PullRequestRef & { readonly id: string })[];
  /** Is the patch with this record still on its way to a pull request? */
  readonly isUnderWay: (holder: PatchRecord) => boolean;
};

/** Is there room for one more pull request? `slots` are as many as there may be. */
export function admitOpen({ slots, pullRequests, isUnderWay }: Open, { digest }: Application): Admission {
  const open = new Set(pullRequests.map(({ id }) => id));
  const isBusy = ({ holder }: Slot) =>
    holder !== null && isNewest(holder, slots) && (open.has(holder.id) || isUnderWay(holder));
  const underWay = slots.flatMap((slot) =>
    slot.holder !== null && isBusy(slot) && !open.has(slot.holder.id) ? [slot.holder.id] : [],
  );
  const room = slots.length - open.size - new Set(underWay).size;
  // Where something is open that holds no slot, there are more free slots than there is room. All choose from the
  // same first ones then, so that no two get in through different ones.
  const free = slots.filter((slot) => !isBusy(slot)).slice(0, Math.max(0, room));
  const slot = choose(free, digest);
  return slot !== undefined
    ? { ok: true, slot }
    : {
        ok: false,
        refusal: tooMany({ limit: slots.length, pullRequests, underWay: [...new Set(underWay)] }),
      };
}

/** A patch that comes again after a merge takes another place, and gives back the one that it had. */
function isNewest({ id, attempt }: PatchRecord, slots: readonly Slot[]): boolean {
  return slots.every(({ holder }) => holder?.id !== id || holder.attempt <= attempt);
}

/** Milliseconds in the window in which patches are counted. */
const HOUR = 3_600_000;

/** A time to come is as wrong as one long ago: neither may keep a slot for ever. */
function isRecent({ startedAt }: PatchRecord, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(startedAt)) < HOUR;
}

/** By what the patch is, so that patches which come at the same moment seldom choose the same one. */
function choose(free: readonly Slot[], digest: string): Slot | undefined {
  return free[Number.parseInt(digest.slice(0, HASH_DIGITS), 16) % free.length];
}

/** Hex digits that still make a small integer. */
const HASH_DIGITS = 8;

function tooSoon(about: {
  readonly sender: string;
  readonly limit: number;
  readonly retryAt: Date;
}): Refusal {
  const { sender, limit } = about;
  const retryAt = about.retryAt.toISOString().replace('.000Z', 'Z');
  const patches = limit === 1 ? '1 patch of' : `${limit} patches of`;
  const were = limit === 1 ? 'was' : 'were';
  return {
    code: 'rate_limited',
    message: `${patches} ${sender} ${were} taken within the last hour, and limits.per-sender-per-hour allows no more; send this one again after ${retryAt}.`,
    data: { limit, retryAt },
  };
}

function tooMany({
  limit,
  pullRequests,
  underWay,
}: {
  readonly limit: number;
  readonly pullRequests: Open['pullRequests'];
  readonly underWay: readonly string[];
}): Refusal {
  const named = [
    ...pullRequests.map(({ number, id }) => `#${number} (${id})`),
    ...underWay.map((id) => `${id} (under way)`),
  ];
  const more = named.length - MOST_NAMED;
  const names = [...named.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const data: { readonly [key: string]: Json } = {
    limit,
    pullRequests: pullRequests.slice(0, MOST_NAMED).map(({ number, url, id }) => ({ number, url, id })),
    underWay: underWay.slice(0, MOST_NAMED),
  };
  return {
    code: 'too_many_open',
    message: `As many pull requests from patches are open or being made as limits.open-pull-requests allows, which is ${limit}: ${names}. Send this one again once one of them is merged or closed.`,
    data,
  };
}

/** Enough to begin with; the others are in the list of pull requests. */
const MOST_NAMED = 10;
