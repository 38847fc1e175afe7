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
  ])('%s is protected', (path) => {
    expect(checkProtectedPaths([{ path }])).toMatchObject([{ code: 'protected_path', path }]);
  });

  test.each([
    'src/index.ts',
    'github/x',
    'src/gitignore.ts',
    'docs/CODEOWNERS.md',
    '.env',
    'src/git/config.ts',
  ])('%s is not', (path) => {
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
