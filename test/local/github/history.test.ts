import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  findMergeBase,
  formatDiff,
  listChangedFiles,
  listCommits,
  listHistory,
} from '../../../src/local/github/git/diff.ts';
import { mergeTrees } from '../../../src/local/github/git/merge.ts';
import { writeCommit, writeObject, writeTree } from '../../../src/local/github/git/objects.ts';
import { runGit } from '../../../src/local/github/git/process.ts';
import { isAncestor, readRef, updateRefs, ZERO_OID } from '../../../src/local/github/git/refs.ts';
import { createStore, type GitStore } from '../../../src/local/github/git/store.ts';

/** Longer than what is looked at without git. */
const LENGTH = 50;

const PERSON = { name: 'ada', email: 'ada@example.com', date: new Date('2026-01-01T12:00:00Z') };

let directory: string;
let store: GitStore;
let line: string[];
let side: string;
let merge: string;
/** Has nothing in common with the others. */
let apart: string;
/** Two that merged the same two commits, so that they parted in two places. */
let crossed: readonly [string, string];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'history-'));
  store = await createStore(join(directory, 'shop.git'), 'main');
  line = [];
  for (let index = 0; index < LENGTH; index += 1) {
    line.push(await commit(`${index}\n`, line.slice(-1)));
  }
  side = await commit('side\n', [at(3)]);
  merge = await commit('merged\n', [at(4), side]);
  apart = await commit('apart\n', [await commit('begun\n', [])]);
  crossed = [await commit('one\n', [at(4), side]), await commit('other\n', [side, at(4)])];
});
afterAll(async () => {
  store.close();
  await rm(directory, { recursive: true });
});

async function commit(text: string, parents: readonly string[]): Promise<string> {
  const oid = await writeObject(store, 'blob', Buffer.from(text));
  const tree = await writeTree(store, [{ mode: '100644', name: 'a.txt', oid }]);
  return await writeCommit(store, { tree, parents, author: PERSON, committer: PERSON, message: text });
}

function at(index: number): string {
  return line.at(index) ?? '';
}

describe('history, whether or not git has to be asked, is as git sees it', () => {
  const pairs = () => [
    [at(0), at(1)],
    [at(0), at(-1)],
    [at(-1), at(0)],
    [at(5), at(5)],
    [at(2), side],
    [side, at(-1)],
    [side, merge],
    [at(4), merge],
    [at(0), merge],
    [merge, at(-1)],
    [merge, at(6)],
    [at(6), merge],
    [side, at(6)],
    [at(6), side],
    [side, apart],
    [apart, side],
    [merge, apart],
    [crossed[0], crossed[1]],
    [merge, crossed[0]],
  ];

  test('who comes before whom', async () => {
    for (const [one = '', other = ''] of pairs()) {
      const args = ['merge-base', '--is-ancestor', one, other];
      const { exitCode } = await runGit(store.directory, args, { accept: [1] });
      expect(await isAncestor(store, one, other)).toBe(exitCode === 0);
    }
  });

  test('where two lines parted', async () => {
    for (const [one = '', other = ''] of pairs()) {
      const { stdout } = await runGit(store.directory, ['merge-base', one, other], { accept: [1] });
      expect(await findMergeBase(store, one, other)).toBe(stdout.toString().trim() || null);
    }
  });

  test('what one has and the other has not', async () => {
    for (const [one = '', other = ''] of pairs()) {
      const { stdout } = await runGit(store.directory, ['rev-list', '--reverse', other, `^${one}`]);
      expect(await listCommits(store, one, other)).toEqual(stdout.toString().split('\n').slice(0, -1));
    }
  });

  test('all that came before', async () => {
    for (const oid of [at(0), at(5), at(-1), side, merge, apart]) {
      const { stdout } = await runGit(store.directory, ['rev-list', oid]);
      expect(await listHistory(store, oid)).toEqual(stdout.toString().split('\n').slice(0, -1));
    }
  });

  test('what a merge gives, also where one side holds the other', async () => {
    for (const [one = '', other = ''] of pairs()) {
      const args = ['merge-tree', '--write-tree', one, other];
      const { exitCode, stdout } = await runGit(store.directory, args, { accept: [1, 128] });
      expect(await mergeTrees(store, one, other)).toBe(exitCode === 0 ? stdout.toString().trim() : null);
    }
  });

  test('what differs, also where nothing does', async () => {
    expect(await formatDiff(store, at(1), at(1))).toBe('');
    expect(await formatDiff(store, at(1), at(2))).toMatch(/^diff --git [^]*\n-1\n\+2\n$/);
    expect(await listChangedFiles(store, at(1), at(2))).toMatchObject([
      { path: 'a.txt', status: 'modified', additions: 1, deletions: 1, patch: '@@ -1 +1 @@\n-1\n+2' },
    ]);
  });
});

test('a transaction of refs that git refuses leaves nothing behind, and the next one is done', async () => {
  const create = (ref: string) => ({ ref, before: ZERO_OID, after: at(0), force: false });
  expect(await updateRefs(store, [create('refs/heads/a')])).toMatchObject({ ok: true });
  expect(await updateRefs(store, [create('refs/heads/b'), create('refs/heads/a/c')])).toMatchObject({
    ok: false,
    problem: { kind: 'collision', ref: 'refs/heads/a/c' },
  });
  expect(await readRef(store, 'refs/heads/b')).toBeNull();
  expect(await updateRefs(store, [create('refs/heads/b')])).toMatchObject({ ok: true });
  const { stdout } = await runGit(store.directory, ['for-each-ref', '--format=%(refname)']);
  expect(stdout.toString()).toBe('refs/heads/a\nrefs/heads/b\n');
});
