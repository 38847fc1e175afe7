/** From line `at` (from 0), `remove` lines give way to `insert`. */
export type LineEdit = { readonly at: number; readonly remove: number; readonly insert: readonly string[] };

/** The lines with all edits made, which must be sorted and apart from each other. */
export function withEdits(lines: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  const ends = edits.map(({ at, remove }) => at + remove);
  const pieces = edits.flatMap(({ at, insert }, index) => [lines.slice(ends[index - 1] ?? 0, at), insert]);
  return [...pieces, lines.slice(ends.at(-1) ?? 0)].flat();
}

/** A line as a patch shows it. */
export type MarkedLine = readonly [mark: ' ' | '-' | '+', text: string];

/** Edits that stand close together, with the lines around them. */
export type Draft = {
  /** From 0: where it begins in the file that it was made from, and how many lines of that file it covers. */
  readonly start: number;
  readonly span: number;
  readonly lines: readonly MarkedLine[];
};

/** The edits as hunks with `context` lines around them; those that would meet are one. */
export function draftsOf(
  lines: readonly string[],
  edits: readonly LineEdit[],
  context: number,
): readonly Draft[] {
  const groups: LineEdit[][] = [];
  for (const edit of edits) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && edit.at - endOf(last) <= 2 * context) group.push(edit);
    else groups.push([edit]);
  }
  return groups.map((group) => draftOf(lines, group, context));
}

export function oldLines({ lines }: Draft): readonly string[] {
  return lines.flatMap(([mark, text]) => (mark === '+' ? [] : [text]));
}

export function newLines({ lines }: Draft): readonly string[] {
  return lines.flatMap(([mark, text]) => (mark === '-' ? [] : [text]));
}

/** How often a block of lines occurs, white space at the ends of lines aside. */
export function occurrencesOf(lines: readonly string[], block: readonly string[]): number {
  const wanted = block.map((line) => line.trim());
  const text = lines.map((line) => line.trim());
  return text.filter((_, start) => wanted.every((line, offset) => text[start + offset] === line)).length;
}

function draftOf(lines: readonly string[], edits: readonly LineEdit[], context: number): Draft {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A hunk needs an edit.');
  const start = Math.max(0, first.at - context);
  const end = Math.min(lines.length, endOf(last) + context);
  const marked: MarkedLine[] = [];
  const copy = (mark: ' ' | '-', from: number, to: number) =>
    marked.push(...lines.slice(from, to).map((text): MarkedLine => [mark, text]));
  let done = start;
  for (const edit of edits) {
    copy(' ', done, edit.at);
    copy('-', edit.at, endOf(edit));
    marked.push(...edit.insert.map((text): MarkedLine => ['+', text]));
    done = endOf(edit);
  }
  copy(' ', done, end);
  return { start, span: end - start, lines: marked };
}

function endOf({ at, remove }: LineEdit): number {
  return at + remove;
}
