import { describe, expect, test } from '@jest/globals';
import { type Files, mergeChanges } from '../../../src/apply/merge/merge-changes.ts';
import type { FileChange, SourceEntry } from '../../../src/apply/tree.ts';

const file = (text: string, executable = false): SourceEntry & { readonly kind: 'file' } => ({
  kind: 'file',
  bytes: new TextEncoder().encode(text),
  executable,
});
const files = (entries: { readonly [path: string]: string | SourceEntry }): Files =>
  new Map(
    Object.entries(entries).map(([path, entry]) => [path, typeof entry === 'string' ? file(entry) : entry]),
  );
const modify = (path: string, text: string, executable = false): FileChange => ({
  path,
  action: 'modify',
  bytes: file(text).bytes,
  executable,
});
const move = (from: string, path: string, text: string): FileChange => ({
  path,
  action: 'rename',
  from,
  bytes: file(text).bytes,
  executable: false,
});

describe('apply/merge/merge-changes', () => {
  test('changes of files that stayed as they were come through as they are', () => {
    const was = files({ a: '1\n', b: '2\n' });
    const changes = [modify('a', '1!\n'), move('b', 'c', '2\n')];
    expect(mergeChanges(changes, { was, now: was })).toEqual({ ok: true, changes });
  });

  test('a file that both sides changed alike is no change any more', () => {
    const was = files({ a: '1\n' });
    expect(mergeChanges([modify('a', '2\n')], { was, now: files({ a: '2\n' }) })).toEqual({
      ok: true,
      changes: [],
    });
  });

  test('a mode and lines that different sides changed are both kept', () => {
    const was = files({ a: '1\n2\n3\n' });
    const now = files({ a: file('1\n2\nIII\n', true) });
    expect(mergeChanges([modify('a', 'I\n2\n3\n')], { was, now })).toEqual({
      ok: true,
      changes: [modify('a', 'I\n2\nIII\n', true)],
    });
  });

  test('a move of which the new file is there already takes the old one away, and one that was made is no change', () => {
    const was = files({ a: '1\n' });
    expect(mergeChanges([move('a', 'b', '1\n')], { was, now: files({ a: '1\n', b: '1\n' }) })).toMatchObject({
      ok: true,
      changes: [{ path: 'a', action: 'delete', bytes: null }],
    });
    expect(mergeChanges([move('a', 'b', '2\n')], { was, now: files({ b: '2\n' }) })).toEqual({
      ok: true,
      changes: [],
    });
  });

  test.each([
    ['a move', '1\n'],
    ['a move with a change', '2\n'],
  ])('%s does not bring back what newer commits deleted', (_, text) => {
    const was = files({ a: '1\n', c: '3\n' });
    const changes = [move('a', 'b', text), modify('c', '4\n')];
    expect(mergeChanges(changes, { was, now: files({ c: '3\n' }) })).toEqual({
      ok: false,
      clashes: [{ kind: 'entry', path: 'a', was: 'file', wanted: 'absent', now: 'absent' }],
    });
  });

  test('bytes that both sides changed and that are no text are a clash of files', () => {
    const was = files({ a: '\0' });
    expect(mergeChanges([modify('a', '\0x')], { was, now: files({ a: '\0y' }) })).toEqual({
      ok: false,
      clashes: [{ kind: 'entry', path: 'a', was: 'file', wanted: 'file', now: 'file' }],
    });
  });

  test('a new symbolic link above a new file is in its way', () => {
    const now = files({ d: { kind: 'symlink', target: '/etc' } });
    const change: FileChange = { ...modify('d/x', '1\n'), action: 'create' };
    expect(mergeChanges([change], { was: files({}), now })).toEqual({
      ok: false,
      clashes: [{ kind: 'entry', path: 'd', was: 'absent', wanted: 'directory', now: 'symlink' }],
    });
  });

  test('a clash of long texts keeps their beginnings, and says so', () => {
    const long = (text: string) => `${text.repeat(500)}\n`.repeat(500);
    const result = mergeChanges([modify('a', long('b'))], {
      was: files({ a: long('a') }),
      now: files({ a: long('c') }),
    });
    expect(result).toMatchObject({ ok: false, clashes: [{ kind: 'lines', line: 1, cut: true }] });
    expect(JSON.stringify(result).length).toBeLessThan(15_000);
  });
});
