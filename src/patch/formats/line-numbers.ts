/**
 * The lines without the line numbers before them, as editors and tools show them (`12 | text`, `12→text`,
 * `12<tab>text`); null where not every line has one, or where they do not count up as lines of a file do.
 */
export function withoutLineNumbers(lines: readonly string[]): readonly string[] | null {
  const numbered = numberedLines(lines);
  if (numbered === null || numbered.length === 0) return null;
  const counts = numbered.every(({ number }, index) => number === (numbered[0]?.number ?? 0) + index);
  return counts ? numbered.map(({ text }) => text) : null;
}

/** The lines without their numbers, whatever they are: added lines have the number of a neighbour, or any. */
export function withoutAnyNumbers(lines: readonly string[]): readonly string[] | null {
  return numberedLines(lines)?.map(({ text }) => text) ?? null;
}

/**
 * Old and new lines without their numbers, where all have one and the old ones count up; null elsewhere, and where nothing
 * but numbers changes.
 */
export function withoutNumbersOnBothSides(sides: {
  readonly old: readonly string[];
  readonly now: readonly string[];
}): { readonly old: readonly string[]; readonly now: readonly string[]; readonly first: number } | null {
  const old = withoutLineNumbers(sides.old);
  const now = withoutAnyNumbers(sides.now);
  const first = numberedLines(sides.old.slice(0, 1))?.[0]?.number;
  if (old === null || now === null || first === undefined) return null;
  const isSame = old.length === now.length && old.every((line, at) => line === now[at]);
  return isSame ? null : { old, now, first };
}

export function isNumbered(line: string): boolean {
  return NUMBER.test(line);
}

type Numbered = { readonly number: number; readonly text: string };

function numberedLines(lines: readonly string[]): readonly Numbered[] | null {
  const numbered: Numbered[] = [];
  for (const line of lines) {
    const match = NUMBER.exec(line);
    if (match === null) return null;
    numbered.push({ number: Number(match[1]), text: line.slice(match[0].length) });
  }
  return numbered;
}

/** A number, a separator, and the one space that belongs to it; an empty line may have lost that space. */
const NUMBER = /^ {0,8}(\d{1,7})(?: ?\| ?| ?│ ?|→|\t)/;
