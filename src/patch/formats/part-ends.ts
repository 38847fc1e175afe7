import { marginOf, sectionHeader } from './apply-patch-header.ts';
import { closingBehind, endOfBlock } from './block-end.ts';
import { blockMarker } from './block-markers.ts';
import { closes, type Fence, fenceOn, pathInInfo } from './fences.ts';
import { isBoundary } from './file-lines.ts';
import { fileTitle } from './file-title.ts';
import { endOfMarked } from './hunk-body.ts';
import { isHunkHeader, parseHunkHeader } from './hunk-header.ts';
import { type Lines, lineAt } from './reading.ts';
import { type Format, formatAt } from './text-format.ts';
import { countedLines } from './unified-hunk.ts';

/** A part that begins at a line. */
export type Begun = {
  readonly text: Lines;
  readonly at: number;
  /** That it stands in. */
  readonly fence: Fence | null;
  readonly marks: Marks;
};

/** Where the last line of each kind was found that was looked for, and from where on, and what closes the last fence. */
export type Marks = {
  begin: FoundMark | null;
  end: FoundMark | null;
  closing: { readonly fence: Fence; readonly at: number } | null;
};

type FoundMark = { readonly margin: string; readonly from: number; readonly at: number };

/** Where a part ends: a fenced diff with its fence, a bare one before the next file, all else where its own last line says so. */
export function endOfPart(begun: Begun, format: Format): number {
  const { text, at, fence } = begun;
  if (format === 'diff') {
    const end = fence === null ? endOfDiff(text, at) : closingOf(begun, fence);
    return endOfHeredoc(text, at, end);
  }
  if (format === 'apply_patch') return endOfPatch(begun);
  return endOfBlocks(begun);
}

/** With its own end; without one, the fence's end is in the part, so that whoever reads it knows of the fence. */
function endOfBlocks({ text, at, fence }: Begun): number {
  const { at: end, role } = endOfBlock(text, at);
  if (role === 'replace') return end + 1;
  for (let next = end; next < text.lines.length; next += 1)
    if (blockMarker(lineAt(text, next) ?? '')?.role === 'replace') return next + 1;
  if (fence === null || role === 'search') return text.lines.length;
  return Math.min(closingBehind(text, at, fence) + 1, text.lines.length);
}

/**
 * A file in a fence may follow, below its path. It is part of the diff where lines of a hunk come behind it: then it is
 * context that lost its marks, which is for whoever reads the diff to refuse.
 */
function endOfDiff(text: Lines, at: number, limit = text.lines.length): number {
  let file: number | null = null;
  /** The last line with something on it, and the fence that is open. */
  let above = at;
  let fence: Fence | null = null;
  for (let next = at + 1; next < limit; next += 1) {
    const counted = endOfCounted(text, next - 1);
    if (counted !== null) {
      [next, above, file] = [counted, counted - 1, null];
      if (next >= limit) break;
    }
    const line = lineAt(text, next) ?? '';
    // A line of the hunk may show the mark of another patch; that of a patch that follows is not indented.
    const format = /^\s+\*/.test(line) ? null : formatAt(text, next);
    if (format !== null && (format !== 'diff' || file !== null))
      return file ?? (isTitleAlone(lineAt(text, above) ?? '') ? above : next);
    if (/^[+-]/.test(line)) file = null;
    const opened: Fence | null = fence === null && !line.startsWith(' ') ? fenceOn(line) : null;
    if (opened !== null) file ??= startOfFile(text, { above, at: next, fence: opened }) ?? next;
    if (opened !== null) fence = opened;
    else if (fence !== null && closes(line, fence)) fence = null;
    if (line.trim() !== '') above = next;
  }
  return file ?? limit;
}

/** Behind the lines that the hunk header counts; null: there is none at that line, or its count does not fit. */
function endOfCounted(text: Lines, at: number): number | null {
  const line = lineAt(text, at);
  if (line === undefined || !isHunkHeader(line)) return null;
  const end = countedLines(text, parseHunkHeader(line), at + 1);
  if (end === null || end === at + 1) return null;
  return isBoundary(text, end) || !/^[ +-]/.test(lineAt(text, end) ?? '') ? end : null;
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

/**
 * The word that ends the text which a patch program gets from a shell, whatever else stands on its line:
 * `git apply <<'EOF'`, `cd web && apply_patch <<'EOF'`. null: the line begins none.
 */
export function heredocWord(line: string): string | null {
  if (!line.includes('<<')) return null;
  const command = line.trim().slice(0, MAX_COMMAND);
  return PROGRAM.test(command) ? (HEREDOC.exec(command)?.[1] ?? null) : null;
}

const PROGRAM =
  /(?:^|[\s;&|("'`{])(?:cat|patch|apply_patch|git(?:\s+[^\s;&|]{1,200}){0,8}?\s+(?:apply|am))(?![\w./-])/;

const HEREDOC = /<<-? ?['"]?(\w+)['"]?/;

/** Characters of a command that starts a patch program. */
const MAX_COMMAND = 4000;

/**
 * A patch without its last line ends with its fence, or before the next patch: what follows would be lost. The last line
 * may stand behind what only looks like the fence's end and is a line of a file, but not behind another patch, nor below
 * a deletion.
 */
function endOfPatch(begun: Begun): number {
  const { text, at, fence } = begun;
  const end = nextMark(begun, 'end', at + 1);
  if (fence === null) {
    const next = nextMark(begun, 'begin', at + 1);
    return end < Math.min(next, text.lines.length) ? end + 1 : endOfSections(text, at, next);
  }
  if (end < text.lines.length && !hasClosing(begun, fence, end)) return end + 1;
  const close = closingOf(begun, fence);
  const isLost = end === text.lines.length || nextMark(begun, 'begin', close + 1) < end;
  return end > close && (isLost || endsWithDeletion(text, at, close))
    ? close
    : Math.min(end + 1, text.lines.length);
}

/**
 * Behind the last section of a patch without its last line may stand what is no part of it: words, a file, an edit, or
 * the fence of the next patch.
 */
function endOfSections(text: Lines, at: number, limit: number): number {
  let last = limit - 1;
  while (last > at && sectionHeader(lineAt(text, last) ?? '') === null) last -= 1;
  let end = last + 1 + endOfMarked(text.lines.slice(last + 1, limit));
  if (end === limit && limit < text.lines.length) end = withoutFence(text, last, limit);
  return Math.min(endOfDiff(text, last, limit), end);
}

/** The line that opens the fence of what follows, where only blank lines part them. */
function withoutFence(text: Lines, from: number, end: number): number {
  let at = end - 1;
  while (at > from && (lineAt(text, at) ?? '').trim() === '') at -= 1;
  return at > from && fenceOn(lineAt(text, at) ?? '') !== null ? at : end;
}

/** May the fence be closed before that line? */
function hasClosing({ text, at }: Begun, fence: Fence, end: number): boolean {
  for (let next = at; next < end; next += 1) if (closes(lineAt(text, next) ?? '', fence)) return true;
  return false;
}

/** The next line of that kind; what was found for the part before is not looked for again. */
function nextMark({ text, at: start, marks }: Begun, kind: 'begin' | 'end', from: number): number {
  const margin = marginOf(lineAt(text, start) ?? '');
  const known = marks[kind];
  if (known !== null && known.margin === margin && known.from <= from && from <= known.at) return known.at;
  let at = from;
  while (at < text.lines.length && sectionHeader(lineAt(text, at) ?? '', margin)?.kind !== kind) at += 1;
  marks[kind] = { margin, from, at };
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
function closingOf({ text, at: from, marks }: Begun, fence: Fence): number {
  const known = marks.closing;
  if (known?.fence === fence && known.at >= from) return known.at;
  let at = from;
  while (at < text.lines.length && !(closes(lineAt(text, at) ?? '', fence) && !goesOn(text, at + 1, fence)))
    at += 1;
  marks.closing = { fence, at };
  return at;
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
