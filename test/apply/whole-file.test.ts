import { describe, expect, test } from '@jest/globals';
import { wholeFile } from '../../src/apply/whole-file.ts';

const ten = Array.from({ length: 10 }, (_, index) => `line ${index}`).join('\n');

describe('apply/whole-file', () => {
  test('what is sent as a whole file is written as it stands', () => {
    expect(written({ content: 'b\r\n' }, 'a\n')).toBe('b\r\n');
    expect(written({ content: 'b', path: 'new' }, null)).toBe('b');
    expect(written({ content: 'YQ==', encoding: 'base64' }, 'b\n')).toBe('a');
  });

  test('what was found in a text takes over line endings, byte order mark and final line break', () => {
    expect(written({ content: 'a\nc\n', found: 'fenced' }, '\uFEFFa\r\nb\r\n')).toBe('\uFEFFa\r\nc\r\n');
    expect(written({ content: '\uFEFFa\nc\n', found: 'fenced' }, '\uFEFFa\nb\n')).toBe('\uFEFFa\nc\n');
    expect(written({ content: 'a\nc\n\n', found: 'fenced' }, 'a\nb')).toBe('a\nc');
    expect(written({ content: 'a\nc', found: 'fenced' }, 'a\nb\n')).toBe('a\nc\n');
    expect(written({ content: 'a\nc\n', found: 'fenced' }, null)).toBe('a\nc\n');
    expect(written({ content: 'a\nc\n', found: 'fenced' }, '')).toBe('a\nc\n');
  });

  test.each([
    ['words', '// ... existing code ...', undefined, 'x.ts'],
    ['words in the wrong language', '# ... (rest of file unchanged)', undefined, 'x.ts'],
    ['a comment of dots', '/* ... */', undefined, 'x.ts'],
    ['dots in a found file', '...', 'fenced', 'x.ts'],
    ['dots outside of all blocks of Python', '...', 'fenced', 'x.py'],
    ['dots in the place of the rest of YAML', '...', 'fenced', 'x.yml'],
  ] as const)('%s in the place of lines are refused', (_what, line, found, path) => {
    expect(refusal({ content: `a\n${line}\n`, path, found }, 'a\nb\n')).toMatchObject({
      code: 'elided_edit',
      data: { line },
    });
  });

  test.each([
    [
      'words that the file has too',
      '// ... existing code ...',
      { found: 'fenced' },
      '  // ... existing code ...\n',
    ],
    ['dots in a file that is sent as one', '...', { path: 'x.md' }, 'a\n'],
    ['dots in Python', '    ...', { found: 'fenced', path: 'x.py' }, 'a\n'],
    ['dots at the end of YAML', '...', { found: 'fenced', path: 'x.yml' }, 'a\n'],
    ['dots in a new file', '...', { found: 'fenced', path: 'x.md' }, null],
  ] as const)('%s are lines like any other', (_what, line, write, before) => {
    expect(written({ content: `a\n${line}\n`, ...write }, before === null ? null : `a\n${before}`)).toBe(
      `a\n${line}\n`,
    );
  });

  test('very many dots take no longer than other lines', () => {
    const content = `${'...\n'.repeat(50_000)}x\n`;
    const started = process.cpuUsage();
    expect(written({ content, found: 'fenced', path: 'x.py' }, '...\nx\n')).toBe(content);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e3).toBeLessThan(1500);
  });

  test('dots between two statements of Python are lines left out', () => {
    const content = 'a\ndef f():\n    one()\n    ...\n    two()\n';
    expect(refusal({ content, found: 'fenced', path: 'x.py' }, 'a\ndef f():\n    one()\n')).toMatchObject({
      code: 'elided_edit',
    });
  });

  test.each([
    ['prose in the place of a file', { content: 'Please rename b.', found: 'bare' }, 'a\nb\n'],
    ['less than half of a file', { content: 'line 1\nline 2\nline 3\n', found: 'fenced' }, ten],
    ['an example of as many lines', { content: 'example 0;\n'.repeat(10), found: 'fenced' }, ten],
    ['an example for a short file', { content: 'read(request)\n', found: 'fenced' }, 'a\nb\nc\n'],
    ['an example with the same brackets', { content: 'f(() => {\n});\n', found: 'fenced' }, 'a({\n});\n'],
    ['an example for a file of one line', { content: 'TypeError: x\n', found: 'fenced' }, 'a\n'],
    ['a hunk that shows half of the file', { content: ' a\n-b\n+B\n c\n', found: 'fenced' }, 'a\nb\nc\n'],
    ['a line of a file that has it often', { content: 'a\n', found: 'bare' }, 'a\na\na\n'],
    [
      'prose behind a code block',
      { content: 'a\n```\nThen run it:\n', found: 'fenced', sureLines: 1 },
      'a\nb\n',
    ],
  ] as const)('%s is refused as a part', (_what, write, before) => {
    expect(refusal(write, before)).toMatchObject({ code: 'elided_edit' });
  });

  test('a code block beside edits is a file only where there is none yet, or the same', () => {
    expect(written({ content: 'a\n', found: 'beside' }, null)).toBe('a\n');
    expect(written({ content: 'a\n', found: 'beside' }, 'a\r\n')).toBe('a\r\n');
    expect(refusal({ content: 'a\nb\n', found: 'beside' }, 'a\n')).toMatchObject({ code: 'elided_edit' });
  });

  test('what keeps half of a file may be all of it', () => {
    expect(written({ content: '  a\nc\nd\n', found: 'fenced' }, 'a\nb\n')).toBe('  a\nc\nd\n');
    expect(written({ content: '[]\n', found: 'fenced' }, '{\n}\n')).toMatchObject({ code: 'elided_edit' });
    expect(written({ content: '{\n[]\n}\n', found: 'bare' }, '{\n}\n')).toBe('{\n[]\n}\n');
  });

  test('where a new file ends is not guessed', () => {
    const write = { content: 'a\n```\nThen run it:\n', sureLines: 1, found: 'fenced' } as const;
    expect(refusal(write, null)).toMatchObject({ code: 'elided_edit' });
  });

  test('a code block that the file has is part of it', () => {
    const content = 'a\n```\nnpm i\n```\nend\n';
    expect(written({ content, found: 'fenced', sureLines: 1 }, 'b\n```\nnpm i\n```\nend\n')).toBe(content);
  });
});

type Write = {
  readonly content: string;
  readonly path?: string;
  readonly encoding?: 'utf-8' | 'base64';
  readonly found?: 'fenced' | 'beside' | 'bare' | undefined;
  readonly sureLines?: number;
};

function result({ content, path = 'x', encoding = 'utf-8', found, sureLines }: Write, before: string | null) {
  const write = { kind: 'write', path, content, encoding } as const;
  const facts = {
    ...(found === undefined ? {} : { found }),
    ...(sureLines === undefined ? {} : { sureLines }),
  };
  return wholeFile(
    { action: 'write', path, write, ...facts },
    before === null ? null : new TextEncoder().encode(before),
  );
}

function written(write: Write, before: string | null) {
  const whole = result(write, before);
  return whole.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole.bytes) : whole.refusal;
}

function refusal(write: Write, before: string | null) {
  const whole = result(write, before);
  return whole.ok ? null : whole.refusal;
}
