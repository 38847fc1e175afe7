import { describe, expect, test } from '@jest/globals';
import { touchedPaths } from '../../src/apply/touched-paths.ts';
import { MAX_GROWN_BYTES } from '../../src/patch/limits.ts';
import type { Change } from '../../src/patch/schema.ts';
import { patchOf, type SentChange } from '../patch/patches.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const script = { kind: 'file', bytes: new TextEncoder().encode('a\n'), executable: true } as const;

describe('apply/touchedPaths', () => {
  test('all ends of all changes are touched, each once', () => {
    const diff =
      '--- a/z\n+++ b/z\n@@ -1 +1 @@\n-a\n+b\ndiff --git a/r1 b/r2\nsimilarity index 100%\nrename from r1\nrename to r2\n';
    const patch = patchOf(
      { kind: 'move', from: 'm1', to: 'm2' },
      { kind: 'delete', path: 'm2' },
      { kind: 'diff', diff },
      { kind: 'write', path: 'b/c', content: '' },
    );
    expect(touchedPaths(patch)).toMatchObject({ ok: true, paths: ['b/c', 'm1', 'm2', 'r1', 'r2', 'z'] });
  });

  test('bad paths and bad texts are refused with pointers, all at once', () => {
    const patch = patchOf(
      { kind: 'edit', path: '../x', find: 'a', replace: 'b' },
      { kind: 'move', from: 'ok', to: '/etc/x' },
      { kind: 'diff', diff: 'nonsense' },
      { kind: 'diff', diff: '--- a/.git/config\n+++ b/.git/config\n@@ -1 +1 @@\n-a\n+b\n' },
      { kind: 'blocks', text: 'x\n' },
      { kind: 'apply_patch', patch: '' },
    );
    const touched = touchedPaths(patch);
    expect(
      touched.ok ? [] : touched.refusals.map(({ code, pointer }) => `${code} ${pointer}`).sort(),
    ).toEqual([
      'malformed /changes/2/diff',
      'malformed /changes/4/text',
      'malformed /changes/5/patch',
      'outside_repository /changes/0/path',
      'outside_repository /changes/1/to',
      'outside_repository /changes/3/diff',
    ]);
  });

  test('paths at which a file may be made are told from those that must be there', () => {
    const patch = patchOf(
      { kind: 'move', from: 'm1', to: 'm2' },
      { kind: 'delete', path: 'd' },
      { kind: 'edit', path: 'e', find: 'a', replace: 'b' },
      {
        kind: 'diff',
        diff: '--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+a\n--- a/z\n+++ b/z\n@@ -1 +1 @@\n-a\n+b\n',
      },
      { kind: 'write', path: 'w', content: '' },
    );
    expect(touchedPaths(patch)).toMatchObject({ ok: true, newPaths: ['m2', 'n', 'w'] });
  });

  test('too many folders are refused, because each costs a look', () => {
    const deep = (levels: number) => ({ kind: 'delete' as const, path: `${'a/'.repeat(levels)}f` });
    expect(touchedPaths(patchOf(deep(400)))).toMatchObject({ ok: true });
    expect(touchedPaths(patchOf(deep(401)))).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { folders: 401, limit: 400 } }],
    });
  });

  test('the folders of a path that is too long are not even counted, which takes minutes for so many', () => {
    const deep = { kind: 'delete' as const, path: `${'a/'.repeat(2_000)}f` };
    expect(touchedPaths(patchOf(deep))).toMatchObject({
      ok: false,
      refusals: [{ code: 'outside_repository' }],
    });
  });

  test('paths that are too long together are refused, because a record names them all', () => {
    const long = (bytes: number) => ({
      kind: 'delete' as const,
      path: `${'ä'.repeat(50)}/${'ä'.repeat(bytes / 2 - 54)}${bytes}`,
    });
    const most = Array.from({ length: 40 }, (_, index) => long(202 + 2 * index));
    expect(touchedPaths(patchOf(...most))).toMatchObject({ ok: true });
    expect(
      touchedPaths(patchOf(...most, ...most.map(({ path, kind }) => ({ kind, path: `b/${path}` })))),
    ).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { limit: 16_000 } }],
    });
  });

  test('too many files and too many hunks are refused', () => {
    const files = Array.from({ length: 101 }, (_, index) => ({ kind: 'delete' as const, path: `f${index}` }));
    expect(touchedPaths(patchOf(...files))).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { files: 101, limit: 100 } }],
    });
    const diff = `--- a/x\n+++ b/x\n${'@@ -1 +1 @@\n-a\n+b\n'.repeat(5001)}`;
    expect(touchedPaths(patchOf({ kind: 'diff', diff }))).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { limit: 5000 } }],
    });
  });
});

describe('apply/applyPatch', () => {
  test('changes are made in order, each on what the one before left', () => {
    const result = apply(
      { 'a.txt': 'one\ntwo\n' },
      { kind: 'edit', path: 'a.txt', find: 'one', replace: 'uno' },
      { kind: 'edit', path: 'a.txt', find: 'uno\ntwo', replace: 'uno\ndos' },
      { kind: 'move', from: 'a.txt', to: 'b/c.txt' },
      { kind: 'diff', diff: '--- a/b/c.txt\n+++ b/b/c.txt\n@@ -1,2 +1,3 @@\n uno\n dos\n+tres\n' },
      { kind: 'regex', path: 'b/c.txt', pattern: '^tr(.)s$', flags: 'm', replacement: 'TR$1S' },
    );
    expect(textsOf(result)).toEqual({ 'a.txt': null, 'b/c.txt': 'uno\ndos\nTReS\n' });
    expect(result).toMatchObject({ changes: [{ action: 'rename', from: 'a.txt', path: 'b/c.txt' }] });
    expect(result.hunks.map(({ change, hunk, at, status }) => [change, hunk, at, status])).toEqual([
      [0, 1, 1, 'applied'],
      [1, 1, 1, 'applied'],
      [3, 1, 1, 'applied'],
      [4, 1, 3, 'applied'],
    ]);
  });

  test('one refusal refuses all, and every refusal is told', () => {
    const result = apply(
      { a: 'x\nx\n', b: 'b\n' },
      { kind: 'edit', path: 'b', find: 'b', replace: 'c' },
      { kind: 'edit', path: 'a', find: 'x', replace: 'y' },
      { kind: 'edit', path: 'a', find: 'z', replace: 'y' },
      { kind: 'delete', path: 'c' },
      { kind: 'move', from: 'a', to: 'b' },
    );
    expect(result.ok).toBe(false);
    expect(refusalsOf(result)).toMatchObject([
      { code: 'ambiguous', path: 'a', pointer: '/changes/1/find', data: { lines: [1, 2], total: 2 } },
      { code: 'not_found', path: 'a', pointer: '/changes/2/find' },
      { code: 'not_found', path: 'c', pointer: '/changes/3/path' },
      { code: 'already_exists', path: 'b', pointer: '/changes/4/to' },
    ]);
    expect(result.hunks.map(({ status }) => status)).toEqual(['applied', 'refused', 'refused']);
  });

  test('what ends as it began is no change', () => {
    const result = apply(
      { a: 'x\n', b: 'b\n' },
      { kind: 'edit', path: 'a', find: 'x', replace: 'y' },
      { kind: 'edit', path: 'a', find: 'y', replace: 'x' },
      { kind: 'write', path: 'b', content: 'b\n' },
      { kind: 'write', path: 'c', content: 'c\n' },
      { kind: 'delete', path: 'c' },
      { kind: 'move', from: 'a', to: 'd' },
      { kind: 'move', from: 'd', to: 'a' },
    );
    expect(result).toMatchObject({ ok: true, changes: [] });
  });

  test('changes come sorted by path', () => {
    const result = apply(
      { m: 'm\n' },
      { kind: 'write', path: 'z', content: '' },
      { kind: 'delete', path: 'm' },
      { kind: 'write', path: 'a', content: '' },
    );
    expect(result.ok && result.changes.map(({ action, path }) => [action, path])).toEqual([
      ['create', 'a'],
      ['delete', 'm'],
      ['create', 'z'],
    ]);
  });

  test.each<[string, readonly SentChange[]]>([
    [
      'a write',
      [
        { kind: 'delete', path: 'run.sh' },
        { kind: 'write', path: 'run.sh', content: 'b\n' },
      ],
    ],
    [
      'apply_patch',
      [
        {
          kind: 'apply_patch',
          patch: '*** Begin Patch\n*** Delete File: run.sh\n*** Add File: run.sh\n+b\n*** End Patch\n',
        },
      ],
    ],
  ])('a script that is deleted and made anew stays executable, where %s says no mode', (_what, changes) => {
    const result = apply({ 'run.sh': script }, ...changes);
    expect(result).toMatchObject({ ok: true, changes: [{ path: 'run.sh', executable: true }] });
  });

  describe('write', () => {
    test('creates and replaces bytes as they are sent', () => {
      const result = apply(
        { old: 'a\r\n' },
        { kind: 'write', path: 'old', content: 'b\n' },
        { kind: 'write', path: 'new', content: 'AP8=', encoding: 'base64', executable: true },
      );
      expect(result.ok && result.changes).toEqual([
        { path: 'new', action: 'create', bytes: new Uint8Array([0, 255]), executable: true },
        { path: 'old', action: 'modify', bytes: new TextEncoder().encode('b\n'), executable: false },
      ]);
    });

    test('keeps the executable bit unless it says otherwise', () => {
      const files = { a: script, b: script };
      const result = apply(
        files,
        { kind: 'write', path: 'a', content: 'x' },
        { kind: 'write', path: 'b', content: 'a\n', executable: false },
      );
      expect(result).toMatchObject({
        changes: [
          { path: 'a', executable: true },
          { path: 'b', action: 'modify', executable: false },
        ],
      });
    });

    test('replaces a binary file', () => {
      expect(
        textsOf(apply({ a: new Uint8Array([0, 255]) }, { kind: 'write', path: 'a', content: 'x' })),
      ).toEqual({ a: 'x' });
    });
  });

  describe('move and delete', () => {
    test('keep bytes and mode', () => {
      const files = { a: { ...script, bytes: new Uint8Array([255, 0]) }, b: 'b' };
      const result = apply(files, { kind: 'move', from: 'a', to: 'c' }, { kind: 'delete', path: 'b' });
      expect(result.ok && result.changes).toEqual([
        { path: 'b', action: 'delete', bytes: null, executable: false },
        { path: 'c', action: 'rename', from: 'a', bytes: new Uint8Array([255, 0]), executable: true },
      ]);
    });

    test('a file that replaces a deleted one is a modification', () => {
      const result = apply(
        { a: 'a\n', b: 'b\n' },
        { kind: 'delete', path: 'b' },
        { kind: 'move', from: 'a', to: 'b' },
      );
      expect(result).toMatchObject({
        changes: [
          { path: 'a', action: 'delete' },
          { path: 'b', action: 'modify' },
        ],
      });
    });

    test('files can change places', () => {
      const result = apply(
        { a: 'a\n', b: 'b\n' },
        { kind: 'move', from: 'a', to: 't' },
        { kind: 'move', from: 'b', to: 'a' },
        { kind: 'move', from: 't', to: 'b' },
      );
      expect(textsOf(result)).toEqual({ a: 'b\n', b: 'a\n' });
    });

    test('a file can become a folder of its own name, and one that was moved away can be made anew', () => {
      expect(textsOf(apply({ a: 'a\n' }, { kind: 'move', from: 'a', to: 'a/b' }))).toEqual({
        a: null,
        'a/b': 'a\n',
      });
      const result = apply(
        { a: 'a\n' },
        { kind: 'move', from: 'a', to: 'b' },
        { kind: 'write', path: 'a', content: 'new' },
      );
      expect(textsOf(result)).toEqual({ a: 'new', b: 'a\n' });
    });

    test('a file can be moved twice', () => {
      const result = apply(
        { a: 'a\n' },
        { kind: 'move', from: 'a', to: 'b' },
        { kind: 'move', from: 'b', to: 'c' },
      );
      expect(result).toMatchObject({ changes: [{ action: 'rename', from: 'a', path: 'c' }] });
    });

    test('a file that stays where it is can not be moved', () => {
      expect(refusalsOf(apply({ a: 'a\n' }, { kind: 'move', from: 'a', to: 'a' }))).toMatchObject([
        { code: 'already_exists' },
      ]);
    });
  });

  describe('what is not a text file', () => {
    const files = {
      link: { kind: 'symlink', target: '/etc' },
      module: { kind: 'submodule' },
      'folder/file': 'x\n',
      binary: new Uint8Array([120, 0]),
      latin1: new Uint8Array([0xe9]),
      utf16: new Uint8Array([0xff, 0xfe, 0x78, 0x00]),
    } as const;

    test.each(['link', 'module', 'folder', 'binary', 'latin1', 'utf16'])('%s is not edited', (path) => {
      for (const change of [
        { kind: 'edit', path, find: 'x', replace: 'y' },
        { kind: 'regex', path, pattern: 'x', replacement: 'y' },
        { kind: 'diff', diff: `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-x\n+y\n` },
        { kind: 'blocks', text: `${path}\n<<<<<<< SEARCH\nx\n=======\ny\n>>>>>>> REPLACE` },
      ] as const) {
        expect(refusalsOf(apply(files, change))).toMatchObject([{ code: 'not_a_text_file', path }]);
      }
    });

    test.each(['link', 'module', 'folder'])('%s is neither written nor deleted nor moved', (path) => {
      for (const change of [
        { kind: 'write', path, content: 'x' },
        { kind: 'delete', path },
        { kind: 'move', from: path, to: 'new' },
        { kind: 'move', from: 'folder/file', to: path },
      ] as const) {
        expect(refusalsOf(apply(files, change))).toMatchObject([{ code: 'not_a_text_file', path }]);
      }
    });

    test.each([
      ['link/x', 'outside_repository'],
      ['link/deep/x', 'outside_repository'],
      ['module/x', 'outside_repository'],
      ['binary/x', 'already_exists'],
    ])('nothing is made at %s', (path, code) => {
      expect(refusalsOf(apply(files, { kind: 'write', path, content: 'x' }))).toMatchObject([{ code, path }]);
    });

    test('a folder that the patch itself makes is no place for a file', () => {
      const result = apply(
        {},
        { kind: 'write', path: 'a/b', content: 'x' },
        { kind: 'write', path: 'a', content: 'x' },
      );
      expect(refusalsOf(result)).toMatchObject([{ code: 'not_a_text_file', path: 'a' }]);
    });

    test('a file that the patch deletes gives way to a folder', () => {
      expect(
        textsOf(
          apply({ a: 'x' }, { kind: 'delete', path: 'a' }, { kind: 'write', path: 'a/b', content: 'y' }),
        ),
      ).toEqual({ a: null, 'a/b': 'y' });
    });
  });

  test('a missing file is refused with files of a similar name', () => {
    const files = { 'src/login.ts': 'x\n', 'docs/readme.md': '' };
    const result = apply(files, { kind: 'edit', path: 'src/logn.ts', find: 'x', replace: 'y' });
    expect(refusalsOf(result)).toMatchObject([
      { code: 'not_found', path: 'src/logn.ts', data: { similar: ['src/login.ts'] } },
    ]);
  });

  test('files that nobody has read are refused with their size and what they are too large for, and may go', () => {
    const unread = (size: number) =>
      ({ kind: 'unread', oid: '1'.repeat(40), size, executable: true }) as const;
    const files = { huge: unread(6_000_000), 'one.png': unread(4_000_000) };
    const on = (...changes: readonly SentChange[]) => apply(files, ...changes);
    expect(refusalsOf(on({ kind: 'move', from: 'huge', to: 'b' }))).toMatchObject([
      { code: 'too_large', path: 'huge', data: { bytes: 6_000_000, limit: 5 * 1024 * 1024 } },
    ]);
    expect(refusalsOf(on({ kind: 'edit', path: 'one.png', find: 'x', replace: '' }))).toMatchObject([
      { code: 'too_large', path: 'one.png', data: { bytes: 4_000_000, limit: 32 * 1024 * 1024 } },
    ]);
    expect(refusalsOf(on({ kind: 'write', path: 'one.png/a', content: '' }))).toMatchObject([
      { code: 'already_exists' },
    ]);
    const again = { kind: 'write', path: 'huge', content: 'small' } as const;
    expect(on({ kind: 'delete', path: 'one.png' }, { kind: 'delete', path: 'huge' }, again)).toMatchObject({
      ok: true,
      changes: [
        { path: 'huge', action: 'modify' },
        { path: 'one.png', action: 'delete', executable: true },
      ],
    });
  });

  test('files that are or become too large are refused', () => {
    const large = new Uint8Array(5 * 1024 * 1024 + 1).fill(120);
    expect(
      refusalsOf(apply({ a: large }, { kind: 'edit', path: 'a', find: 'y', replace: '' })),
    ).toMatchObject([{ code: 'too_large', path: 'a' }]);
    expect(refusalsOf(apply({ a: large }, { kind: 'move', from: 'a', to: 'b' }))).toMatchObject([
      { code: 'too_large', path: 'b' },
    ]);
    const many = apply(
      { a: 'x'.repeat(100_000) },
      { kind: 'edit', path: 'a', find: 'x', replace: 'y'.repeat(1000), count: 'all' },
    );
    expect(refusalsOf(many)).toMatchObject([{ code: 'too_large', pointer: '/changes/0/replace' }]);
  });

  test.each([
    ['letters of three bytes', { find: '漢', replace: '漢'.repeat(700), by: 3 * 699 }],
    ['line ends of two bytes', { find: '\r\n', replace: '\n'.repeat(1050), by: 2 * 1049 }],
  ])('files that grow together are refused by their bytes, and not by their characters: %s', (_, grown) => {
    const { find, replace, by } = grown;
    const files = (times: number) =>
      Object.fromEntries(['a', 'b', 'c'].map((path) => [path, find.repeat(times)]));
    const edits = ['a', 'b', 'c'].map(
      (path): Change => ({ kind: 'edit', path, find, replace, count: 'all' }),
    );
    const most = Math.floor(MAX_GROWN_BYTES / 3 / by);
    expect(apply(files(most), ...edits)).toMatchObject({ ok: true });
    expect(refusalsOf(apply(files(most + 1), ...edits))).toMatchObject([
      { code: 'too_large', pointer: '/changes', data: { limit: MAX_GROWN_BYTES } },
    ]);
  });

  test('a file of many bytes that is only touched leaves no room for others to grow into', () => {
    const files = { a: `x${'漢'.repeat(1_000_000)}`, b: 'b'.repeat(1500), c: 'c'.repeat(1500) };
    const grow = (path: string): Change => ({
      kind: 'edit',
      path,
      find: path,
      replace: 'y'.repeat(2200),
      count: 'all',
    });
    const touch: Change = { kind: 'edit', path: 'a', find: 'x', replace: 'y', count: 1 };
    expect(refusalsOf(apply(files, touch, grow('b'), grow('c')))).toMatchObject([
      { code: 'too_large', pointer: '/changes' },
    ]);
  });
});
