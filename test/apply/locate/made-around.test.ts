import { describe, expect, test } from '@jest/globals';
import { apply as applyText } from '../../../src/library/apply.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

/** Each hunk adds lines that end as the context above them does, or begin as the one below. */
const insertions = {
  Go: [
    ' \treturn err',
    ' }',
    ' ',
    '+func (s *Store) Delete(id string) error {',
    '+\t_, err := s.db.Exec(id)',
    '+\treturn err',
    '+}',
    '+',
    ' func (s *Store) Close() error {',
  ],
  tests: [
    ' });',
    ' ',
    "+test('adds once', async () => {",
    '+  expect(await cart.add(item)).toBe(1);',
    '+});',
    '+',
    " test('clears', async () => {",
  ],
  YAML: [' ', '+  lint:', '+    runs-on: ubuntu-latest', '+', '   build:', '     runs-on: ubuntu-latest'],
  'Python, above a decorator': [
    ' ',
    ' @command',
    '+def first(cart):',
    '+    return cart.items[0]',
    '+',
    '+@command',
    ' def last(cart):',
  ],
  'lines that begin as those below': [
    ' import os',
    '+',
    '+def width():',
    '+    return 1',
    ' ',
    ' def main():',
  ],
  'two places': [
    ' import os',
    ' ',
    '+import sys',
    '+',
    ' def main():',
    '     run()',
    ' ',
    '+def width():',
    '+    return 1',
    '+',
    '+import sys',
    '+',
    '+def main():',
    '+    run()',
    '+',
    ' value = 1',
  ],
};

const forms: { readonly [form: string]: (lines: readonly string[]) => SentChange } = {
  'a diff without numbers': (lines) => diffOf('@@', lines),
  'a diff with its number': (lines) => diffOf('@@ -3,9 +3,9 @@', lines),
  'a diff with a wrong number': (lines) => diffOf('@@ -70,9 +70,9 @@', lines),
  'an envelope': (lines) => ({
    kind: 'apply_patch',
    patch: `*** Begin Patch\n*** Update File: f\n@@\n${lines.join('\n')}\n*** End Patch\n`,
  }),
  'a block': (lines) => ({
    kind: 'blocks',
    text: `f\n<<<<<<< SEARCH\n${sideOf(lines, '+')}=======\n${sideOf(lines, '-')}>>>>>>> REPLACE\n`,
  }),
  'an edit': (lines) => ({
    kind: 'edit',
    path: 'f',
    find: sideOf(lines, '+'),
    replace: sideOf(lines, '-'),
  }),
};

function diffOf(header: string, lines: readonly string[]): SentChange & { readonly diff: string } {
  return { kind: 'diff', diff: `--- a/f\n+++ b/f\n${header}\n${lines.join('\n')}\n` };
}

function sideOf(lines: readonly string[], without: '+' | '-'): string {
  const side = lines.filter((line) => !line.startsWith(without));
  return side.map((line) => `${line.slice(1)}\n`).join('');
}

function around(text: string): string {
  return `first line\nsecond line\n${text}last line\n`;
}

describe('apply/made-around, lines that a hunk adds between context', () => {
  const cases = Object.entries(insertions).flatMap(([name, lines]) =>
    Object.entries(forms).map(([form, sent]) => [name, form, lines, sent(lines)] as const),
  );

  test.each(cases)('are added once: %s, as %s', (_name, _form, lines, sent) => {
    const once = around(sideOf(lines, '-'));
    expect(textsOf(apply({ f: around(sideOf(lines, '+')) }, sent))).toEqual({ f: once });
    expect(apply({ f: once }, sent)).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ status: 'already_applied' }],
    });
  });

  test('are added once where a text has the same diff twice, or the diff and a block', () => {
    const lines = insertions.tests;
    const named = (text: string) => text.replace(/^(--- a\/|\+\+\+ b\/|)f$/gm, '$1cart.test.js');
    const fence = `\`\`\`diff\n${diffOf('@@ -3,3 +3,7 @@', lines).diff}\`\`\`\n`;
    const block = `f\n<<<<<<< SEARCH\n${sideOf(lines, '+')}=======\n${sideOf(lines, '-')}>>>>>>> REPLACE\n`;
    const files = { 'cart.test.js': around(sideOf(lines, '+')) };
    for (const text of [`Step 1:\n\n${fence}\nAll of it:\n\n${fence}`, `${fence}\n${block}`])
      expect(applyText({ files, patch: named(text) })).toMatchObject({
        ok: true,
        files: { 'cart.test.js': around(sideOf(lines, '-')) },
        hunks: [{ status: 'applied' }, { status: 'already_applied' }],
      });
  });

  test('are added once where the patch begins with a blank line that the file lacks', () => {
    const lines = insertions.tests;
    const sent = diffOf('@@', [' ', ...lines]);
    const once = around(sideOf(lines, '-'));
    expect(textsOf(apply({ f: around(sideOf(lines, '+')) }, sent))).toEqual({ f: once });
    expect(apply({ f: once }, sent)).toMatchObject({ changes: [], hunks: [{ status: 'already_applied' }] });
  });

  test('are added once where the patch is indented otherwise than the file', () => {
    const deeper = (text: string) => text.replace(/^(?=.)/gm, '    ');
    const lines = insertions.tests;
    const once = around(deeper(sideOf(lines, '-')));
    expect(textsOf(apply({ f: around(deeper(sideOf(lines, '+'))) }, diffOf('@@', lines)))).toEqual({
      f: once,
    });
    expect(apply({ f: once }, diffOf('@@', lines))).toMatchObject({
      changes: [],
      hunks: [{ rung: 'indentation', status: 'already_applied' }],
    });
  });

  test('are added where a neighbour is like them, and not equal', () => {
    const lines = insertions.tests;
    for (const [from, to] of [
      ['adds once', 'adds twice'],
      ['toBe(1)', 'toBe(2)'],
      ['first line\nsecond line\n});', 'first line\nsecond line\n);'],
    ] as const) {
      const f = around(sideOf(lines, '-')).replace(from, to);
      for (const form of ['a diff without numbers', 'a block'])
        expect(textsOf(apply({ f }, forms[form]?.(lines) ?? diffOf('@@', lines)))['f']).toBe(
          f.replace("test('clears'", `${sideOf(lines.slice(2, 6), '-')}test('clears'`),
        );
    }
  });

  test('are added where the line number names their context, and not what they make', () => {
    const lines = insertions.tests;
    const f = around(sideOf(lines, '-'));
    const twice = f.replace("test('clears'", `${sideOf(lines.slice(2, 6), '-')}test('clears'`);
    // With a blank at a line's end it is looked for line by line.
    for (const sent of [lines, lines.with(0, ' });  ')]) {
      expect(textsOf(apply({ f }, diffOf('@@ -7,3 +7,7 @@', sent)))).toEqual({ f: twice });
      expect(apply({ f: twice }, diffOf('@@ -7,3 +7,7 @@', sent))).toMatchObject({
        changes: [],
        hunks: [{ status: 'already_applied' }],
      });
    }
  });

  test('are added where they are like their context, and the line number names it', () => {
    const lines = [' list:', ' - item', '+- item', ' - item', ' end'];
    const f = 'list:\n- item\n- item\n- item\nend\n';
    const sent = diffOf('@@ -2,2 +2,3 @@', lines.slice(1, 4));
    expect(textsOf(apply({ f }, sent))).toEqual({ f: f.replace('end', '- item\nend') });
  });

  test('are added where the like stands elsewhere, and the line number or the text behind @@ names the other place', () => {
    const lines = [' }', ' ', '+function audit() {', '+  return log;', '+}', '+', ' start();'];
    const done = sideOf(lines, '-');
    const f = `class First {\n${done}}\n\nclass Other {\n${sideOf(lines, '+')}}\n`;
    const wanted = { f: `class First {\n${done}}\n\nclass Other {\n${done}}\n` };
    expect(textsOf(apply({ f }, diffOf('@@ -12,3 +12,7 @@', lines)))).toEqual(wanted);
    expect(refusalsOf(apply({ f }, diffOf('@@', lines)))).toHaveLength(1);
  });

  test('are added once where the numbers of all hunks are off, and another hunk has one place only', () => {
    const lines = insertions.Go;
    const file = (text: string) => `package main\n\n${around(text)}`;
    const other = [' second line', '-x = 1', '+x = 2'];
    const [before, once] = [file(sideOf(lines, '+')), file(sideOf(lines, '-'))];
    for (const off of [-40, -3, -1, 0, 1, 2, 6, 40]) {
      const [first, second] = [58 + off, 75 + off];
      const all = [...lines, `@@ -${second},2 +${second + 5},2 @@`, ...other];
      const sent = diffOf(`@@ -${first},4 +${first},9 @@`, all);
      const below = `${'filler\n'.repeat(12)}second line\nx = 1\n`;
      const above = 'filler\n'.repeat(53);
      const wanted = { f: above + once + below.replace('x = 1', 'x = 2') };
      expect(textsOf(apply({ f: above + before + below }, sent))).toEqual(wanted);
      expect(textsOf(apply({ f: above + once + below }, sent))).toEqual(wanted);
      expect(apply(wanted, sent)).toMatchObject({ ok: true, changes: [] });
    }
  });
});
