import { type FileLines, lineText } from '../file-lines.ts';
import { type Borders, bordersFrom, nextUpTo } from './borders.ts';

/**
 * What stands under a heading. The section of a line is what is indented deeper than it, up to the line that
 * closes it; hunks name such lines as anchors.
 */
export type SectionIndex = {
  readonly lines: FileLines;
  /** Is `# x` a title, and no comment? */
  readonly isMarkdown: boolean;
  /** Positions by the beginning of the line's text; made when first needed. */
  starts?: ReadonlyMap<string, readonly number[]>;
  /** Lines at which sections may end; found when first needed. */
  ends?: Ends;
  /** The same for those whose heading begins with no word: all lines that begin something, by their indentation. */
  beginnings?: Borders;
};

/** Lines that begin with a word, by their indentation, and titles, by their level. */
type Ends = { readonly words: Borders; readonly titles: Borders };

/** Lines from `start` up to, and not including, `end`; counted from 0. */
export type Section = {
  readonly start: number;
  readonly end: number;
  /** The text that names it. */
  readonly name: string;
};

/** `path`: of the file, where it is known. */
export function indexSections(lines: FileLines, path = ''): SectionIndex {
  return { lines, isMarkdown: /\.(?:md|mdx|markdown)$/i.test(path) };
}

/**
 * Every section that the anchors name, each one inside a section of the anchor before it. One that stands nowhere in
 * there decides nothing: what those before it name is meant all the same, and no section of that name elsewhere.
 */
export function sectionsOf(index: SectionIndex, anchors: readonly string[]): readonly Section[] {
  let sections: readonly Section[] = [];
  for (const anchor of anchors) {
    const named = sectionsUnder(index, anchor.trim());
    const inner = sections.length === 0 ? named : insideOf(index, named, sections);
    if (inner.length > 0) sections = inner;
  }
  return sections;
}

/** Those that begin in one of the outer ones; else those below one whose line heads nothing, such as an import. */
function insideOf(
  index: SectionIndex,
  named: readonly Section[],
  outer: readonly Section[],
): readonly Section[] {
  const inside = named.filter(({ start }) =>
    outer.some((section) => start >= section.start && start < section.end),
  );
  if (inside.length > 0) return inside;
  const bare = outer.filter((section) => !isHeading(index, section.start));
  return named.filter(({ start }) => bare.some((section) => start > section.start));
}

/** Does a line stand above what belongs to it? A line among others of its kind does not. */
export function isHeading({ lines, isMarkdown }: SectionIndex, position: number): boolean {
  const heading = lineText(lines, position);
  if (titleLevel(heading, isMarkdown) !== null) return true;
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
  index.ends ??= endsIn(index);
  const level = titleLevel(upper, index.isMarkdown);
  if (level !== null) {
    const isLeftByHunk = [lower, ...between].some((line) => isTitleUpTo(index, line, level));
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
  return named.map((start) => ({ start, end: sectionEnd(index, start), name: anchor }));
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
  index.ends ??= endsIn(index);
  const heading = lineText(index.lines, start);
  const level = titleLevel(heading, index.isMarkdown);
  if (level !== null) return nextUpTo(index.ends.titles, { start, depth: level });
  const depth = indentation(heading);
  if (beginsWithWord(heading)) return nextUpTo(index.ends.words, { start, depth });
  index.beginnings ??= indented(index.lines, beginsAnything);
  return nextUpTo(index.beginnings, { start, depth });
}

function endsIn({ lines, isMarkdown }: SectionIndex): Ends {
  let fence: string | null = null;
  const titles = bordersFrom(lines.count, (position) => {
    const line = lineText(lines, position);
    if (isMarkdown) fence = fenceBelow(fence, line);
    return fence === null ? titleLevel(line, isMarkdown) : null;
  });
  return { words: indented(lines, beginsWithWord), titles };
}

/** The fence that a line of Markdown opens or leaves open; null: what follows is no code. */
function fenceBelow(open: string | null, line: string): string | null {
  const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  if (open === null) return marks ?? null;
  return marks?.startsWith(open) === true && line.trim() === marks ? null : open;
}

function indented(lines: FileLines, isBorder: (line: string) => boolean): Borders {
  return bordersFrom(lines.count, (position) => {
    const line = lineText(lines, position);
    return isBorder(line) ? indentation(line) : null;
  });
}

/** Would a section under this heading go on with a line? */
export function staysBelow(index: SectionIndex, heading: string, line: string): boolean {
  const level = titleLevel(heading, index.isMarkdown);
  return level === null ? belongsTo(heading, line) : !isTitleUpTo(index, line, level);
}

/**
 * Blank lines, deeper lines, and below a word lines that don't begin with one, such as brackets, comments and decorators:
 * git, too, takes only lines that begin with a word for headings.
 */
function belongsTo(heading: string, line: string): boolean {
  const isBorder = beginsWithWord(heading) ? beginsWithWord : beginsAnything;
  return line.trim() === '' || indentation(line) > indentation(heading) || !isBorder(line);
}

/** The head of a private method begins with one too; another line with `#` may be a comment, or a directive. */
function beginsWithWord(line: string): boolean {
  return /^\s*(?:(?!end\b)[\p{L}_$]|#[\p{L}_$][\p{L}\p{N}_$]*\(.*\{\s*$)/u.test(line);
}

/** A word, a key in quotes, a tag, a rule of CSS, an item of a list, a list of Lisp: not what closes, comments or goes on. */
function beginsAnything(line: string): boolean {
  return (
    beginsWithWord(line) || /^\s*(?:["'([{@]|<\p{L}|[.#&:][\p{L}_]|::\p{L}|(?:[-*+]|\d+[.)]) )/u.test(line)
  );
}

/**
 * How deep a title of Markdown is, or a table of TOML and INI, which is below all of these; null: the line is none. A
 * comment in a language of `#` comments may look like one, and one of a single `#` is one where the file is no Markdown.
 */
function titleLevel(line: string, isMarkdown: boolean): number | null {
  const [, marks] = /^(#{1,6}) \S/.exec(line) ?? [];
  if (marks === '#' && !isMarkdown) return null;
  return marks?.length ?? (TABLE.test(line) ? TABLE_LEVEL : null);
}

const TABLE = /^\[\[?[^[\]]+\]\]?[ \t]*$/;
const TABLE_LEVEL = 7;

function isTitleUpTo({ isMarkdown }: SectionIndex, line: string, level: number): boolean {
  const own = titleLevel(line, isMarkdown);
  return own !== null && own <= level;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
