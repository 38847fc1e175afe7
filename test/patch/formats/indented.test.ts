import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';
import { readText } from '../../../src/patch/formats/text.ts';

const diff = '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n';
const patch = '*** Begin Patch\n*** Update File: x.ts\n@@\n a\n-b\n+c\n*** End Patch\n';
const block = '<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n';
const fence = '```';

describe('an edit that is indented', () => {
  test.each([
    ['a diff', diff, 'diff'],
    ['a hunk', diff.slice(diff.indexOf('@@')), 'diff'],
    ['a block', block, 'blocks'],
    ['a patch', patch, 'apply_patch'],
  ])('in a fence of a list, %s is read as at the margin, and becomes no file', (_what, text, kind) => {
    for (const space of ['  ', '    ']) {
      const inList = indented(`${fence}ts\n${text}${fence}\n`, space);
      for (const said of [`1. First:\n\n${space}x.ts\n${inList}`, `x.ts\n\n${inList}Done.\n`])
        expect(changes(said)).toMatchObject([{ kind, path: 'x.ts' }]);
      expect(applied(`1. First:\n\n${inList}\n2. Then test it.\n`, 'x.ts')).toBe('a\nc\n');
    }
  });

  test('blocks in the fences of a list are each read without their own indentation', () => {
    const second = block.replaceAll('a\n', 'd\n');
    const item = (text: string, space: string) => indented(`x.ts\n${fence}\n${text}${fence}\n`, space);
    const text = `1. First:\n${item(block, '   ')}\n10. Then:\n${item(second, '    ')}`;
    expect(applied(text, undefined, 'a\nb\n1\nd\nb\n')).toBe('a\nc\n1\nd\nc\n');
  });

  test.each([
    ['a diff', diff],
    ['a hunk', diff.slice(diff.indexOf('@@'))],
    ['a block', block],
  ])('%s that is indented as a whole is read as one, and becomes no file', (_what, text) => {
    for (const space of ['   ', '\t', ' ']) expect(applied(indented(text, space), 'x.ts')).toBe('a\nc\n');
  });

  test.each([
    ['in a fence', `x.ts\n${fence}\n${indented(block, '  ')}${fence}\n`, undefined],
    ['in a fence of its own file', `${fence}\n${indented(diff, '  ')}${fence}\n`, 'x.ts'],
    ['beside an edit', `${diff}\nSo:\n\ny.ts\n${fence}\n${indented(block, '  ')}${fence}\n`, undefined],
    ['with marks of another length', block.replaceAll(/^[<>]{7}/gm, (mark) => mark.repeat(2)), 'x.ts'],
    [
      'as a diff of another form',
      '*** a/x.ts\n--- b/x.ts\n***************\n*** 1 ****\n! a\n--- 1 ----\n! b\n',
      'x.ts',
    ],
    ['with lines that are not indented', `${indented(block, '  ')}let d;\n`, 'x.ts'],
  ])(
    'what begins as an edit %s and is not read as one is refused, and becomes no file',
    (_where, text, path) => {
      expect(readText(text, path)).toMatchObject({
        ok: false,
        refusals: [
          { code: 'malformed', message: expect.stringMatching(/ begins as an edit, .* Send it with/) },
        ],
      });
    },
  );

  test.each(['docs/x.md', 'x.patch', 'test/fixtures/x.ts'])('%s may show an edit', (path) => {
    const content = indented(block, '  ');
    expect(changes(`${path}\n${fence}\n${content}${fence}\n`)).toMatchObject([
      { kind: 'write', path, content },
    ]);
  });

  test('marks of an edit behind other lines in a fence of a list are refused', () => {
    const text = `x.ts\n${indented(`${fence}\nlet a;\n${block}${fence}\n`, '   ')}`;
    const message = expect.stringContaining('holds the marks of an edit behind other lines');
    expect(readText(text)).toMatchObject({ ok: false, refusals: [{ message }] });
  });
});

function indented(text: string, space: string): string {
  return text.replaceAll(/^(?=.)/gm, space);
}

function changes(text: string, path?: string) {
  const reading = readText(text, path);
  expect(reading.ok ? [] : reading.refusals).toEqual([]);
  return reading.ok ? reading.changes : [];
}

/** What becomes of x.ts. */
function applied(text: string, path?: string, before = 'a\nb\n'): string | null | undefined {
  const given = path === undefined ? {} : { path };
  const files = { 'x.ts': before };
  const made = apply({ files, patch: { version: 1, changes: [{ kind: 'text', text, ...given }] } });
  expect(made.ok ? [] : made.refusals).toEqual([]);
  return made.ok ? made.files['x.ts'] : undefined;
}
