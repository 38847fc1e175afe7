import { blockMarker } from './block-markers.ts';
import { fileInInfo } from './fence-info.ts';
import { type MovableLines, moveToMargin, startOfFence } from './fence-margin.ts';
import { closes, type Fence, fenceOn, languageOf, withoutIndent } from './fences.ts';
import { type FileTitle, fileTitle, isTitleLine, readsLikeSentence } from './file-title.ts';
import { endOfPart, heredocWord, type Marks } from './part-ends.ts';
import { isKnownName, isTagLine, labelOn, looksLikePath, pathOn } from './path-line.ts';
import { type Lines, lineAt } from './reading.ts';
import { type Format, formatAt } from './text-format.ts';

/** A piece of a text that holds a patch in one format, or a fence with something else. */
export type Part = {
  readonly format: Format | 'fence';
  /** The lines from `start` up to `end`, from 0. */
  readonly start: number;
  readonly end: number;
  /** The fence that it stands in. */
  readonly fence?: Fence;
  /** The path that is named right above it, or in the fence's opening line. */
  readonly path?: string;
  /** The line above says nothing but the path. */
  readonly isTitled?: boolean;
  /** That line. */
  readonly titleAt?: number;
  /** The path may as well be a sentence. */
  readonly isSentence?: boolean;
  /** For a fence: the file that it is as a whole, if it is one, by the line above it or its opening line. */
  readonly title?: FileTitle;
  /** For edits: the fences that they stand in and that say by the line above them which file they are. */
  readonly titled?: readonly TitledEdit[];
  /** A fence with lines further down that begin an edit. */
  readonly hasMarks?: boolean;
  /** A fence that is not closed. */
  readonly isOpen?: boolean;
};

/** An edit in a fence that is of a file by the line above it. */
export type TitledEdit = {
  readonly title: FileTitle;
  /** The lines from `start`, the fence's first one, up to `end`, from 0. */
  readonly start: number;
  readonly end: number;
};

/** What a text is made of. */
export type PartedText = {
  /** Fences that hold edits stand at the margin here, wherever they stood. */
  readonly lines: Lines;
  /** In their order; what stands between them is prose. */
  readonly parts: readonly Part[];
};

export function partsOf(lines: Lines): PartedText {
  const parts: Part[] = [];
  const text = { ...lines, lines: [...lines.lines] };
  const scan: Scan = {
    text,
    parts,
    at: 0,
    fence: null,
    above: null,
    aboveAt: -1,
    isTitle: false,
    isSentence: false,
    title: null,
    fenceTitle: null,
    marks: { begin: null, end: null, closing: null },
  };
  while (scan.at < text.lines.length) step(scan);
  return { lines: text, parts };
}

type Scan = {
  readonly text: MovableLines;
  readonly parts: Part[];
  at: number;
  /** The fence that the next line stands in. */
  fence: Fence | null;
  /** The path on the line above. */
  above: string | null;
  aboveAt: number;
  isTitle: boolean;
  isSentence: boolean;
  title: FileTitle | null;
  /** What that said above the fence of the next line, until an edit stands in it, and where the fence begins. */
  fenceTitle: { readonly title: FileTitle; readonly start: number } | null;
  readonly marks: Marks;
};

function step(scan: Scan): void {
  const { text, at } = scan;
  const line = lineAt(text, at) ?? '';
  const format = isStrayEnd(scan, line) ? 'blocks' : formatAt(text, at);
  if (format !== null) {
    takePart(scan, format);
  } else if (scan.fence !== null && closes(line, scan.fence)) {
    scan.fence = null;
    scan.fenceTitle = null;
    scan.at += 1;
  } else if (scan.fence === null && fenceOn(line) !== null) {
    enterFence(scan, line);
  } else {
    if (line.trim() !== '' && !isTagLine(line)) noteAbove(scan, line);
    scan.at += 1;
  }
}

/**
 * The end of a block, where one has ended before: what was taken for its end may be a line of what it writes, so this is for
 * whoever reads the blocks to refuse.
 */
function isStrayEnd({ parts }: Scan, line: string): boolean {
  return blockMarker(line)?.role === 'replace' && parts.some(({ format }) => format === 'blocks');
}

function noteAbove(scan: Scan, line: string): void {
  scan.above = nameOn(line);
  scan.aboveAt = scan.at;
  scan.isTitle = scan.above !== null && isTitleLine(line);
  scan.isSentence = scan.above !== null && readsLikeSentence(line, scan.above);
  scan.title = fileTitle(line);
}

/** A name of one word has to be known, or in quotes or behind `File:`. */
function nameOn(line: string): string | null {
  const name = pathOn(line);
  if (name === null) return null;
  const isMarked = line.includes('`') || /file|path/i.test(labelOn(line) ?? '');
  return looksLikePath(name) || isKnownName(name) || isMarked ? name : null;
}

function takePart(scan: Scan, format: Format): void {
  const { text, at, fence } = scan;
  const end = endOfPart(scan, format);
  const { above, isTitle, isSentence } = scan;
  const path = above !== null ? { path: above, isTitled: isTitle, isSentence, ...titleOf(scan, true) } : {};
  const last = scan.parts.at(-1);
  // One fence of blocks after the other is one patch: what they say of one file belongs together.
  if (format === 'blocks' && last?.format === 'blocks')
    scan.parts[scan.parts.length - 1] = { ...last, end, ...titledBy(scan, end, last.titled) };
  else
    scan.parts.push({
      format,
      start: at,
      end,
      ...(fence === null ? {} : { fence }),
      ...path,
      ...titledBy(scan, end),
    });
  scan.at = end;
  // Blocks without their end hold the end of their fence.
  if (format === 'blocks' && fence !== null && closes(lineAt(text, end - 1) ?? '', fence)) scan.fence = null;
  forgetAbove(scan);
}

function titledBy(
  { fenceTitle }: Scan,
  end: number,
  others: readonly TitledEdit[] = [],
): Pick<Part, 'titled'> {
  const titled = fenceTitle === null ? others : [...others, { ...fenceTitle, end }];
  return titled.length === 0 ? {} : { titled };
}

/** The line that opens a fence is told where it says more than the name of the file, above an edit only what may matter. */
function titleOf({ text, isTitle, aboveAt }: Scan, isEdit: boolean): Pick<Part, 'titleAt'> {
  if (!isTitle || aboveAt < 0) return {};
  const fence = fenceOn(lineAt(text, aboveAt) ?? '');
  const named = fence === null ? null : fileInInfo(fence.info);
  return named !== null && (isEdit ? !named.isAlone : named.hasMore) ? {} : { titleAt: aboveAt };
}

/** What a line named, it named for what stands right below it. */
function forgetAbove(scan: Scan): void {
  scan.above = null;
  scan.title = null;
  scan.fenceTitle = null;
}

function enterFence(scan: Scan, line: string): void {
  const { text, at } = scan;
  const fence = fenceOn(line);
  if (fence === null) return;
  const language = languageOf(fence);
  const named = fileInInfo(fence.info);
  if (named !== null) {
    [scan.above, scan.aboveAt, scan.isTitle, scan.isSentence] = [named.path, at, true, false];
    // What says more may say that the block is a part of that file.
    scan.title = named.isAlone ? { path: named.path, isAlone: true } : null;
  }
  const inside = startOfFence(text, at, fence);
  const first = nextFilled(inside, 0);
  const second = nextFilled(inside, first + 1);
  const lead = lineAt(inside, first) ?? '';
  const isNamed = nameOn(lead) !== null;
  const isLed = isNamed || heredocWord(lead) !== null;
  const leading = formatAt(inside, first) ?? (isLed ? formatAt(inside, second) : null);
  if (leading !== null && !(isWholeLanguage(language) && (leading === 'diff' || isNamed))) {
    beginFence(scan, fence);
  } else if (language === 'diff' || language === 'patch') {
    beginFence(scan, fence);
    takePart(scan, 'diff');
  } else {
    takeFence(scan, fence);
  }
}

/** An edit stands in it. */
function beginFence(scan: Scan, fence: Fence): void {
  scan.fence = moveToMargin(scan.text, scan.at, fence);
  scan.at += 1;
  scan.fenceTitle = scan.title === null ? null : { title: scan.title, start: scan.at };
}

/** The language of files that may be about patches: only what begins with one is one. */
function isWholeLanguage(language: string): boolean {
  return ['md', 'markdown', 'rst'].includes(language);
}

function nextFilled(text: Lines, from: number): number {
  let at = from;
  while (lineAt(text, at)?.trim() === '') at += 1;
  return at;
}

function takeFence(scan: Scan, fence: Fence): void {
  const { text, at, above, isTitle, title } = scan;
  const { end, isOpen } = endOfFence(text, at + 1, fence);
  const own = { ...text, lines: withoutIndent(text.lines.slice(at + 1, end), fence) };
  const hasMarks = own.lines.some((_, index) => formatAt(own, index) !== null);
  const path = above !== null ? { path: above, isTitled: isTitle, ...titleOf(scan, false) } : {};
  const named = title === null ? path : { ...path, title };
  scan.parts.push({ format: 'fence', start: at + 1, end, fence, ...named, isOpen, hasMarks });
  scan.at = end + 1;
  forgetAbove(scan);
}

/** Fences inside of it come in pairs: one with a language opens, and one without closes the last one that is open. */
function endOfFence(text: Lines, from: number, fence: Fence): { end: number; isOpen: boolean } {
  let depth = 0;
  for (let at = from; at < text.lines.length; at += 1) {
    const line = lineAt(text, at) ?? '';
    const inner = fenceOn(line);
    if (inner?.mark === fence.mark) {
      if (inner.info !== '') depth += 1;
      else if (depth === 0 && inner.indent <= fence.indent) return { end: at, isOpen: false };
      else depth = Math.max(0, depth - 1);
    }
  }
  return { end: text.lines.length, isOpen: true };
}
