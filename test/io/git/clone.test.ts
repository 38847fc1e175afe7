import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createGit } from '../../../src/io/git/command.ts';
import { GitError } from '../../../src/io/git/errors.ts';
import { createGitRepository } from '../../../src/io/git/repository.ts';
import type { Repository, Transaction } from '../../../src/stages/ports.ts';
import { realGit } from '../real-git.ts';

/** What a person's clone goes through, and what it must not go through. */

let folder: string;
let clone: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghost-runner-clone-'));
  clone = join(folder, 'work');
  mkdirSync(clone);
  realGit(clone, ['init', '--quiet', '--initial-branch=main']);
  writeFileSync(join(clone, 'text.txt'), 'hello\n');
  writeFileSync(join(clone, 'other.txt'), 'other\n');
  realGit(clone, ['add', '.']);
  realGit(clone, ['commit', '--quiet', '--message=first']);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function commitTo(repository: Repository, ref: string, text = 'changed\n') {
  const { base, refs } = await repository.read({ refs: [ref], files: ['text.txt'] });
  const transaction: Transaction = {
    commits: {
      x: {
        tree: {
          base: base?.tree ?? null,
          changes: [{ path: 'text.txt', mode: '100644', bytes: Buffer.from(text) }],
        },
        parents: base === null ? [] : [base.sha],
        message: () => 'change',
      },
    },
    refs: [{ ref, before: refs.get(ref)?.oid ?? null, after: { commit: 'x' } }],
  };
  return await repository.write(transaction);
}

describe('a local clone', () => {
  it('keeps its index, working tree, HEAD and configuration, with whatever is unfinished in them', async () => {
    writeFileSync(join(clone, 'text.txt'), 'staged\n');
    realGit(clone, ['add', 'text.txt']);
    writeFileSync(join(clone, 'text.txt'), 'unstaged\n');
    writeFileSync(join(clone, 'untracked.txt'), 'untracked\n');
    const before = stateOf(clone);
    expect(await commitTo(createGitRepository({ directory: clone }), 'refs/heads/ghost/x')).toMatchObject({
      ok: true,
    });
    expect(stateOf(clone)).toEqual(before);
    expect(realGit(clone, ['show', 'ghost/x:text.txt'])).toBe('changed');
  });

  it('runs no hook, filter or monitor, and signs nothing, whatever its configuration says', async () => {
    const trace = join(folder, 'trace');
    const hooks = join(folder, 'hooks');
    mkdirSync(hooks);
    for (const name of [
      'reference-transaction',
      'pre-commit',
      'pre-push',
      'post-update',
      'update',
      'pre-receive',
      'monitor',
    ]) {
      writeFileSync(join(hooks, name), `#!/bin/sh\necho ${name} >> ${trace}\nexit 1\n`);
      chmodSync(join(hooks, name), 0o755);
    }
    realGit(clone, ['config', 'core.hooksPath', hooks]);
    realGit(clone, ['config', 'core.fsmonitor', join(hooks, 'monitor')]);
    realGit(clone, ['config', 'commit.gpgSign', 'true']);
    realGit(clone, ['config', 'core.autocrlf', 'true']);
    realGit(clone, ['config', 'filter.loud.clean', `tee -a ${trace}`]);
    writeFileSync(join(clone, '.git', 'info', 'attributes'), '* filter=loud text eol=crlf\n');
    expect(
      await commitTo(createGitRepository({ directory: clone }), 'refs/heads/ghost/x', 'a\r\nb\n'),
    ).toMatchObject({ ok: true });
    expect(readdirSync(folder)).not.toContain('trace');
    expect(realGit(clone, ['cat-file', '-s', 'ghost/x:text.txt'])).toBe('5');
  });

  it('runs no hook that its configuration names, which git knows since 2.54', async () => {
    const trace = join(folder, 'trace');
    const hooks = ['evil', 'e=v.i l', 'shy'];
    for (const hook of hooks) {
      realGit(clone, ['config', `hook.${hook}.command`, `touch ${trace}; false`]);
      realGit(clone, ['config', `hook.${hook}.event`, 'reference-transaction']);
      realGit(clone, ['config', `hook.${hook}.enabled`, 'true']);
    }
    const git = createGit({ directory: clone, token: 'secret' });
    for (const hook of hooks) {
      expect(await git.text(['config', '--get', `hook.${hook}.enabled`])).toBe('false\n');
    }
    expect(await git.text(['config', '--get', 'http.extraHeader'])).toContain('Basic');
    expect(await commitTo(createGitRepository({ directory: clone }), 'refs/heads/ghost/x')).toMatchObject({
      ok: true,
    });
    expect(readdirSync(folder)).not.toContain('trace');
  });

  it('does nothing where nobody can tell which hooks it names', async () => {
    writeFileSync(join(clone, '.git', 'config'), '[hook "evil"\n');
    await expect(createGit({ directory: clone }).text(['--version'])).rejects.toThrow('bad config');
  });

  it('fetches nothing that it lacks, whatever program its configuration names for that', async () => {
    const trace = join(folder, 'trace');
    const blob = realGit(clone, ['rev-parse', 'HEAD:text.txt']);
    rmSync(join(clone, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
    for (const [name, value] of [
      ['core.repositoryFormatVersion', '1'],
      ['extensions.partialClone', 'elsewhere'],
      ['remote.elsewhere.url', clone],
      ['remote.elsewhere.promisor', 'true'],
      ['remote.elsewhere.uploadpack', `touch ${trace}; git-upload-pack`],
    ] as const) {
      realGit(clone, ['config', name, value]);
    }
    const repository = createGitRepository({ directory: clone });
    await expect(repository.read({ files: ['text.txt'] })).rejects.toThrow(GitError);
    expect(readdirSync(folder)).not.toContain('trace');
  });

  it('is not misled by the variables that git gives to hooks', async () => {
    process.env['GIT_DIR'] = join(folder, 'nowhere');
    process.env['GIT_INDEX_FILE'] = join(folder, 'nowhere');
    process.env['GIT_OBJECT_DIRECTORY'] = join(folder, 'nowhere');
    try {
      expect(await commitTo(createGitRepository({ directory: clone }), 'refs/heads/ghost/x')).toMatchObject({
        ok: true,
      });
    } finally {
      for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY']) delete process.env[name];
    }
    expect(realGit(clone, ['show', 'ghost/x:text.txt'])).toBe('changed');
  });

  it('does not move a branch under the working tree that has it checked out', async () => {
    const before = stateOf(clone);
    await expect(commitTo(createGitRepository({ directory: clone }), 'refs/heads/main')).rejects.toThrow(
      /refs\/heads\/main is checked out in .*work/,
    );
    realGit(clone, ['worktree', 'add', '--quiet', join(folder, 'second'), '-b', 'ghost/x']);
    await expect(commitTo(createGitRepository({ directory: clone }), 'refs/heads/ghost/x')).rejects.toThrow(
      /checked out in .*second/,
    );
    expect(stateOf(clone)).toEqual(before);
  });

  it('works from any folder inside it, and on what its user sees replaced', async () => {
    mkdirSync(join(clone, 'inner'));
    const [real, fake] = ['text.txt', 'other.txt'].map((file) =>
      realGit(clone, ['rev-parse', `HEAD:${file}`]),
    );
    realGit(clone, ['replace', real ?? '', fake ?? '']);
    const { base } = await createGitRepository({ directory: join(clone, 'inner') }).read({
      files: ['text.txt'],
    });
    expect(Buffer.from(base?.entries.get('text.txt')?.bytes ?? []).toString()).toBe('hello\n');
  });

  it('takes the default branch of its origin, else the one checked out, else the one it is told', async () => {
    const defaultOf = async (options = {}) =>
      (await createGitRepository({ directory: clone, ...options }).read({})).defaultBranch;
    realGit(clone, ['checkout', '--quiet', '-b', 'feature']);
    expect(await defaultOf()).toBe('feature');
    realGit(clone, ['update-ref', 'refs/remotes/origin/main', 'main']);
    realGit(clone, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
    expect(await defaultOf()).toBe('main');
    expect(await defaultOf({ defaultBranch: 'feature' })).toBe('feature');
    realGit(clone, ['symbolic-ref', '--delete', 'refs/remotes/origin/HEAD']);
    realGit(clone, ['checkout', '--quiet', '--detach']);
    await expect(defaultOf()).rejects.toThrow('check out a branch');
  });

  it('says who the commits are by', async () => {
    const repository = createGitRepository({
      directory: clone,
      identity: { name: 'Robot Ünït', email: 'robot@example.com' },
      now: () => new Date('2026-01-02T03:04:05.678Z'),
    });
    await commitTo(repository, 'refs/heads/ghost/x');
    expect(realGit(clone, ['log', '-1', '--format=%an <%ae> %aI, %cn <%ce> %cI', 'ghost/x'])).toBe(
      'Robot Ünït <robot@example.com> 2026-01-02T03:04:05+00:00, Robot Ünït <robot@example.com> 2026-01-02T03:04:05+00:00',
    );
  });

  it('does not commit on parents or trees that it does not have', async () => {
    const repository = createGitRepository({ directory: clone });
    const absent = '1'.repeat(40);
    const { base } = await repository.read({});
    const changes = [{ path: 'a', mode: '100644' as const, bytes: Buffer.from('a') }];
    for (const plan of [
      { tree: { base: null, changes }, parents: [absent] },
      { tree: { base: absent, changes }, parents: [] },
      { tree: absent, parents: [] },
      { tree: base?.sha ?? '', parents: [base?.tree ?? ''] },
    ]) {
      const write = repository.write({
        commits: { x: { ...plan, message: () => 'x' } },
        refs: [{ ref: 'refs/heads/x', before: null, after: { commit: 'x' } }],
      });
      await expect(write).rejects.toThrow('The repository does not hold');
    }
    expect(realGit(clone, ['branch', '--list', 'x'])).toBe('');
  });

  it('that is none is an error that says what was attempted', async () => {
    const read = createGitRepository({ directory: folder }).read({});
    await expect(read).rejects.toThrow(GitError);
    await expect(read).rejects.toThrow('Could not read the repository');
  });
});

function stateOf(directory: string) {
  return {
    index: readFileSync(join(directory, '.git', 'index')).toString('hex'),
    head: readFileSync(join(directory, '.git', 'HEAD'), 'utf8'),
    configuration: readFileSync(join(directory, '.git', 'config'), 'utf8'),
    status: realGit(directory, ['status', '--porcelain=v2']),
    main: realGit(directory, ['rev-parse', 'main']),
  };
}
