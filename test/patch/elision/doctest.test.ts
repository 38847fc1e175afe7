import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';
import { doctestLines } from '../../../src/patch/elision/doctest.ts';

const LINES = [
  'print(code)',
  'print(other)',
  'lines.append(code)',
  'assert "same" in code',
  'return existing',
];

/** What a file of Python shows of a session, with one line of it that goes on. */
function source(line: string): string {
  return `def codes(text):\n    """All codes.\n\n    >>> for code in codes("a b"):\n    ...     ${line}\n    ...\n    a\n    """\n    return text.split()\n`;
}

function marked(text: string, mark = '+'): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${mark}${line}\n`)
    .join('');
}

const WAYS: { readonly [name: string]: (text: string) => string | object } = {
  'a whole file': (content) => ({ version: 1, changes: [{ kind: 'write', path: 'x.py', content }] }),
  'a code block': (text) => `x.py\n\`\`\`python\n${text}\`\`\`\n`,
  'a diff': (text) =>
    `--- /dev/null\n+++ b/x.py\n@@ -0,0 +1,${text.split('\n').length - 1} @@\n${marked(text)}`,
  'a patch in the envelope of agents': (text) =>
    `*** Begin Patch\n*** Add File: x.py\n${marked(text)}*** End Patch\n`,
};

describe('patch/elision/doctest', () => {
  test.each(Object.entries(WAYS))('a session of Python in a new file is code: %s', (_, way) => {
    for (const line of LINES) {
      const text = source(line);
      expect(apply({ files: {}, patch: way(text) })).toMatchObject({ ok: true, files: { 'x.py': text } });
    }
  });

  test('a session is code in the place of several lines, and in an edit that shows its middle only', () => {
    const files = { 'x.py': source('print(x)\n    ...     more(x)\n    ...     end(x)') };
    const find = '    ...     print(x)\n    ...     more(x)\n    ...     end(x)';
    const edit = { kind: 'edit', path: 'x.py', find, replace: '    ...     print(code)' };
    expect(apply({ files, patch: { version: 1, changes: [edit] } })).toMatchObject({
      files: { 'x.py': source('print(code)') },
    });
    expect(
      apply({
        files,
        patch: `--- a/x.py\n+++ b/x.py\n@@\n     >>> for code in codes("a b"):\n${marked(find, '-')}+    ...     print(code)\n     ...\n`,
      }),
    ).toMatchObject({ files: { 'x.py': source('print(code)') } });
  });

  test('a remark that leaves lines out is one behind the prompt of a session too', () => {
    for (const line of ['rest unchanged', 'existing code', 'existing code ...', 'other methods ...']) {
      const content = source('print(x)').replace('...     print(x)', `... ${line}`);
      const patch = { version: 1, changes: [{ kind: 'write', path: 'x.py', content }] };
      expect([line, apply({ files: {}, patch })]).toMatchObject([
        line,
        { refusals: [{ code: 'elided_edit' }] },
      ]);
    }
  });

  test('a session begins with its prompt, and goes on right below it at the same depth', () => {
    const lines = [
      '... code',
      '  >>> if x:',
      '  ...     code',
      '   ... code',
      '  ... code',
      '# >>> f(',
      '# ... code)',
    ];
    expect([...doctestLines(lines)]).toEqual([2, 6]);
    expect([...doctestLines(['x = 1', '... code'])]).toEqual([]);
    expect([...doctestLines(['... code'], ['... f(x)'])]).toEqual([0]);
    expect([...doctestLines(['... code'], ['... existing code ...'])]).toEqual([]);
  });

  test('a megabyte of prompts takes well below a second', () => {
    const started = performance.now();
    for (const piece of ['>>> a\n', '... code\n', `${' '.repeat(300)}x\n`, '... existing code ... '])
      doctestLines(`>>> a\n${piece.repeat(1_000_000 / piece.length)}`.split('\n'));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
