import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const lines = Array.from({ length: 9 }, (_, at) => `call${at}(argument${at});`);
const file = `${lines.join('\n')}\n`;

/** A hunk that changes the fifth of nine lines, with another line below the change and one behind the last. */
function hunkOf(inside: string, behind = ''): string {
  const context = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map((line) => ` ${line}\n`)
      .join('');
  return `${context(0, 4)}-${lines[4]}\n+changed();\n${inside}${context(5, 9)}${behind}`;
}

const diff = (hunk: string): SentChange => ({
  kind: 'diff',
  diff: `--- a/f\n+++ b/f\n@@ -1,9 +1,9 @@\n${hunk}`,
});

const section = (hunk: string): SentChange => ({
  kind: 'apply_patch',
  patch: `*** Begin Patch\n*** Update File: f\n@@\n${hunk}*** Delete File: g\n*** End Patch\n`,
});

const FORMATS: readonly (readonly [string, (hunk: string) => SentChange])[] = [
  ['a diff', diff],
  ['apply_patch', section],
];

describe.each(FORMATS)('a line without a mark in a hunk of %s', (_, sent) => {
  test.each([
    ['words', 'Then delete g.\n'],
    ['a new line whose + is lost', 'newCall();\n'],
    ['one like a line of the file', 'call5(argument6);\n'],
  ])('is not passed over, where the file lacks it: %s', (_what, inside) => {
    const [refusal] = refusalsOf(apply({ f: file, g: '' }, sent(hunkOf(inside))));
    expect(refusal).toMatchObject({ code: 'not_found', path: 'f' });
    expect(refusal?.data).not.toHaveProperty('correction');
  });

  test('is an unchanged line, where the file has it', () => {
    const hunk = hunkOf('').replace(' call5', 'call5');
    expect(textsOf(apply({ f: file, g: '' }, sent(hunk)))['f']).toBe(
      file.replace('call4(argument4)', 'changed()'),
    );
  });
});

test('words right behind a hunk without counts are not passed over', () => {
  const [refusal] = refusalsOf(apply({ f: file, g: '' }, section(hunkOf('', 'Then delete h.\n'))));
  expect(refusal).toMatchObject({ code: 'not_found', path: 'f' });
  expect(refusal?.data).not.toHaveProperty('correction');
});

test.each([
  ['below a hunk', section(hunkOf('', '*** Move to: h\n'))],
  ['within a hunk', section(hunkOf('*** Move to: h\n'))],
  [
    'in a new file without marks',
    { kind: 'apply_patch', patch: '*** Begin Patch\n*** Add File: x\na\n*** Move to: h\n*** End Patch\n' },
  ],
  [
    'behind a patch without its last line',
    { kind: 'apply_patch', patch: `*** Update File: f\n@@\n${hunkOf('')}\n*** Move to: h\n` },
  ],
] satisfies readonly (readonly [string, SentChange])[])(
  'a new place for a file is refused %s, and not passed over',
  (_, change) => {
    expect(refusalsOf(apply({ f: file, g: '' }, change))).toMatchObject([
      { code: 'malformed', message: expect.stringContaining('right below *** Update File') },
    ]);
  },
);
