import { afterEach, describe, expect, test } from '@jest/globals';
import { formatPullRequest } from '../../src/report/pull-request.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { apply } from '../../src/stages/apply.ts';
import { CONFIG, createWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.remove());

describe('stages/apply: what is sent in other forms', () => {
  test('a payload that is itself a patch in another form is applied, and what was not done is kept and told', async () => {
    world = createWorld();
    const { report } = await deliver({
      blockId: 'mutate',
      mutations: [{ path: 'src/a.txt', contents: 'ONE\n' }],
      postMutationBuild: { shell: ['echo "![x](y)" | sh'] },
    });
    expect(report).toMatchObject({ kind: 'applied' });
    expect(world.git('show', `${world.head('mutate')}:src/a.txt`)).toBe('ONE');
    expect(world.record('mutate').plan).toMatchObject({
      notes: [expect.stringContaining('`mutations` as `changes`')],
      notDone: ['Requested, not run: echo "![x](y)" | sh (postMutationBuild)'],
    });
    for (const text of [formatPullRequest(report.view).body, formatSummary(report.view)]) {
      expect(text).toContain('Requested, not run: echo');
      expect(text).not.toContain('![x](y)');
    }
  });

  test('a record of a patch that asks for nothing besides says nothing of it', async () => {
    world = createWorld();
    await deliver({ id: 'plain', path: 'src/a.txt', find: 'two', replace: 'TWO' });
    expect(world.record('plain').plan).not.toHaveProperty('notDone');
  });

  test('a patch in a text that asks for a dry run is not applied', async () => {
    world = createWorld();
    const patch = { version: 1, dryRun: true, changes: [{ kind: 'write', path: 'x.md', content: 'x\n' }] };
    const { report } = await deliver({
      id: 'tried',
      version: 1,
      changes: [{ kind: 'text', text: `Only try it:\n\n\`\`\`json\n${JSON.stringify(patch)}\n\`\`\`\n` }],
    });
    expect(report).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ code: 'malformed', pointer: '/changes/0/text' }] },
    });
    expect(world.head('tried')).toBeNull();
  });
});

describe('stages/apply: path-prefixes', () => {
  const ABSOLUTE = '/home/me/shop/src/a.txt';

  test.each([
    ['an edit', { changes: [{ kind: 'edit', path: ABSOLUTE, find: 'two', replace: 'TWO' }] }],
    ['a dialect', { edits: [{ file: ABSOLUTE, old_string: 'two', new_string: 'TWO' }] }],
    [
      'a patch in a text format',
      {
        changes: [
          {
            kind: 'apply_patch',
            patch: `*** Begin Patch\n*** Update File: ${ABSOLUTE}\n@@\n one\n-two\n+TWO\n*** End Patch\n`,
          },
        ],
      },
    ],
    [
      'a leading folder',
      { changes: [{ kind: 'edit', path: 'shop/src/a.txt', find: 'two', replace: 'TWO' }] },
    ],
  ])(
    "%s with a path of the model's machine is put where it belongs, which is disclosed",
    async (_name, sent) => {
      world = worldWith('path-prefixes: [/home/me/shop/, shop]\n');
      const { reads } = await deliver({ id: 'prefixed', version: 1, ...sent });
      expect(world.git('show', `${world.head('prefixed')}:src/a.txt`)).toBe('one\nTWO\nthree');
      expect(world.record('prefixed').plan?.notes.join()).toContain('/home/me/shop/');
      expect(reads).toBe(2);
    },
  );

  test('a path without a prefix costs no further look', async () => {
    world = worldWith('path-prefixes: [/home/me/shop]\n');
    const { reads } = await deliver({ id: 'plain', path: 'src/a.txt', find: 'two', replace: 'TWO' });
    expect(world.record('plain').plan?.notes).toEqual([]);
    expect(reads).toBe(1);
  });

  test.each([
    ['another machine', '', '/home/me/shop/src/a.txt'],
    ['a folder beside the prefix', 'path-prefixes: [/home/me/shop]\n', '/home/me/shopping/a.txt'],
    ['a way out behind the prefix', 'path-prefixes: [/home/me/shop]\n', '/home/me/shop/../x'],
  ])('%s stays outside of the repository', async (_name, config, path) => {
    world = worldWith(config);
    const { report } = await deliver({ id: 'outside', path, content: 'x' });
    expect(report).toMatchObject({ outcome: { refusals: [{ code: 'outside_repository' }] } });
  });

  test('what lies behind a prefix is protected as ever', async () => {
    world = worldWith('path-prefixes: [/home/me/shop]\n');
    const { report } = await deliver({
      id: 'x',
      path: '/home/me/shop/.github/workflows/x.yml',
      content: 'x',
    });
    expect(report).toMatchObject({ outcome: { refusals: [{ code: 'protected_path' }] } });
  });
});

function worldWith(config: string): World {
  return createWorld({ 'src/a.txt': 'one\ntwo\nthree\n', '.github/ghost-runner.yml': CONFIG + config });
}

/** Applies a payload, and counts the looks at the repository. */
async function deliver(payload: unknown) {
  let reads = 0;
  const { repository } = world.context;
  const counted: typeof repository = {
    ...repository,
    read: (request) => {
      reads += 1;
      return repository.read(request);
    },
  };
  const report = await apply(
    { ...world.context, repository: counted },
    { payload, sender: 'gpt', dryRun: false },
  );
  return { report, reads };
}
