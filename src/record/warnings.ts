/** Adds what went wrong beside the patch. Two stages that fail alike (Slack refuses both) say it once. */
export function mergeWarnings(
  known: readonly string[],
  added: readonly (string | undefined)[],
): readonly string[] {
  return [...new Set([...known, ...added.filter((warning) => warning !== undefined)])];
}
