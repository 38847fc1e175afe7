import type { RunRef } from './record.ts';

/** Adds what went wrong beside the patch. Two stages that fail alike (Slack refuses both) say it once. */
export function mergeWarnings(
  known: readonly string[],
  added: readonly (string | undefined)[],
): readonly string[] {
  return [...new Set([...known, ...added.filter((warning) => warning !== undefined)])];
}

/** Where no step of the record says so: it was merged while the next revision was on its way. */
export function mergedMeanwhile(pullRequest: number): string {
  return `Pull request #${pullRequest} was merged as the revision before this one had made it.`;
}

/** Headlines are our own words; of what was turned away itself nothing is said. */
export function turnedAwayWarning({ url }: RunRef, headline: string): string {
  const where = url === '' ? '' : `; its run says why: ${url}`;
  return `${TURNED_AWAY}: ${headline}${where}. Whoever sent it sends it again if it is still wanted.`;
}

export function isTurnedAwayWarning(warning: string): boolean {
  return warning.startsWith(TURNED_AWAY);
}

const TURNED_AWAY = 'Another delivery under this id was turned away';
