import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { editLines } from '../../src/apply/line-edit.ts';
import {
  decodeText,
  encodedSize,
  encodeText,
  linesIn,
  MOST_BYTES_PER_CHARACTER,
  replaceText,
  type TextFile,
} from '../../src/apply/text-file.ts';

const raw = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\r', '\ufeff'),
  maxLength: 20,
});

function decode(text: string): TextFile {
  const file = decodeText(new TextEncoder().encode(text));
  if (file === null) throw new Error(`${JSON.stringify(text)} is no text`);
  return file;
}

function encode(file: TextFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodeText(file));
}

describe('apply/text-file', () => {
  test('what is decoded and encoded is what it was', () => {
    fc.assert(
      fc.property(raw, (text) => {
        expect(encode(decode(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['a\r\nb', 'a\nb', '\r\n'],
    ['a\nb\n', 'a\nb\n', '\n'],
    ['a\r\nb\n', 'a\nb\n', Uint8Array.of(1, 0)],
    ['a\rb', 'a\nb', '\r'],
    ['a\rb\nc', 'a\rb\nc', '\n'],
  ])('%j is lines, and how they end', (text, lines, endings) => {
    expect(decode(text)).toMatchObject({ hasBom: false, text: lines, endings });
  });

  test.each([[[0x61, 0]], [[0xe9]], [[0xff, 0xfe, 0x61, 0]], [[0xed, 0xa0, 0x80]]])(
    'the bytes %j are no text',
    (bytes) => {
      expect(decodeText(new Uint8Array(bytes))).toBeNull();
    },
  );

  test('the size of what will be written is known without writing it', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', '\n'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(raw, plain), raw, (before, added) => {
        const file = decode(`${before}|${before}`);
        const at = file.text.indexOf('|');
        const once = replaceText(file, [{ start: at, end: at + 1, text: added.replaceAll('\r\n', '\n') }]);
        const twice = replaceText(once, [{ start: 0, end: 0, text: '漢\n' }]);
        for (const one of [file, once, twice]) {
          const { length } = encodeText(one);
          expect(encodedSize(one)).toBe(length);
          expect(length).toBeLessThanOrEqual(MOST_BYTES_PER_CHARACTER * (one.text.length + 1));
        }
      }),
    );
  });

  test('lines that a replacement does not touch keep their endings', () => {
    fc.assert(
      fc.property(raw, raw, raw, (before, gone, after) => {
        const file = decode(`x${before}|${gone}|${after}`);
        const start = file.text.indexOf('|');
        const end = file.text.lastIndexOf('|') + 1;
        const result = encode(replaceText(file, [{ start, end, text: '[]' }]));
        expect(result.startsWith(`x${before}[`)).toBe(true);
        expect(result.endsWith(`]${after}`)).toBe(true);
      }),
    );
  });
});

describe('apply/line-edit', () => {
  test.each([
    ['a\nb\n', [{ line: 1, remove: 1, insert: ['x', 'y'] }], 'a\nx\ny\n'],
    ['a\nb', [{ line: 1, remove: 1, insert: [] }], 'a'],
    ['a\nb', [{ line: 2, remove: 0, insert: ['c'] }], 'a\nb\nc'],
    ['', [{ line: 0, remove: 0, insert: ['a'] }], 'a\n'],
    ['a', [{ line: 0, remove: 1, insert: [] }], ''],
    ['a\r\nb', [{ line: 2, remove: 0, insert: ['c'] }], 'a\r\nb\r\nc'],
    ['a\r\nb\nc', [{ line: 3, remove: 0, insert: ['d'] }], 'a\r\nb\nc\nd'],
    [
      'a\nb\r\nc\n',
      [
        { line: 1, remove: 0, insert: ['x'] },
        { line: 2, remove: 1, insert: ['y'] },
      ],
      'a\nx\r\nb\r\ny\n',
    ],
  ])('%j with %j becomes %j', (text, edits, expected) => {
    expect(encode(editLines(decode(text), edits))).toBe(expected);
  });

  test.each([
    ['a\n', false, 'a'],
    ['a', true, 'a\n'],
    ['', false, ''],
    ['\r\n', false, ''],
    ['a\nb\r\n', false, 'a\nb'],
  ])('the last line break of %j can be set: %j', (text, finalNewline, expected) => {
    expect(encode(editLines(decode(text), [], finalNewline))).toBe(expected);
  });

  test('it edits lines as an array is spliced', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(lines, lines, fc.nat(10), fc.nat(10), (before, insert, from, count) => {
        const line = Math.min(from, before.length);
        const remove = Math.min(count, before.length - line);
        const after = before.toSpliced(line, remove, ...insert);
        expect(linesIn(editLines(decode(`${before.join('\n')}\n`), [{ line, remove, insert }]).text)).toEqual(
          after,
        );
      }),
    );
  });

  test('lines that are not there are a mistake of the caller', () => {
    expect(() => editLines(decode('a\n'), [{ line: 1, remove: 1, insert: [] }])).toThrow(RangeError);
  });
});
