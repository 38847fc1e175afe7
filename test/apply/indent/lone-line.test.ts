import { describe, expect, test } from '@jest/globals';
import type { HunkLine } from '../../../src/patch/hunk.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const python = [
  'def load(path):',
  '    if path is None:',
  '        log("no path")',
  '    debug(path)',
  '    return read(path)',
  '',
].join('\n');

/** Each says the same: lines that begin with their mark. */
const FORMATS: { readonly [format: string]: (lines: readonly string[]) => SentChange } = {
  'a diff': (lines) => ({ kind: 'diff', diff: `--- a/f\n+++ b/f\n@@\n${textOf(lines)}` }),
  apply_patch: (lines) => ({
    kind: 'apply_patch',
    patch: `*** Begin Patch\n*** Update File: f\n@@\n${textOf(lines)}*** End Patch\n`,
  }),
  blocks: (lines) => ({
    kind: 'blocks',
    text: `f\n<<<<<<< SEARCH\n${textOf(without(lines, '+'))}=======\n${textOf(without(lines, '-'))}>>>>>>> REPLACE\n`,
  }),
};

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function without(lines: readonly string[], mark: HunkLine[0]): readonly string[] {
  return lines.filter((line) => !line.startsWith(mark)).map((line) => line.slice(1));
}

const FIRST = '    return read(path)\n';

describe.each(Object.keys(FORMATS))('apply/lone-line, of %s', (format) => {
  const sent = (lines: readonly string[]): SentChange =>
    FORMATS[format]?.(lines) ?? { kind: 'delete', path: 'f' };

  test.each<[string, readonly string[], string]>([
    ['what replaces it', ['-return read(path)', '+    return load(path)'], '    return load(path)\n'],
    [
      'what follows its first new line',
      ['-return read(path)', '+data = read(path)', '+    return data'],
      '    data = read(path)\n    return data\n',
    ],
    ['what is added below it', [' return read(path)', '+    # done'], `${FIRST}    # done\n`],
    ['what is added above it', ['+    # done', ' return read(path)'], `    # done\n${FIRST}`],
    [
      'a block that ends',
      ['-return read(path)', '+if path:', '+        return read(path)', '+    return None'],
      '    if path:\n        return read(path)\n    return None\n',
    ],
  ])('%s has the depth with which it was sent', (_, lines, after) => {
    const result = apply({ f: python }, sent(lines));
    expect(textsOf(result)).toEqual({ f: python.replace(FIRST, after) });
    expect(result.hunks).toMatchObject([{ rung: 'indentation', status: 'applied' }]);
  });

  test.each<[string, readonly string[], string]>([
    ['a line', ['-return read(path)', '+return load(path)'], '    return load(path)\n'],
    [
      'a block',
      ['-return read(path)', '+if path:', '+    return read(path)'],
      '    if path:\n        return read(path)\n',
    ],
    [
      'a call over lines',
      ['-return read(path)', '+return read(', '+    path,', '+)'],
      '    return read(\n        path,\n    )\n',
    ],
    [
      'a chain',
      ['-return read(path)', '+return read(path)', '+    .data()'],
      '    return read(path)\n        .data()\n',
    ],
    [
      'an item of a list',
      ['-return read(path)', '+- name: read', '+    path: a'],
      '    - name: read\n        path: a\n',
    ],
    [
      'a tag',
      ['-return read(path)', '+<b id="a">', '+    a', '+</b>'],
      '    <b id="a">\n        a\n    </b>\n',
    ],
  ])('a hunk that was sent at the margin as a whole is moved as a whole: %s', (_, lines, after) => {
    expect(textsOf(apply({ f: python }, sent(lines)))).toEqual({ f: python.replace(FIRST, after) });
  });

  test.each<[string, readonly string[]]>([
    ['the same line, which is there', ['-return read(path)', '+    return read(path)']],
    ['below a deeper block', ['+    # done', ' debug(path)']],
    ['in the place of a line that is less deep', ['-debug(path)', '+        # done']],
    ['twice as deep below what begins a block', ['-debug(path)', '+if path:', '+        debug(path)']],
    ['beside one at the margin', ['-debug(path)', '+a(path)', '+b(path)', '+    c(path)']],
  ])('a line is refused of which nothing tells whether it has its depth: %s', (_, lines) => {
    expect(refusalsOf(apply({ f: python }, sent(lines)))).toMatchObject([{ code: 'not_found', path: 'f' }]);
  });

  const yaml = 'jobs:\n  test:\n    steps:\n      - run: a\n      - run: b\n';
  const method = 'class A:\n    def b(self):\n        return 2\n';
  const script = 'class Cart {\n  first() {\n    return this.items[0];\n  }\n}\n';
  const narrow = 'f:\n  - a\n  - b\n';
  const page = '<ul>\n    <li>a</li>\n</ul>\n';

  test.each<[string, string, readonly string[], string]>([
    ['an item too deep for one within it', yaml, [' - run: b', '+      - run: c'], `${yaml}      - run: c\n`],
    [
      'a method behind a return',
      method,
      [' return 2', '+', '+    def c(self):', '+        return 3'],
      `${method}\n    def c(self):\n        return 3\n`,
    ],
    [
      'a line behind a return, less deep than the file’s',
      method,
      [' return 2', '+', '+    NAME = 1'],
      `${method}\n    NAME = 1\n`,
    ],
    [
      'a method behind a call and a blank line',
      method.replace('return 2', 'call()'),
      [' call()', '+', '+    def c(self):', '+        return 3'],
      `${method.replace('return 2', 'call()')}\n    def c(self):\n        return 3\n`,
    ],
    [
      'brackets that close what is around it',
      script,
      [' return this.items[0];', '+  }', '+', '+  last() {', '+    return this.items[1];'],
      script.replace('[0];\n  }\n', '[0];\n  }\n\n  last() {\n    return this.items[1];\n  }\n'),
    ],
    [
      'a tag behind a closed one',
      page,
      [' <li>a</li>', '+    <li>b</li>'],
      page.replace('</li>', '</li>\n    <li>b</li>'),
    ],
  ])(
    'what stands below a line that nothing can be deeper than keeps its depth: %s',
    (_, file, lines, after) => {
      expect(textsOf(apply({ f: file }, sent(lines)))).toEqual({ f: after });
    },
  );

  test.each<[string, string, readonly string[]]>([
    ['an item, or one within it', narrow, [' - b', '+  - c']],
    [
      'an item behind keys of its own, or of another block',
      yaml,
      [' - run: b', '+  lint:', '+    steps:', '+      - run: c'],
    ],
    [
      'a line below a head without a mark, or beside it',
      python.replace('return read(path)', 'from a import b'),
      [' from a import b', '+    from c import d'],
    ],
    [
      'a part of a line without an end, or what is around it',
      method.replace('return 2', 'call()'),
      [' call()', '+    @cached', '+        call()'],
    ],
  ])('a line below one at the margin is refused that may have its depth or not: %s', (_, file, lines) => {
    expect(refusalsOf(apply({ f: file }, sent(lines)))).toMatchObject([{ code: 'not_found', path: 'f' }]);
  });
});
