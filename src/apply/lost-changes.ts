import type { Refusal } from '../patch/refusal.ts';
import { decodeText, linesIn, type TextFile } from './text-file.ts';
import { sameBytes } from './tree.ts';
import { beforePatch, bytesOf, type WorkingFile, type Workspace } from './workspace.ts';

/** A file as it is to be written as a whole; the mode is undefined where nothing was said of it. */
type Written = { readonly bytes: Uint8Array; readonly executable: boolean | undefined };

/**
 * The refusal of a whole file that is written where earlier changes of the patch made something that it lacks; null: it
 * has all of it, or they made nothing. Whoever writes the file that was read knows nothing of the edits before, and a
 * long file in two parts is not its last one.
 */
export function lostChanges(workspace: Workspace, path: string, now: Written): Refusal | null {
  const made = workspace.changed.get(path) ?? null;
  if (made === null) return null;
  const was = beforePatch(workspace, made);
  const isOtherMode = now.executable !== undefined && now.executable !== made.executable;
  const line =
    isOtherMode && made.executable !== (was?.executable ?? false)
      ? ''
      : lostLine(made, was?.bytes, now.bytes);
  return line === null ? null : refusalOf(path, line);
}

/** A line that was made and is gone, or was taken away and is back; '': what is lost is no line, null: nothing is. */
function lostLine(
  { content }: WorkingFile,
  was: Uint8Array = NOTHING,
  now: Uint8Array = NOTHING,
): string | null {
  if (content === was) return null;
  const [old, left, last] = [read(was), read(content), read(now)];
  if (old === null || left === null || last === null) return sameBytes(bytesOf(content), now) ? null : '';
  const added = ADDED.get(content) ?? addedTo(old.lines, left.lines);
  ADDED.set(content, added);
  const gone = added.find((line) => timesIn(last.lines, line) < timesIn(left.lines, line));
  if (gone !== undefined) return gone.trim();
  for (const [line, times] of last.lines) {
    const before = timesIn(old.lines, line);
    const isBack = before > timesIn(left.lines, line) && times >= before;
    if (isBack && (added.length === 0 || /[\p{L}\p{N}]/u.test(line))) return line.trim();
  }
  // Nothing but the order may have changed.
  return added.length > 0 || left.lines.size < old.lines.size || [old.text, last.text].includes(left.text)
    ? null
    : '';
}

const NOTHING = new Uint8Array();

/** What was added to get there, found once, however many writes come after it. */
const ADDED = new WeakMap<Uint8Array | TextFile, readonly string[]>();

/** How often each line is there. */
type Lines = ReadonlyMap<string, number>;

/** Blank lines alone count only where nothing else was added. */
function addedTo(old: Lines, left: Lines): readonly string[] {
  const lines = [...left].flatMap(([line, times]) => (times > timesIn(old, line) ? [line] : []));
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 0 ? filled : lines;
}

function timesIn(lines: Lines, line: string): number {
  return lines.get(line) ?? 0;
}

/** Without a line break at the end, which a write may set. */
type Counted = { readonly text: string; readonly lines: Lines };

/** null: it is no text. Each content is counted once, however many writes come after it. */
function read(content: Uint8Array | TextFile): Counted | null {
  const known = COUNTED.get(content);
  if (known !== undefined) return known;
  const text = content instanceof Uint8Array ? decodeText(content)?.text : content.text;
  if (text === undefined) return null;
  const lines = new Map<string, number>();
  for (const line of linesIn(text)) lines.set(line, (lines.get(line) ?? 0) + 1);
  const counted = { text: text.endsWith('\n') ? text.slice(0, -1) : text, lines };
  COUNTED.set(content, counted);
  return counted;
}

const COUNTED = new WeakMap<Uint8Array | TextFile, Counted>();

/** Characters of a line that are shown: enough to recognise it. */
const SHOWN_CHARACTERS = 200;

function refusalOf(path: string, line: string): Refusal {
  const shown = line.slice(0, SHOWN_CHARACTERS).toWellFormed();
  const what = shown === '' ? '' : `, such as ${JSON.stringify(shown)}`;
  const message = `The patch changes ${path}, and then writes it as a whole without what it changed before${what}, so nobody can tell which one is the file. Send one write change with all of it, or edits alone.`;
  return { code: 'overlap', message, path, ...(shown === '' ? {} : { data: { line: shown } }) };
}
