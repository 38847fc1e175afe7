import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatNextSteps, type Standing } from '../../../src/cli/init/next-steps.ts';
import { differsFromHead } from '../../../src/cli/init/place.ts';
import { withFolder } from './repositories.ts';

function stepsOf(standing: Partial<Standing>): readonly string[] {
  const plain = (text: string) => text;
  const given = { repository: 'acme/shop', uncommitted: true, dryRun: false, ...standing };
  return formatNextSteps(given, { bold: plain, dim: plain });
}

describe('what init leaves to the person', () => {
  test('begins with the commit, and says which right pushing workflows needs', () => {
    const [, first, second] = stepsOf({});
    expect(first).toMatch(/^1\. Commit it on the default branch/);
    expect(second).toContain('scope workflow');
  });

  test('has no commit where there is nothing to commit, and counts on without it', () => {
    const steps = stepsOf({ uncommitted: false });
    expect(steps.join('\n')).not.toContain('git commit');
    expect(steps.filter((line) => /^\d\./.test(line)).map((line) => line.slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
    ]);
  });

  test('ends with the command that sends a first patch', () => {
    expect(stepsOf({}).at(-1)).toMatch(/^ {3}printf .* send - --repo acme\/shop --wait$/);
  });
});

test('files count as uncommitted until the newest commit has them as they are, which no filter is asked', () =>
  withFolder({ 'a.yml': 'one\n', 'b.yml': 'two\n' }, async (root) => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: root,
        stdio: 'ignore',
      });
    git('init', '-q');
    expect(await differsFromHead(root, ['a.yml'])).toBe(true);
    git('add', 'a.yml');
    expect(await differsFromHead(root, ['a.yml'])).toBe(true);
    git('commit', '-q', '-m', 'One');
    expect(await differsFromHead(root, ['a.yml'])).toBe(false);
    writeFileSync(join(root, 'a.yml'), 'mine\n');
    expect(await differsFromHead(root, ['a.yml'])).toBe(true);
    // As git status would, for a file that became another one of the same size.
    git('config', 'filter.loud.clean', 'touch trace; cat');
    git('config', 'filter.loud.smudge', 'touch trace; cat');
    writeFileSync(join(root, '.git', 'info', 'attributes'), '* filter=loud\n');
    writeFileSync(join(root, 'a.yml'), 'two\n');
    expect(await differsFromHead(root, ['a.yml'])).toBe(true);
    expect(existsSync(join(root, 'trace'))).toBe(false);
  }));
