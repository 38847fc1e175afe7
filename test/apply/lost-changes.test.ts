import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../patch/patches.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const OLD = '# Shop\n\nHello\nBye\n';
const write = (content: string, more = {}): SentChange => ({ kind: 'write', path: 'a.md', content, ...more });
const edit = (find: string, replace: string): SentChange => ({ kind: 'edit', path: 'a.md', find, replace });

describe('apply/lost-changes', () => {
  test.each<[string, readonly SentChange[], string | undefined]>([
    ['a long file in two parts', [write('# Guide\n'), write('## Use\n')], '# Guide'],
    [
      'an edit, and the file from before it',
      [edit('Hello', 'Hello, world'), write(`${OLD}MIT\n`)],
      'Hello, world',
    ],
    ['one edit of two', [edit('Hello', 'Hi'), edit('Bye', 'Bye!'), write('# Shop\n\nHi\nBye\n')], 'Bye!'],
    ['lines that were taken away', [edit('Hello\n', ''), write(`${OLD}MIT\n`)], 'Hello'],
    ['lines that changed places', [edit('Hello\nBye', 'Bye\nHello'), write(OLD)], undefined],
    ['a blank line', [edit('Hello\n', 'Hello\n\n'), write(OLD)], undefined],
    ['bytes', [write('AP8=', { encoding: 'base64' }), write('AP4=', { encoding: 'base64' })], undefined],
    [
      'a diff of the file',
      [{ kind: 'diff', diff: '--- a/a.md\n+++ b/a.md\n@@\n-Bye\n+See you\n' }, write('# Shop\n')],
      'See you',
    ],
    [
      'an edit before a move',
      [
        { kind: 'move', from: 'a.md', to: 'b.md' },
        { kind: 'edit', path: 'b.md', find: 'Bye', replace: 'Ciao' },
        { kind: 'write', path: 'b.md', content: OLD },
      ],
      'Ciao',
    ],
    [
      'a text that is the whole file',
      [edit('Hello', 'Hi'), { kind: 'text', path: 'a.md', text: '```md\n# Shop\n\nHello\nBye\nMIT\n```\n' }],
      'Hi',
    ],
    [
      'the mode',
      [write(`${OLD}MIT\n`, { executable: true }), write(`${OLD}MIT\n`, { executable: false })],
      undefined,
    ],
  ])('a whole file that drops what the patch made of it before is refused: %s', (_what, changes, line) => {
    const refusals = refusalsOf(apply({ 'a.md': OLD }, ...changes));
    expect(refusals).toMatchObject([{ code: 'overlap', pointer: expect.stringMatching(/^\/changes\/\d/) }]);
    expect(refusals[0]?.data?.['line']).toBe(line);
  });

  test.each<[string, readonly SentChange[], string]>([
    ['the same file twice', [write('x\n'), write('x\n')], 'x\n'],
    [
      'the file that the edits make',
      [edit('Hello', 'Hi'), write('# Shop\n\nHi\nBye\n')],
      '# Shop\n\nHi\nBye\n',
    ],
    ['more than the edits make', [edit('Hello', 'Hi'), write('# Shop\n\nHi\nMIT\n')], '# Shop\n\nHi\nMIT\n'],
    ['a write and edits of it', [write('one\n'), edit('one', 'two')], 'two\n'],
    ['an empty file that is filled', [write(''), write('x\n')], 'x\n'],
    ['what stands in the place of a deleted file', [{ kind: 'delete', path: 'a.md' }, write('x\n')], 'x\n'],
    [
      'what an edit took away and is not back',
      [edit('Hello\n', ''), write('# Shop\n\nMIT\n')],
      '# Shop\n\nMIT\n',
    ],
    ['a file whose edits were undone', [edit('Hello', 'Hi'), edit('Hi', 'Hello'), write('x\n')], 'x\n'],
    [
      'other line endings',
      [edit('Hello', 'Hi'), write('# Shop\r\n\r\nHi\r\nBye\r\n')],
      '# Shop\r\n\r\nHi\r\nBye\r\n',
    ],
  ])('a whole file that holds what the patch made of it before is written: %s', (_what, changes, text) => {
    expect(textsOf(apply({ 'a.md': OLD }, ...changes))).toEqual({ 'a.md': text });
  });

  test('a whole file is written where another one moved away, and over one that moved there', () => {
    const move: SentChange = { kind: 'move', from: 'a.md', to: 'b.md' };
    const there: SentChange = { kind: 'write', path: 'b.md', content: 'x\n' };
    expect(textsOf(apply({ 'a.md': OLD }, move, write('x\n')))).toEqual({ 'a.md': 'x\n', 'b.md': OLD });
    expect(textsOf(apply({ 'a.md': OLD }, move, there))).toEqual({ 'a.md': null, 'b.md': 'x\n' });
  });

  test('a delete takes a file away with what the patch made of it before', () => {
    const result = apply({ 'a.md': OLD }, edit('Hello', 'Hi'), { kind: 'delete', path: 'a.md' });
    expect(textsOf(result)).toEqual({ 'a.md': null });
  });

  test('a thousand writes of a large file that was edited take no longer than reading it a few times', () => {
    const large = Array.from({ length: 100_000 }, (_, index) => `line ${index}\n`).join('');
    const writes = Array.from({ length: 998 }, (_, index) => write(`${index}\n`));
    const started = process.cpuUsage();
    const result = apply({ 'a.md': large }, edit('line 7\n', 'line seven\n'), ...writes);
    const { user, system } = process.cpuUsage(started);
    expect(refusalsOf(result)).toContainEqual(expect.objectContaining({ code: 'overlap' }));
    expect((user + system) / 1e3).toBeLessThan(3000);
  });
});
