import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordRef } from '../../src/record/record.ts';
import { apply } from '../../src/stages/apply.ts';
import { CONFIG, createWorld, type World } from './world.ts';

const FILE = 'src/a.txt';
const CONFIGURED = { '.github/ghost-runner.yml': CONFIG };
const TEXT = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n';
const EDIT = { kind: 'edit', path: FILE, find: 'two', replace: 'TWO' };

let world: World;
beforeEach(() => {
  world = createWorld({ ...CONFIGURED, [FILE]: TEXT });
});
afterEach(() => {
  world.remove();
});

describe('a patch that names the commit it was written for', () => {
  test('is merged with newer changes elsewhere in its files, and the record says so', async () => {
    const head = world.commit({ [FILE]: TEXT.replace('six\n', '6\n') });
    expect(await deliver([EDIT])).toMatchObject({ kind: 'applied' });
    expect(show()).toBe('one\nTWO\nthree\nfour\nfive\n6\nseven');
    expect(world.git('rev-parse', 'ghost/fix^')).toBe(head);
    expect(world.record('fix').plan?.notes).toContain(
      `Merged with newer changes on main: ${FILE} changed there since ${world.base.slice(0, 7)}, the commit that the patch was written for`,
    );
  });

  test('conflicts with newer changes of the same lines, and everybody is shown both sides', async () => {
    world.commit({ [FILE]: TEXT.replace('two\n', 'deux\n') });
    const report = await deliver([EDIT]);
    const clash = { kind: 'lines', path: FILE, line: 2, was: ['two'], wanted: ['TWO'], now: ['deux'] };
    const outcome = { kind: 'conflict', reason: 'base_moved', paths: [FILE], clashes: [clash] };
    expect(report).toMatchObject({ kind: 'ended', outcome });
    expect(world.head('fix')).toBeNull();
    expect(world.record('fix').outcome).toEqual(outcome);
    expect(world.git('log', '-1', '--format=%b', recordRef('fix'))).toContain(
      `- ${FILE}, line 2: the patch and newer commits changed the same lines, or lines beside each other`,
    );
    expect(JSON.stringify(world.chat.posts[0]?.messages[0])).toContain('deux');
  });

  test('conflicts with a newer change beside its own, though its lines stand there still', async () => {
    world.commit({ [FILE]: TEXT.replace('three\n', 'trois\n') });
    expect(await deliver([EDIT])).toMatchObject({
      outcome: { reason: 'base_moved', clashes: [{ kind: 'lines', line: 2 }] },
    });
  });

  test('is no change when newer commits made the same one', async () => {
    world.commit({ [FILE]: TEXT.replace('two\n', 'TWO\n') });
    expect(await deliver([EDIT])).toMatchObject({ outcome: { kind: 'no_change' } });
  });

  test('conflicts where merging changes another line than its line number says', async () => {
    world.commit({ [FILE]: `p\nq\nr\ns\nfive\n${TEXT}` });
    const diff = `--- a/${FILE}\n+++ b/${FILE}\n@@ -5,1 +5,2 @@\n five\n+added\n`;
    expect(await deliver([{ kind: 'diff', diff }])).toMatchObject({
      outcome: { kind: 'conflict', clashes: [{ kind: 'two_places' }, { kind: 'two_places' }] },
    });
  });

  test('is refused when it does not fit that very commit, and is told which commit that was', async () => {
    world.commit({ [FILE]: TEXT.replace('two\n', 'zwei\n') });
    expect(await deliver([{ ...EDIT, find: 'zwei' }])).toMatchObject({
      outcome: {
        kind: 'refused',
        refusals: [
          { code: 'not_found', message: expect.stringContaining(`commit ${world.base.slice(0, 7)}`) },
        ],
      },
    });
  });

  test.each([
    [
      'deleted',
      () => world.git('rm', '-q', FILE),
      [EDIT],
      { kind: 'entry', was: 'file', wanted: 'file', now: 'absent' },
    ],
    [
      'moved',
      () => world.git('mv', FILE, 'src/b.txt'),
      [EDIT],
      { kind: 'entry', was: 'file', wanted: 'file', now: 'absent' },
    ],
    [
      'made a folder of',
      () => {
        world.git('rm', '-q', FILE);
        world.commit({ [`${FILE}/x`]: 'x\n' });
      },
      [EDIT],
      { kind: 'entry', was: 'file', wanted: 'file', now: 'directory' },
    ],
    [
      'changed',
      () => world.commit({ [FILE]: `${TEXT}eight\n` }),
      [{ kind: 'delete', path: FILE }],
      { kind: 'entry', was: 'file', wanted: 'absent', now: 'file' },
    ],
    [
      'changed before the patch moves it,',
      () => world.commit({ [FILE]: `${TEXT}eight\n` }),
      [{ kind: 'move', from: FILE, to: 'src/b.txt' }],
      { kind: 'entry', was: 'file', wanted: 'absent', now: 'file' },
    ],
    [
      'deleted before the patch moves it,',
      () => world.git('rm', '-q', FILE),
      [EDIT, { kind: 'move', from: FILE, to: 'src/b.txt' }],
      { kind: 'entry', was: 'file', wanted: 'absent', now: 'absent' },
    ],
    [
      'moved elsewhere and mended before the patch moves it,',
      () => {
        world.git('mv', FILE, 'src/c.txt');
        world.commit({ 'src/c.txt': `${TEXT}eight\n` });
      },
      [{ kind: 'move', from: FILE, to: 'src/b.txt' }],
      { kind: 'entry', was: 'file', wanted: 'absent', now: 'absent' },
    ],
  ])('conflicts with a file that newer commits %s', async (_, change, changes, clash) => {
    change();
    world.git('commit', '-q', '--allow-empty', '-m', 'newer');
    expect(await deliver(changes)).toMatchObject({
      outcome: { kind: 'conflict', reason: 'base_moved', paths: [FILE], clashes: [{ path: FILE, ...clash }] },
    });
    expect(world.head('fix')).toBeNull();
  });

  test('conflicts with another file of the same name, and with a file where it needs a folder', async () => {
    world.commit({ 'src/new.txt': 'theirs\n', docs: 'a file\n' });
    const report = await deliver([
      { kind: 'write', path: 'src/new.txt', content: 'ours\n' },
      { kind: 'write', path: 'docs/a.md', content: 'ours\n' },
    ]);
    expect(report).toMatchObject({
      outcome: {
        kind: 'conflict',
        paths: ['docs', 'src/new.txt'],
        clashes: [
          { kind: 'lines', path: 'src/new.txt', was: [], wanted: ['ours'], now: ['theirs'] },
          { kind: 'entry', path: 'docs', was: 'absent', wanted: 'directory', now: 'file' },
        ],
      },
    });
  });

  test('writes a whole file without undoing what newer commits did elsewhere in it', async () => {
    world.commit({ [FILE]: TEXT.replace('six\n', '6\n') });
    expect(
      await deliver([{ kind: 'write', path: FILE, content: TEXT.replace('two\n', 'TWO\n') }]),
    ).toMatchObject({ kind: 'applied' });
    expect(show()).toBe('one\nTWO\nthree\nfour\nfive\n6\nseven');
  });

  test('keeps the line endings that newer commits gave its file, and the mode', async () => {
    world.commit({ [FILE]: TEXT.replaceAll('\n', '\r\n') });
    world.git('update-index', '--chmod=+x', FILE);
    world.git('commit', '-qm', 'executable');
    expect(await deliver([EDIT])).toMatchObject({ kind: 'applied' });
    expect(world.git('show', `ghost/fix:${FILE}`)).toBe(
      TEXT.replace('two', 'TWO').replaceAll('\n', '\r\n').trim(),
    );
    expect(world.git('ls-tree', 'ghost/fix', FILE)).toMatch(/^100755 /);
  });

  test('moves a file beside one that changed', async () => {
    world.commit({ 'src/b.txt': 'b\n', 'src/c.txt': 'c\n' });
    const base = world.git('rev-parse', 'HEAD');
    world.commit({ 'src/c.txt': 'C\n' });
    const report = await deliver(
      [
        { kind: 'move', from: 'src/b.txt', to: 'src/d.txt' },
        { kind: 'edit', path: 'src/c.txt', find: 'c\n', replace: 'c\nd\n' },
      ],
      base,
    );
    expect(report).toMatchObject({ outcome: { paths: ['src/c.txt'] } });
    const other = await deliver(
      [
        { kind: 'move', from: 'src/b.txt', to: 'src/d.txt' },
        { kind: 'write', path: 'src/c.txt', content: 'C\n' },
      ],
      base,
    );
    expect(other).toMatchObject({
      kind: 'applied',
      changes: [{ action: 'rename', from: 'src/b.txt', path: 'src/d.txt' }],
    });
  });
});

function deliver(changes: readonly unknown[], sha = world.base) {
  const patch = { version: 1, base: { sha }, changes };
  return apply(world.context, { payload: { id: 'fix', patch }, sender: 'gpt', dryRun: false });
}

function show(): string {
  return world.git('show', `ghost/fix:${FILE}`);
}
