import { MAX_FILE_BYTES } from '../../patch/limits.ts';
import type { ChangeOf } from '../../patch/schema.ts';
import { diagnoseEdit } from '../diagnosis/diagnose-edit.ts';
import { sceneOf } from '../diagnosis/scene.ts';
import { lineOf, linesAt, occurrences, type TextEdit, tooMuch } from '../edit/edit.ts';
import type { Effort } from '../effort.ts';
import { cutLines } from '../file-lines.ts';
import type { Replacement } from '../text-file.ts';
import { isPlain } from './syntax.ts';

/**
 * Where an expression stands in the text as it is written, for those who wrote a text and forgot to escape it.
 * None where it was meant as an expression for certain, or where both are the same. null: too many to look at.
 */
export function literalPlaces(
  text: string,
  change: ChangeOf<'regex'>,
  { groups, effort }: { readonly groups: number; readonly effort: Effort },
): readonly Replacement[] | null {
  const find = change.pattern.replaceAll('\r\n', '\n');
  if (isPlain(find) || usesTemplate(change.replacement, groups)) return [];
  const replacement = change.replacement.replaceAll('\r\n', '\n');
  const starts = occurrences(text, { find, overlapping: change.count === 1, effort });
  return starts?.map((start) => ({ start, end: start + find.length, text: replacement })) ?? null;
}

/** The change at those places, which are as many as it must be, or the reason against it. */
export function literalEdit(
  text: string,
  { path, count }: ChangeOf<'regex'>,
  { places, effort }: { readonly places: readonly Replacement[]; readonly effort: Effort },
): TextEdit {
  const starts = places.map(({ start }) => start);
  if (count !== 'all' && starts.length !== count) {
    const failure = {
      status: 'miscount',
      by: 'text',
      count,
      positions: linesAt(text, starts),
      found: () => places,
    } as const;
    const refusal = diagnoseEdit(failure, sceneOf({ path, lines: () => cutLines(text), effort }));
    return { ok: false, refusal: { ...refusal, pointer: '/pattern' } };
  }
  const growth = places.reduce((sum, { start, end, text: now }) => sum + now.length - (end - start), 0);
  if (text.length + growth > MAX_FILE_BYTES)
    return { ok: false, refusal: { ...tooMuch(path), pointer: '/replacement' } };
  const line = lineOf(text, starts[0] ?? 0);
  return {
    ok: true,
    replacements: places,
    line,
    loose: { status: 'applied', rungs: ['literal'], lines: [] },
  };
}

/** What is put in by a replacement only where the expression is one; `$1` is a price where there are no groups. */
function usesTemplate(replacement: string, groups: number): boolean {
  return groups > 0 ? /\$[$&<\d]/.test(replacement) : /\$[$&<]/.test(replacement);
}
