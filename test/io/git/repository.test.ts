import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createGitRepository } from '../../../src/io/git/repository.ts';
import { realGit } from '../real-git.ts';
import { describeRepository, type World } from '../repository.conformance.ts';
import { createSeed } from '../seed.ts';

const seed = createSeed();
afterAll(() => rmSync(seed, { recursive: true }));

describeRepository('a local clone', async () => {
  const { folder, clone } = freshCopy();
  realGit(clone, ['config', 'core.bare', 'false']);
  return worldIn(folder, clone, () => createGitRepository({ directory: clone }));
});

describeRepository('a remote', async () => {
  const { folder, clone } = freshCopy();
  realGit(clone, ['config', 'uploadpack.allowFilter', 'true']);
  let opened = 0;
  return worldIn(folder, clone, () => {
    opened += 1;
    return createGitRepository({ directory: join(folder, `cache-${opened}`), remote: `file://${clone}` });
  });
});

function freshCopy(): { readonly folder: string; readonly clone: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ghost-runner-git-'));
  const clone = join(folder, 'clone', '.git');
  cpSync(seed, clone, { recursive: true });
  return { folder, clone };
}

function worldIn(folder: string, clone: string, open: World['open']): World {
  return {
    open,
    git: (...args) => realGit(clone, args),
    close: () => rmSync(folder, { recursive: true }),
  };
}
