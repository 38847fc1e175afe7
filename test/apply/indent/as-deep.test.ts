import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const file = `def load(path, strict):
    if strict is not False:
        validate(path)
        check(path)
    data = read(path)
    return data
`;

const unwrapped = `def load(path, strict):
    validate(path)
    check(path)
    data = read(path)
    return data
`;

/** The head of the block is remembered otherwise than the file has it. */
const unwrap = [
  '-    if strict:',
  '-        validate(path)',
  '-        check(path)',
  '+    validate(path)',
  '+    check(path)',
];

const context = '     data = read(path)';

function formsOf(lines: readonly string[]): readonly (readonly [string, SentChange])[] {
  const side = (without: string) =>
    lines
      .filter((line) => !line.startsWith(without))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const body = lines.map((line) => `${line}\n`).join('');
  const text = `f\n<<<<<<< SEARCH\n${side('+')}=======\n${side('-')}>>>>>>> REPLACE\n`;
  const patch = `*** Begin Patch\n*** Update File: f\n@@\n${body}*** End Patch`;
  return [
    ['a diff', { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@\n${body}` }],
    ['a diff with its number', { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@ -2,3 +2,2 @@\n${body}` }],
    ['apply_patch', { kind: 'apply_patch', patch }],
    ['a block', { kind: 'blocks', text }],
    ['an edit', { kind: 'edit', path: 'f', find: side('+'), replace: side('-') }],
  ];
}

function dedented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^(.) {4}/, '$1'));
}

describe('apply/as-deep, lines that a hunk moves in or out', () => {
  test.each([
    ...formsOf([...unwrap, context]).map(([form, sent]) => [`${form} with context`, sent] as const),
    ...formsOf(unwrap).map(([form, sent]) => [`${form} without context`, sent] as const),
  ])('are not taken for those that it makes where they stand as they were: %s', (_form, sent) => {
    expect(refusalsOf(apply({ f: file }, sent))).toMatchObject([{ code: 'not_found' }]);
  });

  test.each([
    ['a bracket that stays', ' def other():', 'def other():\n    pass\n'],
    ['a line more that stands there too', '+    log(path)', '        log(path)\n'],
  ])('prove nothing beside %s', (_what, line, below) => {
    const there = `def load(path, strict):\n    if strict is not False:\n        validate(path)\n        check(path)\n${below}`;
    for (const [, sent] of formsOf([...unwrap, line]))
      expect(refusalsOf(apply({ f: there }, sent))).toMatchObject([{ code: 'not_found' }]);
  });

  test.each(formsOf([...unwrap, context]))(
    'are done where they stand as deep as it makes them: %s',
    (_form, sent) => {
      expect(apply({ f: unwrapped }, sent)).toMatchObject({
        changes: [],
        hunks: [{ at: 2, status: 'already_applied' }],
      });
    },
  );

  test.each(formsOf(dedented([...unwrap, context])))(
    'are done where context shows that the patch is indented otherwise: %s',
    (_form, sent) => {
      expect(apply({ f: unwrapped }, sent)).toMatchObject({
        changes: [],
        hunks: [{ at: 2, rung: 'indentation', status: 'already_applied' }],
      });
    },
  );

  test.each(
    formsOf([
      '-    for name in names:',
      '-    check(names)',
      '-    if strict:',
      '+check(names)',
      '+if strict:',
      '         stop()',
    ]),
  )(
    'are not taken for those that it makes where they were as deep beside the context too: %s',
    (_form, sent) => {
      const there =
        'class Names:\n    def check(self):\n        for one in names:\n            check(names)\n            if strict:\n                stop()\n';
      expect(refusalsOf(apply({ f: there }, sent))).toMatchObject([{ code: 'not_found' }]);
    },
  );

  test('below a new line are not there where only that one stands, and they as they were', () => {
    const html = '<main>\n  <section>\n  <p>one</p>\n  <p>two</p>\n  </section>\n</main>\n';
    const lines = [
      '-  <p>One</p>',
      '-  <p>two</p>',
      '+  <section>',
      '+    <p>one</p>',
      '+    <p>two</p>',
      '+  </section>',
      ' </main>',
    ];
    for (const [, sent] of formsOf(lines))
      expect(refusalsOf(apply({ f: html }, sent))).toMatchObject([{ code: 'not_found' }]);
  });
});

describe('apply/as-deep, lines that a hunk puts into a block, indented otherwise than the file,', () => {
  const before = 'class Cart:\n    def first(self):\n        return self.items[0]\n';
  const wrap = ['-return self.items[0]', '+if self.items:', '+    return self.items[0]'];

  test.each(formsOf(wrap).filter(([form]) => form !== 'an edit'))(
    'are put there once, as %s',
    (_form, sent) => {
      const { f = '' } = textsOf(apply({ f: before }, sent));
      expect(f).toBe(
        'class Cart:\n    def first(self):\n        if self.items:\n            return self.items[0]\n',
      );
      expect(apply({ f: f ?? '' }, sent)).toMatchObject({
        changes: [],
        hunks: [{ rung: 'indentation', status: 'already_applied' }],
      });
    },
  );

  test('are put there where the file has the head of another block above them', () => {
    const other =
      'class Cart:\n    def first(self):\n        if self.open:\n            return self.items[0]\n';
    for (const [, sent] of formsOf(wrap))
      expect(apply({ f: other }, sent).hunks).toMatchObject([{ status: 'applied' }]);
  });

  test('are those at the line that it names, though others like them stand elsewhere', () => {
    const call = (name: string) =>
      `    ${name}(\n        mode=mode,\n        strip=strip,\n        last=last)\n`;
    const sent: SentChange = {
      kind: 'diff',
      diff: '--- a/f\n+++ b/f\n@@ -2,3 +2,2 @@\n-mode=mode,\n-strip=strip,\n+fresh=fresh,\n last=last)\n',
    };
    const { f } = textsOf(apply({ f: call('one') + call('two') }, sent));
    expect(apply({ f: f ?? '' }, sent)).toMatchObject({ changes: [], hunks: [{ at: 2 }] });
  });
});
