import type { Refusal } from '../patch/refusal.ts';
import { elidedFile } from './elided.ts';
import { shownCodeRefusal } from './shown-code.ts';
import { BOM, decodeText, encodeText, linesIn } from './text-file.ts';
import type { Operation } from './wanted.ts';

export type WholeFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The bytes of a file that is written as a whole; `before` is what stands there, null where nothing does.
 *
 * A file that was found in a text was not sent as one on purpose: it must keep half of the lines that it replaces, and
 * takes over line endings, byte order mark and final line breaks.
 */
export function wholeFile(operation: WriteOperation, before: Uint8Array | null): WholeFile {
  const { write, found } = operation;
  const old = before === null ? null : decodeText(before);
  const refusal =
    shownCodeRefusal(operation, old?.text) ??
    elidedFile(operation, old?.text) ??
    (old === null ? openEnded(operation) : (besideEdits(operation, old.text) ?? unlike(operation, old.text)));
  if (refusal !== null) return { ok: false, refusal };
  if (found === undefined || old === null || old.text === '') return { ok: true, bytes: bytesSent(write) };
  const sent = write.content.startsWith(BOM) ? write.content.slice(1) : write.content;
  const lines = sent.replaceAll('\r\n', '\n');
  const text = lines.slice(0, endOfLines(lines)) + old.text.slice(endOfLines(old.text));
  const endings = typeof old.endings === 'string' ? old.endings : '\n';
  return { ok: true, bytes: encodeText({ hasBom: old.hasBom || sent !== write.content, text, endings }) };
}

/** Where nothing but line breaks follows. */
function endOfLines(text: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return end;
}

/** Without Buffer, which browsers lack; that base64 is well-formed was checked when the patch was read. */
export function bytesSent({ content, encoding }: WriteOperation['write']): Uint8Array {
  return encoding === 'base64'
    ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(content);
}

type WriteOperation = Extract<Operation, { action: 'write' }>;

/** A code block for a file that is there, in a text that edits files otherwise, may be a part of it; null: it is all of it. */
function besideEdits({ path, write, found }: WriteOperation, old: string): Refusal | null {
  if (found !== 'beside' || write.content.replaceAll('\r\n', '\n') === old) return null;
  const message = `The text holds edits, and a code block for ${path}, which is there already, so nobody can tell whether the block is all of it. Send an edit of ${path}, or a write change with the whole file.`;
  return { code: 'elided_edit', message, path };
}

/** Nothing tells where a new file ends that may go on behind a code block; null: nothing is in doubt. */
function openEnded({ path, sureLines }: WriteOperation): Refusal | null {
  if (sureLines === undefined) return null;
  const message = `The text does not tell where ${path} ends: a code block inside of it may be its end. Put four backquotes around it, or send a write change with the whole file.`;
  return { code: 'elided_edit', message, path };
}

/** Why what was found in a text can't be the whole of the file; null: it can. */
function unlike({ path, write, found, sureLines }: WriteOperation, old: string): Refusal | null {
  if (found === undefined) return null;
  const before = telling(linesIn(old));
  const lines = linesIn(write.content.replaceAll('\r\n', '\n'));
  const kept = countKept(before, lines);
  if (kept * 2 < before.length)
    return partial(
      path,
      `keeps ${kept} of the ${before.length} lines there that are more than brackets`,
      before.length,
    );
  const rest = lines.slice(sureLines ?? lines.length).filter(isFilled);
  const known = new Set(linesIn(old).map((line) => line.trim()));
  if (marksChanges(lines, known))
    return partial(
      path,
      'has lines of the file behind a -, and others behind a +, as an edit has',
      before.length,
    );
  if (rest.filter((line) => known.has(line.trim())).length * 2 < rest.length)
    return partial(
      path,
      'may end at a code block inside of it, and what follows is not in the file',
      before.length,
    );
  return null;
}

/** Does a line that the file has stand there as one to be removed, right above one to be added? */
function marksChanges(lines: readonly string[], known: ReadonlySet<string>): boolean {
  return lines.some((line, at) => {
    const taken = line.slice(1).trim();
    const isTaken = line.startsWith('-') && taken !== '' && known.has(taken) && !known.has(line.trim());
    return isTaken && /^[+-]/.test(lines[at + 1] ?? '');
  });
}

/** Brackets alone are in every file; where there is nothing else, they have to do. */
function telling(lines: readonly string[]): readonly string[] {
  const words = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  return words.length > 0 ? words : lines.filter(isFilled);
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

/** How many of the lines are there, each as often as it is there, whatever is around them. */
function countKept(before: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of now) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  let kept = 0;
  for (const line of before) {
    const count = left.get(line.trim()) ?? 0;
    if (count === 0) continue;
    left.set(line.trim(), count - 1);
    kept += 1;
  }
  return kept;
}

function partial(path: string, why: string, lines: number): Refusal {
  const message = `The text that was found for ${path} ${why}, so it may be a part of it, or something else. Send an edit, or a write change with the whole file.`;
  return { code: 'elided_edit', message, path, data: { lines } };
}
