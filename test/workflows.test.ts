import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findCommand } from '../src/control/line.ts';
import { VERBS } from '../src/control/verbs.ts';
import { createScope, evaluateBoolean, evaluateText } from '../src/local/runner/expression/evaluate.ts';
import { inputsRead, outputsSet, readAction } from './workflows/action-file.ts';
import { actionlint } from './workflows/actionlint.ts';
import { checkWorkflow, type OwnAction } from './workflows/policy.ts';
import { entriesOf, readWorkflow, textOf } from './workflows/workflow-file.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const workflows = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).toSorted();
const action = readAction(read('action.yml'));
const own: OwnAction = { inputs: Object.keys(action.inputs), outputs: Object.keys(action.outputs) };

describe('workflows', () => {
  test('all are there', () => {
    expect(workflows.map((path) => basename(path))).toEqual([
      'ci.yml',
      'ghost-command.yml',
      'ghost-control.yml',
      'ghost-runner.yml',
      'ghost-watch.yml',
      'release.yml',
    ]);
  });

  test.each(workflows)('%s keeps to the policy', (path) => {
    expect(checkWorkflow(read(path), own)).toEqual([]);
  });
});

/** Workflows that share a group wait for each other, also where they belong to different files. */
function groupsIn(text: string): readonly string[] {
  const { root, jobs } = readWorkflow(text);
  return [root, ...jobs.map(({ map }) => map)]
    .map((map) => map.get('concurrency', true))
    .flatMap((concurrency) => entriesOf(concurrency))
    .flatMap(([name, value]) => (name === 'group' ? [textOf(value) ?? ''] : []));
}

describe('groups of runs that wait for each other', () => {
  test('can not be entered from another workflow, whatever id a patch has', () => {
    const groups = workflows.flatMap((path) => groupsIn(read(path)));
    expect(groups.filter((group) => group.startsWith('ghost-watch-'))).toHaveLength(1);
    const fixed = groups.map((group) => group.split('${{', 1)[0] ?? '');
    const entered = groups.flatMap((group, index) =>
      group.includes('${{') && fixed.some((other, at) => at !== index && other.startsWith(fixed[index] ?? ''))
        ? [group]
        : [],
    );
    expect(entered).toEqual([]);
  });
});

describe('the form', () => {
  const [group = ''] = groupsIn(read('.github/workflows/ghost-control.yml'));
  const expression = /\$\{\{(.*)\}\}$/s.exec(group)?.[1] ?? '';
  const groupOf = (run: number, action: string, actor: string) => {
    const github = { run_id: run, triggering_actor: actor };
    return evaluateText({ expression }, createScope({ github, inputs: { action } }, {}));
  };

  test.each(['pause', 'lock', 'kill', 'cancel', 'reject'])('%s waits for nothing', (action) => {
    expect(groupOf(1, action, 'ada')).not.toBe(groupOf(2, action, 'ada'));
  });

  test.each(['status', 'approve', 'retry', 'resume', 'unlock', 'revert'])(
    '%s waits for itself, and for nobody else',
    (action) => {
      expect(groupOf(1, action, 'ada')).toBe(groupOf(2, action, 'ada'));
      expect(groupOf(1, action, 'ada')).not.toBe(groupOf(2, action, 'bob'));
      expect(groupOf(1, action, 'ada')).not.toBe(groupOf(2, 'audit', 'ada'));
    },
  );
});

describe('commands in comments', () => {
  const [group = ''] = groupsIn(read('.github/workflows/ghost-command.yml'));
  const mayWait = (body: string) => {
    const [, inner = ''] = /^ghost-command-[^}]*\}\}-\$\{\{(.*)\}\}$/s.exec(group) ?? [];
    const groupOf = (run: number) => {
      const event = { issue: { number: 1 }, comment: { body, user: { login: 'ada' } } };
      return evaluateText({ expression: inner }, createScope({ github: { run_id: run, event } }, {}));
    };
    return groupOf(1) === groupOf(2);
  };

  test.each(['pause', 'lock', 'kill', 'cancel', 'reject'])(
    '%s waits for nothing, however it is written',
    (verb) => {
      for (const between of [' ', '  ', '\t', '\u00A0', '\r\n', ': ', ' `']) {
        expect(mayWait(`/ghost${between}${verb}`)).toBe(false);
      }
      expect(mayWait(`/Ghost ${verb.toUpperCase()}`)).toBe(false);
    },
  );

  test.each(VERBS.filter((verb) => !['pause', 'lock', 'kill', 'cancel', 'reject'].includes(verb)))(
    '%s waits for what one wrote before, whatever stands behind it',
    (verb) => {
      expect(mayWait(`/ghost ${verb}`)).toBe(true);
      expect(mayWait(`/ghost ${verb} one\r\n\r\nThis unblocks what we had to cancel.`)).toBe(true);
    },
  );

  const [job] = readWorkflow(read('.github/workflows/ghost-command.yml')).jobs;
  const condition = /^\$\{\{(.*)\}\}$/s.exec(String(job?.map.get('if')))?.[1] ?? '';
  const isHeard = (body: string) =>
    evaluateBoolean({ expression: condition }, createScope({ github: { event: { comment: { body } } } }, {}));

  const SLASHES = ['/', '\u2215', '\u2044', '\u29F8', '\u27CB', '\uFF0F', '\\', '\u2571', '|'];
  const bodies = ['', ' ', '  ', '   ', '    ', '\t', '\u00A0', '\uFEFF', '\n', '\r\n', '> '].flatMap(
    (before) =>
      SLASHES.flatMap((slash) =>
        ['ghost', 'GHOST pause', 'Ghost\tpause', 'ghost\r\npause', 'gh\u00F6st'].map(
          (word) => `${before}${slash}${word}`,
        ),
      ),
  );

  test('that the server takes for such start the workflow where there is one, and others seldom do', () => {
    const taken = bodies.filter((body) => findCommand(body) !== null);
    expect(taken).toHaveLength(40);
    expect(bodies.filter(isHeard)).toEqual(taken);
  });

  test.each([
    '',
    'Please write /ghost pause',
    ' I would /ghost retry this',
    'ghost',
    'A\n/ghost pause',
    '`/ghost`',
  ])('start no run by the word somewhere in them: %j', (body) => {
    expect([isHeard(body), findCommand(body)]).toEqual([false, null]);
  });
});

describe('the watch', () => {
  const [job] = readWorkflow(read('.github/workflows/ghost-watch.yml')).jobs;
  const condition = /^\$\{\{(.*)\}\}$/s.exec(String(job?.map.get('if')))?.[1] ?? '';
  const run = (event: string, branch: string, from = 'acme/shop') => ({
    workflow_run: { event, head_branch: branch, head_repository: { full_name: from } },
  });
  const pull = (branch: string, from: string | null = 'acme/shop') => ({
    pull_request: { head: { ref: branch, repo: from === null ? null : { full_name: from } } },
  });

  test.each([
    ['schedule', {}, true],
    ['workflow_run', run('repository_dispatch', 'main'), true],
    ['workflow_run', run('pull_request', 'ghost/fix'), true],
    ['workflow_run', run('pull_request', 'feature'), false],
    ['workflow_run', run('push', 'main'), false],
    ['workflow_run', run('pull_request', 'ghost/fix', 'stranger/shop'), false],
    ['workflow_run', run('pull_request_target', 'ghost/fix', 'stranger/shop'), false],
    ['pull_request', pull('ghost/fix'), true],
    ['pull_request', pull('ghost/fix', 'stranger/shop'), false],
    ['pull_request', pull('ghost/fix', null), false],
    ['pull_request', pull('feature'), false],
  ])('is woken by what concerns a patch and by no fork: %s %j: %s', (name, event, expected) => {
    const github = { event_name: name, event, repository: 'acme/shop' };
    expect(evaluateBoolean({ expression: condition }, createScope({ github }, {}))).toBe(expected);
  });
});

describe('the policy', () => {
  const GHOST_RUNNER = '.github/workflows/ghost-runner.yml';

  test.each([
    [
      'no-expression-in-script',
      'a payload in a shell script',
      `      - name: Run the tests\n`,
      '      - run: echo ${{ github.event.client_payload.title }}\n      - name: Run the tests\n',
    ],
    [
      'no-expression-in-script',
      'an input in a shell script',
      `      - name: Run the tests\n`,
      '      - run: |\n          set -e\n          echo ${{ inputs.payload }}\n      - name: Run the tests\n',
    ],
    [
      'no-expression-in-script',
      "another job's output in a shell script",
      `      - name: Run the tests\n`,
      '      - run: git checkout ${{ needs.apply.outputs.sha }}\n      - name: Run the tests\n',
    ],
    [
      'no-expression-in-script',
      'a branch name in a script of JavaScript',
      `      - name: Run the tests\n`,
      `      - uses: actions/github-script@${'a'.repeat(40)} # v8.0.0\n        with:\n          script: console.log('\${{ github.head_ref }}')\n      - name: Run the tests\n`,
    ],
    ['top-level-permissions', 'no permissions at the top', 'permissions: {}\n', ''],
    ['top-level-permissions', 'a grant to all jobs', 'permissions: {}\n', 'permissions:\n  contents: read\n'],
    [
      'job-permissions',
      'a job without permissions',
      '    permissions:\n      contents: read # checks the commit out\n',
      '',
    ],
    [
      'job-permissions',
      'a job with all of them',
      '    permissions:\n      contents: read # checks the commit out\n',
      '    permissions: read-all\n',
    ],
    [
      'permission-reason',
      'a grant without a reason',
      'issues: write # sets labels, and makes them where they are missing',
      'issues: write',
    ],
    [
      'pinned-action',
      'an action by its tag',
      'actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1',
      'actions/checkout@v6',
    ],
    [
      'pinned-action',
      'an action without its version',
      '8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1',
      '8e8c483db84b4bee98b60c0593521ed34d9990e8',
    ],
    [
      'pinned-action',
      'an action from the checkout',
      `      - name: Run the tests\n`,
      `      - uses: ./.github/actions/setup\n      - name: Run the tests\n`,
    ],
    [
      'pinned-action',
      'a container image',
      `      - name: Run the tests\n`,
      `      - uses: docker://alpine:3\n      - name: Run the tests\n`,
    ],
    ['persist-credentials', 'a checkout that keeps its token', '          persist-credentials: false\n', ''],
    [
      'persist-credentials',
      'a checkout that says so',
      'persist-credentials: false',
      'persist-credentials: true',
    ],
    [
      'timeout',
      'a job without a deadline',
      '    timeout-minutes: ${{ fromJSON(needs.apply.outputs.test-job-timeout-minutes) }}\n',
      '',
    ],
    ['no-always', 'a job that can not be cancelled', '!cancelled()', 'always()'],
    [
      'untrusted-job',
      'a test job that writes',
      'contents: read # checks the commit out',
      'contents: write # checks the commit out',
    ],
    [
      'untrusted-job',
      'a test job with a secret',
      `          github-token: ""\n`,
      `          github-token: ""\n          slack-token: \${{ secrets.SLACK_BOT_TOKEN }}\n`,
    ],
    ['untrusted-job', "a test job that sees the job's token", `          github-token: ""\n`, ''],
    [
      'no-secrets-inherit',
      'a call that passes all secrets on',
      '\njobs:\n',
      `\njobs:\n  call:\n    uses: acme/shop/.github/workflows/x.yml@${'a'.repeat(40)} # v1.0.0\n    secrets: inherit\n    timeout-minutes: 1\n    permissions: {}\n`,
    ],
    [
      'no-pull-request-target',
      "somebody else's code with our rights",
      'on:\n',
      'on:\n  pull_request_target:\n',
    ],
    [
      'hosted-runner',
      'a runner that is kept',
      "    needs: apply\n    if: needs.apply.outputs.outcome == 'applied'\n    runs-on: ubuntu-latest",
      "    needs: apply\n    if: needs.apply.outputs.outcome == 'applied'\n    runs-on: [self-hosted, linux]",
    ],
    [
      'no-cache-in-trusted-job',
      'a cache in a job that writes',
      '      - name: Publish the result\n',
      `      - uses: actions/cache@${'a'.repeat(40)} # v4.0.0\n      - name: Publish the result\n`,
    ],
    [
      'known-inputs',
      'an input that our Action does not have',
      'dry-run: ${{ inputs.dry-run }}',
      'dryrun: ${{ inputs.dry-run }}',
    ],
    [
      'known-outputs',
      'an output that our Action does not have',
      'report: ${{ steps.ghost.outputs.report }}',
      'report: ${{ steps.ghost.outputs.result }}',
    ],
  ])('%s finds %s', (rule, _, from, to) => {
    const problems = checkWorkflow(replace(read(GHOST_RUNNER), from, to), own);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  test('events are read in all their spellings', () => {
    const rules = (on: string) =>
      checkWorkflow(`on: ${on}\npermissions: {}\njobs: {}\n`, own).map(({ rule }) => rule);
    expect(rules('pull_request_target')).toEqual(['no-pull-request-target']);
    expect(rules('[push, pull_request_target]')).toEqual(['no-pull-request-target']);
    expect(rules('push')).toEqual([]);
  });

  test('a text that is no workflow is an error', () => {
    expect(() => checkWorkflow('a: [', own)).toThrow('this is not a workflow');
  });
});

describe('action.yml', () => {
  test('declares the inputs that the code reads, and no others', () => {
    expect(inputsRead(read('src/io/workflow.ts'))).toEqual(own.inputs.toSorted());
  });

  test('declares the outputs that the code sets, and no others', () => {
    const sources = globSync('src/action/*.ts', { cwd: root }).map(read);
    expect(outputsSet(sources)).toEqual(own.outputs.toSorted());
  });

  test.each([
    [
      'an input without a description',
      "    description: Id of the Slack channel where the repository's config names none.\n",
      '',
    ],
    ['an old runtime', 'using: node24', 'using: node20'],
  ])('is refused with %s', (_, from, to) => {
    expect(() => readAction(replace(read('action.yml'), from, to))).toThrow();
  });

  test('what is read and set is found in the code', () => {
    expect(
      inputsRead("core.getInput('stage', { required: true });\nx: core.getInput('dry-run') === 'true'"),
    ).toEqual(['dry-run', 'stage']);
    expect(
      outputsSet([`setOutputs({ outcome: a, 'pull-request': f({ b }) });`, `setOutputs({\n  sha: b,\n});`]),
    ).toEqual(['outcome', 'pull-request', 'sha']);
  });
});

describe('actionlint', () => {
  /** Documented keys that it does not know yet. One that is not needed any more fails the test. */
  const EXCEPTIONS = [
    {
      why: '`queue` of a concurrency group came in May 2026',
      message:
        'unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"',
    },
  ];

  test('finds nothing in our workflows but what it does not know yet', async () => {
    const texts = workflows.map(read);
    const found = (await actionlint(texts)).flatMap((findings, index) =>
      findings.map((finding) => ({ file: workflows[index], ...finding })),
    );
    const known = (message: string) => EXCEPTIONS.some((exception) => exception.message === message);
    expect(found.filter(({ message }) => !known(message))).toEqual([]);
    for (const exception of EXCEPTIONS) {
      expect(found.map(({ message }) => message)).toContain(exception.message);
    }
  });

  test('finds what is wrong', async () => {
    const text = replace(
      read('.github/workflows/ci.yml'),
      'runs-on: ubuntu-24.04',
      'runs-on: ubuntu-24.04\n    need: dist',
    );
    const [findings] = await actionlint([text]);
    expect(findings).toEqual([
      expect.objectContaining({ message: expect.stringContaining('unexpected key "need"') }),
    ]);
  });
});

/** Replaces the first place; a change that changes nothing would prove nothing. */
function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) {
    throw new Error(`the file does not hold ${JSON.stringify(from)}`);
  }
  return text.replace(from, () => to);
}
