/** For each line of the new text whether the old one lacks it; a line counts as often as it is there. */
export function addedLines(before: string, after: string): readonly boolean[] {
  const known = new Map<string, number>();
  for (const line of before.split('\n')) {
    known.set(line, (known.get(line) ?? 0) + 1);
  }
  return after.split('\n').map((line) => {
    const left = known.get(line) ?? 0;
    known.set(line, left - 1);
    return left <= 0;
  });
}
