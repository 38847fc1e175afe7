import { readControl } from '../../control/control.ts';
import { isSentCanary } from '../../record/watch-entry.ts';
import { whomOf } from '../standing.ts';
import type { Action } from './action.ts';
import { canaryId } from './canary.ts';
import { changedChecks } from './checks.ts';
import { anotherAttempt, endOfLost, endOfRun } from './dead-run.ts';
import { type Facts, fateOf, isUnderWay, type Readable, readable, stopOf } from './facts.ts';
import { dueBranches, dueInbox } from './housekeeping.ts';
import {
  approvalLost,
  canaryToClose,
  mergedUnseen,
  pullRequestEnded,
  pullRequestReopened,
  supersession,
} from './pull-requests.ts';
import { startedAgain } from './silent-run.ts';
import { takenBack } from './taken-back.ts';
import { givenUp, putBack, unproven } from './unproven.ts';

/** What is to be done, in the order in which it is to be done. Nothing where everything is as it should be. */
export function reconcile(facts: Facts): readonly Action[] {
  const records = readable(facts.records);
  const byId = new Map(records.map((listed) => [listed.id, listed]));
  const actions = new Map<string, Action>();
  for (const listed of records) {
    const action = actionFor(facts, listed);
    if (action !== null) {
      actions.set(listed.id, action);
    }
  }
  for (const [id, action] of takenBack(facts, { byId, actions })) {
    actions.set(id, action);
  }
  for (const listed of records) {
    const action = supersession(facts, listed, { byId, actions });
    if (action?.kind === 'supersede') {
      actions.set(action.id, action);
    }
  }
  return [
    ...actions.values(),
    ...freed(facts),
    ...startedAgain(facts),
    ...dueBranches(facts),
    ...dueInbox(facts),
    ...dueCanary(facts),
  ];
}

/** The first thing that is wrong with one patch; when that is put right, the next pass sees the next. */
function actionFor(facts: Facts, listed: Readable): Action | null {
  if (isUnderWay(listed.record)) {
    return deadRun(facts, listed) ?? approvalLost(facts, listed);
  }
  for (const rule of RULES) {
    const action = rule(facts, listed);
    if (action !== null) {
      return action;
    }
  }
  return null;
}

const RULES: readonly ((facts: Facts, listed: Readable) => Action | null)[] = [
  pullRequestEnded,
  mergedUnseen,
  pullRequestReopened,
  canaryToClose,
  givenUp,
  unproven,
  putBack,
  approvalLost,
  checked,
  unsaid,
];

function deadRun(facts: Facts, { id, record, at }: Readable): Action | null {
  const run = record.run.id === 0 ? null : facts.runs.get(record.run.id);
  const fate = run === undefined ? null : fateOf(record, run, facts.now);
  if (fate === null || fate.kind === 'alive') {
    return null;
  }
  if (fate.kind === 'ended' && stopOf(facts) === null) {
    const next = anotherAttempt(record, fate.run, facts.now);
    if (next !== 'never') {
      return next === 'now' ? { kind: 'resume', id, at: at.oid, run: fate.run } : null;
    }
  }
  const claimed = record.state === 'publishing' && record.tests !== undefined && record.head !== undefined;
  const { outcome, resend } =
    fate.kind === 'ended' ? endOfRun(record, fate.run) : endOfLost(record, stopOf(facts));
  // Whoever cancelled the run wants no pull request of it.
  return claimed && outcome.kind !== 'canceled'
    ? { kind: 'finish', id, at: at.oid }
    : { kind: 'settle', id, at: at.oid, outcome, withdraw: true, resend };
}

function checked(facts: Facts, { id, record, at }: Readable): Action | null {
  const checks = facts.checks.get(id);
  const ci = checks === undefined ? null : changedChecks(record, checks, facts.now);
  return ci === null ? null : { kind: 'checks', id, at: at.oid, ci };
}

function unsaid(facts: Facts, { id, at }: Readable): Action | null {
  const missing = facts.unsaid.get(id);
  return missing === undefined || !(missing.message || missing.status || missing.replaced)
    ? null
    : { kind: 'say', id, at: at.oid, ...missing };
}

/** Patches that were held and that nothing stops any more, for a pause may end by itself. */
function freed({ records, control, now, defaultBranch }: Facts): readonly Action[] {
  const ids = readable(records)
    .filter(({ record }) => record.state === 'held')
    .filter(({ record }) => readControl(control, now, whomOf(record, defaultBranch)).state === 'running')
    .map(({ id }) => id);
  return ids.length === 0 ? [] : [{ kind: 'drain', ids }];
}

/** One a day, on the first schedule of the day, and one whenever somebody asks; never two at a time. */
function dueCanary(facts: Facts): readonly Action[] {
  const { config, occasion, records, watch, now } = facts;
  const path = config?.watch.canary?.path;
  const asked = occasion.canary === true;
  if (path === undefined || stopOf(facts) !== null || !(asked || occasion.event === 'schedule')) {
    return [];
  }
  const { sent, arrived } = watch.entry?.canary ?? {};
  const isSent = ({ record }: Readable) => isSentCanary(sent, record);
  const flying = readable(records).some((listed) => isSent(listed) && isUnderWay(listed.record));
  const isTaken = (id: string) => records.some((listed) => listed.id === id);
  const usual = canaryId(now, asked);
  // Everybody knows how the next one is called, and may call a patch of theirs so, also while it flies.
  const isLost =
    arrived?.id !== sent?.id && readable(records).some((listed) => listed.id === sent?.id && !isSent(listed));
  const isForeign = isLost || (isTaken(usual) && sent?.id !== usual);
  const id = isForeign ? canaryId(now, true) : usual;
  const done =
    !isLost &&
    (sent?.id === usual || (isForeign && sent?.at.slice(0, DATE) === now.toISOString().slice(0, DATE)));
  return flying || done || isTaken(id) ? [] : [{ kind: 'send_canary', id, path }];
}

/** Characters of the date in a time. */
const DATE = '2026-01-01'.length;
