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
