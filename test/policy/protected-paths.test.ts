import { describe, expect, test } from '@jest/globals';
import { checkProtectedPaths } from '../../src/policy/protected-paths.ts';

describe('policy/protected-paths', () => {
  test.each([
    '.github/workflows/ci.yml',
    '.github/ghost-runner.yml',
    '.GitHub/Workflows/ci.yml',
    '.gitattributes',
    '.gitmodules',
    'packages/a/.gitignore',
    'CODEOWNERS',
    'docs/codeowners',
    '.git/config',
    'a/.githooks/pre-commit',
    '.github/workflows/evil\u2028.yml',
    '.github/a\nb\u2029/c',
    'x\u2028/CODEOWNERS',
    '.g\u200cithub/workflows/ci.yml',
    '.github\ufeff/x',
    '.g\u200citmodules',
    'a/.GITMODULES ',
    '.github./x',
    '.github. .::$INDEX_ALLOCATION/x',
    'CODEOWNERS.',
    'CODEOWNERS::$DATA',
    'docs/CodeOwners .:stream',
    'CODEOWNER\u017f',
    'GITHUB~1/workflows/ci.yml',
    'gitmod~1',
    'a/GITATT~2',
    'gi7eba~1',
    'GITFOO~1.YML',
    'CODEOW~1',
    'docs/co12af~3',
  ])('%j is protected', (path) => {
    expect(checkProtectedPaths([{ path }])).toMatchObject([{ code: 'protected_path', path }]);
  });

  test.each([
    'src/index.ts',
    'github/x',
    'src/gitignore.ts',
    'docs/CODEOWNERS.md',
    '.env',
    'src/git/config.ts',
    'docs/github.',
    '.../x',
    ':x',
    ' ',
    'github~/x',
    'src/digit~1',
    'code~',
  ])('%j is not', (path) => {
    expect(checkProtectedPaths([{ path }])).toEqual([]);
  });

  test('a move is judged by both of its ends, and each path once', () => {
    const changes = [
      { path: 'x.yml', from: '.github/workflows/ci.yml' },
      { path: '.github/workflows/ci.yml' },
    ];
    expect(checkProtectedPaths(changes)).toHaveLength(1);
  });
});
