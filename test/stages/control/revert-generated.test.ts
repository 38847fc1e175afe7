import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandReport } from '../../../src/report/command/report.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { openWorld, type World } from './world.ts';

const CONFIG = {
  test: { command: 'true' },
  commands: { index: 'ls src > index.txt', format: "sed -i 's/$/;/' src/*.txt" },
};
const CONFIG_FILE = '.github/ghost-runner.yml';

let world: World;
beforeEach(async () => {
  world = await openWorld({ config: JSON.stringify(CONFIG) });
});
afterEach(() => world.close());

const NEW_FILE = { kind: 'write', path: 'src/c.txt', content: 'c\n' };
const INDEX = { kind: 'run', command: 'index' };
const FORMAT = { kind: 'run', command: 'format' };

type Method = 'merge' | 'squash' | 'rebase' | 'push';
const METHODS: readonly Method[] = ['merge', 'squash', 'rebase', 'push'];

describe('what named commands made of a patch', () => {
  test.each(METHODS)('after a %s, it is taken back with the patch', async (method) => {
    const before = await tree('main');
    await world.deliver('both', {}, [NEW_FILE, INDEX, FORMAT]);
    const ports = await land(1, method);
    expect((await files('main')).toSorted()).toEqual(
      [CONFIG_FILE, 'index.txt', 'src/a.txt', 'src/b.txt', 'src/c.txt'].toSorted(),
    );
    expect(await revert('both', ports)).toMatchObject({ done: 'done', observed: [{ name: 'revert-both' }] });
    expect(await tree('ghost/revert-both')).toBe(before);
  });

  test.each(['merge', 'rebase'] as const)(
    'after a %s, it is taken back where there is nothing else',
    async (method) => {
      const before = await tree('main');
      await world.deliver('only', {}, [INDEX]);
      const ports = await land(1, method);
      expect(await files('main')).toContain('index.txt');
      expect(await revert('only', ports)).toMatchObject({ done: 'done' });
      expect(await tree('ghost/revert-only')).toBe(before);
    },
  );

  test.each(['squash', 'rebase'] as const)(
    'after a %s onto newer commits, those stay as they are',
    async (method) => {
      await world.deliver('both', {}, [NEW_FILE, INDEX]);
      await world.person('ada').push('main', { 'src/b.txt': 'of ada\n', 'later.txt': 'later\n' });
      const before = await tree('main');
      const ports = await land(1, method);
      expect(await revert('both', ports)).toMatchObject({ done: 'done' });
      expect(await tree('ghost/revert-both')).toBe(before);
    },
  );

  test('after a rebase that leaves out the commit without an effect, it is taken back', async () => {
    const before = await tree('main');
    await world.deliver('only', {}, [INDEX]);
    const ports = await land(1, 'rebase', { dropEmpty: true });
    expect(await tree('main^')).toBe(before);
    expect(await revert('only', ports)).toMatchObject({ done: 'done' });
    expect(await tree('ghost/revert-only')).toBe(before);
  });

  test('is taken back though a later delivery came to nothing', async () => {
    const before = await tree('main');
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    await world.deliver('both', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: '' }]);
    expect(await world.record('both')).toMatchObject({ attempt: 2, outcome: { kind: 'refused' } });
    expect(await revert('both')).toMatchObject({ done: 'done' });
    expect(await tree('ghost/revert-both')).toBe(before);
  });

  test('is taken back though a later revision was made and came to no pull request', async () => {
    const config = JSON.stringify({ ...CONFIG, 'on-test-failure': 'none' });
    await world.person('ada').push('main', { [CONFIG_FILE]: config });
    const before = await tree('main');
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    world.pipeline.tests = 'failed';
    await world.deliver('both', {}, [{ kind: 'write', path: 'other.txt', content: 'other\n' }]);
    expect(await world.record('both')).toMatchObject({ attempt: 2, outcome: { kind: 'tests_failed' } });
    world.pipeline.tests = 'passed';
    expect(await revert('both')).toMatchObject({ done: 'done' });
    expect(await tree('ghost/revert-both')).toBe(before);
  });

  test('is named in the pull request of the revert, and is gone when the patch is reverted', async () => {
    const before = await tree('main');
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    await revert('both');
    expect((await world.pull(2))?.body).toMatch(
      /Takes back the patch both, merged as [0-9a-f]{7}, with what the command index made of it/,
    );
    await land(2, 'merge');
    await watch({ ...world.context, history: null }, { now: new Date(), occasion: { event: 'schedule' } });
    expect(await world.record('both')).toMatchObject({ outcome: { kind: 'reverted' } });
    expect(await tree('main')).toBe(before);
  });

  test('is not named where it was nothing', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    await world.deliver('again', {}, [{ kind: 'write', path: 'src/b.txt', content: 'x\n' }, INDEX]);
    await land(2, 'merge');
    await revert('again');
    const { body = '' } = (await world.pull(3)) ?? {};
    expect(body).toContain('Takes back the patch again');
    expect(body).not.toContain('with what');
  });

  test('is refused with the file where the policy protects it by now', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    const config = JSON.stringify({ ...CONFIG, policy: { 'protected-paths': [{ paths: ['index.txt'] }] } });
    await world.person('ada').push('main', { [CONFIG_FILE]: config });
    const report = await revert('both');
    expect(report).toMatchObject({
      done: 'refused',
      sentence: expect.stringMatching(/^both is not taken back, .*index\.txt is protected.* by hand\.$/),
      refusals: [{ code: 'protected_path', path: 'index.txt' }],
    });
    expect(await world.refs('refs/heads/ghost/revert-both')).toEqual([]);
  });

  test('is named where later changes are in the way of taking it back', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await land(1, 'merge');
    await world.person('ada').push('main', { 'index.txt': 'of ada\n' });
    expect(await revert('both')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Later changes touched what both changed (index.txt)'),
    });
  });
});

describe('a merge that is not just that of the patch', () => {
  test('is left alone where a person committed to the branch before, and it is said that their work stays', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    await world.person('ada').push('ghost/both', { 'src/b.txt': 'of ada\n' });
    await land(1, 'merge');
    expect(await revert('both')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nothing is taken back, so revert what you do not want by hand'),
    });
  });

  test('is left alone where the base branch was moved to it with more on top', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    const ports = await moveMain(1, await commitOnBoth({ 'src/c.txt': 'of ada\n' }));
    expect(await revert('both', ports)).toMatchObject(UNCLEAR);
  });

  test('is left alone where a person changed what it merged', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    const edited = await commitOnBoth({ 'index.txt': 'of ada\n' });
    const ports = await moveMain(1, await mergeCommit({ of: edited, beside: 'ghost/both' }));
    expect(await revert('both', ports)).toMatchObject(UNCLEAR);
  });

  test('is left alone where the branch came with another merge', async () => {
    await world.deliver('both', {}, [NEW_FILE, INDEX]);
    const inner = await mergeCommit({ of: 'ghost/both', beside: 'ghost/both' });
    const ports = await moveMain(1, await mergeCommit({ of: inner, beside: inner }));
    expect(await revert('both', ports)).toMatchObject(UNCLEAR);
  });

  test('is left alone where a file had another name on the base branch by then', async () => {
    await world.deliver('both', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    await world.deliver('move', {}, [{ kind: 'move', from: 'src/a.txt', to: 'src/z.txt' }]);
    await land(2, 'merge');
    await land(1, 'squash');
    expect(await world.git('show', 'main:src/z.txt')).toContain('TWO');
    expect(await revert('both')).toMatchObject(UNCLEAR);
  });
});

const UNCLEAR = {
  done: 'refused',
  sentence: expect.stringMatching(/^The merge [0-9a-f]{7} of both does not say what there is to take back/),
};

async function revert(id: string, ports: Partial<ControlContext> = {}): Promise<CommandReport> {
  const command = { verb: 'revert', id } as const;
  const report = await execute({ ...world.context, ...ports }, { command, surface: 'cli', actor: 'rita' });
  await world.pipeline.idle();
  return report;
}

/** As a person merges it; `push` moves the base branch to its head. */
async function land(
  number: number,
  method: Method,
  { dropEmpty = false } = {},
): Promise<Partial<ControlContext>> {
  if (method === 'merge' || method === 'squash') {
    await world.person('rita').merge(number, method);
    return {};
  }
  const head = (await world.pull(number))?.head.sha ?? '';
  return moveMain(number, method === 'push' ? head : await rebase(head, dropEmpty));
}

/** What GitHub says of a pull request that was merged as this commit. */
async function moveMain(number: number, sha: string): Promise<Partial<ControlContext>> {
  await world.git('update-ref', 'refs/heads/main', sha);
  const { conversation } = world.context;
  const merge = { sha, by: 'rita', at: new Date().toISOString() };
  return {
    conversation: {
      ...conversation,
      pullRequest: async (asked) => {
        const facts = await conversation.pullRequest(asked);
        return facts !== null && asked === number ? { ...facts, state: 'merged', merge } : facts;
      },
    },
  };
}

/** Copies of a branch's commits on top of the base branch. */
async function rebase(head: string, dropEmpty: boolean): Promise<string> {
  const commits = (await world.git('rev-list', '--reverse', `main..${head}`)).trim().split('\n');
  let top = await oid('main');
  for (const commit of commits) {
    // A commit with what is on top already, beside the one that is copied: so a merge is a pick.
    const beside = await commitOf(`${top}^{tree}`, { parents: [`${commit}^`], message: 'Beside it' });
    const made = await world.git('merge-tree', '--write-tree', beside, commit);
    if (!dropEmpty || made.trim() !== (await tree(top))) {
      const message = await world.git('log', '-1', '--format=%B', commit);
      top = await commitOf(made.trim(), {
        parents: [top],
        message: `${message.trim()}\nSigned-off-by: Rita`,
      });
    }
  }
  return top;
}

async function commitOf(
  treeish: string,
  { parents, message }: { readonly parents: readonly string[]; readonly message: string },
): Promise<string> {
  const flags = parents.flatMap((parent) => ['-p', parent]);
  return (await world.git(...RITA, 'commit-tree', treeish, ...flags, '-m', message)).trim();
}

const RITA = ['-c', 'user.name=Rita', '-c', 'user.email=rita@example.com'] as const;

/** A merge commit on the base branch, with the tree of another commit. */
function mergeCommit({ of, beside }: { readonly of: string; readonly beside: string }): Promise<string> {
  return commitOf(`${of}^{tree}`, { parents: ['main', beside], message: 'Merge by hand' });
}

/** A commit of a person on top of those of the patch, which its branch does not have. */
async function commitOnBoth(changed: { readonly [path: string]: string }): Promise<string> {
  await world.git('branch', 'desk', 'ghost/both');
  return world.person('ada').push('desk', changed);
}

const oid = async (ref: string) => (await world.git('rev-parse', ref)).trim();
const tree = async (commit: string) => oid(`${commit}^{tree}`);
const files = async (commit: string) =>
  (await world.git('ls-tree', '-r', '--name-only', commit)).trim().split('\n');
