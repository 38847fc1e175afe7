import { sectionHeader } from './apply-patch-header.ts';
import { blockMarker } from './block-markers.ts';
import { closes, type Fence, fenceOn, languageOf, pathInInfo } from './fences.ts';
import { isFileStart } from './file-lines.ts';
import { type FileTitle, fileTitle, readsLikeSentence } from './file-title.ts';
import { endOfMarked } from './hunk-body.ts';
import { isHunkHeader } from './hunk-header.ts';
import { isKnownName, isTagLine, looksLikePath, pathOn } from './path-line.ts';
import { type Lines, lineAt } from './reading.ts';

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
  /** A fence with lines further down that begin an edit. */
  readonly hasMarks?: boolean;
  /** A fence that is not closed. */
  readonly isOpen?: boolean;
};

export type Format = 'diff' | 'apply_patch' | 'blocks';

/** Parts in their order; what stands between them is prose. */
export function partsOf(text: Lines): readonly Part[] {
  const parts: Part[] = [];
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
    marks: { begin: -1, end: -1 },
  };
  while (scan.at < text.lines.length) step(scan);
  return parts;
}

/** What format begins at a line, if any. */
export function formatAt(text: Lines, at: number): Format | null {
  const line = lineAt(text, at) ?? '';
  switch (line.trimStart().charAt(0)) {
    case '*': {
      const kind = sectionHeader(line)?.kind;
      return kind === 'begin' || kind === 'file' ? 'apply_patch' : null;
    }
    case '<':
      return blockMarker(line)?.role === 'search' ? 'blocks' : null;
    case '-':
      if (blockMarker(line)?.role === 'search') return 'blocks';
      return isFileStart(text, at) ? 'diff' : null;
    case 'd':
    case 'r':
    case '+':
      return isFileStart(text, at) ? 'diff' : null;
    case '@':
      return isHunkHeader(line) && /^@@(?: ?-\d|\s*$| ?\.\.\.| .*@@\s*$)/.test(line) ? 'diff' : null;
    default:
      return null;
  }
}

type Scan = {
  readonly text: Lines;
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
  /** Where the last line of each kind was found that was looked for. */
  readonly marks: { begin: number; end: number };
};

function step(scan: Scan): void {
  const { text, at } = scan;
  const line = lineAt(text, at) ?? '';
  const format = isStrayEnd(scan, line) ? 'blocks' : formatAt(text, at);
  if (format !== null) {
    takePart(scan, format);
  } else if (scan.fence !== null && closes(line, scan.fence)) {
    scan.fence = null;
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
  const name = pathOn(line);
  scan.above = name !== null && (looksLikePath(name) || isKnownName(name) || /[`*]/.test(line)) ? name : null;
  scan.aboveAt = scan.at;
  scan.isTitle = scan.above !== null && !/\s/.test(line.trim().replace(/^(?:[#*>-]+|\/\/) /, ''));
  scan.isSentence = scan.above !== null && readsLikeSentence(line, scan.above);
  scan.title = fileTitle(line);
}

function takePart(scan: Scan, format: Format): void {
  const { at, fence } = scan;
  const end = endOf(scan, format);
  const { above, isTitle, isSentence } = scan;
  const path = above !== null ? { path: above, isTitled: isTitle, isSentence, ...titleOf(scan) } : {};
  const last = scan.parts.at(-1);
  // One fence of blocks after the other is one patch: what they say of one file belongs together.
  if (format === 'blocks' && last?.format === 'blocks') scan.parts[scan.parts.length - 1] = { ...last, end };
  else scan.parts.push({ format, start: at, end, ...(fence === null ? {} : { fence }), ...path });
  scan.at = end;
  forgetAbove(scan);
}

function titleOf({ isTitle, aboveAt }: Scan): Pick<Part, 'titleAt'> {
  return isTitle && aboveAt >= 0 ? { titleAt: aboveAt } : {};
}

/** What a line named, it named for what stands right below it. */
function forgetAbove(scan: Scan): void {
  scan.above = null;
  scan.title = null;
}

/** Where a part ends: a fenced diff with its fence, a bare one before the next file, all else where its own last line says so. */
function endOf(scan: Scan, format: Format): number {
  const { text, at, fence } = scan;
  if (format === 'diff') {
    const end = fence === null ? endOfDiff(text, at) : closingOf(text, at, fence);
    return endOfHeredoc(text, at, end);
  }
  if (format === 'apply_patch') return endOfPatch(scan);
  for (let next = at + 1; next < text.lines.length; next += 1) {
    if (blockMarker(lineAt(text, next) ?? '')?.role === 'replace') return next + 1;
  }
  return text.lines.length;
}

/**
 * A file in a fence may follow, below its path. It is part of the diff where lines of a hunk come behind it: then it is
 * context that lost its marks, which is for whoever reads the diff to refuse.
 */
function endOfDiff(text: Lines, at: number): number {
  let file: number | null = null;
  /** The last line with something on it, and the fence that is open. */
  let above = at;
  let fence: Fence | null = null;
  for (let next = at + 1; next < text.lines.length; next += 1) {
    const line = lineAt(text, next) ?? '';
    const format = formatAt(text, next);
    if (format !== null && (format !== 'diff' || file !== null)) return file ?? next;
    if (/^[+-]/.test(line)) file = null;
    const opened: Fence | null = fence === null && !line.startsWith(' ') ? fenceOn(line) : null;
    if (opened !== null) file ??= startOfFile(text, { above, at: next, fence: opened });
    if (opened !== null) fence = opened;
    else if (fence !== null && closes(line, fence)) fence = null;
    if (line.trim() !== '') above = next;
  }
  return file ?? text.lines.length;
}

/** The line that names the file which a fence holds; null: none does. */
function startOfFile(
  text: Lines,
  { above, at, fence }: { readonly above: number; readonly at: number; readonly fence: Fence },
): number | null {
  if (pathInInfo(fence) !== null) return at;
  return isTitleAlone(lineAt(text, above) ?? '') ? above : null;
}

/** Does it only name the file in the fence below it, and is no line of a hunk? */
function isTitleAlone(line: string): boolean {
  return !/^[-+ @\\]/.test(line) && fileTitle(line)?.isAlone === true;
}

/** Where a shell is given the diff in a text of its own, it ends with that text. */
function endOfHeredoc(text: Lines, at: number, end: number): number {
  const word = heredocWord(lineAt(text, at - 1) ?? '');
  if (word === null) return end;
  for (let next = at + 1; next < end; next += 1) if (lineAt(text, next) === word) return next;
  return end;
}

/** The word that ends the text which a patch program gets from a shell: `git apply <<'EOF'`. null: the line begins none. */
export function heredocWord(line: string): string | null {
  return HEREDOC.exec(line.trim().slice(0, MAX_COMMAND))?.[1] ?? null;
}

const HEREDOC = /^(?:\$ )?(?:cat|patch|git apply|git am|apply_patch)\b[^<]*<<-? ?['"]?(\w+)['"]?/;

/** Characters of a command that starts a patch program. */
const MAX_COMMAND = 200;

/**
 * A patch without its last line ends with its fence: what follows would be lost. The last line may stand behind what only
 * looks like the fence's end and is a line of a file, but not behind another patch, nor below a deletion.
 */
function endOfPatch(scan: Scan): number {
  const { text, at, fence } = scan;
  const end = nextMark(scan, 'end', at + 1);
  const close = fence === null ? text.lines.length : closingOf(text, at, fence);
  const isLost = end === text.lines.length || nextMark(scan, 'begin', close + 1) < end;
  if (fence === null && isLost) return endOfSections(text, at);
  return end > close && (isLost || endsWithDeletion(text, at, close))
    ? close
    : Math.min(end + 1, text.lines.length);
}

/** Behind the last section of a patch without its last line may stand what is no part of it: words, a file, or an edit. */
function endOfSections(text: Lines, at: number): number {
  let last = text.lines.length - 1;
  while (last > at && sectionHeader(lineAt(text, last) ?? '') === null) last -= 1;
  return Math.min(endOfDiff(text, last), last + 1 + endOfMarked(text.lines.slice(last + 1)));
}

/** The next line of that kind; what was found for the part before is not looked for again. */
function nextMark({ text, marks }: Scan, kind: 'begin' | 'end', from: number): number {
  if (marks[kind] >= from) return marks[kind];
  let at = from;
  while (at < text.lines.length && sectionHeader(lineAt(text, at) ?? '')?.kind !== kind) at += 1;
  marks[kind] = at;
  return at;
}

function endsWithDeletion(text: Lines, from: number, end: number): boolean {
  for (let at = end - 1; at >= from; at -= 1) {
    const header = sectionHeader(lineAt(text, at) ?? '');
    if (header?.kind === 'file') return header.action === 'delete';
  }
  return false;
}

/**
 * The line that ends a fenced diff or patch. A line of the file may look like one where its mark is lost; then more of
 * it follows, up to the real end.
 */
function closingOf(text: Lines, from: number, fence: Fence): number {
  for (let at = from; at < text.lines.length; at += 1) {
    if (closes(lineAt(text, at) ?? '', fence) && !goesOn(text, at + 1, fence)) return at;
  }
  return text.lines.length;
}

/** Do lines of a hunk follow, and then a line that ends the fence? */
function goesOn(text: Lines, from: number, fence: Fence): boolean {
  let found = false;
  for (let at = from; at < text.lines.length; at += 1) {
    const line = lineAt(text, at) ?? '';
    if (fenceOn(line) !== null) return found && closes(line, fence);
    found ||= /^(?:\+|@@ )/.test(line);
  }
  return false;
}

function enterFence(scan: Scan, line: string): void {
  const { text, at } = scan;
  const fence = fenceOn(line);
  if (fence === null) return;
  const language = languageOf(fence);
  const named = pathInInfo(fence);
  if (named !== null) {
    [scan.above, scan.aboveAt, scan.isTitle, scan.isSentence] = [named, -1, true, false];
    scan.title = { path: named, isAlone: true };
  }
  const first = nextFilled(text, at + 1);
  const second = nextFilled(text, first + 1);
  const lead = lineAt(text, first) ?? '';
  const isNamed = looksLikePath(pathOn(lead) ?? '');
  const isLed = isNamed || heredocWord(lead) !== null;
  const leading = formatAt(text, first) ?? (isLed ? formatAt(text, second) : null);
  if (leading !== null && !(isWholeLanguage(language) && (leading === 'diff' || isNamed))) {
    scan.fence = fence;
    scan.at += 1;
  } else if (language === 'diff' || language === 'patch') {
    scan.fence = fence;
    scan.at += 1;
    takePart(scan, 'diff');
  } else {
    takeFence(scan, fence);
  }
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
  const { end, isOpen, hasMarks } = endOfFence(text, at + 1, fence);
  const path = above !== null ? { path: above, isTitled: isTitle, ...titleOf(scan) } : {};
  const named = title === null ? path : { ...path, title };
  scan.parts.push({ format: 'fence', start: at + 1, end, fence, ...named, isOpen, hasMarks });
  scan.at = end + 1;
  forgetAbove(scan);
}

/** Fences inside of it come in pairs: one with a language opens, and one without closes the last one that is open. */
function endOfFence(
  text: Lines,
  from: number,
  fence: Fence,
): { end: number; isOpen: boolean; hasMarks: boolean } {
  let depth = 0;
  let hasMarks = false;
  for (let at = from; at < text.lines.length; at += 1) {
    const line = lineAt(text, at) ?? '';
    const inner = fenceOn(line);
    if (inner?.mark === fence.mark) {
      if (inner.info !== '') depth += 1;
      else if (depth === 0 && inner.indent <= fence.indent) return { end: at, isOpen: false, hasMarks };
      else depth = Math.max(0, depth - 1);
    }
    hasMarks ||= formatAt(text, at) !== null;
  }
  return { end: text.lines.length, isOpen: true, hasMarks };
}
