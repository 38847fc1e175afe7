import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareFiles, writeNewFiles } from '../../../src/cli/init/compare.ts';
import { openFolder } from '../../../src/cli/init/folder.ts';
import { differsFromHead, findPlace } from '../../../src/cli/init/place.ts';
import { withFolder } from './repositories.ts';

/** What whoever made a clone can put into it, before somebody runs `init` there. */
describe('in a clone that a stranger made', () => {
  test('files that do not end, or are none, are not read', () =>
    withFolder({}, (root) => {
      // Says that it has no bytes, and gives hundreds of gigabytes.
      symlinkSync('/proc/self/pagemap', join(root, 'package.json'));
      symlinkSync('/dev/zero', join(root, 'setup.cfg'));
      execFileSync('mkfifo', [join(root, 'Makefile')]);
      writeFileSync(join(root, 'go.mod'), '');
      truncateSync(join(root, 'go.mod'), 1_000_001);
      writeFileSync(join(root, 'tox.ini'), 'x'.repeat(1_000_000));
      const folder = openFolder(root);
      for (const name of ['package.json', 'setup.cfg', 'Makefile', 'go.mod', 'missing']) {
        expect([name, folder.read(name)?.length]).toEqual([name, undefined]);
      }
      expect(folder.read('tox.ini')).toHaveLength(1_000_000);
    }));

  test('not even a folder is made outside of it', () =>
    withFolder({ 'elsewhere/x': '' }, (outside) =>
      withFolder({}, (root) => {
        symlinkSync(join(outside, 'elsewhere'), join(root, '.github'));
        symlinkSync('nowhere', join(root, 'dangling'));
        for (const folder of ['.github/workflows', 'dangling/workflows']) {
          const planned = compareFiles(root, new Map([[`${folder}/a.yml`, 'one\n']]));
          expect(() => writeNewFiles(root, planned)).toThrow(`${folder} leads out of the repository`);
        }
        expect(readdirSync(join(outside, 'elsewhere'))).toEqual(['x']);
      }),
    ));

  test('its configuration can not make another folder the one to be written to', () =>
    withFolder({ 'clone/x': '' }, async (home) => {
      const clone = join(home, 'clone');
      execFileSync('git', ['init', '--quiet', clone]);
      expect(await findPlace(clone)).toMatchObject({ root: clone });
      execFileSync('git', ['-C', clone, 'config', 'core.worktree', home]);
      await expect(findPlace(clone)).rejects.toThrow('take core.worktree out of its configuration');
    }));

  test('a submodule and a second working tree are where they are', () =>
    withFolder({ 'one/x': '', 'other/x': '' }, async (root) => {
      const git = (...args: readonly string[]) =>
        execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args]);
      for (const name of ['one', 'other']) {
        git('init', '--quiet', join(root, name));
        git('-C', join(root, name), 'commit', '--quiet', '--allow-empty', '--message=first');
      }
      git(
        '-c',
        'protocol.file.allow=always',
        '-C',
        join(root, 'one'),
        'submodule',
        '--quiet',
        'add',
        join(root, 'other'),
        'sub',
      );
      git('-C', join(root, 'one'), 'worktree', 'add', '--quiet', join(root, 'second'));
      for (const place of ['one/sub', 'second']) {
        expect(await findPlace(join(root, place))).toMatchObject({ root: join(root, place) });
      }
    }));

  test('a committed file of any size is not read to be compared', () =>
    withFolder({ '.github/a.yml': 'one\n' }, async (root) => {
      const git = (...args: readonly string[]) =>
        execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args]);
      git('init', '--quiet');
      mkdirSync(join(root, 'b'));
      writeFileSync(join(root, 'b/large.yml'), `one\n${' '.repeat(300_000)}`);
      git('add', '.');
      git('commit', '--quiet', '--message=first');
      writeFileSync(join(root, 'b/large.yml'), 'one\n');
      expect(existsSync(join(root, '.git'))).toBe(true);
      expect(await differsFromHead(root, ['.github/a.yml'])).toBe(false);
      expect(await differsFromHead(root, ['b/large.yml'])).toBe(true);
    }));
});
