import { type Borders, bordersFrom, nextUpTo } from './borders.ts';
import { type FileLines, lineText } from './file-lines.ts';

/**
 * What stands under a heading. The section of a line is what is indented deeper than it, up to the line that
 * closes it; hunks name such lines as anchors.
 */
export type SectionIndex = {
  readonly lines: FileLines;
  /** Positions by the beginning of the line's text; made when first needed. */
  starts?: ReadonlyMap<string, readonly number[]>;
  /** Lines at which sections may end; found when first needed. */
  ends?: Ends;
};

/** Lines that begin with a word, by their indentation, and titles, by their level. */
type Ends = { readonly words: Borders; readonly titles: Borders };

/** Lines from `start` up to, and not including, `end`; counted from 0. */
export type Section = { readonly start: number; readonly end: number };

export function indexSections(lines: FileLines): SectionIndex {
  return { lines };
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

/** Does a line stand above what belongs to it? A line among others of its kind does not. */
export function isHeading({ lines }: SectionIndex, position: number): boolean {
  const heading = lineText(lines, position);
  if (titleLevel(heading) !== null) return true;
  const below = filledFrom(lines, position + 1);
  return below !== null && indentation(lineText(lines, below)) > indentation(heading);
}

/** Two lines of a file, and those of a hunk between them, which stand in the file so much deeper. */
export type Stretch = {
  readonly above: number;
  readonly below: number;
  readonly between: readonly string[];
  readonly deeper: number;
};

/** Does the block that a line stands in, or heads, end before another one further down, and by no line of the hunk? */
export function isLeft(index: SectionIndex, { above, below, between, deeper }: Stretch): boolean {
  const [upper, lower] = [lineText(index.lines, above), lineText(index.lines, below)];
  index.ends ??= endsIn(index.lines);
  const level = titleLevel(upper);
  if (level !== null) {
    const isLeftByHunk = [lower, ...between].some((line) => isTitleUpTo(line, level));
    return !isLeftByHunk && nextUpTo(index.ends.titles, { start: above, depth: level }) < below;
  }
  const high = indentation(upper);
  // What closes a block is still within it.
  const deep = indentation(lower) + (beginsWithWord(lower) ? 0 : 1);
  const depth = deep > high && isHeading(index, above) ? high : Math.min(high, deep) - 1;
  // As far out as the hunk goes itself, the file may go too.
  const outermost = between.filter(beginsWithWord).map((line) => indentation(line) + deeper - 1);
  return nextUpTo(index.ends.words, { start: above, depth: Math.min(depth, ...outermost) }) < below;
}

/** The next line that is not blank; null: there is none, or none near. */
function filledFrom(lines: FileLines, position: number): number | null {
  for (let at = position; at <= position + MAX_BLANKS && at < lines.count; at += 1)
    if (lineText(lines, at).trim() !== '') return at;
  return null;
}

/** Blank lines that part two lines of one place. */
const MAX_BLANKS = 20;

function sectionsUnder(index: SectionIndex, anchor: string): readonly Section[] {
  index.starts ??= startsOf(index.lines);
  const alike = index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? [];
  if (alike.length > MAX_ALIKE) return [];
  const named = alike.filter((position) => isAnchor(lineText(index.lines, position), anchor));
  if (named.length > MAX_SECTIONS) return [];
  return named.map((start) => ({ start, end: sectionEnd(index, start) }));
}

/** git cuts the heading of a hunk at 80 bytes, which are fewer characters where some of them take several. */
const CUT_ANCHOR = 70;

/** An anchor that stands at more places than this tells nothing. */
const MAX_SECTIONS = 50;

/** Lines that begin alike, of which one may be the anchor; beyond that, comparing them for each hunk would cost. */
const MAX_ALIKE = 1000;

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

function sectionEnd(index: SectionIndex, start: number): number {
  index.ends ??= endsIn(index.lines);
  const heading = lineText(index.lines, start);
  const level = titleLevel(heading);
  return level === null
    ? nextUpTo(index.ends.words, { start, depth: indentation(heading) })
    : nextUpTo(index.ends.titles, { start, depth: level });
}

function endsIn(lines: FileLines): Ends {
  const depthOf = (line: string) => (beginsWithWord(line) ? indentation(line) : null);
  return {
    words: bordersFrom(lines.count, (position) => depthOf(lineText(lines, position))),
    titles: bordersFrom(lines.count, (position) => titleLevel(lineText(lines, position))),
  };
}

/** Would a section under this heading go on with a line? */
export function staysBelow(heading: string, line: string): boolean {
  const level = titleLevel(heading);
  return level === null ? belongsTo(line, indentation(heading)) : !isTitleUpTo(line, level);
}

/**
 * Blank lines, deeper lines, and lines that don't begin with a word, such as brackets, comments and decorators:
 * git, too, takes only lines that begin with a word for headings.
 */
function belongsTo(line: string, depth: number): boolean {
  return line.trim() === '' || indentation(line) > depth || !beginsWithWord(line);
}

function beginsWithWord(line: string): boolean {
  return /^\s*(?!end\b)[\p{L}_$]/u.test(line);
}

/**
 * How deep a title of Markdown is, or a table of TOML and INI, which is below all of these; null: the line is none. A
 * comment in a language of `#` comments may look like one.
 */
function titleLevel(line: string): number | null {
  const [, marks] = /^(#{2,6}) \S/.exec(line) ?? [];
  return marks?.length ?? (TABLE.test(line) ? TABLE_LEVEL : null);
}

const TABLE = /^\[\[?[^[\]]+\]\]?[ \t]*$/;
const TABLE_LEVEL = 7;

function isTitleUpTo(line: string, level: number): boolean {
  const own = titleLevel(line);
  return own !== null && own <= level;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
