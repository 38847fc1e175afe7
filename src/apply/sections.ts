import { type FileLines, lineText } from './file-lines.ts';

/**
 * What stands under a heading. The section of a line is what is indented deeper than it, up to the line that
 * closes it; hunks name such lines as anchors.
 */
export type SectionIndex = {
  readonly lines: FileLines;
  /** Positions by the beginning of the line's text; made when first needed. */
  starts?: ReadonlyMap<string, readonly number[]>;
  /** Where the section of a line ends, for those that were asked for. */
  readonly ends: Map<number, number>;
};

/** Lines from `start` up to, and not including, `end`; counted from 0. */
export type Section = { readonly start: number; readonly end: number };

export function indexSections(lines: FileLines): SectionIndex {
  return { lines, ends: new Map() };
}

/** Every section that the anchors name, each one inside a section of the anchor before it. */
export function sectionsOf(index: SectionIndex, anchors: readonly string[]): readonly Section[] {
  let sections: readonly Section[] = [{ start: 0, end: index.lines.count }];
  for (const anchor of anchors) {
    const named = sectionsUnder(index, anchor.trim());
    sections = named.filter(({ start }) =>
      sections.some((outer) => start >= outer.start && start < outer.end),
    );
  }
  return sections;
}

/** Does the last anchor stand right above a line, with nothing but blank lines between, whatever it is a heading of? */
export function isRightBelow({ lines }: SectionIndex, position: number, anchors: readonly string[]): boolean {
  let above = position - 1;
  while (above >= 0 && lineText(lines, above).trim() === '') above -= 1;
  return above >= 0 && isAnchor(lineText(lines, above), anchors.at(-1)?.trim() ?? '');
}

function sectionsUnder(index: SectionIndex, anchor: string): readonly Section[] {
  index.starts ??= startsOf(index.lines);
  const alike = index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? [];
  const named = alike.filter((position) => isAnchor(lineText(index.lines, position), anchor));
  if (named.length > MAX_SECTIONS) return [];
  return named.map((start) => ({ start, end: sectionEnd(index, start) }));
}

/** git cuts the heading of a hunk at 80 bytes, which are fewer characters where some of them take several. */
const CUT_ANCHOR = 70;

/** An anchor that stands at more places than this tells nothing. */
const MAX_SECTIONS = 50;

function startsOf(lines: FileLines): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (let position = 0; position < lines.count; position += 1) {
    const start = lineText(lines, position).trim().slice(0, CUT_ANCHOR);
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
  const heading = lineText(lines, start);
  const level = titleLevel(heading);
  const depth = indentation(heading);
  const isWithin = (line: string) => (level === null ? belongsTo(line, depth) : !isTitleUpTo(line, level));
  let end = start + 1;
  while (end < lines.count && isWithin(lineText(lines, end))) end += 1;
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

/** How deep a title of Markdown is; null: the line is none. A comment in a language of `#` comments may look like one. */
function titleLevel(line: string): number | null {
  const [, marks] = /^(#{2,6}) \S/.exec(line) ?? [];
  return marks?.length ?? null;
}

function isTitleUpTo(line: string, level: number): boolean {
  const own = titleLevel(line);
  return own !== null && own <= level;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
