/** The known name that was probably meant by one with at most two slips of the finger; undefined: it is another word. */
export function nearestName<Name extends string>(written: string, known: readonly Name[]): Name | undefined {
  if (written.length > MAX_WRITTEN) {
    return undefined;
  }
  return known
    .map((name) => ({ name, slips: countSlips(written, name) }))
    .filter(({ slips, name }) => slips <= Math.min(MAX_SLIPS, name.length / 2))
    .toSorted((one, other) => one.slips - other.slips)
    .at(0)?.name;
}

/** Two slips of the finger; with more it is another word. */
const MAX_SLIPS = 2;

/** Longer than any name that is known. */
const MAX_WRITTEN = 40;

/** Letters put in, left out or replaced (Levenshtein); both words are short. */
function countSlips(written: string, name: string): number {
  let row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (let index = 0; index < written.length; index += 1) {
    const above = row;
    row = [index + 1];
    for (let column = 1; column <= name.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (name[column - 1] === written[index] ? 0 : 1);
      row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row[name.length] ?? 0;
}
