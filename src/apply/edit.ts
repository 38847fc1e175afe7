import { MAX_FILE_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { ChangeOf } from '../patch/schema.ts';
import type { Effort } from './effort.ts';
import { candidateData, candidateText } from './lines-found.ts';
import type { Explainer } from './not-found.ts';
import type { Replacement } from './text-file.ts';

export type TextEdit =
  /** `line`, from 1, is where the first replacement begins. */
  | { readonly ok: true; readonly replacements: readonly Replacement[]; readonly line: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** Finds the literal text of an `edit` as often as it must occur. Line ends of find and replace don't matter. */
export function findEdit(text: string, edit: ChangeOf<'edit'>, { explain, effort }: Finding): TextEdit {
  const { find, replace } = editTexts(edit);
  const starts = occurrences(text, { find, overlapping: edit.count === 1, effort });
  if (starts === null) return { ok: false, refusal: tooRepetitive(edit) };
  if (starts.length === 0) return { ok: false, refusal: notFound(text, edit, explain) };
  const miscount = countRefusal(edit, linesAt(text, starts));
  if (miscount !== null) return { ok: false, refusal: { ...miscount, pointer: '/find' } };
  const size = text.length + starts.length * (replace.length - find.length);
  if (size > MAX_FILE_BYTES) return { ok: false, refusal: { ...tooMuch(edit.path), pointer: '/replace' } };
  const replacements = starts.map((start) => ({ start, end: start + find.length, text: replace }));
  return { ok: true, replacements, line: lineOf(text, starts[0] ?? 0) };
}

export type Finding = { readonly explain: Explainer; readonly effort: Effort };

/** What to find and to put in its place, with the line ends that decoded text has. */
export function editTexts(edit: ChangeOf<'edit'>): { readonly find: string; readonly replace: string } {
  return { find: toLineFeeds(edit.find), replace: toLineFeeds(edit.replace) };
}

/**
 * null: `positions` (from 0, one for each occurrence) are as many as the change asks for.
 * Used by every change that counts what it finds.
 */
export function countRefusal(
  { path, count }: { path: string; count: number | 'all' },
  positions: readonly number[],
): Refusal | null {
  if (count === 'all' || positions.length === count) return null;
  const data = { ...candidateData(positions), expected: count };
  if (positions.length < count) {
    const message = `The text to replace occurs ${positions.length} times in ${path}, and ${count} were announced. Correct the count, or the text.`;
    return { code: 'not_found', message, path, data };
  }
  const wanted =
    count === 1
      ? 'nothing tells which is meant. Send more of the text around it, or'
      : `${count} were announced. Correct the count, or`;
  const message = `The text to replace occurs ${positions.length} times in ${path}, at ${candidateText(positions)}, and ${wanted} set count to "all".`;
  return { code: 'ambiguous', message, path, data };
}

/** The refusal for replacements that would blow a file up; asked before they are made. */
export function tooMuch(path: string): Refusal {
  const message = `The replacements make ${path} larger than ${MAX_FILE_BYTES} bytes. Replace less, or with less.`;
  return { code: 'too_large', message, path, data: { limit: MAX_FILE_BYTES } };
}

/** Positions of lines, from 0, for ascending offsets. */
export function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  let line = 0;
  let next = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  });
}

/** From 1. */
export function lineOf(text: string, offset: number): number {
  return (linesAt(text, [offset])[0] ?? 0) + 1;
}

function toLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

type Search = { readonly find: string; readonly overlapping: boolean; readonly effort: Effort };

/** Offsets of `find`; those that overlap an earlier one count only where a single place is wanted. */
function occurrences(text: string, { find, overlapping, effort }: Search): readonly number[] | null {
  const starts: number[] = [];
  const stride = overlapping ? 1 : find.length;
  for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + stride)) {
    effort.comparisons -= 1;
    if (effort.comparisons < 0) return null;
    starts.push(at);
  }
  return starts;
}

/** The refusal for an edit whose text is not there. */
export function notFound(text: string, edit: ChangeOf<'edit'>, explain: Explainer): Refusal {
  const { path } = edit;
  const { find, replace } = editTexts(edit);
  const { sentence, data } = explain(find.split('\n'));
  const base = { code: 'not_found', path, pointer: '/find' } as const;
  const done = replace === '' ? -1 : text.indexOf(replace);
  if (done === -1) return { ...base, message: `The text to replace is not in ${path}. ${sentence}`, data };
  const line = lineOf(text, done);
  const message = `The text to replace is not in ${path}, but the new text is, at line ${line}. ${sentence}`;
  return { ...base, message, data: { ...data, replacementAt: line } };
}

export function tooRepetitive({ path }: ChangeOf<'edit'>): Refusal {
  const message = `The text to replace occurs too often in ${path} to look at all places. Send more of the text around it.`;
  return { code: 'too_large', message, path, pointer: '/find' };
}
