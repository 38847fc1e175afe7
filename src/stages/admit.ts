import { slugId } from '../patch/id.ts';
import { parseConfig } from '../policy/config.ts';
import type { Limits } from '../policy/limits.ts';
import { type Admission, type Application, admitOpen, admitSender, type Open } from '../record/admission.ts';
import { BRANCHES, CONTROL_REF, type PatchRecord, recordRef } from '../record/record.ts';
import { laterRevertIdOf, revertIdOf } from '../record/revert-names.ts';
import { openSlots, type Slot, senderSlots } from '../record/slots.ts';
import { parseRecord } from '../record/text.ts';
import { isSentCanary, parseWatchEntry, WATCH_REF } from '../record/watch-entry.ts';
import type { ApplyContext } from './context.ts';
import { type ApplyPlan, type Ending, type PlanInput, refuseInstead, stopOf, type Writing } from './plan.ts';
import type { Repository, Snapshot } from './ports.ts';
import { revertsIn } from './reverts-in-log.ts';
import { awaitsPeople } from './watch/facts.ts';

/** A plan after the look for room, and what it takes of that. */
export type Admitted = { readonly plan: ApplyPlan; readonly slots: readonly Slot[] };

/**
 * Refuses a new patch where the config takes no more of them just now. Only what would be worked on or held is counted,
 * so a patch that does not fit costs its sender nothing. One more request; two where no room is to be seen at first, and
 * its sender has not sent too many anyway.
 */
export async function admit(ports: Ports, plan: ApplyPlan, input: PlanInput): Promise<Admitted> {
  const { repository, ledger } = ports;
  const counted = countedAs(plan, input);
  if (plan.kind === 'skip' || counted === null) {
    return { plan, slots: [] };
  }
  const snapshot = await repository.read(readRequest(counted, input));
  if (await isExempt(ledger, snapshot, input)) {
    return { plan, slots: [] };
  }
  const application = { digest: input.received.digest, sender: input.sender, now: input.now };
  const bySender =
    counted.bySender === 0
      ? null
      : admitSender(slotsIn(snapshot, senderSlots(input.sender, counted.bySender)), application);
  if (bySender?.ok === false) {
    // Whoever sends without end is not worth a second look at what is open.
    return settle(plan, [bySender], input);
  }
  const admissions = [
    ...(bySender === null ? [] : [bySender]),
    ...(counted.open === 0 ? [] : [await findRoom(repository, snapshot, { counted, application })]),
  ];
  return settle(plan, admissions, input);
}

type Ports = Pick<ApplyContext, 'repository' | 'ledger'>;

/** The limits that count for a patch; 0: there is none. */
type Counted = { readonly bySender: number; readonly open: number };

/**
 * null: this patch is not counted. One that is held is counted among its sender's when it comes, so that what a pause
 * kept is not refused for that after it; room for its pull request is only needed then.
 */
function countedAs(plan: ApplyPlan, input: PlanInput): Counted | null {
  const held = plan.kind === 'end' && plan.outcome.kind === 'held';
  const limits = plan.kind === 'write' ? plan.config.limits : held ? limitsOf(input.snapshot) : null;
  if (limits === null || isKnown(plan, input)) {
    return null;
  }
  const bySender = wasHeld(plan, input) ? 0 : (limits['per-sender-per-hour'] ?? 0);
  // One that is only tried during a pause would be held, too.
  const waits = held || (input.despiteStops === true && stopOf(input)?.kind === 'held');
  const open = waits ? 0 : (limits['open-pull-requests'] ?? 0);
  return bySender === 0 && open === 0 ? null : { bySender, open };
}

/** A config that can't be read limits nothing; whatever it was to hold is refused after the pause. */
function limitsOf({ config }: Snapshot): Limits | null {
  const parsed = parseConfig(config);
  return parsed.ok ? parsed.config.limits : null;
}

/** A revision of what is open or on its way there, or another attempt at what was taken before. */
function isKnown({ previous }: ApplyPlan, { received, snapshot }: PlanInput): boolean {
  if (previous === null) {
    return false;
  }
  const underWay = previous.state === 'applied' || previous.state === 'publishing';
  const taken = previous.digest === received.digest && previous.plan !== undefined;
  return underWay || taken || snapshot.pullRequest?.state === 'open';
}

function wasHeld({ previous }: ApplyPlan, { received }: PlanInput): boolean {
  return previous?.state === 'held' && previous.digest === received.digest;
}

function readRequest({ bySender, open }: Counted, { received, sender }: PlanInput) {
  const reverts = received.patch?.reverts;
  return {
    refs: [
      WATCH_REF,
      ...(reverts === undefined ? [] : [recordRef(slugId(reverts))]),
      ...senderSlots(sender, bySender),
      ...openSlots(open),
    ],
    openPullRequestsFrom: BRANCHES,
  };
}

/** What the watch and people ask for must get through, most of all when there is too much else. */
async function isExempt(
  ledger: Ports['ledger'],
  snapshot: Snapshot,
  { received }: PlanInput,
): Promise<boolean> {
  const watch = parseWatchEntry(snapshot.refs.get(WATCH_REF)?.message ?? null);
  if (isSentCanary(watch?.canary?.sent, received)) {
    return true;
  }
  const { digest, patch } = received;
  const revertOf = patch?.reverts === undefined ? null : slugId(patch.reverts);
  if (revertOf === null || !mayTakeBack(snapshot, received.id, revertOf)) {
    return false;
  }
  return revertsIn(await ledger.history(CONTROL_REF, MOST_ENTRIES))({ revertOf, digest });
}

/** What a command sends arrives within minutes, and the log holds a few entries a day; five requests. */
const MOST_ENTRIES = 500;

/**
 * Only a patch whose pull request is not open any more can be taken back, or that had another one merged before, and only
 * under the names that are kept for that; so there is at most one open revert for each.
 */
function mayTakeBack(snapshot: Snapshot, id: string, reverted: string): boolean {
  const record = recordAt(snapshot, recordRef(reverted));
  if (record?.pullRequest === undefined || record.state !== 'done') {
    return false;
  }
  const { number } = record.pullRequest;
  const unseen = snapshot.moreAreOpen === true && awaitsPeople(record);
  const isOpen = unseen || (snapshot.openPullRequests?.some((one) => one.number === number) ?? true);
  const { outcome } = record;
  const names = [
    revertIdOf(reverted),
    ...(outcome?.kind === 'merged' ? [laterRevertIdOf(reverted, outcome.sha)] : []),
  ];
  return (!isOpen || record.mergedBefore !== undefined) && names.includes(id);
}

/** A slot tells how its patch was when it took it. Where that leaves no room, the patches are looked at as they are now. */
async function findRoom(
  repository: Repository,
  snapshot: Snapshot,
  { counted, application }: { readonly counted: Counted; readonly application: Application },
): Promise<Admission> {
  const names = openSlots(counted.open);
  const { now } = application;
  // Where not all that is open can be seen, what holds a slot counts as open until its record says otherwise.
  const { moreAreOpen = false } = snapshot;
  const first = openIn(snapshot, names, (holder) => moreAreOpen || mayGoOn(holder, now));
  const admission = admitOpen(first, application);
  if (admission.ok) {
    return admission;
  }
  const records = first.slots.flatMap(({ holder }) => (holder === null ? [] : [recordRef(holder.id)]));
  const newer = await repository.read({
    refs: [...names, ...records],
    openPullRequestsFrom: BRANCHES,
  });
  const isUnderWay = (holder: PatchRecord) => {
    const record = recordAt(newer, recordRef(holder.id));
    if (record === null) {
      return mayGoOn(holder, now);
    }
    if (record.state === 'done') {
      return moreAreOpen && awaitsPeople(record);
    }
    // Held with a plan: what it comes to is only waiting for the end of a pause.
    return record.state === 'held' || mayGoOn(record, now);
  };
  return admitOpen(openIn(newer, names, isUnderWay), application);
}

/**
 * Whether the run of a patch that has no end on record may still open its pull request: after the deadline too, while a
 * job waits for a machine. Where nobody watches, one that was lost must give its place back all the same.
 */
function mayGoOn({ deadline }: PatchRecord, now: Date): boolean {
  return now.getTime() < Date.parse(deadline) + WAITING_MS;
}

/** Milliseconds: a day for each of the two jobs that are left, for GitHub ends one that no machine has taken up by then. */
const WAITING_MS = 2 * 24 * 3_600_000;

function openIn(snapshot: Snapshot, names: readonly string[], isUnderWay: Open['isUnderWay']): Open {
  const { openPullRequests = [] } = snapshot;
  return {
    slots: slotsIn(snapshot, names),
    pullRequests: openPullRequests.map(({ number, url, branch }) => ({
      number,
      url,
      id: branch.slice(BRANCHES.length),
    })),
    isUnderWay,
  };
}

function slotsIn(snapshot: Snapshot, refs: readonly string[]): readonly Slot[] {
  return refs.map((ref) => ({
    ref,
    oid: snapshot.refs.get(ref)?.oid ?? null,
    holder: recordAt(snapshot, ref),
  }));
}

function recordAt(snapshot: Snapshot, ref: string): PatchRecord | null {
  const parsed = parseRecord(snapshot.refs.get(ref)?.message ?? '');
  return parsed.ok ? parsed.record : null;
}

function settle(plan: Writing | Ending, admissions: readonly Admission[], input: PlanInput): Admitted {
  const refusals = admissions.flatMap((admission) => (admission.ok ? [] : [admission.refusal]));
  if (refusals.length > 0) {
    return { plan: refuseInstead(plan, refusals, input), slots: [] };
  }
  return {
    plan,
    slots: admissions.flatMap((admission) => (admission.ok ? [admission.slot] : [])),
  };
}
