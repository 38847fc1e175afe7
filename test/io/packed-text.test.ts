import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { packText, unpackText } from '../../src/io/packed-text.ts';

describe('io/packed-text', () => {
  test('comes out as it went in', () => {
    const text = 'ä\0\u{1f980}\n'.repeat(1000);
    expect(unpackText(packText(text, 10_000) ?? '', 100_000)).toBe(text);
  });

  test('what does not fit into the limit is not packed', () => {
    const noise = Array.from({ length: 5000 }, (_, index) => (index * 7919).toString(36)).join('');
    expect(packText(noise, 1000)).toBeNull();
  });

  test('what unpacks into more than it may is none', () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000)).toString('base64');
    expect(bomb.length).toBeLessThan(30_000);
    // Not shown where it fails: it is long.
    expect(unpackText(bomb, 1_000_000) === null).toBe(true);
  });

  test.each(['', 'no base64 at all', Buffer.from('plain').toString('base64')])('%j is none', (packed) => {
    expect(unpackText(packed, 1000)).toBeNull();
  });
});
