import type { Refusal } from '../patch/refusal.ts';
import { elidedFile } from './elided.ts';
import { decodeText, encodeText, linesIn } from './text-file.ts';
import type { Operation } from './wanted.ts';

export type WholeFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The bytes of a file that is written as a whole; `before` is what stands there, null where nothing does.
 *
 * A file that was found in a text was not sent as one on purpose: it must have enough in common with what it
 * replaces, and takes over its line endings, byte order mark and final line breaks.
 */
export function wholeFile(operation: WriteOperation, before: Uint8Array | null): WholeFile {
  const { write, found } = operation;
  const old = before === null ? null : decodeText(before);
  const refusal =
    elidedFile(operation, old?.text) ??
    (old === null ? null : (besideEdits(operation, old.text) ?? unlike(operation, old.text)));
  if (refusal !== null) return { ok: false, refusal };
  if (found === undefined || old === null || old.text === '') return { ok: true, bytes: bytesOf(write) };
  const lines = write.content.replaceAll('\r\n', '\n');
  const text = lines.slice(0, endOfLines(lines)) + old.text.slice(endOfLines(old.text));
  const endings = typeof old.endings === 'string' ? old.endings : '\n';
  return { ok: true, bytes: encodeText({ hasBom: old.hasBom, text, endings }) };
}

/** Where nothing but line breaks follows. */
function endOfLines(text: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return end;
}

/** Without Buffer, which browsers lack; that base64 is well-formed was checked when the patch was read. */
function bytesOf({ content, encoding }: WriteOperation['write']): Uint8Array {
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

/** Why what was found in a text can't be the whole of the file; null: it can. */
function unlike({ path, write, found, sureLines }: WriteOperation, old: string): Refusal | null {
  if (found === undefined) return null;
  const before = filled(linesIn(old));
  const lines = linesIn(write.content.replaceAll('\r\n', '\n'));
  const known = new Set(before.map((line) => line.trim()));
  const isKnown = (line: string) => known.has(line.trim());
  if (found === 'bare' && before.length > 0 && !filled(lines).some(isKnown))
    return partial(path, 'has no line in common with the file', before.length);
  if (before.length >= LEAST_LINES && filled(lines).length * 2 < before.length)
    return partial(path, `has ${filled(lines).length} lines, and the file ${before.length}`, before.length);
  const rest = filled(lines.slice(sureLines ?? lines.length));
  if (rest.length > 0 && rest.filter(isKnown).length * 2 < rest.length)
    return partial(
      path,
      'may end at a code block inside of it, and what follows is not in the file',
      before.length,
    );
  return null;
}

/** Shorter files may be rewritten to half their size. */
const LEAST_LINES = 10;

function filled(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== '');
}

function partial(path: string, why: string, lines: number): Refusal {
  const message = `The text that was found for ${path} ${why}, so it may be only a part of it. Send an edit, or a write change with the whole file.`;
  return { code: 'elided_edit', message, path, data: { lines } };
}
