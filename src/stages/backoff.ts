/** Milliseconds to wait after so many failures in a row, from 1: each wait is twice the one before, up to the longest. */
export function backoff(
  failures: number,
  { first, longest }: { readonly first: number; readonly longest: number },
): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
