import { describe, expect, test } from '@jest/globals';
import { mergeBytes } from '../../../src/apply/merge/merge-texts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const LF = 'a\nb\nc\nd\n';
const CRLF = LF.replaceAll('\n', '\r\n');

describe('apply/merge/merge-texts', () => {
  test('a file that was converted to other line endings takes a change of a line', () => {
    expect(merge(LF, LF.replace('b', 'B'), CRLF)).toBe(CRLF.replace('b', 'B'));
    expect(merge(CRLF, LF.replace('b', 'B'), CRLF.replace('d', 'D'))).toBe('a\nB\nc\nD\n');
  });

  test('line endings that differ within a file belong to their lines', () => {
    const mixed = 'a\r\nb\nc\r\nd\n';
    expect(merge(mixed, mixed.replace('b', 'B'), mixed.replace('d', 'D'))).toBe('a\r\nB\nc\r\nD\n');
    expect(merge(mixed, mixed.replace('b\n', 'b\r\n'), mixed.replace('b', 'B'))).toMatchObject([{ line: 2 }]);
  });

  test('a byte order mark that one side added stays', () => {
    expect(merge(LF, `\ufeff${LF}`, LF.replace('a', 'A'))).toBe('\ufeffA\nb\nc\nd\n');
  });

  test('a final line break that one side added stays, and clashes with a change of that line', () => {
    expect(merge('a\nb\nc', 'a\nb\nc\n', 'A\nb\nc')).toBe('A\nb\nc\n');
    expect(merge('a\nb\nc', 'a\nb\nc\n', 'a\nb\nC')).toMatchObject([{ line: 3 }]);
  });

  test('what is no text has no lines to merge', () => {
    const binary = new Uint8Array([0xff, 0xfe, 0]);
    expect(mergeBytes({ was: binary, wanted: bytes(LF), now: binary })).toEqual({ ok: false, clashes: null });
  });
});

function merge(was: string, wanted: string, now: string) {
  const merged = mergeBytes({ was: bytes(was), wanted: bytes(wanted), now: bytes(now) });
  return merged.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(merged.bytes) : merged.clashes;
}
