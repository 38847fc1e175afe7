import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { HunkLine } from '../../../src/patch/hunk.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

type Marked = readonly HunkLine[];

/** Each says the same; what an edit finds may begin in the middle of a line, so that it has no blank line at its beginning. */
const FORMATS: { readonly [format: string]: (hunk: Marked) => SentChange } = {
  'a diff': (hunk) => ({ kind: 'diff', diff: `--- a/f\n+++ b/f\n@@\n${bodyOf(hunk)}` }),
  apply_patch: (hunk) => ({
    kind: 'apply_patch',
    patch: `*** Begin Patch\n*** Update File: f\n@@\n${bodyOf(hunk)}*** End Patch\n`,
  }),
  blocks: (hunk) => ({
    kind: 'blocks',
    text: `f\n<<<<<<< SEARCH\n${sideOf(hunk, '+')}=======\n${sideOf(hunk, '-')}>>>>>>> REPLACE\n`,
  }),
  'an edit': (hunk) => {
    const first = hunk.findIndex(([mark, text]) => mark !== ' ' || text !== '');
    const own = hunk.slice(first);
    return { kind: 'edit', path: 'f', find: sideOf(own, '+'), replace: sideOf(own, '-') };
  },
};

describe.each(Object.keys(FORMATS))('apply/edge-blanks, of %s', (format) => {
  const sent = (hunk: Marked): SentChange => FORMATS[format]?.(hunk) ?? { kind: 'delete', path: 'f' };

  test('a blank line that the file lacks at its end is no reason to lose what the patch adds below', () => {
    const hunk: Marked = [
      [' ', 'first'],
      [' ', ''],
      ['+', 'last'],
    ];
    for (const ending of ['\n', '\r\n'])
      expect(textsOf(apply({ f: `first${ending}` }, sent(hunk)))).toEqual({
        f: ['first', '', 'last', ''].join(ending),
      });
    expect(textsOf(apply({ f: 'é' }, sent([[' ', 'é'], ...hunk.slice(1)])))).toEqual({ f: 'é\n\nlast' });
  });

  test('a blank line that is to be removed and is not there is not said to be removed', () => {
    const hunk: Marked = [
      [' ', 'é'],
      ['-', ''],
    ];
    expect(refusalsOf(apply({ f: 'é\n' }, sent(hunk)))).toMatchObject([{ code: 'not_found' }]);
    expect(textsOf(apply({ f: 'é\n\n' }, sent(hunk)))).toEqual({ f: 'é\n' });
  });

  test('whatever blank lines it begins or ends with, it is refused, or what it makes stands in the file', () => {
    fc.assert(
      fc.property(asked, ({ lines, ending, hunk }) => {
        const before = lines.join(ending === '' ? '\n' : ending) + ending;
        if (format === 'an edit' && hunk[0]?.[0] === '+' && hunk[1]?.[1] === '') return;
        const result = apply({ f: before }, sent(hunk));
        if (!result.ok) return;
        const after = (textsOf(result)['f'] ?? before).replaceAll('\r', '');
        const made = sideOf(hunk, '-').replace(/^\n+|\n+$/g, '');
        if (made !== '') expect(`\n${after}\n`).toContain(`\n${made}\n`);
        expect(filled(after) - filled(before)).toBe(filled(made) - filled(sideOf(hunk, '+')));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Lines of a file that occur once or are blank, and a hunk about some of them, with blank ones beside that the file may lack. */
const asked = fc
  .record({
    blanks: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    ending: fc.constantFrom('\n', '\r\n', ''),
    from: fc.nat({ max: 5 }),
    count: fc.integer({ min: 1, max: 6 }),
    above: fc.nat({ max: 2 }),
    below: fc.nat({ max: 2 }),
    change: fc.constantFrom('added above', 'added below', 'removed', 'replaced'),
  })
  .map(({ blanks, ending, from, count, above, below, change }) => {
    const lines = blanks.map((isBlank, line) => (isBlank ? '' : `line ${line}`));
    const old = [...empty(above), ...lines.slice(from, from + count), ...empty(below)];
    return { lines, ending, hunk: hunkOf(old, above, change) };
  })
  .filter(({ hunk }) => hunk.some(([mark, text]) => mark !== '+' && text !== ''));

/** `at`: the line that is to be changed. */
function hunkOf(old: readonly string[], at: number, change: string): Marked {
  const kept = old.map((text): HunkLine => [' ', text]);
  if (change === 'added above') return [['+', 'added'], ...kept];
  if (change === 'added below') return [...kept, ['+', 'added']];
  const added: Marked = change === 'replaced' ? [['+', 'added']] : [];
  return kept.toSpliced(at, 1, ['-', old[at] ?? ''], ...added);
}

function empty(count: number): readonly string[] {
  return Array.from({ length: count }, () => '');
}

function bodyOf(hunk: Marked): string {
  return hunk.map(([mark, text]) => `${mark}${text}\n`).join('');
}

/** `other` is the mark of the lines that only the other side has. */
function sideOf(hunk: Marked, other: HunkLine[0]): string {
  return hunk.map(([mark, text]) => (mark === other ? '' : `${text}\n`)).join('');
}

function filled(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
