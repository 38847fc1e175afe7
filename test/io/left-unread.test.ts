import { describe, expect, test } from '@jest/globals';
import { leftUnread } from '../../src/io/left-unread.ts';
import { MAX_FILE_BYTES, MAX_READ_BYTES } from '../../src/patch/limits.ts';

describe('blobs that are left unread', () => {
  test('are those that are larger than a patch may change, and no others', () => {
    const sizes = { small: 3, most: MAX_FILE_BYTES, large: MAX_FILE_BYTES + 1, huge: 50 * MAX_FILE_BYTES };
    expect(leftUnread(new Map(Object.entries(sizes)))).toEqual(new Set(['large', 'huge']));
  });

  test('are the largest where all are too much together, until the rest may be held', () => {
    const half = MAX_FILE_BYTES / 2;
    const sizes = new Map(Array.from({ length: 100 }, (_, index) => [`file-${index}`, half + index]));
    const unread = leftUnread(sizes);
    const left = [...sizes].filter(([oid]) => !unread.has(oid));
    expect(left.map(([oid]) => oid)).toEqual(Array.from(left, (_, index) => `file-${index}`));
    const read = left.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(read).toBeLessThanOrEqual(MAX_READ_BYTES);
    expect(read + half + left.length).toBeGreaterThan(MAX_READ_BYTES);
  });
});
