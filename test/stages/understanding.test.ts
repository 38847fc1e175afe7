import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import { CONTROL_REF, PATCH_FILE, recordRef } from '../../src/record/record.ts';
import { apply } from '../../src/stages/apply.ts';
import { createWorld, type World } from './world.ts';

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' };
const EXACT = { version: 1, title: 'Fix it', changes: [EDIT] };

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

const DIFF = diff(' one', '-two', '+TWO', ' three');

/** What a rule is about, in patches as models send them. */
const LOOSE = {
  repairs: [
    ['fields by other names', { title: 'Fix it', target_file: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }],
    ['words around a diff', `Here you are:\n\n${diff(' one', '-two', '+TWO', ' three')}\nRun the tests.\n`],
    ['a text that was taken for a file', { changes: [{ kind: 'text', path: 'b.md', text: '# Plan\n' }] }],
  ],
  tolerances: [
    ['other indentation', { version: 1, changes: [{ ...EDIT, find: '  two\n', replace: '  TWO\n' }] }],
    [
      'what is there already',
      '--- a/src/a.txt\n+++ b/src/a.txt\n@@ -1 +1,2 @@\n+zero\n one\n@@ -2,2 +3,2 @@\n-zwei\n+two\n three\n',
    ],
  ],
  'not-done': [
    ['a command', { ...EXACT, postMutationBuild: { shell: ['npm run build'] } }],
    ['a command in a text', `${diff(' one', '-two', '+TWO', ' three')}\n~~~bash\nnpm run build\n~~~\n`],
    ['a label that it does not get', { ...EXACT, labels: ['deploy'] }],
    ['an address to report to', { ...EXACT, callback: 'https://example.com/hook' }],
    ['a command in a text of JSON', text(JSON.stringify({ changes: [EDIT], shell: ['npm run build'] }))],
    ['a block of commands', `${DIFF}\n\`\`\`sh\nnpm run build\n\`\`\`\n`],
    ['commands behind a patch for a shell', text(`git apply <<'EOF'\n${DIFF}EOF\nnpm run build\n`)],
    ['commands on the line of a shell', text(`git apply <<'EOF' && npm run build\n${DIFF}EOF\n`)],
    [
      'the same in a diff',
      { version: 1, changes: [{ kind: 'diff', diff: `git apply <<'EOF' && npm test\n${DIFF}EOF\n` }] },
    ],
  ],
} as const;

describe.each(Object.entries(LOOSE))('the rule %s', (name, patches) => {
  describe.each(patches.map(([what, patch]) => ({ what, patch })))('$what', ({ patch }) => {
    test('passes and is told where nothing is said of it', async () => {
      expect(await deliver(patch)).toMatchObject({ kind: 'applied' });
      const { notes = [], notDone = [] } = world.record('fix').plan ?? {};
      expect([...notes, ...notDone]).not.toEqual([]);
      expect(world.record('fix')).not.toHaveProperty('approval');
    });

    test('waits for an approval', async () => {
      configure(`${name}: review`);
      expect(await deliver(patch)).toMatchObject({ kind: 'applied' });
      expect(world.record('fix')).toMatchObject({
        approval: { required: true },
        plan: { reviews: [expect.stringContaining(`policy.rules.${name} asks for a review`)] },
      });
    });

    test('is refused, and there is no branch', async () => {
      configure(`${name}: refuse`);
      expect(await deliver(patch)).toMatchObject({
        kind: 'ended',
        outcome: { kind: 'refused', refusals: [{ code: 'inexact', data: { rule: `policy.rules.${name}` } }] },
      });
      expect(world.head('fix')).toBeNull();
    });
  });
});

test('what a text asks for and nobody does is told once, as not done', async () => {
  const asked = JSON.stringify({ changes: [EDIT], shell: ['npm run build'] });
  await deliver({ ...JSON.parse(asked), changes: text(asked).changes });
  const { notes = [], notDone } = world.record('fix').plan ?? {};
  expect(notDone).toEqual(['Requested, not run: npm run build (shell)']);
  expect(notes.filter((note) => note.includes('npm run build'))).toEqual([]);
});

test.each([
  ['an edit in wire format v1', EXACT],
  ['a diff whose line numbers are wrong', diff(' one', '-two', '+TWO', ' three').replace('-1,', '-7,')],
])('%s passes the strictest rules', async (_, patch) => {
  configure('repairs: refuse, tolerances: refuse, not-done: refuse');
  expect(await deliver(patch)).toMatchObject({ kind: 'applied' });
});

describe('path-prefixes', () => {
  const AWAY = { ...EDIT, path: '/home/me/shop/src/a.txt' };
  const STRICT = 'repairs: refuse, tolerances: refuse, not-done: refuse';

  test.each([
    ['an edit', { ...EXACT, changes: [AWAY] }],
    ['a diff', diff(' one', '-two', '+TWO', ' three').replaceAll(/(?<=[ab]\/)src/g, 'shop/src')],
  ])('that the config names are no repair of %s, and are told', async (_, patch) => {
    configure(STRICT, 'path-prefixes: [/home/me/shop, shop]\n');
    expect(await deliver(patch)).toMatchObject({ kind: 'applied' });
    expect(world.record('fix').plan?.notes).toEqual([expect.stringContaining('path-prefixes')]);
  });

  test('hide nothing of how a text was read', async () => {
    const text = `Here you are:\n\n${diff(' one', '-two', '+TWO', ' three').replaceAll(/[ab]\/src/g, '/home/me/shop/src')}`;
    configure('repairs: allow', 'path-prefixes: [/home/me/shop]\n');
    expect(await deliver(text)).toMatchObject({ kind: 'applied' });
    expect(world.record('fix').plan?.notes).toHaveLength(2);
    configure(STRICT, 'path-prefixes: [/home/me/shop]\n');
    expect(await deliver(`${text}\n`)).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ data: { rule: 'policy.rules.repairs' } }] },
    });
  });
});

describe('what is told of a patch as it came', () => {
  const [[, loose]] = LOOSE['not-done'];
  const told = [expect.stringContaining('npm run build')];

  test('is told too where a pause held it, and it is sent from its record', async () => {
    control('paused');
    expect(await deliver(loose)).toMatchObject({ outcome: { kind: 'held' } });
    control('running');
    expect(await deliver(kept(), { again: true })).toMatchObject({ kind: 'applied' });
    expect(world.record('fix').plan).toMatchObject({ notDone: told });
  });

  test('is told too where its next attempt is sent from its record', async () => {
    await deliver(loose);
    expect(await deliver(kept(), { again: true, retry: true })).toMatchObject({ kind: 'applied' });
    expect(world.record('fix')).toMatchObject({ attempt: 2, plan: { notDone: told } });
  });

  test('is judged where it is sent from its record', async () => {
    configure('not-done: review');
    control('paused');
    await deliver(loose);
    control('running');
    await deliver(kept(), { again: true });
    expect(world.record('fix')).toMatchObject({ approval: { required: true } });
  });

  test('is no matter of whoever corrects it, and sends the same patch to the letter', async () => {
    configure('not-done: refuse');
    expect(await deliver(loose)).toMatchObject({ outcome: { kind: 'refused' } });
    expect(await deliver(EXACT)).toMatchObject({ kind: 'applied' });
    expect(world.record('fix')).not.toHaveProperty('reading');
  });

  test('is no matter of the next revision', async () => {
    await deliver(loose);
    await deliver({ ...EXACT, title: 'Fix it otherwise', changes: [{ ...EDIT, replace: 'zwei\n' }] });
    expect(world.record('fix').plan).not.toHaveProperty('notDone');
    expect(world.record('fix')).not.toHaveProperty('reading');
  });
});

describe('a repository that a dispatch names', () => {
  test('is refused where it is another one than that of the run', async () => {
    expect(await deliver(EXACT, { repository: 'https://github.com/acme/other' })).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused', refusals: [{ data: { named: 'acme/other', sentTo: 'acme/shop' } }] },
    });
    expect(world.head('fix')).toBeNull();
  });

  test('passes the strictest rules where it is the same', async () => {
    configure('repairs: refuse, tolerances: refuse, not-done: refuse');
    expect(await deliver(EXACT, { repo: 'Acme/Shop' })).toMatchObject({ kind: 'applied' });
  });
});
function text(whole: string) {
  return { version: 1, changes: [{ kind: 'text', text: whole }] };
}

function diff(...lines: readonly string[]): string {
  const old = lines.filter((line) => !line.startsWith('+')).length;
  const now = lines.filter((line) => !line.startsWith('-')).length;
  return `--- a/src/a.txt\n+++ b/src/a.txt\n@@ -1,${old} +1,${now} @@\n${lines.join('\n')}\n`;
}

function configure(rules: string, more = ''): void {
  world.commit({
    '.github/ghost-runner.yml': `test: {command: npm test}\npolicy: {rules: {${rules}}}\n${more}`,
  });
}

function control(state: 'paused' | 'running'): void {
  const at = '2026-01-01T11:00:00.000Z';
  const scope = { kind: 'repository' } as const;
  const switches = state === 'running' ? [] : [{ state, scope, by: 'op', at, reason: 'release' }];
  const verb = state === 'running' ? 'resume' : 'pause';
  const message = formatControl({ version: 1, switches, act: { verb, surface: 'form', by: 'op', at } });
  const commit = world.git('commit-tree', '-m', message, 'main^{tree}');
  world.git('update-ref', CONTROL_REF, commit);
}

function kept(): unknown {
  return JSON.parse(world.git('show', `${recordRef('fix')}:${PATCH_FILE}`));
}

function deliver(patch: unknown, beside: object = {}) {
  return apply(world.context, { payload: { id: 'fix', patch, ...beside }, sender: 'gpt', dryRun: false });
}
