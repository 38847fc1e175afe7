import { describe, expect, test } from '@jest/globals';
import { withoutPrefix } from '../../src/patch/path-prefix.ts';

describe('patch/path-prefix', () => {
  test.each([
    ['/home/me/shop/src/a.js', ['/home/me/shop'], 'src/a.js'],
    ['/home/me/shop/src/a.js', ['/home/me/', '/home/me/shop/'], 'src/a.js'],
    ['shop/a.js', ['shop'], 'a.js'],
    ['shop/shop/a.js', ['shop'], 'shop/a.js'],
    ['shopping/a.js', ['shop'], 'shopping/a.js'],
    ['/home/me/shop', ['/home/me/shop'], '/home/me/shop'],
    ['/home/me/shop/', ['/home/me/shop'], '/home/me/shop/'],
    ['a.js', [], 'a.js'],
  ])('%s without %j is %s', (path, prefixes, rest) => {
    expect(withoutPrefix(path, prefixes)).toBe(rest);
  });
});
