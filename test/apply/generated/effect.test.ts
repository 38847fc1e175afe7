import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applyEffect, pathsOfEffect } from '../../../src/apply/generated/apply-effect.ts';
import { formatEffect, formatTooLarge } from '../../../src/apply/generated/effect.ts';
import { readEffect } from '../../../src/apply/generated/read-effect.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  // Few different lines, so that the two sides have much in common.
  fc
    .array(fc.constantFrom('a\n', 'b\n', 'b\r\n', '\n', 'c'), { maxLength: 30 })
    .map((lines) => Buffer.from(lines.join(''))),
);

describe('apply/generated', () => {
  test('what is written, read and applied gives the very bytes, whatever they are', () => {
    fc.assert(
      fc.property(bytes, bytes, (before, after) => {
        const effect = readEffect(formatEffect([{ path: 'a', mode: '100644', before, after }]));
        const files = new Map([['a', { kind: 'file', bytes: before, executable: false } as const]]);
        const applied = effect === null ? null : applyEffect(effect, { files });
        const [change] = applied?.ok === true ? applied.changes : [];
        expect(applied).toMatchObject({ ok: true });
        expect(Buffer.from(change?.bytes ?? before).equals(Buffer.from(after))).toBe(true);
      }),
    );
  });

  test('modes, new files and removed ones', () => {
    const file = { kind: 'file', bytes: Buffer.from('x\n'), executable: false } as const;
    const effect = readEffect(
      formatEffect([
        { path: 'a', mode: '100755', before: file.bytes, after: file.bytes },
        { path: 'b', mode: null, before: file.bytes, after: null },
        { path: 'c/d', mode: '100644', before: null, after: Buffer.from('new') },
      ]),
    );
    const applied =
      effect === null
        ? null
        : applyEffect(effect, {
            files: new Map([
              ['a', file],
              ['b', file],
            ]),
          });
    expect(applied).toMatchObject({
      ok: true,
      changes: [
        { path: 'a', action: 'modify', executable: true },
        { path: 'b', action: 'delete' },
        { path: 'c/d', action: 'create' },
      ],
    });
  });

  test('one line changed in a large file travels as one line', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`);
    const [before, after] = [lines, lines.with(12_345, 'changed\n')].map((all) => Buffer.from(all.join('')));
    const text = formatEffect([{ path: 'a', mode: '100644', before: before ?? null, after: after ?? null }]);
    expect(text).toContain('[12345,1,"changed\\n"]');
    expect(text.length).toBeLessThan(100);
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"version":1,"files":[{"path":"a","mode":"100644","edits":[[-1,0,"x"]]}]}',
  ])('%s is no effect', (text) => {
    expect(readEffect(text)).toBeNull();
  });

  test('an effect that was not handed on is refused, with how many files it is about', () => {
    const effect = readEffect(formatTooLarge(812));
    expect(effect === null ? null : pathsOfEffect(effect)).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { files: 812 } }],
    });
  });

  test.each([
    ['files', ['a', 'b'], 99, { files: 101, limit: 100 }],
    ['folders', ['a/'.repeat(200), 'b/'.repeat(200)], 1, { folders: 401, limit: 400 }],
    ['bytes', [longPath('"', 999), longPath('ä', 1000)], 98, { bytes: 16_004, limit: 16_000 }],
  ])('what both name is counted together: %s', (_, made, count, data) => {
    const earlier = Array.from({ length: count }, (_path, index) => `${'n'.repeat(140)}/${index}`);
    const files = made.map((path) => ({ path: `${path}x`, mode: '100644' as const, edits: [] }));
    expect(pathsOfEffect({ version: 1, files })).toMatchObject({ ok: true });
    expect(pathsOfEffect({ version: 1, files }, earlier)).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data }],
    });
  });

  test('a file that both change is one file, and named twice', () => {
    const paths = Array.from({ length: 100 }, (_, index) => `${'n'.repeat(70)}${index}`);
    const files = paths.map((path) => ({ path, mode: '100644' as const, edits: [] }));
    expect(pathsOfEffect({ version: 1, files }, paths)).toMatchObject({ ok: true });
    expect(pathsOfEffect({ version: 1, files }, [...paths, 'n'.repeat(1_700)])).toMatchObject({
      ok: false,
      refusals: [{ data: { files: 101 } }, { data: { bytes: 16_080 } }],
    });
  });

  test('the folders of a path that is too long are not counted either', () => {
    const files = [{ path: `${'a/'.repeat(2_000)}f`, mode: null, edits: [] }];
    expect(pathsOfEffect({ version: 1, files })).toMatchObject({
      ok: false,
      refusals: [{ code: 'outside_repository' }],
    });
  });

  test('any text is read without an error, and any effect applied without one', () => {
    const edit = fc.tuple(fc.nat(5), fc.nat(5), fc.string());
    const path = fc.constantFrom('a', 'a/b', 'c', '../x', '.git/x', '');
    const mode = fc.constantFrom('100644', '100755', '120000', '160000', null);
    const file = fc.record({ path, mode, edits: fc.array(edit, { maxLength: 3 }) });
    const made = fc.array(file, { maxLength: 4 }).map((files) => JSON.stringify({ version: 1, files }));
    fc.assert(
      fc.property(fc.oneof(made, fc.json(), fc.string()), (text) => {
        const effect = readEffect(text);
        const files = new Map([
          ['a', { kind: 'file', bytes: Buffer.from('1\n2\n'), executable: false } as const],
        ]);
        const applied = effect === null ? null : applyEffect(effect, { files });
        const paths = applied?.ok === true ? applied.changes.map((change) => change.path) : [];
        expect(paths.filter((changed) => !['a', 'a/b', 'c'].includes(changed))).toEqual([]);
      }),
    );
  });
});

/** A path of so many bytes, whose names are as long as file systems take them. */
function longPath(letter: string, bytes: number): string {
  const name = letter.repeat(Math.floor(255 / Buffer.byteLength(letter)));
  const folders = `${name}/`.repeat(3);
  return `${folders}${letter.repeat(Math.floor((bytes - Buffer.byteLength(folders)) / Buffer.byteLength(letter)))}`;
}
