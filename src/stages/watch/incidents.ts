import { parseControl } from '../../control/control.ts';
import type { Outcome } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import {
  type Incident,
  type IncidentKey,
  isSentCanary,
  MAX_INCIDENT_TEXT,
  type WatchEntry,
} from '../../record/watch-entry.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { isLate, waitedForSince } from './canary.ts';
import { type Facts, isProposed, isUnderWay, stopOf } from './facts.ts';
import { lostRuns } from './lost-run.ts';

/** What is wrong now, one sentence for each kind of thing, and for each run that was lost. */
export type Troubles = ReadonlyMap<IncidentKey, string>;

/** What the facts alone show; `known` is the entry as it will be after this pass. */
export function troublesOf(facts: Facts, known: WatchEntry): Troubles {
  const found: readonly (readonly [IncidentKey, string | null])[] = [
    ['control', controlTrouble(facts)],
    ['records', recordTrouble(facts)],
    ['canary', canaryTrouble(facts, known)],
    ['unsettled', unsettledTrouble(facts.blind.map(({ name }) => name))],
    ...lostRuns(facts, known.incidents),
  ];
  return new Map(found.flatMap(([key, sentence]) => (sentence === null ? [] : [[key, sentence]])));
}

/** What begins, goes on and ends. An incident keeps the words that it began with. */
export type Turn = {
  readonly begun: readonly Incident[];
  readonly open: readonly Incident[];
  readonly over: readonly Incident[];
};

export function turnOf(incidents: readonly Incident[], troubles: Troubles, now: Date): Turn {
  const known = new Set(incidents.map(({ key }) => key));
  const begun = [...troubles].filter(([key]) => !known.has(key));
  return {
    begun: begun.map(([key, sentence]) => ({
      key,
      since: now.toISOString(),
      sentence:
        sentence.length > MAX_INCIDENT_TEXT ? `${sentence.slice(0, MAX_INCIDENT_TEXT - 1)}…` : sentence,
    })),
    open: incidents.filter(({ key }) => troubles.has(key)),
    over: incidents.filter(({ key }) => !troubles.has(key)),
  };
}

function controlTrouble({ control, records }: Facts): string | null {
  if (control === null) {
    return records.length === 0
      ? null
      : 'refs/ghost/control is gone although patches were handled here, so everything is paused; an operator writes it anew with "/ghost resume".';
  }
  return parseControl(control) === null
    ? 'refs/ghost/control can not be read, so everything is paused; an operator writes it anew with "/ghost resume".'
    : null;
}

function recordTrouble({ records }: Facts): string | null {
  const bad = records.filter(({ ok }) => !ok).map(({ id }) => id);
  return bad.length === 0
    ? null
    : `The records of ${listNames(bad)} can not be read, so nobody works on these patches; look who moved refs/ghost/patches, and delete or restore them.`;
}

/** What could not be looked at or put right; null: all could. */
export function unsettledTrouble(names: readonly string[]): string | null {
  return names.length === 0
    ? null
    : `${listNames([...new Set(names)])} could not be looked at or put right; the run's summary says why, and the next pass tries again.`;
}

function listNames(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return names.slice(0, MAX_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const MAX_NAMED = 5;

/**
 * It is late, or it came to a bad end. Once raised, only the arrival of another one ends it. While Ghost Runner is
 * stopped none is sent, and none is missed; after that the waiting begins anew, and what the stop ended has not failed.
 */
function canaryTrouble(facts: CanaryFacts, { canary, incidents }: WatchEntry): string | null {
  const { config, records } = facts;
  const wanted = config?.watch.canary;
  const known = incidents.find(({ key }) => key === 'canary');
  if (canary === undefined || (wanted === undefined && config !== null)) {
    return null;
  }
  if (known !== undefined) {
    return (canary.arrived?.at ?? '') > known.since ? null : known.sentence;
  }
  if (wanted === undefined || stopOf(facts) !== null) {
    return null;
  }
  const sent = records.find((listed) => listed.ok && isSentCanary(canary.sent, listed.record));
  const record = sent?.ok === true ? sent.record : null;
  const isOver = record === null || canary.arrived?.id === record.id || isEndedByStop(record, facts);
  const failed = isOver ? null : failureOf(record);
  if (failed !== null) {
    const { headline } = describeOutcome(failed);
    return `The canary ${canary.sent.id} did not come through: ${headline}. Look at ${record?.run.url || 'its record'}.`;
  }
  return isLate(canary, wanted['late-after-hours'], facts) && record?.state !== 'held'
    ? `No canary has arrived for more than ${wanted['late-after-hours']} hours; the last one was sent as ${canary.sent.id}. Look whether its run was started and where it stands.`
    : null;
}

/** What is asked of the canary, before anybody has read whether there was a stop. */
type CanaryFacts = Parameters<typeof stopOf>[0] & Pick<Facts, 'config' | 'stoppedUntil'>;

/** Since when it depends on the stops of that time whether there is a trouble with the canary, ISO 8601; null: it does not. */
export function stopsMatterSince(
  facts: Omit<CanaryFacts, 'stoppedUntil'> & Pick<Facts, 'watch'>,
): string | null {
  const { entry } = facts.watch;
  const isKnown = entry?.incidents.some(({ key }) => key === 'canary') === true;
  return entry?.canary === undefined ||
    isKnown ||
    canaryTrouble({ ...facts, stoppedUntil: null }, entry) === null
    ? null
    : waitedForSince(entry.canary);
}

/** A lock refuses it, and "kill all" cancels it. */
function isEndedByStop({ outcome, startedAt }: PatchRecord, { stoppedUntil }: CanaryFacts): boolean {
  const isEnded = outcome?.kind === 'halted' || outcome?.kind === 'canceled';
  return isEnded && stoppedUntil !== null && startedAt <= stoppedUntil;
}

/** null: it is under way, waits, or has arrived. */
function failureOf(record: PatchRecord): Outcome | null {
  const { outcome } = record;
  if (isUnderWay(record) || isProposed(record) || outcome === undefined) {
    return null;
  }
  return FINE.has(outcome.kind) ? null : outcome;
}

const FINE: ReadonlySet<Outcome['kind']> = new Set(['held', 'duplicate', 'merged', 'closed', 'superseded']);
