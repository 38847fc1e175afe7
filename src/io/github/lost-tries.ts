/**
 * Refusals that answer a later try of a request of which an earlier one had no proper answer. What is refused may have been
 * done by that one. They are known by themselves, for what Octokit throws comes in several copies and has no place for it.
 */
const REFUSED_AFTER_LOSS = new WeakSet<object>();

export function noteLostTry(thrown: unknown): void {
  if (typeof thrown === 'object' && thrown !== null) {
    REFUSED_AFTER_LOSS.add(thrown);
  }
}

export function hadLostTry(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && REFUSED_AFTER_LOSS.has(thrown);
}
