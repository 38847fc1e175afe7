import { INBOX_REFS } from '../../patch/refs.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import type { Outcome } from '../../record/outcome.ts';
import { mayComeBack, pullRequestOf } from '../../record/proof.ts';
import { BRANCHES, CONTROL_REF, type PatchRecord, type Plan } from '../../record/record.ts';
import { parseWatchEntry, WATCH_REF } from '../../record/watch-entry.ts';
import type { ListedRef, PullRequestFacts, RunState } from '../control/ports.ts';
import { listRecords } from '../control/records.ts';
import type { OpenHead, Snapshot } from '../ports.ts';
import { branchRef } from '../standing.ts';
import { mayAppear, type PullRequestsKnown, readMergedUnseen } from './appearing.ts';
import { readReverts } from './asked-reverts.ts';
import { isCanaryId } from './canary.ts';
import { isThorough, type Occasion, type WatchContext } from './context.ts';
import { awaitsPeople, type Facts, isUnderWay, type Readable, readable, stopOf } from './facts.ts';
import { isPastRetention } from './housekeeping.ts';
import { stopsMatterSince } from './incidents.ts';
import { readLastStop } from './last-stop.ts';
import {
  firstly,
  type Known,
  lookEach,
  MOST_LOOKS,
  readChecks,
  readUnsaid,
  type Seen,
} from './look-closely.ts';
import { readPutBack } from './put-back.ts';
import { SILENT_HOURS, unknownRuns } from './silent-run.ts';
import { readStartAgain } from './start-again.ts';

/**
 * Reads all that one pass decides on. Every record is read, a hundred to a request; only those that are not settled
 * are looked at closely, and of each kind so many that a pass stays within its budget. The others come next time.
 */
export async function readFacts(
  context: WatchContext,
  { now, occasion }: { readonly now: Date; readonly occasion: Occasion },
): Promise<Facts> {
  const { ledger, repository } = context;
  const [records, snapshot] = await Promise.all([
    listRecords(ledger, lean),
    repository.read({
      base: {},
      refs: [CONTROL_REF, WATCH_REF],
      config: CONFIG_PATH,
      anyRefUnder: INBOX_REFS,
      // Beside the others that costs nothing, until more are open in the repository than fit on a page.
      ...(isThorough(occasion) ? { openPullRequestsFrom: BRANCHES } : {}),
    }),
  ]);
  const known: Known = { now, occasion, records, ...standing(snapshot) };
  const [runs, failed, pullRequests, reverts, branches, inbox] = await Promise.all([
    readRuns(context, known),
    readFailed(context, known),
    readPullRequests(context, { ...known, heads: snapshot.openPullRequests ?? [] }),
    readReverts(context, known),
    readBranches(context, known),
    snapshot.anyRefUnder ? ledger.list(INBOX_REFS) : [],
  ]);
  const failedRuns = failed.seen.get(FAILED_RUNS) ?? null;
  const [stop, startAgain, putBack, checks, unsaid] = await Promise.all([
    readStop(context, known),
    readStartAgain(context, unknownRuns({ ...known, failed: failedRuns }), { now, most: MOST_FAILED }),
    readPutBack(context, known, pullRequests.seen),
    readChecks(context, known, pullRequests.seen),
    readUnsaid(context, known),
  ]);
  const looks = [runs, failed, stop, startAgain, pullRequests, putBack, reverts, checks, unsaid];
  return {
    ...known,
    runs: runs.seen,
    failed: failedRuns,
    startAgain: startAgain.seen,
    pullRequests: pullRequests.seen,
    putBack: putBack.seen,
    reverts: new Set([...reverts.seen.values()].flat()),
    branches,
    inbox,
    stoppedUntil: stop.blind.length > 0 ? now.toISOString() : (stop.seen.get(LOG) ?? null),
    checks: checks.seen,
    unsaid: unsaid.seen,
    unseen: looks.reduce((sum, { unseen }) => sum + unseen, 0),
    blind: looks.flatMap(({ blind }) => blind),
  };
}

/** A record that has an outcome, as far as a pass decides on it; whoever acts on one reads it whole. */
function lean(record: PatchRecord): PatchRecord {
  const { outcome, plan, ...rest } = record;
  if (record.state !== 'done' || outcome === undefined || isCanaryId(record.id)) {
    return record;
  }
  return {
    ...rest,
    // That there is one says whether the attempt came to a commit.
    ...(plan === undefined ? {} : { plan: SOME_PLAN }),
    outcome: withoutTexts(outcome),
    title: '',
    steps: [],
  };
}

const SOME_PLAN: Plan = { changes: [], notes: [], labels: [], reviewers: [], draft: false };

function withoutTexts(outcome: Outcome): Outcome {
  if (outcome.kind === 'refused') {
    return { ...outcome, refusals: [] };
  }
  if (outcome.kind === 'conflict') {
    const { clashes: _, ...rest } = outcome;
    return rest;
  }
  return 'tests' in outcome && outcome.tests !== undefined
    ? { ...outcome, tests: { ...outcome.tests, failingLines: [], tail: '' } }
    : outcome;
}

/** Ten requests; whoever has more open pull requests than this has each of ours looked up by its number. */
const MOST_OPEN = 1000;

function standing(snapshot: Snapshot): Omit<Known, 'now' | 'occasion' | 'records'> {
  const parsed = parseConfig(snapshot.config);
  const commit = snapshot.refs.get(WATCH_REF) ?? null;
  return {
    defaultBranch: snapshot.defaultBranch,
    control: snapshot.refs.get(CONTROL_REF)?.message ?? null,
    config: parsed.ok ? parsed.config : null,
    watch: { commit, entry: parseWatchEntry(commit?.message ?? null) },
    tree: snapshot.base?.tree ?? null,
  };
}

/** The one first that is said to have ended, then the oldest: a run that has just begun has hardly ended. */
async function readRuns(
  { runs }: WatchContext,
  { occasion, records }: Pick<Known, 'occasion' | 'records'>,
): Promise<Seen<number, RunState | null>> {
  const ids = readable(records)
    .filter(({ record }) => isUnderWay(record) && record.run.id !== 0)
    .toSorted((one, other) => (one.record.startedAt < other.record.startedAt ? -1 : 1))
    .map(({ record }) => record.run.id);
  const ordered = firstly([...new Set(ids)], (id) => id === occasion.run);
  return await lookEach(
    ordered,
    (id) => `run ${id}`,
    async (id) => [id, await runs.get(id)],
    MOST_RUNS,
  );
}

/** One request each. All that one rate limit ended at once should be found by the next pass that can put it right. */
const MOST_RUNS = 100;

/** Nobody is told of a delivery that left no record, so GitHub's own list of runs is looked through. */
async function readFailed(
  { runs }: WatchContext,
  { occasion, now }: Pick<Known, 'occasion' | 'now'>,
): Promise<Seen<string, readonly RunState[]>> {
  const since = new Date(now.getTime() - SILENT_HOURS * 3_600_000).toISOString();
  const request = { event: 'repository_dispatch', status: 'failure', since, limit: MOST_FAILED } as const;
  return await lookEach(
    isThorough(occasion) ? [FAILED_RUNS] : [],
    (name) => name,
    async (name) => [name, await runs.list(request)],
  );
}

const FAILED_RUNS = 'failed runs';

/** One request; who has more failures than these has other sorrows. */
const MOST_FAILED = 100;

/**
 * The open ones in one list, which says of all others that they are open no more; those are looked up. `heads`: branches and
 * numbers of the open ones that are known by now.
 */
async function readPullRequests(
  context: WatchContext,
  known: PullRequestsKnown & { readonly heads: readonly OpenHead[] },
): Promise<Seen<number, PullRequestFacts | null>> {
  const { conversation } = context;
  const { now, occasion, records: all, heads } = known;
  const awaited = readable(all).filter(
    (listed) =>
      awaitsPeople(listed.record) || isHeldBack(listed.record) || isJustClosed(listed, { now, occasion }),
  );
  // What was closed may have been opened again. That has an event of its own, which may be lost, however long ago it was
  // closed.
  const isExpected = readable(all).some((listed) => mayAppear(listed, now) || isBack(listed, heads));
  if (awaited.length === 0 && !isExpected && occasion.event !== 'pull_request') {
    return { seen: new Map(), blind: [], unseen: 0 };
  }
  const open = new Map(
    (await conversation.openPullRequests(MOST_OPEN)).map((facts) => [facts.number, facts] as const),
  );
  const gone = awaited
    .flatMap(({ record }) => record.pullRequest?.number ?? [])
    .filter((number) => !open.has(number));
  const looked = await lookEach(
    inTurn(gone, now),
    (number) => `pull request #${number}`,
    async (number) => [number, await conversation.pullRequest(number)],
  );
  const merged = await readMergedUnseen(context, known, open);
  const unseen = [...merged.seen.values()].filter((facts) => facts !== null);
  return {
    seen: new Map([...open, ...looked.seen, ...unseen.map((facts) => [facts.number, facts] as const)]),
    blind: [...looked.blind, ...merged.blind],
    unseen: looked.unseen + merged.unseen,
  };
}

/**
 * Its pull request must stay a draft while the tests run. What it shows while a revision is held may have failed, may have
 * been overtaken by that, may have lost its approval, or may be merged.
 */
function isHeldBack(record: PatchRecord): boolean {
  const { state, approval } = record;
  return (
    pullRequestOf(record) !== undefined &&
    (state === 'held' || (isUnderWay(record) && approval !== undefined))
  );
}

function isBack({ record }: Readable, heads: readonly OpenHead[]): boolean {
  return mayComeBack(record) && heads.some(({ number }) => number === pullRequestOf(record)?.number);
}

/** Who closed it may have thought better of it, and merged it before anybody saw it open. */
function isJustClosed({ record, at }: Readable, { now, occasion }: Pick<Known, 'now' | 'occasion'>): boolean {
  const hours = (now.getTime() - Date.parse(at.committedAt)) / 3_600_000;
  const isMeant = occasion.sha !== undefined && occasion.sha === record.head;
  return mayComeBack(record) && (isMeant || (isThorough(occasion) && hours < COMING_BACK_HOURS));
}

/** More schedules than GitHub drops in a row. */
const COMING_BACK_HOURS = 6;

/**
 * From another one on in each quarter of an hour: where strangers have opened so many that ours are not in the list, more
 * of ours may still be open than one pass looks up.
 */
function inTurn(numbers: readonly number[], now: Date): readonly number[] {
  const turn = Math.floor(now.getTime() / BETWEEN_SCHEDULES_MS) * MOST_LOOKS;
  const from = numbers.length === 0 ? 0 : turn % numbers.length;
  return [...numbers.slice(from), ...numbers.slice(0, from)];
}

/** Milliseconds from one pass of the schedule to the next. */
const BETWEEN_SCHEDULES_MS = 15 * 60_000;

/** Where nobody can tell, nothing is said of the canary in this pass. */
async function readStop({ ledger }: WatchContext, known: Known): Promise<Seen<string, string | null>> {
  const { defaultBranch: branch, now } = known;
  if (stopOf(known) !== null) {
    return { seen: new Map([[LOG, now.toISOString()]]), blind: [], unseen: 0 };
  }
  const since = stopsMatterSince(known);
  return await lookEach(
    since === null ? [] : [{ branch, since, now }],
    () => LOG,
    async (asked) => [LOG, await readLastStop(ledger, asked)],
  );
}

const LOG = 'the log of commands';

async function readBranches(
  { ledger }: WatchContext,
  { records, config, now }: Known,
): Promise<ReadonlyMap<string, ListedRef>> {
  const days = config?.watch['retention-days'];
  const due = days !== undefined && readable(records).some((listed) => isPastRetention(listed, days, now));
  const prefix = branchRef('');
  const branches = due ? await ledger.list(prefix) : [];
  return new Map(branches.map((branch) => [branch.ref.slice(prefix.length), branch]));
}
