import { describe, expect, test } from '@jest/globals';
import { withEdgeBreaks } from '../../../src/apply/edit/edge-breaks.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, textsOf } from '../sources.ts';

const python = 'def load(path):\n    debug(path)\n    # read it\n    return read(path)\n';

/** By itself, and in a row of edits that are applied together. */
const rows: readonly (readonly SentChange[])[] = [
  [],
  Array.from({ length: 20 }, (_, at) => edit(`step ${at}\n`, `step ${at + 1}\n`)),
];

function edit(find: string, replace: string): SentChange & { kind: 'edit' } {
  return { kind: 'edit', path: 'f', find, replace };
}

describe('apply/edge-breaks', () => {
  test.each([
    ['of a line', '    # read it\n', '    # read the whole file', '    # read the whole file\n'],
    [
      'and what begins the next line',
      '# read it\n    ',
      '# read the whole file',
      '    # read the whole file\n',
    ],
    [
      'of a line without its indentation',
      '# read it\n',
      '# read the whole file',
      '    # read the whole file\n',
    ],
    ['of a line for several', '    # read it\n', '    # read\n    # it', '    # read\n    # it\n'],
    ['before a line', '\n    # read it', '    # read all', '    # read all\n'],
    ['on both sides', '\n    # read it\n', '    # read all', '    # read all\n'],
    ['of a line with other blanks behind it', '    # read it  \n', '    # read all', '    # read all\n'],
    ['that was escaped', '    # read it\\n    return', '    # read all\\n    return', '    # read all\n'],
    ['that was escaped and lost', '    # read it\\n', '    # read all', '    # read all\n'],
  ])('a line break that the new text lost is kept: %s', (_, find, replace, after) => {
    for (const others of rows) {
      const result = apply({ f: `${python}step 0\n` }, ...others, edit(find, replace));
      const expected = python.replace('    # read it\n', after);
      expect(textsOf(result)).toEqual({ f: `${expected}step ${others.length}\n` });
      const told = result.hunks.at(-1);
      const isLost = !find.endsWith('return');
      expect((told?.adjustments ?? [told?.rung]).includes('edge_blanks')).toBe(isLost);
    }
  });

  test('a line break that the new text lost is kept at all places', () => {
    const all = { ...edit('one\n', 'two'), count: 'all' } as const;
    const result = apply({ f: 'one\n  one\none\n' }, all);
    expect(textsOf(result)).toEqual({ f: 'two\n  two\ntwo\n' });
    expect(result.hunks).toMatchObject([{ rung: 'edge_blanks', status: 'applied' }]);
  });

  test.each([
    ['the line break is all that goes', 'a(\n  b)\n', 'a(\n', 'a(', 'a(  b)\n'],
    ['the one above is', 'a\n  b\n', '\n  b', '  b', 'a  b\n'],
    ['a blank takes its place', 'a\nb\n', 'a\n', 'c ', 'c b\n'],
    ['nothing takes its place', 'a\nb\n', 'a\n', '', 'b\n'],
    ['nothing but white space is sought', 'a\n\nb\n', '\n\n', '+', 'a+b\n'],
    ['the new text goes on above', 'a\n  b\n', '\n  b', '.b', 'a.b\n'],
    ['it goes on above at the margin', 'a\nb\n', '\nb', '.b', 'a.b\n'],
  ])('a line break goes where that is meant: %s', (_, file, ...[find, replace, after]) => {
    for (const others of rows) {
      const result = apply({ f: `${file}step 0\n` }, ...others, edit(find, replace));
      expect(textsOf(result)).toEqual({ f: `${after}step ${others.length}\n` });
      expect(result.hunks.at(-1)).toMatchObject({ rung: 'exact', status: 'applied' });
    }
  });

  test('beside an end of the file or an empty line a line break goes that the new text does not have', () => {
    expect(textsOf(apply({ f: 'a\nb\n' }, edit('b\n', 'c')))).toEqual({ f: 'a\nc' });
    expect(textsOf(apply({ f: '\na\nb\n' }, edit('\na', 'c')))).toEqual({ f: 'c\nb\n' });
    expect(textsOf(apply({ f: 'a\nb  \n' }, edit('b\n', 'c')))).toEqual({ f: 'a\nc\n' });
    expect(textsOf(apply({ f: 'a\n\nb\n' }, edit('a\n', 'c')))).toEqual({ f: 'c\nb\n' });
  });

  test('texts that are mostly white space are looked at before long', () => {
    const started = process.cpuUsage();
    const blanks = ' \n'.repeat(500_000);
    const edges = { above: true, below: true };
    const find = `${blanks}a${blanks}b${blanks}`;
    expect(withEdgeBreaks({ find, replace: `b${blanks}c` }, edges).replace).toHaveLength(1_000_005);
    expect(withEdgeBreaks({ find, replace: find.trim() }, edges).replace.endsWith('b\n')).toBe(true);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(0.5);
  });
});
