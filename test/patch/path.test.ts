import { describe, expect, test } from '@jest/globals';
import { checkPath } from '../../src/patch/path.ts';

describe('patch/path', () => {
  test.each([
    'a',
    'src/index.ts',
    '.gitignore',
    '.github/workflows/x.yml',
    'a b/ü.txt',
    '...',
    '.git.txt/x',
    'git/config',
    'c/d:e',
    '-rf',
    'a/.gitmodules',
    `${'x'.repeat(255)}/y`,
  ])('%j is a path', (path) => {
    expect(checkPath(path)).toBeNull();
  });

  test.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../../x',
    'a/..',
    './a',
    'a/./b',
    'a//b',
    'a/',
    'a\\b',
    'C:/x',
    'c:x',
    'a\0b',
    'a\nb',
    '.github/workflows/evil\u2028.yml',
    'a\u2029b',
    'a\u0085b',
    '.git/config',
    '.GIT/hooks/pre-commit',
    'sub/.Git/config',
    '.git',
    '.git /x',
    '.git./x',
    'git~1/x',
    '.git::$INDEX_ALLOCATION/x',
    '.g\u200cit/config',
    '.git. :x/config',
    'GIT~12',
    'a\ud800',
    'x'.repeat(1025),
    `${'x/'.repeat(512)}x`,
    `a/${'x'.repeat(256)}/b`,
    '\u{1F600}'.repeat(64),
  ])('%j is outside', (path) => {
    expect(checkPath(path)).toMatchObject({ code: 'outside_repository', path });
  });
});
