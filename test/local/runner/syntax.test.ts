import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conclusionsOf, createStage, errorsOf, jobOf, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

const STEPS = 'runs-on: ubuntu-latest, steps: [{run: "true"}]';

describe('what is not supported fails the run at its start, and says so', () => {
  test.each([
    [
      'a container',
      `jobs: {a: {container: "node:24", ${STEPS}}}`,
      "'container' of the job 'a' is not supported by the local runner",
    ],
    [
      'services',
      `jobs: {a: {services: {db: {image: postgres}}, ${STEPS}}}`,
      "'services' of the job 'a' is not supported by the local runner",
    ],
    [
      'an OIDC token',
      `permissions: {id-token: write}\njobs: {a: {${STEPS}}}`,
      "'id-token' is not supported by the local runner: it issues no OIDC tokens",
    ],
    [
      'another shell',
      'jobs: {a: {runs-on: ubuntu-latest, steps: [{run: dir, shell: pwsh}]}}',
      "The shell 'pwsh' is not supported by the local runner",
    ],
    [
      'an environment with a URL',
      `jobs: {a: {environment: {name: x, url: "https://x"}, ${STEPS}}}`,
      "'url' of environment is not supported by the local runner",
    ],
    [
      'a key that GitHub does not know either',
      `jobs: {a: {run-on: x, ${STEPS}}}`,
      "Unexpected value 'run-on'",
    ],
    [
      'a need that is not there',
      `jobs: {a: {needs: b, ${STEPS}}, c: {${STEPS}}}`,
      "Job 'a' depends on unknown job 'b'.",
    ],
    [
      'a context where it is not available',
      'run-name: "${{ secrets.X }}"\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "true"}]}}',
      "Unrecognized named-value: 'secrets'",
    ],
    ['what is no YAML', 'jobs: {a: [}', /Flow/i],
  ])('%s', async (_what, text, message) => {
    const run = await stage.run(`on: repository_dispatch\n${text}\n`);
    expect(run.conclusion).toBe('failure');
    expect(conclusionsOf(run)).toEqual({ workflow: 'failure' });
    const [first] = run.jobs[0]?.annotations ?? [];
    expect(first?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(first).toMatchObject({
      level: 'error',
      path: '.github/workflows/ghost.yml',
      line: expect.any(Number),
    });
  });

  test('an event', async () => {
    const run = await stage.run(`on: {repository_dispatch: , release: }\njobs: {a: {${STEPS}}}\n`);
    expect(errorsOf(run)).toEqual(["The event 'release' is not supported by the local runner"]);
  });

  test('a machine that is no Linux fails the job', async () => {
    const run = await stage.run(
      'on: repository_dispatch\njobs: {a: {runs-on: windows-latest, steps: [{run: "true"}]}}',
    );
    expect(errorsOf(run)).toEqual([
      "The local runner has no machine with the label 'windows-latest', only ubuntu-*",
    ]);
  });
});

describe('events', () => {
  test('a repository_dispatch starts only workflows that name its type, or none', async () => {
    const sha = await stage.host.addRepository('octo/types', {
      '.github/workflows/a.yml': `name: a\non: {repository_dispatch: {types: [ghost-patch]}}\njobs: {a: {${STEPS}}}`,
      '.github/workflows/b.yml': `name: b\non: {repository_dispatch: {types: [other]}}\njobs: {a: {${STEPS}}}`,
      '.github/workflows/c.yaml': `name: c\non: [push, repository_dispatch]\njobs: {a: {${STEPS}}}`,
      '.github/workflows/README.md': 'no workflow',
    });
    const event = {
      repository: 'octo/types',
      sha,
      ref: 'refs/heads/main',
      actor: 'mona',
      payload: {},
    } as const;
    const dispatched = await stage.engine.start({
      ...event,
      name: 'repository_dispatch',
      type: 'ghost-patch',
    });
    expect(dispatched.map(({ workflowName }) => workflowName)).toEqual(['a', 'c']);
    const pushed = await stage.engine.start({ ...event, name: 'push' });
    expect(pushed.map(({ workflowName }) => workflowName)).toEqual(['c']);
    await stage.engine.idle();
    expect(new Set(stage.engine.runs('octo/types').map(({ id }) => id)).size).toBe(3);
  });

  test.each([
    ['push', 'branches: [main, "release/**"]', { ref: 'refs/heads/release/1/x' }, 1],
    ['push', 'branches: [main, "release/**"]', { ref: 'refs/heads/topic' }, 0],
    ['push', 'branches-ignore: [topic]', { ref: 'refs/heads/topic' }, 0],
    ['push', 'branches: ["**", "!ghost/**"]', { ref: 'refs/heads/ghost/x' }, 0],
    ['push', 'tags: ["v*"]', { ref: 'refs/heads/main' }, 0],
    ['push', 'tags: ["v*"]', { ref: 'refs/tags/v1' }, 1],
    ['pull_request', '', { type: 'closed' }, 0],
    [
      'pull_request',
      'branches: [main]',
      { type: 'opened', payload: { pull_request: { base: { ref: 'main' } } } },
      1,
    ],
    [
      'workflow_run',
      'workflows: [CI], types: [completed]',
      { type: 'completed', payload: { workflow_run: { name: 'CI' } } },
      1,
    ],
    [
      'workflow_run',
      'workflows: [CI], types: [completed]',
      { type: 'completed', payload: { workflow_run: { name: 'Other' } } },
      0,
    ],
    ['issue_comment', 'types: [created]', { type: 'created' }, 1],
  ] as const)('%s with {%s} and %j starts %i runs', async (name, filter, change, count) => {
    const repository = `octo/filter-${randomUUID()}`;
    const sha = await stage.host.addRepository(repository, {
      '.github/workflows/a.yml': `on: {${name}: {${filter}}}\njobs: {a: {if: false, ${STEPS}}}`,
    });
    const runs = await stage.engine.start({
      name,
      repository,
      sha,
      ref: 'refs/heads/main',
      actor: 'mona',
      payload: {},
      ...change,
    });
    expect(runs).toHaveLength(count);
  });
});

describe('the form of a workflow_dispatch', () => {
  const FORM = `
on:
  workflow_dispatch:
    inputs:
      patch: {required: true, type: string}
      dry-run: {type: boolean, default: true}
      level: {type: choice, options: [low, high]}
      count: {type: number, default: 3}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ toJSON(inputs) }} \${{ github.event.inputs.dry-run == 'true' }}"
`;
  const dispatch = (inputs: { readonly [name: string]: string }) => ({
    event: { name: 'workflow_dispatch', workflow: 'ghost.yml', inputs } as const,
  });

  test('fills in defaults, with the types of the form', async () => {
    const run = await stage.run(FORM, dispatch({ patch: 'p' }));
    const { log } = jobOf(run, 'a');
    for (const part of ['"dry-run": true', '"level": "low"', '"count": 3', '"patch": "p"'])
      expect(log).toContain(part);
    expect(run.event.payload['inputs']).toEqual({ patch: 'p', 'dry-run': 'true', level: 'low', count: '3' });
  });

  test.each([
    [{}, "Required input 'patch' not provided"],
    [{ patch: 'p', colour: 'red' }, 'Unexpected inputs provided: ["colour"]'],
    [
      { patch: 'p', level: 'middle' },
      "Provided value 'middle' for input 'level' not in the list of allowed values",
    ],
    [{ patch: 'p', 'dry-run': 'perhaps' }, "Provided value 'perhaps' for input 'dry-run' is no boolean"],
  ])('refuses %j', async (inputs, message) => {
    await expect(stage.start(FORM, dispatch(inputs))).rejects.toThrow(message);
  });

  test('refuses a workflow without one', async () => {
    const start = stage.start(`on: repository_dispatch\njobs: {a: {${STEPS}}}`, dispatch({}));
    await expect(start).rejects.toThrow("Workflow does not have 'workflow_dispatch' trigger");
  });
});

describe('a called workflow', () => {
  const CALLED = `
on:
  workflow_call:
    inputs: {name: {type: string, required: true}, loud: {type: boolean, default: false}}
    secrets: {KEY: {required: true}}
    outputs: {said: {value: "\${{ jobs.say.outputs.text }}"}}
jobs:
  say:
    runs-on: ubuntu-latest
    outputs: {text: "\${{ steps.s.outputs.text }}"}
    steps:
      - id: s
        run: echo "text=\${{ inputs.name }} \${{ inputs.loud }} \${#KEY} $OTHER." >> $GITHUB_OUTPUT
        env: {KEY: "\${{ secrets.KEY }}", OTHER: "\${{ secrets.OTHER }}"}
`;
  const caller = (rest: string, uses = './.github/workflows/called.yml') => `
on: repository_dispatch
jobs:
  call: {uses: ${uses}, ${rest}}
  after: {runs-on: ubuntu-latest, needs: call, steps: [{run: 'echo "said \${{ needs.call.outputs.said }}"'}]}
`;

  test('gets its inputs and secrets, no others, and gives its outputs', async () => {
    stage.host.setSecrets({ MINE: 'abcde', OTHER: 'fgh' });
    const run = await stage.run(
      caller(
        'with: {name: "n-${{ github.run_attempt }}", loud: true}, secrets: {KEY: "${{ secrets.MINE }}"}',
      ),
      {
        files: { '.github/workflows/called.yml': CALLED },
      },
    );
    stage.host.setSecrets({});
    expect(conclusionsOf(run)).toEqual({ 'call / say': 'success', after: 'success' });
    expect(jobOf(run, 'after').log).toContain('said n-1 true 5 .');
  });

  test('can come from another repository, and inherit all secrets', async () => {
    stage.host.setSecrets({ KEY: 'abcdefg', OTHER: 'fgh' });
    await stage.host.addRepository('octo/shared', { '.github/workflows/called.yml': CALLED });
    const run = await stage.run(
      caller('with: {name: n}, secrets: inherit', 'octo/shared/.github/workflows/called.yml@main'),
    );
    stage.host.setSecrets({});
    expect(run.conclusion).toBe('success');
    expect(jobOf(run, 'call / say').outputs).toEqual({});
    expect(jobOf(run, 'call / say').annotations[0]?.message).toContain("Skip output 'text'");
  });

  test.each([
    ['with: {}, secrets: inherit', 'Input name is required, but not provided while calling'],
    [
      'with: {name: n, age: 3}, secrets: inherit',
      'Invalid input, age is not defined in the referenced workflow',
    ],
    ['with: {name: n}', 'Secret KEY is required, but not provided while calling'],
  ])('called with {%s} fails at the start', async (rest, message) => {
    const run = await stage.run(caller(rest), { files: { '.github/workflows/called.yml': CALLED } });
    expect(errorsOf(run)).toEqual([`The job 'call': ${message}`]);
  });

  test('may not ask for more than its caller has', async () => {
    const run = await stage.run(
      `permissions: {contents: read}\n${caller('with: {name: n}, secrets: inherit')}`,
      {
        files: { '.github/workflows/called.yml': `permissions: {contents: write}\n${CALLED}` },
      },
    );
    expect(errorsOf(run)).toEqual([
      "The nested job 'say' is requesting 'contents: write', but its caller does not allow that",
    ]);
  });
});
