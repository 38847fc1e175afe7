import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStage, errorsOf, jobOf, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
  await stage.host.addRepository('octo/node-action', {
    'action.yml': `
name: Greet
description: Says hello
inputs:
  who: {required: true, description: Whom}
  at least: {default: "one \${{ github.run_attempt }}", description: A default}
  token: {default: "\${{ github.token }}", description: The token}
runs: {using: node24, pre: pre.js, main: main.js, post: post.js, post-if: success() || failure()}
`,
    'pre.js': `require('fs').appendFileSync(process.env.GITHUB_STATE, 'before=yes\\n'); console.log('pre ran');`,
    'main.js': `
      const fs = require('fs');
      console.log('hello', process.env.INPUT_WHO, process.env['INPUT_AT_LEAST'], process.env.STATE_before, process.env.GITHUB_ACTION_REPOSITORY, process.env.GITHUB_ACTION_REF);
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'greeting=hello ' + process.env.INPUT_WHO + '\\n');
      fs.appendFileSync(process.env.GITHUB_STATE, 'during=' + process.env.INPUT_WHO + '\\n');
      process.exitCode = process.env.INPUT_WHO === 'nobody' ? 4 : 0;`,
    'post.js': `console.log('post after', process.env.STATE_during);`,
    'sub/action.yml': `
name: Composite
description: In a folder
inputs: {word: {default: nothing, description: A word}}
outputs: {shouted: {value: "\${{ steps.shout.outputs.word }}", description: Out}}
runs:
  using: composite
  steps:
    - id: shout
      shell: bash
      run: echo "word=\${WORD^^} $(basename "$GITHUB_ACTION_PATH") \${{ inputs.word }}" >> $GITHUB_OUTPUT
      env: {WORD: "\${{ inputs.word }}"}
    - uses: octo/node-action@main
      with: {who: inner}
    - run: echo "secrets are \${SECRET:-not} here"
      shell: sh
`,
    'old/action.yml': 'name: Old\ndescription: d\nruns: {using: node16, main: x.js}\n',
    'docker/action.yml': 'name: Docker\ndescription: d\nruns: {using: docker, image: Dockerfile}\n',
  });
});
afterAll(() => stage.close());

function steps(...list: readonly string[]): string {
  return `on: repository_dispatch\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${list.map((step) => `      - ${step}\n`).join('')}`;
}

describe('a JavaScript action', () => {
  test('runs its three parts with inputs, defaults and a state that they share', async () => {
    const run = await stage.run(
      steps(
        '{id: g, uses: octo/node-action@main, with: {who: Ada}}',
        'run: echo "it said ${{ steps.g.outputs.greeting }}"',
      ),
    );
    const { log, conclusion, steps: listed } = jobOf(run, 'a');
    expect(conclusion).toBe('success');
    expect(log).toContain('hello Ada one 1 yes octo/node-action main');
    expect(log).toContain('it said hello Ada');
    expect(log).toMatch(/pre ran[^]*hello Ada[^]*it said[^]*post after Ada/);
    expect(listed.map(({ name }) => name)).toEqual([
      'Set up job',
      'Pre Run octo/node-action@main',
      'Run octo/node-action@main',
      'Run echo "it said hello Ada"',
      'Post Run octo/node-action@main',
      'Complete job',
    ]);
  });

  test('that fails fails the job, and still cleans up', async () => {
    const run = await stage.run(steps('{uses: octo/node-action@main, with: {who: nobody}}'));
    expect(run.conclusion).toBe('failure');
    expect(jobOf(run, 'a').log).toContain('post after nobody');
    expect(errorsOf(run)).toEqual(['Process completed with exit code 4.']);
  });

  test('is not started without an input that it requires, and says which', async () => {
    const run = await stage.run(steps('{uses: octo/node-action@main, with: {whom: Ada}}'));
    expect(errorsOf(run)[0]).toBe('Input required and not supplied: who (of octo/node-action@main)');
    expect(jobOf(run, 'a').annotations[0]?.message).toContain(
      "Unexpected input(s) 'whom', valid inputs are ['who', 'at least', 'token']",
    );
  });
});

test('an action that one job tampered with is not run by the next', async () => {
  const run = await stage.run(`
on: repository_dispatch
jobs:
  untrusted:
    runs-on: ubuntu-latest
    steps:
      - uses: octo/node-action@main
        with: {who: Ada}
      - run: |
          find "$RUNNER_TEMP/../../../../actions" -name main.js | while read -r file; do
            touch -r "$file" stamp; echo 'console.log("stolen")' > "$file"; touch -r stamp "$file"; echo "tampered"
          done
  trusted:
    needs: untrusted
    runs-on: ubuntu-latest
    steps:
      - {uses: octo/node-action@main, with: {who: Grace}}
`);
  expect(jobOf(run, 'untrusted').log).toContain('\ntampered\n');
  expect(jobOf(run, 'trusted').log).toContain('hello Grace');
  expect(jobOf(run, 'trusted').log).not.toContain('stolen');
});

describe('a composite action', () => {
  test('runs its steps with its own inputs, gives outputs, and uses other actions', async () => {
    const run = await stage.run(
      steps(
        '{id: c, uses: octo/node-action/sub@main, with: {word: quiet}}',
        'run: echo "got ${{ steps.c.outputs.shouted }}; ${{ steps.shout.outputs.word }}"',
      ),
    );
    const { log } = jobOf(run, 'a');
    expect(log).toContain('got QUIET sub quiet; \n');
    expect(log).toContain('hello inner');
    expect(log).toContain('post after inner');
  });

  test('of the working tree is read when its step comes', async () => {
    const action =
      '{"name": "Local", "description": "d", "runs": {"using": "composite", "steps": [{"run": "echo from the tree", "shell": "bash"}]}}';
    const run = await stage.run(
      steps(
        `run: |\n          mkdir act\n          echo '${action}' > act/action.yml`,
        'uses: ./act',
        'uses: ./nowhere',
      ),
    );
    expect(jobOf(run, 'a').log).toContain('\nfrom the tree\n');
    expect(errorsOf(run)[0]).toMatch(/^Can't find 'action.yml' or 'action.yaml' under .*nowhere/);
  });
});

test.each([
  ['octo/node-action/old@main', /'using: node16' is not supported/],
  ['octo/node-action/docker@main', /'using: docker' is not supported/],
  ['docker://alpine:3', /can't run 'docker:\/\/alpine:3'/],
  ['octo/node-action@v9', /Unable to resolve action 'octo\/node-action@v9'/],
  ['octo/node-action/none@main', /Can't find 'action.yml'/],
])('%s can not be used', async (uses, message) => {
  const run = await stage.run(steps(`uses: ${uses}`));
  expect(run.conclusion).toBe('failure');
  expect(errorsOf(run)).toEqual([expect.stringMatching(message)]);
});

describe('steps', () => {
  test('set variables, paths and outputs for those after them', async () => {
    const run = await stage.run(
      steps(
        `run: mkdir bin && printf '#!/bin/sh\\necho from my tool' > bin/tool && chmod +x bin/tool && echo "$PWD/bin" >> "$GITHUB_PATH"`,
        `run: printf 'A=1\\nB<<END\\ntwo\\nlines\\nEND\\n' >> "$GITHUB_ENV"`,
        'run: tool; echo "$A $B ${{ env.A }}"',
        'run: echo NODE_OPTIONS=--require=x >> "$GITHUB_ENV"',
        'run: echo "options ${NODE_OPTIONS:-none}"',
      ),
    );
    const { log } = jobOf(run, 'a');
    expect(log).toContain('from my tool\n1 two\nlines 1\n');
    expect(log).toContain('options none');
    expect(errorsOf(run)).toEqual(["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."]);
  });

  test('that write nonsense for the runner fail', async () => {
    const run = await stage.run(steps('run: echo "just words" >> "$GITHUB_OUTPUT"'));
    expect(errorsOf(run)).toEqual(["Unable to process file command: Invalid format 'just words'"]);
    expect(run.conclusion).toBe('failure');
  });

  test('speak to the runner in their output, unless they stopped that', async () => {
    const run = await stage.run(
      steps(
        `run: 'printf "::stop-commands::t0k3n\\n::error::not an error\\n##[error]nor this\\n::t0k3n::\\n::warning file=a.ts,line=7,title=Look::one%%0Atwo\\n::set-env name=X::1\\n"'`,
      ),
    );
    expect(jobOf(run, 'a').annotations).toEqual([
      { level: 'warning', message: 'one\ntwo', title: 'Look', path: 'a.ts', line: 7 },
      { level: 'error', message: 'The command set-env is disabled' },
    ]);
    expect(jobOf(run, 'a').log).toContain('::error::not an error');
  });

  test('that may fail do not fail the job, and the others know', async () => {
    const run = await stage.run(
      steps(
        '{id: f, run: exit 1, continue-on-error: true}',
        'run: echo "${{ steps.f.outcome }} ${{ steps.f.conclusion }}"',
        '{run: "echo shell $0", shell: "sh -x {0}"}',
        '{run: "pwd; echo ${{ hashFiles(\'**/nothing\') }}.", working-directory: ..}',
        '{run: "exit 0", working-directory: missing}',
      ),
    );
    expect(jobOf(run, 'a').log).toContain('failure success');
    expect(jobOf(run, 'a').log).toMatch(/\n\/.*\/work\/app-\d+\n\.\n/);
    expect(errorsOf(run)).toEqual([
      'Process completed with exit code 1.',
      expect.stringMatching(/^The working directory '.*missing' does not exist$/),
    ]);
  });

  test('with an expression that can not be evaluated fail', async () => {
    const run = await stage.run(
      steps(`run: echo "\${{ fromJSON('{') }}"`, '{run: echo after, if: failure()}'),
    );
    expect(errorsOf(run)[0]).toContain(
      "The expression 'format('echo \"{0}\"', fromJSON('{'))' can't be evaluated",
    );
    expect(jobOf(run, 'a').log).toContain('\nafter\n');
  });
});
