import {
  type Incident,
  type IncidentKey,
  isLostRun,
  lostRunKey,
  MOST_LOST_RUNS,
} from '../../record/watch-entry.ts';
import type { Facts, StartAgain } from './facts.ts';
import { type SilentFacts, type SilentRun, silentRuns, unknownRuns } from './silent-run.ts';

/**
 * Runs that died before they left a word, and that people may want again, or not, because these have jobs of others or
 * were stopped: those that are told already, while they are as they were, and then as many new ones as there is room for.
 */
export function lostRuns(
  facts: SilentFacts & Pick<Facts, 'startAgain'>,
  incidents: readonly Incident[],
): readonly (readonly [key: IncidentKey, sentence: string])[] {
  const told = incidents.filter(({ key }) => isLostRun(key));
  const silent = new Set<IncidentKey>(silentRuns(facts).map(({ run }) => lostRunKey(run.id)));
  // Where nobody has looked, nobody knows better.
  const still = told.filter(({ key }) => facts.failed === null || silent.has(key));
  const found = unknownRuns(facts).flatMap((silentRun) => {
    const sentence = sentenceOf(silentRun, facts.startAgain.get(silentRun.run.id));
    return sentence === null ? [] : [[lostRunKey(silentRun.run.id), sentence] as const];
  });
  return [
    ...still.map(({ key, sentence }) => [key, sentence] as const),
    ...found.slice(0, Math.max(0, MOST_LOST_RUNS - told.length)),
  ];
}

/** null: it goes on by itself, or another run of its patch counts, or nobody has looked. */
function sentenceOf({ id, run }: SilentRun, startAgain: StartAgain | undefined): string | null {
  const failed = `The run of the patch ${id} failed before it left a record`;
  switch (startAgain) {
    case 'other_jobs':
      return `${failed}, and does not have just the jobs Apply, Test and Publish, so that it is not started again by itself: ${run.url}. Run it again from that page, or send the patch once more; where it was a dry run, there is nothing to do.`;
    case 'stopped_since':
      return `${failed}, and is not started again by itself, because it was sent before, or during, a lock, a "kill all" or a cancellation that may have been meant for it: ${run.url}. Where the patch is still wanted, send it once more; else there is nothing to do.`;
    case 'yes':
    case 'sent_since':
    case undefined:
      return null;
  }
}
