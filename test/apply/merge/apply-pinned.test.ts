import { describe, expect, test } from '@jest/globals';
import { applyPinned } from '../../../src/apply/merge/apply-pinned.ts';
import { patchOf, type SentChange } from '../../patch/patches.ts';
import { sourceOf } from '../sources.ts';

const TEXT = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n';

describe('apply/merge/apply-pinned', () => {
  test('merges what the patch makes of the old file with the new one', () => {
    const now = TEXT.replace('six', '6');
    expect(apply(now, { kind: 'edit', path: 'a', find: 'two', replace: 'TWO' })).toBe(
      now.replace('two', 'TWO'),
    );
  });

  test('is refused by the old file, not by the new one', () => {
    expect(apply('new\n', { kind: 'edit', path: 'a', find: 'new', replace: 'x' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'not_found' }],
    });
  });

  test('a copy of its lines at their old number does not lead it astray', () => {
    // Placed anew it would go beside the copy in line 5; merged it goes where its line moved to.
    const diff = '--- a/a\n+++ b/a\n@@ -5,1 +5,2 @@\n five\n+added\n';
    expect(apply(`p\nq\nr\ns\nfive\n${TEXT}`, { kind: 'diff', diff })).toEqual({
      ok: false,
      hunks: expect.anything(),
      clashes: [
        { kind: 'two_places', path: 'a', line: 6, merged: [], placed: ['added'] },
        { kind: 'two_places', path: 'a', line: 11, merged: ['added'], placed: [] },
      ],
    });
  });

  test('a change that others made already is not made again to a copy that they added', () => {
    const now = `${TEXT.replace('two', 'TWO')}eight\ntwo\n`;
    expect(apply(now, { kind: 'edit', path: 'a', find: 'two', replace: 'TWO' })).toMatchObject({
      ok: false,
      clashes: [{ kind: 'two_places', line: 9, merged: ['two'], placed: ['TWO'] }],
    });
  });

  test('changing all places is a conflict when there are new ones', () => {
    const now = `${TEXT}eight\nsix\n`;
    expect(apply(now, { kind: 'edit', path: 'a', find: 'six', replace: '6', count: 'all' })).toMatchObject({
      ok: false,
      clashes: [{ kind: 'two_places', line: 9 }],
    });
  });

  test('a whole file is merged, and never put over what others did', () => {
    const now = TEXT.replace('six', '6');
    const content = TEXT.replace('two', 'TWO');
    expect(apply(now, { kind: 'write', path: 'a', content })).toBe(now.replace('two', 'TWO'));
  });

  test.each<[string, SentChange]>([
    ['a write', { kind: 'write', path: 'x.sh', content: 'x\n' }],
    ['a diff', { kind: 'diff', diff: '--- /dev/null\n+++ b/x.sh\n@@ -0,0 +1 @@\n+x\n' }],
    [
      'apply_patch',
      { kind: 'apply_patch', patch: '*** Begin Patch\n*** Add File: x.sh\n+x\n*** End Patch\n' },
    ],
  ])('a new file that newer commits made executable stays so, where %s says no mode', (_what, change) => {
    const script = { kind: 'file', bytes: new TextEncoder().encode('x\n'), executable: true } as const;
    const result = applyPinned(patchOf(change), { was: sourceOf({}), now: sourceOf({ 'x.sh': script }) });
    expect(result).toMatchObject({ ok: true, changes: [] });
  });
});

/** The new text of the one file, or why there is none. */
function apply(now: string, change: SentChange) {
  const result = applyPinned(patchOf(change), { was: sourceOf({ a: TEXT }), now: sourceOf({ a: now }) });
  return result.ok ? new TextDecoder().decode(result.changes[0]?.bytes ?? new Uint8Array()) : result;
}
