/**
 * When the rate limit ends for which a port refused, and did nothing; null: it failed for another reason. Ports say it
 * in a property of what they throw, because stages know none of their classes.
 */
export function limitedUntil(error: unknown): Date | null {
  return error instanceof Error && 'limitedUntil' in error && error.limitedUntil instanceof Date
    ? error.limitedUntil
    : null;
}
