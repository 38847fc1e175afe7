import { expect, test } from '@jest/globals';
import { readsLikeWords } from '../../../src/patch/formats/words.ts';

test.each(['Done.', 'Important', 'Before/After', 'And/or', '在src/a.ts中添加'])(
  '%s reads like words',
  (text) => {
    expect(readsLikeWords(text)).toBe(true);
  },
);

test.each(['src/a.ts', 'Makefile2', 'docs/Read_me', '文档/说明.md', 'README/x.y'])(
  '%s reads like a path',
  (text) => {
    expect(readsLikeWords(text)).toBe(false);
  },
);

test('many names behind each other are told apart as fast as few', () => {
  const before = process.cpuUsage();
  // Each could double the time; a path has room for three hundred of them.
  expect(readsLikeWords(`Aa${'/bb'.repeat(25)}!`)).toBe(false);
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(300_000);
});
