import { readControl } from '../../control/control.ts';
import type { Outcome } from '../../record/outcome.ts';
import { CONTROL_REF } from '../../record/record.ts';
import { patchOf } from '../run-title.ts';
import { whomOf } from '../standing.ts';
import type { ControlContext } from './context.ts';
import { arrivesAsMeant } from './dispatch.ts';
import { findStop } from './obstacle.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { type Listed, listRecords } from './records.ts';
import { settle, writeStep } from './settle.ts';
import { isTakenUp, sendAndSee } from './take-up.ts';

/** What became of a held patch that was to be worked on. */
export type Drained = {
  readonly id: string;
  /** A run has taken it up. */
  readonly taken: boolean;
  /** Where its record stands now, in a word. */
  readonly state: string;
  /** The run that took it up, or broke; empty where there is none. */
  readonly url: string;
  /** That run failed before it put anything on record. */
  readonly broke?: boolean;
};

/**
 * Sends on what was held and is held no longer by any switch, in the order in which it came. The next one is sent
 * when the one before it has been taken up, so that they are applied in that order. Where no run takes one up in time,
 * those behind it stay held and are named; one that is stopped anew, or whose run broke, keeps nobody waiting. One whose
 * run waits for a machine is not sent a second time. Takes up no more than `most`.
 */
export async function drain(
  context: ControlContext,
  { most }: { readonly most?: number } = {},
): Promise<readonly Drained[]> {
  const drained: Drained[] = [];
  let late = false;
  let broken = 0;
  const held = (await heldPatches(context)).slice(0, most);
  const waiting = held.length === 0 ? NOBODY : await findWaiting(context);
  for (const { id } of held) {
    const sent: Drained | Unsent = late || waiting.has(id) ? 'late' : await sendOn(context, id);
    broken += isBroken(sent) ? 1 : 0;
    late ||= sent === 'late' || broken >= MOST_BROKEN;
    if (sent !== 'gone') {
      drained.push(typeof sent === 'string' ? { id, taken: false, state: 'held', url: '' } : sent);
    }
  }
  return drained;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Ids of patches whose runs have not begun. Where GitHub does not say, what is sent twice is worked on twice at most. */
async function findWaiting({ runs }: ControlContext): Promise<ReadonlySet<string>> {
  const active = await runs
    .list({ event: 'repository_dispatch', status: 'active', limit: MOST_ACTIVE })
    .catch(() => []);
  const ids = active.filter(({ status }) => status === 'waiting').map(patchOf);
  return new Set(ids.filter((id) => id !== null));
}

/** More than wait where machines are scarce for an hour. */
const MOST_ACTIVE = 300;

/** Each takes two minutes to be known; where so many break, all may. */
const MOST_BROKEN = 3;

/** Its run ended before it put anything on record. */
function isBroken(sent: Drained | Unsent): boolean {
  return typeof sent !== 'string' && sent.broke === true;
}

/** Those that nothing seems to stop; each is looked at more closely before it is sent. */
async function heldPatches({
  ledger,
  repository,
  clock,
}: ControlContext): Promise<readonly Extract<Listed, { ok: true }>[]> {
  const [records, snapshot] = await Promise.all([
    listRecords(ledger),
    repository.read({ refs: [CONTROL_REF] }),
  ]);
  const control = snapshot.refs.get(CONTROL_REF)?.message ?? null;
  const now = clock.now();
  return records
    .filter((listed) => listed.ok)
    .filter(({ record }) => record.state === 'held')
    .filter(
      ({ record }) => readControl(control, now, whomOf(record, snapshot.defaultBranch)).state === 'running',
    )
    .toSorted(
      ({ id, record }, other) =>
        // What broke before may do so again, and comes behind all that did not.
        (record.brokenRuns ?? 0) - (other.record.brokenRuns ?? 0) ||
        compare(record.receivedAt, other.record.receivedAt) ||
        compare(id, other.id),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `gone`: somebody else has seen to it, or a revision took its place. `stopped`: by a switch. `late`: no run has taken it up in time. */
type Unsent = 'gone' | 'stopped' | 'late';

async function sendOn(context: ControlContext, id: string): Promise<Drained | Unsent> {
  const state = await readPatchState(context.repository, id);
  if (typeof state === 'string' || state.record.state !== 'held') {
    return 'gone';
  }
  const { text, record, recordCommit } = state;
  if (text === null || findStop(state, context.clock.now()) !== null) {
    return 'stopped';
  }
  const kept = { id, digest: record.digest, text, tree: recordCommit.tree };
  if (!(await arrivesAsMeant(context.compute, kept))) {
    return 'stopped';
  }
  const sentAt = context.clock.now();
  const after = await sendAndSee(context, { ...kept, before: record }, { again: true });
  if (after === null) {
    return (await whatBroke(context, state, sentAt)) ?? 'late';
  }
  if (!isTakenUp(after.record, record)) {
    return 'gone';
  }
  const { state: now, outcome, run } = after.record;
  return now === 'held' ? 'stopped' : { id, taken: true, state: outcome?.kind ?? now, url: run.url };
}

/**
 * What becomes of one whose run ended before it put anything on record: it stays held and is tried again, a few times;
 * then it is at an end, for else it would be sent on for ever. How often is counted on the record: others may send under
 * the same id what fails too. null: no run of it ended so.
 */
async function whatBroke(context: ControlContext, state: PatchState, sentAt: Date): Promise<Drained | null> {
  const { id, brokenRuns = 0 } = state.record;
  const since = new Date(sentAt.getTime() - CLOCKS_DIFFER_MS).toISOString();
  const request = { event: 'repository_dispatch', status: 'completed', since, limit: MOST_ENDED } as const;
  const runs = (await context.runs.list(request)).filter(({ conclusion }) => BROKEN.has(conclusion ?? ''));
  const now = await readPatchState(context.repository, id);
  const { turnedAway = [] } = typeof now === 'string' ? state.record : now.record;
  const others = new Set(turnedAway.map(({ run }) => run.id));
  const failed = runs.find((run) => patchOf(run) === id && !others.has(run.id));
  if (failed === undefined) {
    return null;
  }
  const { url } = failed;
  const tries = brokenRuns + 1;
  if (tries < MOST_TRIES) {
    await writeStep(context, state, { record: { ...state.record, brokenRuns: tries } });
    return { id, taken: false, state: 'held', url, broke: true };
  }
  const reason = `each of the ${tries} runs that it was sent on to failed before it reported; the last one is ${url}`;
  const outcome: Outcome = { kind: 'crashed', stage: 'apply', reason };
  const { kind } = await settle(context, id, (now) =>
    now.recordCommit.oid === state.recordCommit.oid ? { outcome, withdraw: true } : null,
  );
  return {
    id,
    taken: kind === 'settled',
    state: kind === 'settled' ? outcome.kind : 'held',
    url,
    broke: true,
  };
}

/** A person may cancel it on GitHub's page too. */
const BROKEN: ReadonlySet<string> = new Set(['failure', 'cancelled', 'timed_out', 'startup_failure']);

/** GitHub's clock and ours. */
const CLOCKS_DIFFER_MS = 60_000;

/** One request, newest first. */
const MOST_ENDED = 100;

/** The watch sends it on again a quarter of an hour later; whatever broke may have passed by then. */
const MOST_TRIES = 3;
