import { expect, test } from '@jest/globals';
import { linesOf } from '../../src/cli/lines.ts';

async function read(chunks: readonly string[], longest?: number, ending?: number): Promise<string[]> {
  const source = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const lines: string[] = [];
  for await (const line of linesOf(source, longest, ending)) lines.push(Buffer.from(line).toString());
  return lines;
}

test('come whole, wherever the stream is cut', async () => {
  const text = 'one\n\ntwo\u2028half\nthree';
  for (let at = 0; at <= text.length; at += 1) {
    expect(await read([text.slice(0, at), text.slice(at)])).toEqual(['one', '', 'two\u2028half', 'three']);
  }
});

test('of a line that is too long come one byte more than it may have, and the next one whole', async () => {
  const text = 'abcd\nabcdefghij\nabc\nabcdefg';
  for (let at = 0; at <= text.length; at += 1) {
    expect(await read([text.slice(0, at), text.slice(at)], 4)).toEqual(['abcd', 'abcde', 'abc', 'abcde']);
  }
});

test('of a line that is too long comes its end too, where that is asked for', async () => {
  const text = 'abcd\nabcdefghij\nabc\nabcdef';
  for (let at = 0; at <= text.length; at += 1) {
    const parts = [text.slice(0, at), text.slice(at, at + 2), text.slice(at + 2)];
    expect(await read(parts, 4, 3)).toEqual(['abcd', 'abcdehij', 'abc', 'abcdef']);
  }
});
