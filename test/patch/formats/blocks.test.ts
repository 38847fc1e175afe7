import { describe, expect, test } from '@jest/globals';
import { readBlocks } from '../../../src/patch/formats/blocks.ts';

describe('patch/formats/blocks', () => {
  test('blocks are read, with what both sides share as context', () => {
    const text = `src/a.ts
\`\`\`ts
<<<<<<< SEARCH
one
two
three
=======
one
2
three
>>>>>>> REPLACE
\`\`\`

<<<<<<< SEARCH
gone
=======
>>>>>>> REPLACE
src/new.ts
<<<<<<< SEARCH
=======
hello
>>>>>>> REPLACE
`;
    expect(readBlocks(text)).toEqual({
      ok: true,
      operations: [
        {
          action: 'modify',
          path: 'src/a.ts',
          hunks: [
            {
              number: 1,
              lines: [
                [' ', 'one'],
                ['-', 'two'],
                ['+', '2'],
                [' ', 'three'],
              ],
              anchors: [],
            },
            { number: 2, lines: [['-', 'gone']], anchors: [] },
          ],
        },
        {
          action: 'create',
          path: 'src/new.ts',
          lines: ['hello'],
          finalNewline: true,
          executable: false,
          hunk: 3,
        },
      ],
    });
  });

  test('a line that both sides end with is not context twice', () => {
    expect(readBlocks('a\n<<<<<<< SEARCH\nx\n=======\nx\nx\n>>>>>>> REPLACE')).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lines: [
                [' ', 'x'],
                ['+', 'x'],
              ],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['has no blocks', 'just words', 1],
    ['has no path', '<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE', 1],
    ['does not end', 'x\n<<<<<<< SEARCH\na\n=======\nb', 2],
    ['is not divided', 'x\n<<<<<<< SEARCH\na\n>>>>>>> REPLACE', 4],
    ['is divided twice', 'x\n<<<<<<< SEARCH\nTitle\n=======\n=======\nb\n>>>>>>> REPLACE', 5],
    ['begins inside another', 'x\n<<<<<<< SEARCH\na\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE', 4],
  ])('a text that %s is refused', (_what, text, line) => {
    expect(readBlocks(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', data: { line } }] });
  });

  test('an end without a beginning is refused, and the blocks after it are still judged', () => {
    const text = 'x\n=======\nb\n>>>>>>> REPLACE\n<<<<<<< SEARCH\na';
    expect(readBlocks(text)).toMatchObject({
      ok: false,
      refusals: [{ data: { line: 2 } }, { data: { line: 4 } }, { data: { line: 5 } }],
    });
  });
});
