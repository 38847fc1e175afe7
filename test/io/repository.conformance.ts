import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileMode, Repository, Snapshot, Transaction, TreeChange } from '../../src/stages/ports.ts';
import { SEED_FILES, SUBMODULE_OID } from './seed.ts';

/** One repository made from the seed, seen from both sides. */
export type World = {
  /** A repository port of its own: as if another process had opened it. */
  open(): Repository;
  /** Real git in the repository that the port works on, for looking and for getting in the way. */
  git(...args: readonly string[]): string | Promise<string>;
  close(): Promise<void> | void;
};

/** What every implementation of the repository port promises. `openWorld` makes a fresh one from the seed. */
export function describeRepository(name: string, openWorld: () => Promise<World>): void {
  describe(name, () => {
    describe('reading', () => describeReading(openWorld));
    describe('writing', () => describeWriting(openWorld));
    describe('moving refs', () => describeMoves(openWorld));
  });
}

function describeReading(openWorld: () => Promise<World>): void {
  let world: World;
  let repository: Repository;
  beforeAll(async () => {
    world = await openWorld();
    repository = world.open();
  });
  afterAll(async () => await world.close());

  it('files come back byte for byte, whatever their bytes and names', async () => {
    const { base } = await repository.read({ files: Object.keys(SEED_FILES) });
    for (const [path, bytes] of Object.entries(SEED_FILES)) {
      const entry = base?.entries.get(path);
      expect({ path, mode: entry?.mode }).toEqual({ path, mode: '100644' });
      expect({ path, same: bytes.equals(entry?.bytes ?? Buffer.from('absent')) }).toEqual({
        path,
        same: true,
      });
      expect(entry?.oid).toBe(await world.git('rev-parse', `main:${path}`));
    }
  });

  it('symlinks, executables, submodules and folders keep their kind', async () => {
    const { base } = await repository.read({ files: ['link', 'run.sh', 'vendor/lib', 'dir/deep'] });
    expect(base?.entries.get('link')).toMatchObject({ mode: '120000', bytes: Buffer.from('text.txt') });
    expect(base?.entries.get('run.sh')).toMatchObject({ mode: '100755', bytes: Buffer.from('#!/bin/sh\n') });
    expect(base?.entries.get('vendor/lib')).toEqual({ mode: '160000', oid: SUBMODULE_OID });
    expect(base?.entries.get('dir/deep')).toEqual({
      mode: '040000',
      oid: await world.git('rev-parse', 'main:dir/deep'),
    });
  });

  it('a file that is larger than a patch may change is known by its size, and is not read', async () => {
    const oid = await commitLargeFile(world, 'large');
    const files = ['large.bin', 'text.txt'];
    const { base } = await repository.read({ base: { branch: 'large' }, files });
    const large = { mode: '100644', oid, tooLarge: LARGE_BYTES };
    expect(base?.entries.get('large.bin')).toEqual(large);
    expect(base?.entries.get('text.txt')).toMatchObject({ bytes: Buffer.from('hello\n') });
    const sha = await world.git('rev-parse', 'refs/heads/large');
    const { pinned } = await repository.read({ base: { sha }, files });
    expect(pinned?.entries.get('large.bin')).toEqual(large);
    const fileAt = { ref: 'refs/heads/large', path: 'large.bin' };
    expect(await repository.read({ fileAt })).toMatchObject({ fileAt: null, fileAtTooLarge: LARGE_BYTES });
  });

  it('parent folders are looked up too, and nothing that was not asked for', async () => {
    const { base } = await repository.read({ files: ['dir/deep/down/c.txt', 'dir/new/file.txt'] });
    expect([...(base?.entries.keys() ?? [])].sort()).toEqual([
      'dir',
      'dir/deep',
      'dir/deep/down',
      'dir/deep/down/c.txt',
    ]);
  });

  it('what lies in the folders of a file is named where it is asked for, and only there', async () => {
    const files = ['dir/deep/new.txt', 'odd/-dash.txt'];
    const { base } = await repository.read({ files, besides: ['dir/deep/new.txt'] });
    const inRoot = (await world.git('ls-tree', '--name-only', 'main')).trim().split('\n');
    expect([...(base?.beside ?? [])].sort()).toEqual(
      [...inRoot, 'dir/a.txt', 'dir/b.txt', 'dir/deep', 'dir/deep/down'].sort(),
    );
    expect((await repository.read({ files })).base?.beside).toEqual([]);
  });

  it('beside a file in a folder that is new lies what is in the folders that are there', async () => {
    const path = 'dir/new/folder/file.txt';
    const { base } = await repository.read({ files: [path], besides: [path] });
    expect(base?.beside).toEqual(expect.arrayContaining(['text.txt', 'dir', 'dir/deep']));
    expect(base?.beside).not.toContain('dir/deep/down');
  });

  it('a missing file is absent, and a file in the place of a folder shows', async () => {
    const { base } = await repository.read({
      files: ['nope.txt', 'text.txt/below.txt', 'no/such/folder.txt'],
    });
    expect([...(base?.entries.keys() ?? [])]).toEqual(['text.txt']);
  });

  it('the default branch is the base where no other is named', async () => {
    const snapshot = await repository.read({ files: ['text.txt'] });
    expect(snapshot.defaultBranch).toBe('main');
    expect(snapshot.base).toMatchObject({
      branch: 'main',
      sha: await world.git('rev-parse', 'main'),
      tree: await world.git('rev-parse', 'main^{tree}'),
    });
    expect(snapshot.pinned).toBeUndefined();
  });

  it('a named base is read, and the configuration still comes from the default branch', async () => {
    const snapshot = await repository.read({
      base: { branch: 'other' },
      files: ['text.txt', 'dir/a.txt'],
      config: '.github/ghost-runner.yml',
    });
    expect(textAt(snapshot.base, 'text.txt')).toBe('hello, other\n');
    expect(snapshot.base?.entries.has('dir/a.txt')).toBe(false);
    expect(snapshot.config).toBe('version: 1\n');
  });

  it.each(['no-such-branch', 'refs/heads/main', 'main~1', 'ma*', '-x', 'a b'])(
    'there is no base branch %p',
    async (branch) => {
      const snapshot = await repository.read({
        base: { branch },
        files: ['text.txt'],
        config: '.github/ghost-runner.yml',
      });
      expect(snapshot.base).toBeNull();
      expect(snapshot.config).toBe('version: 1\n');
    },
  );

  it('a configuration that is missing, a folder or a symlink is none', async () => {
    for (const config of ['nope.yml', '.github', 'link']) {
      expect((await repository.read({ config })).config).toBeNull();
    }
  });

  it('a pinned commit is read beside the head', async () => {
    const sha = await world.git('rev-parse', 'refs/ghost/pinned');
    const snapshot = await repository.read({ base: { sha }, files: ['text.txt', 'dir/a.txt'] });
    expect(snapshot.pinned).toMatchObject({ branch: 'main', sha });
    expect(textAt(snapshot.pinned, 'text.txt')).toBe('hello, first\n');
    expect(snapshot.pinned?.entries.has('dir/a.txt')).toBe(false);
    expect(textAt(snapshot.base, 'text.txt')).toBe('hello\n');
  });

  it('a pin that is absent, malformed, a tree or a blob is no commit', async () => {
    const tree = await world.git('rev-parse', 'main^{tree}');
    const blob = await world.git('rev-parse', 'main:text.txt');
    for (const sha of ['1'.repeat(40), 'main', tree, blob]) {
      const snapshot = await repository.read({ base: { sha }, files: ['text.txt'] });
      expect({ sha, pinned: snapshot.pinned }).toEqual({ sha, pinned: null });
      expect(snapshot.base).not.toBeNull();
    }
  });

  it('refs of any namespace give commit, tree and message; unknown ones are null', async () => {
    const names = ['refs/ghost/control', 'refs/heads/main', 'refs/ghost/nope', 'refs/heads/ghost/nope'];
    const { refs } = await repository.read({ refs: names });
    expect(refs.get('refs/ghost/control')).toEqual({
      oid: await world.git('rev-parse', 'refs/ghost/control'),
      tree: await world.git('rev-parse', 'refs/ghost/control^{tree}'),
      message: 'running\n\nGhost-State: running',
    });
    expect(refs.get('refs/heads/main')?.message).toBe('second\n\nwith a body');
    expect([refs.get('refs/ghost/nope'), refs.get('refs/heads/ghost/nope')]).toEqual([null, null]);
  });

  it('a branch that is called like a ref is not taken for that ref', async () => {
    await world.git('update-ref', 'refs/heads/refs/ghost/switch', await world.git('rev-parse', 'main'));
    const { refs } = await repository.read({ refs: ['refs/ghost/switch'] });
    expect(refs.get('refs/ghost/switch')).toBeNull();
  });

  it('it is known whether any ref exists under a prefix', async () => {
    expect((await repository.read({ anyRefUnder: 'refs/ghost/' })).anyRefUnder).toBe(true);
    expect((await repository.read({ anyRefUnder: 'refs/ghost/patches/' })).anyRefUnder).toBe(false);
    expect((await repository.read({})).anyRefUnder).toBe(false);
  });

  it('a read of many files is complete', async () => {
    const wanted = Array.from({ length: 250 }, (_, index) => `many/${index % 7}/missing-${index}.txt`);
    const last = 'dir/deep/down/c.txt';
    const { base } = await repository.read({ files: ['text.txt', ...wanted, last], besides: [last] });
    expect(base?.beside).toEqual(expect.arrayContaining(['text.txt', 'dir/a.txt', 'dir/deep/down', last]));
    expect(new Set(base?.beside).size).toBe(base?.beside.length);
    expect(textAt(base, 'text.txt')).toBe('hello\n');
    expect(textAt(base, last)).toBe('c\n');
  });
}

/** One more than a patch may have. */
export const LARGE_BYTES = 5 * 1024 * 1024 + 1;

/** Puts `large.bin` on top of main; gives its id. */
export async function commitLargeFile({ git }: Pick<World, 'git'>, branch: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'large-'));
  const path = join(directory, 'large.bin');
  writeFileSync(path, '');
  truncateSync(path, LARGE_BYTES);
  const oid = await git('hash-object', '-w', '--no-filters', path);
  rmSync(directory, { recursive: true });
  await git('read-tree', 'main');
  await git('update-index', '--add', '--cacheinfo', `100644,${oid},large.bin`);
  const tree = await git('write-tree');
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  const commit = await git(...author, 'commit-tree', '-p', 'main', '-m', 'large', tree);
  await git('update-ref', `refs/heads/${branch}`, commit);
  return oid;
}

function describeWriting(openWorld: () => Promise<World>): void {
  /** Commits changes on top of main as refs/heads/ghost/x, and says what git sees changed. */
  async function changeMain(world: World, changes: readonly TreeChange[]): Promise<string> {
    const repository = world.open();
    const base = requireBase(await repository.read({}));
    const result = await repository.write({
      commits: { x: { tree: { base: base.tree, changes }, parents: [base.sha], message: () => 'change' } },
      refs: [{ ref: 'refs/heads/ghost/x', before: null, after: { commit: 'x' } }],
    });
    if (!result.ok) throw new Error(`${result.moved.join(', ')} moved`);
    expect(result.commits['x']).toEqual({
      oid: await world.git('rev-parse', 'refs/heads/ghost/x'),
      tree: await world.git('rev-parse', 'refs/heads/ghost/x^{tree}'),
    });
    await world.git('fsck', '--strict', '--no-dangling');
    return await world.git('diff', '--no-renames', '--raw', '--abbrev=4', '-z', 'main', 'refs/heads/ghost/x');
  }

  async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
    const world = await openWorld();
    try {
      await work(world);
    } finally {
      await world.close();
    }
  }

  it('files are created, changed, removed and moved, and all others stay as they are', async () => {
    await inWorld(async (world) => {
      const raw = await changeMain(world, [
        write('text.txt', 'changed\n'),
        write('brand/new/folder/file.txt', 'new\n'),
        remove('dir/a.txt'),
        remove('dir/deep/down/c.txt'),
        write('moved/c.txt', 'c\n'),
        write('odd/two\nlines.txt', 'still two\n'),
      ]);
      expect(summary(raw)).toEqual([
        'A brand/new/folder/file.txt',
        'D dir/a.txt',
        'D dir/deep/down/c.txt',
        'A moved/c.txt',
        'M odd/two\nlines.txt',
        'M text.txt',
      ]);
      expect(await world.git('ls-tree', '--name-only', 'refs/heads/ghost/x:dir')).toBe('b.txt');
      expect(await world.git('log', '-1', '--format=%P %B', 'refs/heads/ghost/x')).toBe(
        `${await world.git('rev-parse', 'main')} change`,
      );
    });
  });

  it('bytes are stored as they are', async () => {
    const bodies = {
      ...SEED_FILES,
      'nul.txt': Buffer.from('a\0b'),
      'number.txt': Buffer.from('12345678901234567890n'),
      'control.txt': Buffer.from('\u0001\u001b[0m\u007f\ufffe'),
    };
    await inWorld(async (world) => {
      const changes = Object.entries(bodies).map(([path, bytes]) => write(`copy/${path}`, bytes));
      await changeMain(world, changes);
      const { base } = await world
        .open()
        .read({ base: { branch: 'ghost/x' }, files: changes.map(({ path }) => path) });
      for (const [path, bytes] of Object.entries(bodies)) {
        expect({
          path,
          same: bytes.equals(base?.entries.get(`copy/${path}`)?.bytes ?? Buffer.from('absent')),
        }).toEqual({ path, same: true });
      }
    });
  });

  it('modes are stored: executable, plain and symlink', async () => {
    await inWorld(async (world) => {
      const raw = await changeMain(world, [
        write('text.txt', 'hello\n', '100755'),
        write('run.sh', '#!/bin/sh\n', '100644'),
        write('new-link', 'dir/b.txt', '120000'),
      ]);
      expect(raw).toMatch(/:000000 120000 \w+ \w+ A\0new-link\0/);
      expect(raw).toMatch(/:100755 100644 \w+ \w+ M\0run\.sh\0/);
      expect(raw).toMatch(/:100644 100755 \w+ \w+ M\0text\.txt\0/);
    });
  });

  it('a file becomes a folder, and a folder becomes a file', async () => {
    await inWorld(async (world) => {
      const raw = await changeMain(world, [
        remove('text.txt'),
        write('text.txt/inside.txt', 'now a folder\n'),
        remove('dir/a.txt'),
        remove('dir/b.txt'),
        remove('dir/deep/down/c.txt'),
        write('dir', 'now a file\n'),
      ]);
      expect(summary(raw)).toEqual([
        'A dir',
        'D dir/a.txt',
        'D dir/b.txt',
        'D dir/deep/down/c.txt',
        'D text.txt',
        'A text.txt/inside.txt',
      ]);
    });
  });

  it('a folder whose last file goes is gone', async () => {
    await inWorld(async (world) => {
      await changeMain(world, [remove('dir/deep/down/c.txt')]);
      expect(await world.git('ls-tree', '--name-only', 'refs/heads/ghost/x:dir')).toBe('a.txt\nb.txt');
    });
  });

  it('removing a path that is not there is an error, and nothing is written', async () => {
    await inWorld(async (world) => {
      await expect(changeMain(world, [remove('dir/nope.txt')])).rejects.toThrow();
      expect(await world.git('for-each-ref', 'refs/heads/ghost/')).toBe('');
    });
  });

  it('commits of one transaction are told all its trees', async () => {
    await inWorld(async (world) => {
      const repository = world.open();
      const base = requireBase(await repository.read({}));
      const result = await repository.write({
        commits: {
          branch: {
            tree: { base: base.tree, changes: [write('odd/n.txt', '1\n')] },
            parents: [base.sha],
            message: () => 'branch',
          },
          record: {
            tree: { base: null, changes: [write('patch.json', '{}')] },
            parents: [],
            message: (trees) => `branch ${trees['branch']}\nrecord ${trees['record']}`,
          },
          sibling: {
            tree: { base: base.tree, changes: [write('dir/a.txt', 'other change\n')] },
            parents: [base.sha],
            message: () => 'sibling',
          },
          same: { tree: base.tree, parents: [base.sha], message: (trees) => `same ${trees['same']}` },
        },
        refs: [
          { ref: 'refs/heads/ghost/n', before: null, after: { commit: 'branch' } },
          { ref: 'refs/ghost/patches/n', before: null, after: { commit: 'record' } },
          { ref: 'refs/ghost/same', before: null, after: { commit: 'same' } },
          { ref: 'refs/ghost/sibling', before: null, after: { commit: 'sibling' } },
        ],
      });
      expect(result.ok).toBe(true);
      expect(await world.git('log', '-1', '--format=%B', 'refs/ghost/patches/n')).toBe(
        `branch ${await world.git('rev-parse', 'refs/heads/ghost/n^{tree}')}\nrecord ${await world.git('rev-parse', 'refs/ghost/patches/n^{tree}')}`,
      );
      expect(await world.git('ls-tree', '--name-only', 'refs/ghost/patches/n')).toBe('patch.json');
      expect(await world.git('diff', '--name-only', 'main', 'refs/ghost/sibling')).toBe('dir/a.txt');
      expect(await world.git('log', '-1', '--format=%B', 'refs/ghost/same')).toBe(`same ${base.tree}`);
    });
  });

  it('a commit can stand on an old commit that no ref points to', async () => {
    await inWorld(async (world) => {
      const sha = await world.git('rev-parse', 'main~1');
      await world.git('update-ref', '-d', 'refs/ghost/pinned');
      const repository = world.open();
      const { pinned } = await repository.read({ base: { sha }, files: ['text.txt'] });
      const result = await repository.write({
        commits: {
          x: {
            tree: { base: pinned?.tree ?? null, changes: [write('text.txt', 'old base\n')] },
            parents: [sha],
            message: () => 'x',
          },
        },
        refs: [{ ref: 'refs/heads/ghost/x', before: null, after: { commit: 'x' } }],
      });
      expect(result.ok).toBe(true);
      expect(await world.git('rev-parse', 'refs/heads/ghost/x~1')).toBe(sha);
    });
  });
}

function describeMoves(openWorld: () => Promise<World>): void {
  let world: World;
  let repository: Repository;
  let heads: { readonly main: string; readonly other: string; readonly first: string };
  beforeAll(async () => {
    world = await openWorld();
    repository = world.open();
    heads = {
      main: await world.git('rev-parse', 'main'),
      other: await world.git('rev-parse', 'other'),
      first: await world.git('rev-parse', 'refs/ghost/pinned'),
    };
    await repository.read({
      refs: ['refs/heads/main', 'refs/heads/other', 'refs/ghost/pinned', 'refs/ghost/control'],
    });
  });
  afterAll(async () => await world.close());

  /** Moves refs with no new commits. */
  async function move(...refs: Transaction['refs']): Promise<unknown> {
    return await repository.write({ commits: {}, refs });
  }
  async function at(ref: string): Promise<string> {
    return await world.git('for-each-ref', '--format=%(objectname)', ref);
  }

  it('refs are created, moved and deleted in one step', async () => {
    await world.git('update-ref', 'refs/heads/goes', heads.main);
    await world.git('update-ref', 'refs/ghost/moves', heads.first);
    const result = await move(
      { ref: 'refs/ghost/comes', before: null, after: heads.other },
      { ref: 'refs/ghost/moves', before: heads.first, after: heads.main },
      { ref: 'refs/heads/goes', before: heads.main, after: null },
    );
    expect(result).toEqual({ ok: true, commits: {} });
    expect([await at('refs/ghost/comes'), await at('refs/ghost/moves'), await at('refs/heads/goes')]).toEqual(
      [heads.other, heads.main, ''],
    );
  });

  it('a transaction without refs moves none, and a later one moves a ref to what it made', async () => {
    await world.git('update-ref', 'refs/ghost/waits', heads.main);
    const made = await repository.write({
      commits: {
        next: {
          tree: await world.git('rev-parse', 'other^{tree}'),
          parents: [heads.main],
          message: () => 'x',
        },
      },
      refs: [],
    });
    const next = made.ok ? (made.commits['next']?.oid ?? '') : '';
    expect(await at('refs/ghost/waits')).toBe(heads.main);
    expect(await move({ ref: 'refs/ghost/waits', before: heads.main, after: next })).toMatchObject({
      ok: true,
    });
    expect(await at('refs/ghost/waits')).toBe(next);
  });

  it('one ref that is elsewhere keeps all from moving, and is named', async () => {
    await world.git('update-ref', 'refs/ghost/one', heads.first);
    const result = await move(
      { ref: 'refs/ghost/fresh', before: null, after: heads.main },
      { ref: 'refs/ghost/one', before: heads.other, after: heads.main },
    );
    expect(result).toEqual({ ok: false, moved: ['refs/ghost/one'] });
    expect([await at('refs/ghost/fresh'), await at('refs/ghost/one')]).toEqual(['', heads.first]);
  });

  it('a ref to create that exists, or to move or delete that is gone, has moved', async () => {
    await world.git('update-ref', 'refs/ghost/there', heads.first);
    expect(await move({ ref: 'refs/ghost/there', before: null, after: heads.main })).toEqual({
      ok: false,
      moved: ['refs/ghost/there'],
    });
    expect(await move({ ref: 'refs/ghost/gone', before: heads.first, after: heads.main })).toEqual({
      ok: false,
      moved: ['refs/ghost/gone'],
    });
    expect(await move({ ref: 'refs/ghost/there', before: heads.main, after: null })).toEqual({
      ok: false,
      moved: ['refs/ghost/there'],
    });
    expect([await at('refs/ghost/there'), await at('refs/ghost/gone')]).toEqual([heads.first, '']);
  });

  it('a guard that holds lets the others move', async () => {
    const control = await at('refs/ghost/control');
    const result = await move(
      { ref: 'refs/ghost/control', before: control, after: control },
      { ref: 'refs/ghost/nothing-here', before: null, after: null },
      { ref: 'refs/ghost/guarded', before: null, after: heads.main },
    );
    expect(result).toEqual({ ok: true, commits: {} });
    expect([await at('refs/ghost/control'), await at('refs/ghost/guarded')]).toEqual([control, heads.main]);
  });

  it('a ref that must not exist is a guard by itself, too', async () => {
    await world.git('update-ref', 'refs/ghost/exists', heads.first);
    expect(await move({ ref: 'refs/ghost/nowhere', before: null, after: null })).toEqual({
      ok: true,
      commits: {},
    });
    expect(await move({ ref: 'refs/ghost/exists', before: null, after: null })).toEqual({
      ok: false,
      moved: ['refs/ghost/exists'],
    });
    expect([await at('refs/ghost/nowhere'), await at('refs/ghost/exists')]).toEqual(['', heads.first]);
  });

  it('a guard that does not hold stops all, whether it moved, came or went', async () => {
    const control = await at('refs/ghost/control');
    await world.git('update-ref', 'refs/ghost/control', heads.other);
    const wanted = { ref: 'refs/ghost/stopped', before: null, after: heads.main };
    expect(await move(wanted, { ref: 'refs/ghost/control', before: control, after: control })).toEqual({
      ok: false,
      moved: ['refs/ghost/control'],
    });
    expect(await move(wanted, { ref: 'refs/ghost/control', before: null, after: null })).toEqual({
      ok: false,
      moved: ['refs/ghost/control'],
    });
    expect(await move(wanted, { ref: 'refs/ghost/absent', before: control, after: control })).toEqual({
      ok: false,
      moved: ['refs/ghost/absent'],
    });
    expect(await at('refs/ghost/stopped')).toBe('');
    await world.git('update-ref', 'refs/ghost/control', control);
  });

  it('a move that loses commits is refused, and done by force', async () => {
    await world.git('update-ref', 'refs/heads/rewound', heads.main);
    const rewind = { ref: 'refs/heads/rewound', before: heads.main, after: heads.first };
    await expect(move(rewind)).rejects.toThrow(/fast.?forward/i);
    expect(await at('refs/heads/rewound')).toBe(heads.main);
    expect(await move({ ...rewind, force: true })).toEqual({ ok: true, commits: {} });
    expect(await at('refs/heads/rewound')).toBe(heads.first);
    expect(await move({ ref: 'refs/heads/rewound', before: heads.first, after: heads.main })).toEqual({
      ok: true,
      commits: {},
    });
  });

  it('force does not skip the comparison', async () => {
    await world.git('update-ref', 'refs/heads/contested', heads.main);
    const result = await move({
      ref: 'refs/heads/contested',
      before: heads.other,
      after: heads.first,
      force: true,
    });
    expect(result).toEqual({ ok: false, moved: ['refs/heads/contested'] });
    expect(await at('refs/heads/contested')).toBe(heads.main);
  });

  it('of twenty writers that race to create one branch and record, exactly one wins', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        return await world.open().write({
          commits: {
            branch: {
              tree: { base: null, changes: [write('winner.txt', `${writer}\n`)] },
              parents: [heads.main],
              message: () => `writer ${writer}`,
            },
            record: {
              tree: { base: null, changes: [write('patch.json', `${writer}`)] },
              parents: [],
              message: () => `writer ${writer}`,
            },
          },
          refs: [
            { ref: 'refs/heads/ghost/race', before: null, after: { commit: 'branch' } },
            { ref: 'refs/ghost/patches/race', before: null, after: { commit: 'record' } },
          ],
        });
      }),
    );
    const winners = results.flatMap((result) => (result.ok ? [result.commits] : []));
    const losers = results.flatMap((result) => (result.ok ? [] : [[...result.moved].sort()]));
    expect(winners).toHaveLength(1);
    expect(losers).toEqual(
      Array.from({ length: 19 }, () => ['refs/ghost/patches/race', 'refs/heads/ghost/race']),
    );
    expect([await at('refs/heads/ghost/race'), await at('refs/ghost/patches/race')]).toEqual([
      winners[0]?.['branch']?.oid,
      winners[0]?.['record']?.oid,
    ]);
  }, 60_000);

  it('a name that is no full ref is misuse', async () => {
    for (const ref of [
      'main',
      'refs/heads/a b',
      'refs/heads/x\0delete refs/heads/main',
      'refs/../main',
      'refs/heads/*',
    ]) {
      await expect(move({ ref, before: null, after: heads.main })).rejects.toThrow('full name of a ref');
    }
  });
}

function requireBase(snapshot: Snapshot): { readonly sha: string; readonly tree: string } {
  if (snapshot.base === null) throw new Error('there is no base branch');
  return snapshot.base;
}

function textAt(state: Snapshot['base'] | undefined, path: string): string | undefined {
  const bytes = state?.entries.get(path)?.bytes;
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

function write(path: string, bytes: string | Buffer, mode: FileMode = '100644'): TreeChange {
  return { path, mode, bytes: Buffer.from(bytes) };
}

function remove(path: string): TreeChange {
  return { path, mode: '100644', bytes: null };
}

/** `diff --raw -z`, reduced to `status path`. */
function summary(raw: string): readonly string[] {
  const [...fields] = raw.split('\0');
  return fields.flatMap((field, index) =>
    field.startsWith(':') ? [`${field.at(-1)} ${fields[index + 1]}`] : [],
  );
}
