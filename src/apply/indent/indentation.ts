/** How a matched line is indented in the patch and in the file. */
export type IndentPair = {
  /** Index of the line within its hunk. */
  readonly line: number;
  readonly patch: string;
  readonly file: string;
  readonly isContext: boolean;
  /** It may have lost the space that marks it. */
  readonly mayLackMark: boolean;
};

/** Turns the indentation of an added line, given with its index within the hunk, into the file's; null: nothing tells how. */
export type Reindent = (indent: string, line: number) => string | null;

/**
 * What the matched lines of a hunk teach about its added ones. null: they are not indented after one rule, so
 * they are hardly the lines that the hunk means.
 */
export function learnIndentation(pairs: readonly IndentPair[]): Reindent | null {
  if (pairs.every(hasItsMarkLost)) return (indent) => indent;
  return shiftOf(pairs) ?? unitsOf(pairs) ?? columnsOf(pairs) ?? shiftedUnitsOf(pairs);
}

export function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}

/**
 * The same indentation, or a line of context that lost the space that marks it, so that its text begins one
 * space too early. Added lines have their marks, and are right.
 */
export function hasItsMarkLost({ patch, file, mayLackMark }: IndentPair): boolean {
  return patch === file || (mayLackMark && file === ` ${patch}`);
}

/** Are all lines as deep as the file's, but for some that stay and are a space less deep? */
export function lacksSpacesOnly(pairs: readonly IndentPair[]): boolean {
  if (!pairs.some(({ patch, file }) => patch === file)) return false;
  return pairs.every(({ patch, file, isContext }) => patch === file || (isContext && file === ` ${patch}`));
}

/** All lines are indented by one and the same text more, or less. */
function shiftOf(pairs: readonly IndentPair[]): Reindent | null {
  const [first] = pairs;
  if (first === undefined) return null;
  const more = withoutEnd(first.file, first.patch);
  if (more !== null && pairs.every(({ patch, file }) => file === more + patch))
    return (indent) => more + indent;
  const less = withoutEnd(first.patch, first.file);
  if (less !== null && pairs.every(({ patch, file }) => patch === less + file))
    return (indent) => (indent.startsWith(less) ? indent.slice(less.length) : null);
  return null;
}

function withoutEnd(text: string, end: string): string | null {
  return text.endsWith(end) ? text.slice(0, text.length - end.length) : null;
}

/** One way of writing indentation in the place of another; null: it does not have what is to be written otherwise. */
type Unit = (indent: string) => string | null;

/** All lines have the same depth, and a depth is written otherwise. */
function unitsOf(pairs: readonly IndentPair[]): Reindent | null {
  return UNITS.find((unit) => pairs.every(({ patch, file }) => unit(patch) === file)) ?? null;
}

/** The same, and all lines are some depths more, or less; lines of several depths must tell so. */
function shiftedUnitsOf(pairs: readonly IndentPair[]): Reindent | null {
  if (new Set(pairs.map(({ patch }) => patch)).size < 2) return null;
  for (const unit of UNITS) {
    const written = pairs.flatMap((pair) => {
      const patch = unit(pair.patch);
      return patch === null ? [] : [{ ...pair, patch }];
    });
    const shift = written.length === pairs.length ? shiftOf(written) : null;
    if (shift === null) continue;
    return (indent, line) => {
      const own = unit(indent);
      return own === null ? null : shift(own, line);
    };
  }
  return null;
}

/** Spaces that a tab may stand for, the commonest first. */
const WIDTHS = [4, 2, 8, 3, 1, 6, 5, 7] as const;

const UNITS: readonly Unit[] = [
  ...WIDTHS.map(
    (spaces): Unit =>
      (indent) =>
        indent.replaceAll('\t', ' '.repeat(spaces)),
  ),
  ...WIDTHS.map(
    (spaces): Unit =>
      (indent) =>
        indent.replaceAll(' '.repeat(spaces), '\t'),
  ),
  (indent) => (indent.includes('\t') ? null : indent.repeat(2)),
  (indent) => (indent.includes('\t') || indent.length % 2 === 1 ? null : indent.slice(indent.length / 2)),
];

/** The file mixes tabs and spaces, the patch does not, and all lines begin in the same column. */
function columnsOf(pairs: readonly IndentPair[]): Reindent | null {
  const width = TAB_STOPS.find((stop) =>
    pairs.every(({ patch, file }) => columnOf(patch, stop) === columnOf(file, stop)),
  );
  if (width === undefined) return null;
  return (indent, line) => {
    const alike = pairs.filter(({ patch }) => patch === indent);
    return nearest(alike, line)?.file ?? indent;
  };
}

const TAB_STOPS = [8, 4, 2] as const;

function columnOf(indent: string, stop: number): number {
  let column = 0;
  for (const char of indent) column += char === '\t' ? stop - (column % stop) : 1;
  return column;
}

function nearest(pairs: readonly IndentPair[], line: number): IndentPair | undefined {
  let best: IndentPair | undefined;
  for (const pair of pairs)
    if (best === undefined || Math.abs(pair.line - line) < Math.abs(best.line - line)) best = pair;
  return best;
}
