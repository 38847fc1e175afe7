/**
 * What stands under a heading. The section of a line is what is indented deeper than it, up to the line that
 * closes it; hunks name such lines as anchors.
 */
export type SectionIndex = {
  readonly lines: readonly string[];
  /** Positions by the beginning of the line's text; made when first needed. */
  starts?: ReadonlyMap<string, readonly number[]>;
  /** Where the section of a line ends, for those that were asked for. */
  readonly ends: Map<number, number>;
};

/** Lines from `start` up to, and not including, `end`; counted from 0. */
export type Section = { readonly start: number; readonly end: number };

export function indexSections(lines: readonly string[]): SectionIndex {
  return { lines, ends: new Map() };
}

/** Every section that the anchors name, each one inside a section of the anchor before it. */
export function sectionsOf(index: SectionIndex, anchors: readonly string[]): readonly Section[] {
  let sections: readonly Section[] = [{ start: 0, end: index.lines.length }];
  for (const anchor of anchors) {
    const named = sectionsUnder(index, anchor.trim());
    sections = named.filter(({ start }) =>
      sections.some((outer) => start >= outer.start && start < outer.end),
    );
  }
  return sections;
}

function sectionsUnder(index: SectionIndex, anchor: string): readonly Section[] {
  index.starts ??= startsOf(index.lines);
  const alike = index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? [];
  const named = alike.filter((position) => isAnchor(index.lines[position] ?? '', anchor));
  if (named.length > MAX_SECTIONS) return [];
  return named.map((start) => ({ start, end: sectionEnd(index, start) }));
}

/** git cuts the heading of a hunk at 80 bytes, which are fewer characters where some of them take several. */
const CUT_ANCHOR = 70;

/** An anchor that stands at more places than this tells nothing. */
const MAX_SECTIONS = 50;

function startsOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const [position, line] of lines.entries()) {
    const start = line.trim().slice(0, CUT_ANCHOR);
    const known = starts.get(start);
    if (known === undefined) starts.set(start, [position]);
    else known.push(position);
  }
  return starts;
}

function isAnchor(line: string, anchor: string): boolean {
  const text = line.trim();
  return text === anchor || (anchor.length >= CUT_ANCHOR && text.startsWith(anchor));
}

function sectionEnd({ lines, ends }: SectionIndex, start: number): number {
  const known = ends.get(start);
  if (known !== undefined) return known;
  const depth = indentation(lines[start] ?? '');
  let end = start + 1;
  while (end < lines.length && belongsTo(lines[end] ?? '', depth)) end += 1;
  ends.set(start, end);
  return end;
}

/**
 * Blank lines, deeper lines, and lines that don't begin with a word, such as brackets, comments and decorators:
 * git, too, takes only lines that begin with a word for headings.
 */
function belongsTo(line: string, depth: number): boolean {
  return line.trim() === '' || indentation(line) > depth || !/^\s*(?!end\b)[\p{L}_$]/u.test(line);
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
