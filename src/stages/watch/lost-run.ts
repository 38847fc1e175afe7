import {
  type Incident,
  type IncidentKey,
  isLostRun,
  lostRunKey,
  MOST_LOST_RUNS,
} from '../../record/watch-entry.ts';
import type { Facts } from './facts.ts';
import { type SilentFacts, type SilentRun, silentRuns, unknownRuns } from './silent-run.ts';

/**
 * Runs that died before they left a word and have jobs of others, which are for people to start again, or not: those that
 * are told already, while they are as they were, and then as many new ones as there is room for.
 */
export function lostRuns(
  facts: SilentFacts & Pick<Facts, 'own'>,
  incidents: readonly Incident[],
): readonly (readonly [key: IncidentKey, sentence: string])[] {
  const told = incidents.filter(({ key }) => isLostRun(key));
  const silent = new Set<IncidentKey>(silentRuns(facts).map(({ run }) => lostRunKey(run.id)));
  // Where nobody has looked, nobody knows better.
  const still = told.filter(({ key }) => facts.failed === null || silent.has(key));
  const found = unknownRuns(facts).filter(({ run }) => facts.own.get(run.id) === false);
  return [
    ...still.map(({ key, sentence }) => [key, sentence] as const),
    ...found
      .slice(0, Math.max(0, MOST_LOST_RUNS - told.length))
      .map((silentRun) => [lostRunKey(silentRun.run.id), sentenceOf(silentRun)] as const),
  ];
}

function sentenceOf({ id, run }: SilentRun): string {
  return `The run of the patch ${id} failed before it left a record, and does not have just the jobs Apply, Test and Publish, so that it is not started again by itself: ${run.url}. Run it again from that page, or send the patch once more; where it was a dry run, there is nothing to do.`;
}
