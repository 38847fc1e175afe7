import { describe, expect, test } from '@jest/globals';
import { newEffort } from '../../src/apply/effort.ts';
import { uncut } from '../../src/apply/file-lines.ts';
import { locateHunks } from '../../src/apply/locate/locate.ts';
import type { Hunk, HunkLine } from '../../src/patch/hunk.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const twice = 'begin\nx\nend\n\nbegin\nx\nend\n';

function diffAt(line: number, heading = ''): { kind: 'diff'; diff: string } {
  return {
    kind: 'diff',
    diff: `--- a/f\n+++ b/f\n@@ -${line},3 +${line},3 @@${heading}\n begin\n-x\n+y\n end\n`,
  };
}

describe('apply/hunks', () => {
  test('a hunk is placed by its lines, and a wrong line number is reported as offset', () => {
    const result = apply({ f: 'a\nb\nc\nbegin\nx\nend\n' }, diffAt(1));
    expect(textsOf(result)).toEqual({ f: 'a\nb\nc\nbegin\ny\nend\n' });
    expect(result.hunks).toEqual([
      { change: 0, path: 'f', hunk: 1, at: 4, rung: 'offset', status: 'applied' },
    ]);
  });

  describe('of two equal places', () => {
    test.each([1, 5])('the one that the line number %i names exactly is taken', (line) => {
      const result = apply({ f: twice }, diffAt(line));
      expect(result.hunks).toMatchObject([{ at: line, rung: 'exact', status: 'applied' }]);
    });

    test.each([2, 3, 4, 6, 100])('none is taken for being near to line %i', (line) => {
      const result = apply({ f: twice }, diffAt(line));
      expect(refusalsOf(result)).toMatchObject([
        { code: 'ambiguous', path: 'f', hunk: 1, data: { lines: [1, 5], total: 2 } },
      ]);
      expect(result.hunks).toMatchObject([{ at: null, status: 'refused' }]);
    });

    test('a line number counts as moved by what the hunk before was moved', () => {
      const file = `new\nnew\ntop\n${twice}`;
      const diff = `--- a/f\n+++ b/f\n@@ -1 +1 @@\n-top\n+TOP\n${diffAt(6).diff.split('\n').slice(2).join('\n')}`;
      expect(textsOf(apply({ f: file }, { kind: 'diff', diff }))).toEqual({
        f: `new\nnew\nTOP\nbegin\nx\nend\n\nbegin\ny\nend\n`,
      });
    });

    test('a line number that is right twice, as it is and as its neighbours moved, tells nothing', () => {
      const diff = `${diffAt(1).diff}@@ -8 +8 @@\n-tail\n+TAIL\n`;
      expect(refusalsOf(apply({ f: `${twice}\n\n\n\ntail\n` }, { kind: 'diff', diff }))).toMatchObject([
        { code: 'ambiguous', hunk: 1 },
      ]);
    });

    const methods = 'class A {\n  run() {\n    x\n  }\n}\nclass B {\n  run() {\n    x\n  }\n}\n';

    test('the heading tells which, where it can', () => {
      const diff = '--- a/f\n+++ b/f\n@@ -70,3 +70,3 @@ class B {\n   run() {\n-    x\n+    y\n   }\n';
      expect(apply({ f: methods }, { kind: 'diff', diff }).hunks).toMatchObject([
        { at: 7, status: 'applied' },
      ]);
    });

    test('a heading and a line number that contradict each other tell nothing', () => {
      const diff = '--- a/f\n+++ b/f\n@@ -2,3 +2,3 @@ class B {\n   run() {\n-    x\n+    y\n   }\n';
      expect(refusalsOf(apply({ f: methods }, { kind: 'diff', diff }))).toMatchObject([
        { code: 'ambiguous' },
      ]);
    });

    test.each([
      ['@@ class B {\n@@ run() {\n-    x\n+    y\n', 8],
      ['@@ class A {\n-    x\n+    y\n', 3],
      ['@@ class B {\n   run() {\n-    x\n+    y\n', 7],
    ])('anchors tell which: %j', (hunk, at) => {
      const patch = `*** Begin Patch\n*** Update File: f\n${hunk}*** End Patch`;
      expect(apply({ f: methods }, { kind: 'apply_patch', patch }).hunks).toMatchObject([
        { at, status: 'applied' },
      ]);
    });

    test.each([
      ['## A\n\ntext\nx\n\n### Deeper\n\n## B\n\ntext\nx\n', '@@ ## A\n-x\n+y\n', 4],
      [
        'a:\n  x\n\nb:\nname: one\nkind: x\n\nc:\n\nname: one\nkind: x\n',
        '@@ c:\n name: one\n-kind: x\n+kind: y\n',
        10,
      ],
    ])('the title above tells which: %j', (before, hunk, at) => {
      const patch = `*** Begin Patch\n*** Update File: f\n${hunk}*** End Patch`;
      expect(apply({ f: before }, { kind: 'apply_patch', patch }).hunks).toMatchObject([{ at }]);
    });

    test.each(['@@ run() {', '@@ class C {', '@@'])(
      'the anchor %j, which names both or none, tells nothing',
      (anchor) => {
        const patch = `*** Begin Patch\n*** Update File: f\n${anchor}\n-    x\n+    y\n*** End Patch`;
        expect(refusalsOf(apply({ f: methods }, { kind: 'apply_patch', patch }))).toMatchObject([
          { code: 'ambiguous', data: { lines: [3, 8] } },
        ]);
      },
    );

    test('the end of the file tells which', () => {
      const patch =
        '*** Begin Patch\n*** Update File: f\n@@\n begin\n-x\n+y\n end\n*** End of File\n*** End Patch';
      expect(apply({ f: twice }, { kind: 'apply_patch', patch }).hunks).toMatchObject([
        { at: 5, status: 'applied' },
      ]);
    });
  });

  describe('a hunk that is already applied', () => {
    test('changes nothing, and is reported', () => {
      const result = apply({ f: 'begin\ny\nend\n' }, diffAt(1));
      expect(result).toMatchObject({ ok: true, changes: [], hunks: [{ at: 1, status: 'already_applied' }] });
    });

    test('does not keep the others from being applied', () => {
      const diff = `${diffAt(1).diff}@@ -9 +9 @@\n-other\n+OTHER\n`;
      const result = apply({ f: 'begin\ny\nend\nother\n' }, { kind: 'diff', diff });
      expect(textsOf(result)).toEqual({ f: 'begin\ny\nend\nOTHER\n' });
      expect(result.hunks.map(({ status }) => status)).toEqual(['already_applied', 'applied']);
    });

    test.each([
      ['after its context', ' import one\n+import two\n', 'import one\nimport two\nrest\n'],
      ['before its context', '+import two\n import one\n', 'import two\nimport one\nrest\n'],
      ['of a short line', ' import one\n+7\n', 'import one\n7\nrest\n'],
    ])('as an insertion %s is not inserted once more', (_where, body, file) => {
      const result = apply({ f: file }, { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@ -9,1 +9,2 @@\n${body}` });
      expect(result).toMatchObject({ ok: true, changes: [], hunks: [{ status: 'already_applied' }] });
    });

    test('as a removal is recognised by the context on both sides only', () => {
      const both = '--- a/f\n+++ b/f\n@@ -1,3 +1,2 @@\n begin\n-x\n end\n';
      const one = '--- a/f\n+++ b/f\n@@ -1,2 +1,1 @@\n begin\n-x\n';
      expect(apply({ f: 'begin\nend\n' }, { kind: 'diff', diff: both })).toMatchObject({
        ok: true,
        changes: [],
      });
      expect(refusalsOf(apply({ f: 'begin\nend\n' }, { kind: 'diff', diff: one }))).toMatchObject([
        { code: 'not_found' },
      ]);
    });

    test('at the line that it names changes nothing elsewhere, where lines like those that it removed stand', () => {
      const server = (name: string, isVerified: boolean) =>
        `${name}:\n  pool: 10\n  retries: 3\n  verify: ${isVerified}\n  compress: true\n  log: info\n`;
      const files = { f: server('production', true) + server('sandbox', false) };
      const body =
        '   pool: 10\n   retries: 3\n-  verify: true\n+  verify: false\n   compress: true\n   log: info\n';
      const at = (line: number) => ({
        kind: 'diff' as const,
        diff: `--- a/f\n+++ b/f\n@@ -${line},5 +${line},5 @@\n${body}`,
      });
      expect(apply(files, at(8)).hunks).toMatchObject([{ at: 8, status: 'already_applied' }]);
      expect(apply(files, at(2)).hunks).toMatchObject([{ at: 2, status: 'applied' }]);
      expect(refusalsOf(apply(files, at(9)))).toMatchObject([{ code: 'not_found' }]);
    });

    test.each([
      ['a removal', []],
      ['a change', ['+          cache: yarn']],
    ])('as %s at the line that it names changes nothing in the block that is like it', (_kind, added) => {
      const steps = (cache: readonly string[]) =>
        [
          '    steps:',
          '      - setup:',
          '        with:',
          ...cache,
          '      - run: build',
          '      - run: test',
        ].join('\n');
      const cached = ['          cache: npm'];
      const jobs = (first: readonly string[]) =>
        `jobs:\n  test:\n${steps(first)}\n  lint:\n${steps(cached)}\n    last: true\n`;
      const hunk = [
        '       - setup:',
        '         with:',
        '-          cache: npm',
        ...added,
        '       - run: build',
      ];
      const body = [...hunk, '       - run: test', ''].join('\n');
      const made = jobs(added.map((line) => line.slice(1)));
      for (const heading of ['', ' jobs:', ' test:', ' nothing of the file']) {
        const at = (line: number) => ({
          kind: 'diff' as const,
          diff: `--- a/f\n+++ b/f\n@@ -${line},5 +${line},${4 + added.length} @@${heading}\n${body}`,
        });
        expect(textsOf(apply({ f: jobs(cached) }, at(4)))).toEqual({ f: made });
        expect(apply({ f: made }, at(4))).toMatchObject({
          changes: [],
          hunks: [{ at: 4, status: 'already_applied' }],
        });
      }
    });

    test('as a removal is not taken for done where the line number names another place than its context', () => {
      const block = (line: string) => `begin\n${line}end\n`;
      const at = (line: number) => ({
        kind: 'diff' as const,
        diff: `--- a/f\n+++ b/f\n@@ -${line},3 +${line},2 @@\n begin\n-x\n end\n`,
      });
      const f = `${block('')}rest\n${block('x\n')}`;
      expect(apply({ f }, at(1)).hunks).toMatchObject([{ at: 1, status: 'already_applied' }]);
      for (const line of [4, 7])
        expect(textsOf(apply({ f }, at(line)))).toEqual({ f: `${block('')}rest\n${block('')}` });
    });

    test('does not remove a bracket that stays in it', () => {
      const lines = [
        "    const answer = await request('/users', { as: 'ada', wait: true });",
        "    expect(await answer.names()).toEqual(['ada', 'grace']);",
        '  });',
      ];
      const file = ["test('users', () => {", "  test('are listed', async () => {", ...lines, ''].join('\n');
      const body = [...lines.map((line) => ` ${line}`), '-});', ''].join('\n');
      const diff = `--- a/f\n+++ b/f\n@@ -3,4 +3,3 @@ test('users', () => {\n${body}`;
      expect(textsOf(apply({ f: `${file}});\n` }, { kind: 'diff', diff }))).toEqual({ f: file });
      expect(refusalsOf(apply({ f: file }, { kind: 'diff', diff }))).toMatchObject([{ code: 'not_found' }]);
    });

    test('is not seen in a lone bracket', () => {
      const diff = '--- a/f\n+++ b/f\n@@ -1 +1 @@\n-});\n+}\n';
      expect(refusalsOf(apply({ f: 'a\n}\n' }, { kind: 'diff', diff }))).toMatchObject([
        { code: 'not_found' },
      ]);
    });

    test('at two places is not recognised', () => {
      expect(refusalsOf(apply({ f: twice.replaceAll('x', 'y') }, diffAt(3)))).toMatchObject([
        { code: 'not_found' },
      ]);
    });
  });

  describe('hunks of one file', () => {
    const file = 'a\nb\nc\nd\ne\n';

    test('may come in any order and share context', () => {
      const text =
        'f\n<<<<<<< SEARCH\nc\nd\n=======\nc\nD\n>>>>>>> REPLACE\n<<<<<<< SEARCH\na\nb\nc\n=======\na\nB\nc\n>>>>>>> REPLACE\n';
      expect(textsOf(apply({ f: file }, { kind: 'blocks', text }))).toEqual({ f: 'a\nB\nc\nD\ne\n' });
    });

    test.each([
      ['the same line', ['b', 'B'], ['b\nc', 'X\nc']],
      ['overlapping lines', ['b\nc', 'X'], ['c\nd', 'Y']],
      ['one place for two insertions', ['a', 'a\n1'], ['b', '2\nb']],
      ['the same twice', ['b', 'B'], ['b', 'B']],
    ])('must not change %s', (_what, ...blocks) => {
      const text = `f\n${blocks.map(([search, replace]) => `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`).join('')}`;
      const result = apply({ f: file }, { kind: 'blocks', text });
      expect(refusalsOf(result)).toMatchObject([{ code: 'overlap', path: 'f' }]);
    });

    test('may insert and remove side by side', () => {
      const text =
        'f\n<<<<<<< SEARCH\na\n=======\na\n1\n>>>>>>> REPLACE\n<<<<<<< SEARCH\nb\nc\n=======\nc\n>>>>>>> REPLACE\n';
      expect(textsOf(apply({ f: file }, { kind: 'blocks', text }))).toEqual({ f: 'a\n1\nc\nd\ne\n' });
    });
  });

  describe('a hunk of added lines only', () => {
    const patch = (end: string) =>
      ({
        kind: 'apply_patch',
        patch: `*** Begin Patch\n*** Update File: f\n@@ a\n+hello\n${end}*** End Patch`,
      }) as const;

    test('is refused, because nothing says where it belongs', () => {
      expect(refusalsOf(apply({ f: 'a\nb\n' }, patch('')))).toMatchObject([{ code: 'ambiguous', hunk: 1 }]);
      expect(
        refusalsOf(
          apply({ f: 'a\nb\n' }, { kind: 'diff', diff: '--- a/f\n+++ b/f\n@@ -1,0 +2 @@\n+hello\n' }),
        ),
      ).toMatchObject([{ code: 'ambiguous' }]);
    });

    test('is appended where it says so, and placed in an empty file', () => {
      expect(textsOf(apply({ f: 'a\nb\n' }, patch('*** End of File\n')))).toEqual({ f: 'a\nb\nhello\n' });
      expect(textsOf(apply({ f: '' }, patch('')))).toEqual({ f: 'hello\n' });
    });

    test('is not appended twice', () => {
      expect(apply({ f: 'a\nhello\n' }, patch('*** End of File\n'))).toMatchObject({ ok: true, changes: [] });
      expect(apply({ f: 'hello\n' }, patch(''))).toMatchObject({ ok: true, changes: [] });
    });
  });

  test('a misfit comes with the nearest places, best first', () => {
    const file = 'function alpha() {\n  return one;\n}\n\nfunction beta() {\n  return other;\n}\n';
    const diff =
      '--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n function beta() {\n-  return another;\n+  return two;\n }\n';
    expect(refusalsOf(apply({ f: file }, { kind: 'diff', diff }))).toMatchObject([
      {
        code: 'not_found',
        message:
          'Hunk 1, for f, expects lines that are not there. The nearest place is line 5; there, line 6 reads "return other;" and not "return another;". Send the lines as they stand there.',
        path: 'f',
        hunk: 1,
        pointer: '/changes/0/diff',
        data: {
          nearest: [
            {
              line: 5,
              score: 0.93,
              diff: [' function beta() {', '-  return another;', '+  return other;', ' }'],
            },
            { line: 1 },
          ],
        },
      },
    ]);
  });

  test('lines that repeat without end are refused before they cost without end', () => {
    const hunks = Array.from({ length: 2000 }, () => '@@ @@\n x\n x\n+y\n x\n');
    const result = apply(
      { f: 'x\n'.repeat(100_000) },
      { kind: 'diff', diff: `--- a/f\n+++ b/f\n${hunks.join('')}` },
    );
    expect(result.hunks).toHaveLength(2000);
    expect(result.hunks.every(({ status }) => status === 'refused')).toBe(true);
    const effort = newEffort();
    const lines = ['x', 'x', 'y', 'x'].map((text): HunkLine => [text === 'y' ? '+' : ' ', text]);
    const many = Array.from(
      { length: 2000 },
      (_, index): Hunk => ({ number: index + 1, lines, anchors: [] }),
    );
    expect(locateHunks(uncut('x\n'.repeat(100_000)), many, effort).at(-1)).toMatchObject({
      status: 'too_repetitive',
    });
  });

  test('of equal lines without end, those are changed that the line numbers name', () => {
    const hunks = Array.from(
      { length: 1000 },
      (_, index) => `@@ -${index * 50 + 1},2 +${index * 50 + 1},2 @@\n x\n-x\n+y\n`,
    );
    const result = apply(
      { f: 'x\n'.repeat(100_000) },
      { kind: 'diff', diff: `--- a/f\n+++ b/f\n${hunks.join('')}` },
    );
    const lines = (textsOf(result)['f'] ?? '').split('\n');
    expect(lines.flatMap((line, position) => (line === 'y' ? [position] : []))).toEqual(
      Array.from({ length: 1000 }, (_, index) => index * 50 + 1),
    );
  });

  test('between hunks that have one place, one of two equal places is told by the order of the line numbers', () => {
    const between = `head\n${twice}middle\n${twice}tail\n`;
    const diff =
      '--- a/f\n+++ b/f\n@@ -3 +3 @@\n-middle\n+MIDDLE\n@@ -30,2 +30,2 @@\n \n-begin\n+BEGIN\n@@ -90 +90 @@\n-tail\n+TAIL\n';
    expect(textsOf(apply({ f: between }, { kind: 'diff', diff }))).toEqual({
      f: `head\n${twice}MIDDLE\nbegin\nx\nend\n\nBEGIN\nx\nend\nTAIL\n`,
    });
  });
});
