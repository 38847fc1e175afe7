import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { apply } from '../../src/stages/apply.ts';
import { publish } from '../../src/stages/publish.ts';
import { createWorld, type World } from './world.ts';

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

describe('a patch that a rule wants reviewed', () => {
  test('becomes a draft that says which rule, asks the reviewers, and waits for an approval', async () => {
    configure('{reviewers: [rita]}', 'reviewers: [ada]\n');
    const pull = await deliverAndPass([{ kind: 'write', path: 'yarn.lock', content: 'x\n' }]);
    expect(world.record('fix')).toMatchObject({
      plan: {
        reviews: ['policy.rules.lockfiles asks for a review of yarn.lock.'],
        reviewers: ['ada', 'rita'],
      },
      approval: { required: true },
    });
    expect(pull).toMatchObject({ draft: true, labels: ['ghost:needs-approval'] });
    expect(pull.body).toContain(
      '## Why it waits for an approval\n\n- policy.rules.lockfiles asks for a review',
    );
  });

  test('is ready at once when the config allows it', async () => {
    configure('{reviewers: [rita], rules: {lockfiles: allow}}');
    const pull = await deliverAndPass([{ kind: 'write', path: 'yarn.lock', content: 'x\n' }]);
    expect(pull).toMatchObject({ draft: false, labels: [] });
    expect(world.record('fix').plan).toMatchObject({ reviewers: [] });
    expect(world.record('fix')).not.toHaveProperty('approval');
  });

  test.each([
    [
      'a file that becomes executable',
      [{ kind: 'write', path: 'run.sh', content: 'x\n', executable: true }],
      '{}',
    ],
    [
      'a path that is not among the allowed ones',
      [EDIT],
      '{allowed-paths: {paths: [lib/**], otherwise: review}}',
    ],
    ['more lines than the limit', [EDIT], '{limits: {changed-lines: {at-most: 1, otherwise: review}}}'],
    ['a path of its own', [EDIT], '{protected-paths: [{paths: ["src/*.txt"], outcome: review}]}'],
  ])('%s', async (_, changes, policy) => {
    configure(policy);
    expect(await deliver(changes)).toMatchObject({
      kind: 'applied',
      view: { record: { approval: { required: true }, plan: { reviews: [expect.any(String)] } } },
    });
  });
});

describe('labels that a patch asks for', () => {
  test('are set where the config names them, and left out with a sentence where it does not', async () => {
    configure('{}', 'labels: [ghost]\npatch-labels: [Docs]\n');
    const patch = { version: 1, title: 'Fix it', changes: [EDIT], labels: ['docs', 'automerge'] };
    await apply(world.context, { payload: { id: 'fix', patch }, sender: 'gpt', dryRun: false });
    expect(world.record('fix').plan).toMatchObject({
      labels: ['ghost', 'docs'],
      notDone: ['Labels were left out that patch-labels does not name: automerge'],
    });
  });
});

describe('a patch that a rule refuses', () => {
  const collisions = 'policy.rules.case-collisions';
  test.each([
    { what: 'a workflow', changes: [write('.github/workflows/x.yml')], rule: 'policy.rules.workflows' },
    {
      what: 'its own config',
      changes: [write('.github/ghost-runner.yml')],
      policy: '{rules: {github-folder: allow, workflows: allow}}',
      rule: 'own-config',
    },
    { what: 'agents', changes: [write('docs/AGENTS.md')], rule: 'policy.rules.agent-instructions' },
    { what: 'a hook', changes: [write('.husky/pre-commit')], rule: 'policy.rules.hooks' },
    { what: 'another spelling of a file', changes: [write('src/A.txt')], rule: collisions },
    { what: 'another spelling of a folder', changes: [write('SRC/b.txt')], rule: collisions },
    {
      what: 'a path elsewhere',
      changes: [EDIT],
      policy: '{allowed-paths: {paths: [lib/**]}}',
      rule: 'policy.allowed-paths',
    },
    {
      what: 'too many lines',
      changes: [EDIT],
      policy: '{limits: {changed-lines: {at-most: 1}}}',
      rule: 'policy.limits.changed-lines',
    },
    {
      what: 'too large a file',
      changes: [EDIT],
      policy: '{limits: {file-bytes: {at-most: 3}}}',
      rule: 'policy.limits.file-bytes',
    },
    {
      what: 'too many files',
      changes: [EDIT, write('b')],
      policy: '{limits: {files: {at-most: 1}}}',
      rule: 'policy.limits.files',
    },
  ])('$what: there is no branch, and the rule is named', async ({ changes, policy = '{}', rule }) => {
    configure(policy);
    expect(await deliver(changes)).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused', refusals: [{ data: { rule } }] },
    });
    expect(world.head('fix')).toBeNull();
  });

  test('a workflow is granted by its own name and by no glob', async () => {
    configure('{allowed-paths: {paths: ["**"]}, rules: {github-folder: allow}}');
    expect(await deliver([write('.github/workflows/x.yml')])).toMatchObject({ outcome: { kind: 'refused' } });
    configure('{rules: {workflows: allow}}');
    expect(await deliver([write('.github/workflows/x.yml')])).toMatchObject({ kind: 'applied' });
  });
});

describe('a patch whose tests fail', () => {
  test('is a draft unless told otherwise', async () => {
    const { outcome } = await deliverAndTest([EDIT], 'failed');
    expect(outcome).toMatchObject({ kind: 'tests_failed', pullRequest: { number: 1 } });
    expect(world.forge.pulls).toMatchObject([{ draft: true }]);
  });

  test('gets no pull request where the config wants none, and its branch goes', async () => {
    configure('{}', 'on-test-failure: none\n');
    const { outcome } = await deliverAndTest([EDIT], 'failed');
    expect(outcome).toEqual({ kind: 'tests_failed', tests: expect.objectContaining({ verdict: 'failed' }) });
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBeNull();
    expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'tests_failed' } });
    expect(world.forge.statuses.at(-1)).toMatchObject({ state: 'failure' });
  });

  test('says so in the pull request that shows an earlier revision', async () => {
    configure('{}', 'on-test-failure: none\n');
    await deliverAndTest([EDIT], 'passed');
    const { outcome } = await deliverAndTest([{ ...EDIT, replace: 'zwei' }], 'failed');
    expect(outcome).toMatchObject({ kind: 'tests_failed', pullRequest: { number: 1 } });
    expect(world.forge.pulls).toMatchObject([{ draft: true, state: 'open' }]);
  });
});

function configure(policy: string, more = ''): void {
  world.commit({ '.github/ghost-runner.yml': `test: {command: npm test}\npolicy: ${policy}\n${more}` });
}

function write(path: string) {
  return { kind: 'write', path, content: 'x\n' };
}

function deliver(changes: readonly object[]) {
  const payload = { id: 'fix', patch: { version: 1, title: 'Fix it', changes } };
  return apply(world.context, { payload, sender: 'gpt', dryRun: false });
}

async function deliverAndTest(changes: readonly object[], verdict: 'passed' | 'failed') {
  const report = await deliver(changes);
  if (report.kind !== 'applied') {
    throw new Error(`the patch was not applied: ${JSON.stringify(report)}`);
  }
  const { handover } = report;
  const tests = {
    verdict,
    sha: handover.head,
    command: 'npm test',
    exitCode: verdict === 'passed' ? 0 : 1,
    seconds: 1,
    failingLines: [],
    tail: '',
    outputBytes: 0,
  };
  const result = verdict === 'passed' ? 'success' : 'failure';
  return publish(world.context, handover, { result, report: JSON.stringify(tests) });
}

async function deliverAndPass(changes: readonly object[]) {
  await deliverAndTest(changes, 'passed');
  const [pull] = world.forge.pulls;
  if (pull === undefined) {
    throw new Error('there is no pull request');
  }
  return pull;
}
