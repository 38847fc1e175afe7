import { describe, expect, test } from '@jest/globals';
import { examineOwnWorkflows } from '../../../src/cli/doctor/own-workflows.ts';
import { ACTION, workflowFiles } from '../../../src/cli/init/workflow-files.ts';

const FILES = workflowFiles({ action: ACTION, steps: [], ciNames: ['CI'] });
const RUNNER = '.github/workflows/ghost-runner.yml';
const COMMAND = '.github/workflows/ghost-command.yml';
const WATCH = '.github/workflows/ghost-watch.yml';
const WATCHED = '    types: [closed, reopened, synchronize]\n';

/** What is wrong with our workflows, where one is other than as it comes. */
function problems(path: string, change: (text: string) => string): readonly string[] {
  const text = change(FILES.get(path) ?? '');
  expect(text).not.toBe(FILES.get(path));
  return examineOwnWorkflows({
    workflows: new Map([...FILES, [path, text]]),
    workflowStates: { told: true, value: new Map() },
    defaultBranch: 'main',
  }).flatMap(({ state, says }) => (state === 'well' ? [] : [`${state}: ${says}`]));
}

const TESTS = '      - name: Run the tests\n';

describe('doctor, of our own workflows', () => {
  test.each<[string, (text: string) => string]>([
    [
      'a step that is not as deep as the others',
      (text) => text.replace(TESTS, `     - run: npm ci\n${TESTS}`),
    ],
    ['a tab', (text) => text.replace(TESTS, `      - run: |\n\tnpm ci\n${TESTS}`)],
    ['left-over merge marks', (text) => text.replace(TESTS, `<<<<<<< HEAD\n=======\n>>>>>>> b\n${TESTS}`)],
    ['nothing in it', () => '\n'],
    ['no jobs', (text) => text.slice(0, text.indexOf('\njobs:'))],
  ])('one with %s is said to run nothing', (_, change) => {
    expect(problems(RUNNER, change)).toEqual([
      `missing: ${RUNNER} can't be read, so that GitHub runs nothing of it: it is not YAML with events and jobs.`,
    ]);
  });

  test.each<[string, string, (text: string) => string]>([
    [
      'no repository_dispatch among its events',
      RUNNER,
      (text) => text.replace(/ {2}repository_dispatch:\n {4}types: .*\n/, ''),
    ],
    [
      'no "ghost-patch" among the types of repository_dispatch',
      RUNNER,
      (text) => text.replace('types: [ghost-patch]', 'types: [ghost_patch]'),
    ],
    [
      'no job that runs the Action with "stage: test"',
      RUNNER,
      (text) => text.replace(/ {6}- name: Run the tests[\s\S]*?\n\n/, '      - run: npm test\n\n'),
    ],
    [
      'no job that runs the Action with "stage: publish"',
      RUNNER,
      (text) => text.replace(/ {2}publish:\n[\s\S]*$/, ''),
    ],
    [
      'no job that runs the Action with "stage: apply"',
      RUNNER,
      (text) => text.replace('    name: Apply\n', '    name: Apply\n    if: false\n'),
    ],
    [
      'no job that runs the Action with "stage: apply"',
      RUNNER,
      (text) => text.replace('    name: Apply\n', '    name: Apply\n    if: ${{ false }}\n'),
    ],
    [
      'no issue_comment among its events',
      COMMAND,
      (text) => text.replace('  issue_comment:\n    types: [created]\n', '  push:\n'),
    ],
    [
      'no "created" among the types of issue_comment',
      COMMAND,
      (text) => text.replace('types: [created]', 'types: edited'),
    ],
    [
      'no schedule among its events',
      '.github/workflows/ghost-watch.yml',
      (text) => text.replace(/ {2}schedule:\n.*\n/, ''),
    ],
    ['no "closed" among the types of pull_request', WATCH, (text) => text.replace(WATCHED, '')],
    [
      'no "closed" among the types of pull_request',
      WATCH,
      (text) => text.replace(`  pull_request:\n${WATCHED}`, '  pull_request: {types: }\n'),
    ],
    [
      'no "closed" among the types of pull_request',
      WATCH,
      (text) => `on: [schedule, workflow_run, pull_request]\n${text.slice(text.indexOf('\njobs:'))}`,
    ],
  ])('one with %s is said to fail at what it is for: %s', (what, path, change) => {
    expect(problems(path, change)).toEqual([expect.stringMatching(/^missing: .* so that /)]);
    expect(problems(path, change).join(' ')).toContain(what);
  });

  test.each<[string, string]>([
    ['as a list of events', 'on: [repository_dispatch]\n'],
    ['as one event', 'on: repository_dispatch\n'],
    ['with all types', 'on:\n  repository_dispatch:\n'],
    ['with more types', 'on:\n  repository_dispatch: {types: [other, ghost-patch]}\n'],
  ])('one that is begun by a patch is well, written %s', (_, on) => {
    expect(problems(RUNNER, (text) => `${on}${text.slice(text.indexOf('\njobs:'))}`)).toEqual([]);
    const called = 'jobs: {patch: {uses: ghost-runner/ghost-runner/.github/workflows/ghost-runner.yml@v1}}\n';
    expect(problems(RUNNER, () => `${on}${called}`)).toEqual([]);
  });

  test('one with steps and jobs beside ours is well, and one that is far too long is not judged', () => {
    expect(
      problems(RUNNER, (text) => text.replace(TESTS, `      - uses: actions/setup-node@v4\n${TESTS}`)),
    ).toEqual([]);
    expect(problems(RUNNER, (text) => `${text}\n#${'x'.repeat(100_000)}`)).toEqual([
      expect.stringContaining('unknown: '),
    ]);
  });
});
