import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createGitRepository } from '../../../src/io/git/repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import type { Transaction } from '../../../src/stages/ports.ts';
import { realGit } from '../real-git.ts';
import { createSeed } from '../seed.ts';

let folder: string;
let remote: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghost-runner-remote-'));
  remote = createSeed();
  realGit(remote, ['config', 'uploadpack.allowFilter', 'true']);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(remote, { recursive: true });
});

function openRemote(cache = 'cache') {
  return createGitRepository({ directory: join(folder, cache), remote: `file://${remote}` });
}

/** The type of each object that is in the cache. */
function cachedObjects(): readonly string[] {
  const listing = ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)'];
  return realGit(join(folder, 'cache'), listing).split('\n');
}

/** The remote runs this before it takes a push: the only way to be quicker than the push. */
function beforePush(script: string): void {
  const hook = join(remote, 'hooks', 'pre-receive');
  mkdirSync(join(remote, 'hooks'), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\nunset GIT_QUARANTINE_PATH\n${script}\n`);
  chmodSync(hook, 0o755);
}

describe('what is fetched', () => {
  it('is the commits with their trees, no history, and no file that was not asked for', async () => {
    await openRemote().read({
      files: ['text.txt', 'dir/a.txt'],
      refs: ['refs/ghost/control'],
      config: '.github/ghost-runner.yml',
    });
    const objects = cachedObjects();
    expect(objects.filter((type) => type === 'commit')).toHaveLength(2);
    expect(objects.filter((type) => type === 'blob')).toHaveLength(3);
  });

  it('is not fetched again while nothing moves, and in full when the remote knows no filters', async () => {
    await openRemote().read({ files: ['text.txt'] });
    realGit(remote, ['config', 'uploadpack.allowFilter', 'false']);
    expect((await openRemote().read({ files: ['text.txt'] })).base?.entries.size).toBe(1);
    expect((await openRemote('second').read({ files: ['text.txt'] })).base?.entries.size).toBe(1);
  });

  it('can be read from several places at a time', async () => {
    const repository = openRemote();
    const snapshots = await Promise.all(
      Object.entries({ main: 'hello\n', other: 'hello, other\n' }).map(async ([branch, text]) => {
        const { base } = await repository.read({ base: { branch }, files: ['text.txt'] });
        return Buffer.from(base?.entries.get('text.txt')?.bytes ?? []).toString() === text;
      }),
    );
    expect(snapshots).toEqual([true, true]);
  });

  it('never goes into a folder that holds something else', async () => {
    const clone = join(folder, 'mine');
    realGit(folder, ['init', '--quiet', clone]);
    const before = readFileSync(join(clone, '.git', 'config'), 'utf8');
    for (const directory of [clone, join(clone, '.git')]) {
      await expect(createGitRepository({ directory, remote: `file://${remote}` }).read({})).rejects.toThrow(
        'name an empty folder',
      );
    }
    expect(readFileSync(join(clone, '.git', 'config'), 'utf8')).toBe(before);
  });
});

describe('a base that the branch has left behind', () => {
  /** Commits on top of the base that was read, after the branch went on. `also` is moved in the same step. */
  async function commitOnOldBase(...also: Transaction['refs']) {
    const repository = openRemote();
    const { base } = await repository.read({ files: ['dir/a.txt'] });
    const later = realGit(remote, ['commit-tree', '-p', 'main', '-m', 'later', 'other^{tree}']);
    realGit(remote, ['update-ref', 'refs/heads/main', later]);
    const changes = [{ path: 'dir/a.txt', mode: '100644' as const, bytes: Buffer.from('changed') }];
    const result = await repository.write({
      commits: {
        x: { tree: { base: base?.tree ?? null, changes }, parents: [base?.sha ?? ''], message: () => 'x' },
      },
      refs: [{ ref: 'refs/heads/ghost/x', before: null, after: { commit: 'x' } }, ...also],
    });
    expect(result).toMatchObject({ ok: true });
    expect(realGit(remote, ['rev-parse', 'ghost/x~1'])).toBe(base?.sha);
  }

  it('is still a base, and none of its other files are fetched for that', async () => {
    await commitOnOldBase();
    expect(cachedObjects().filter((type) => type === 'blob')).toHaveLength(2);
  });

  it('is still a base when a ref goes in the same step', async () => {
    await commitOnOldBase({
      ref: 'refs/heads/other',
      before: realGit(remote, ['rev-parse', 'other']),
      after: null,
    });
    expect(realGit(remote, ['branch', '--list', 'other'])).toBe('');
  });

  it('is still a base when no ref leads to it any more', async () => {
    const repository = openRemote();
    const { base } = await repository.read({ files: ['dir/a.txt'] });
    realGit(remote, ['update-ref', 'refs/heads/main', realGit(remote, ['rev-parse', 'other'])]);
    const result = await repository.write({
      commits: { x: { tree: base?.tree ?? '', parents: [base?.sha ?? ''], message: () => 'x' } },
      refs: [
        { ref: 'refs/heads/ghost/x', before: null, after: { commit: 'x' } },
        { ref: 'refs/ghost/patches/x', before: null, after: base?.sha ?? null },
      ],
    });
    expect(result).toMatchObject({ ok: true });
    expect(realGit(remote, ['rev-parse', 'ghost/x~1', 'refs/ghost/patches/x'])).toBe(
      `${base?.sha}\n${base?.sha}`,
    );
  });
});

describe('a guard that moves during the push', () => {
  const moves = (heads: { readonly main: string; readonly other: string; readonly control: string }) => [
    { ref: 'refs/ghost/control', before: heads.control, after: heads.control },
    { ref: 'refs/heads/fresh', before: null, after: heads.main },
    { ref: 'refs/heads/other', before: heads.other, after: heads.main, force: true },
  ];
  const headsOf = () => ({
    main: realGit(remote, ['rev-parse', 'main']),
    other: realGit(remote, ['rev-parse', 'other']),
    control: realGit(remote, ['rev-parse', 'refs/ghost/control']),
  });

  it('has the push taken back, and is named', async () => {
    const heads = headsOf();
    // Only the first push meets it; the one that takes it back is let through.
    beforePush(
      `test -e ${folder}/moved || { touch ${folder}/moved; git update-ref refs/ghost/control ${heads.main}; }`,
    );
    const result = await openRemote().write({ commits: {}, refs: moves(heads) });
    expect(existsSync(join(folder, 'moved'))).toBe(true);
    expect(result).toEqual({ ok: false, moved: ['refs/ghost/control'] });
    expect(realGit(remote, ['rev-parse', 'other'])).toBe(heads.other);
    expect(realGit(remote, ['branch', '--list', 'fresh'])).toBe('');
  });

  it('is an error that asks for a look by hand, when the push can not be taken back', async () => {
    const heads = headsOf();
    beforePush(
      `test -e ${folder}/moved && exit 1; touch ${folder}/moved; git update-ref refs/ghost/control ${heads.main}`,
    );
    await expect(openRemote().write({ commits: {}, refs: moves(heads) })).rejects.toThrow(
      /could not be taken back/,
    );
  });
});

describe('over http', () => {
  let github: LocalGitHub;
  beforeEach(async () => {
    github = await startLocalGitHub();
    await github.createRepository('octo/hello', { files: { 'text.txt': 'hello\n' }, private: true });
  });
  afterEach(async () => await github.close());

  function open(token: string, cache: string) {
    return createGitRepository({
      directory: join(folder, cache),
      remote: github.cloneUrl('octo/hello'),
      token,
    });
  }

  it('reads and writes with a token', async () => {
    const repository = open(
      github.createToken({ login: 'octo', permissions: { contents: 'write' } }),
      'http',
    );
    const { base } = await repository.read({ files: ['text.txt'] });
    expect(Buffer.from(base?.entries.get('text.txt')?.bytes ?? []).toString()).toBe('hello\n');
    const result = await repository.write({
      commits: {
        x: {
          tree: {
            base: base?.tree ?? null,
            changes: [{ path: 'new.txt', mode: '100644', bytes: Buffer.from('new\n') }],
          },
          parents: [base?.sha ?? ''],
          message: () => 'x',
        },
      },
      refs: [
        { ref: 'refs/heads/ghost/x', before: null, after: { commit: 'x' } },
        { ref: 'refs/ghost/patches/x', before: null, after: { commit: 'x' } },
        { ref: 'refs/heads/main', before: base?.sha ?? null, after: base?.sha ?? null },
      ],
    });
    expect(result).toMatchObject({ ok: true });
    expect(await github.git('octo/hello', 'show', 'refs/ghost/patches/x:new.txt')).toBe('new\n');
  });

  it('fails without a prompt, a write or its token in the message, where the token does not suffice', async () => {
    const reader = github.createToken({ login: 'octo', permissions: { contents: 'read' } });
    const { base } = await open(reader, 'read-only').read({});
    const write = open(reader, 'read-only').write({
      commits: {},
      refs: [{ ref: 'refs/heads/x', before: null, after: base?.sha ?? null }],
    });
    const message = await write.then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(message).toMatch(/Could not write to the repository/);
    expect(message).not.toContain(reader);
    await expect(open('ghp_wrong', 'wrong').read({})).rejects.toThrow('Could not read the repository');
    expect(await github.git('octo/hello', 'branch', '--list', 'x')).toBe('');
  });
});
