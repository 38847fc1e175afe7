import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conclusionsOf, createStage, errorsOf, jobOf, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

describe('a run of several jobs', () => {
  const THREE_JOBS = `
name: Ghost
run-name: "patch \${{ github.event.client_payload.id }}"
on: {repository_dispatch: {types: [ghost-patch]}}
permissions: {contents: read}
jobs:
  apply:
    runs-on: ubuntu-latest
    permissions: {contents: write, statuses: write}
    outputs: {sha: "\${{ steps.make.outputs.sha }}"}
    steps:
      - id: make
        run: echo "sha=abc" >> "$GITHUB_OUTPUT"
  test:
    needs: apply
    runs-on: ubuntu-latest
    steps:
      - run: echo "testing \${{ needs.apply.outputs.sha }}"; exit 3
  after-success:
    needs: test
    runs-on: ubuntu-latest
    steps: [{run: "true"}]
  publish:
    needs: [apply, test]
    if: \${{ !cancelled() && needs.apply.outputs.sha != '' }}
    runs-on: ubuntu-latest
    steps:
      - run: echo "tests ended in \${{ needs.test.result }} on \${{ needs.apply.outputs.sha }}"
`;

  test('hands outputs on, skips what needs a failed job, and runs what does not mind', async () => {
    const run = await stage.run(THREE_JOBS);
    expect(run.title).toBe('patch fix-login');
    expect(run.conclusion).toBe('failure');
    expect(conclusionsOf(run)).toEqual({
      apply: 'success',
      test: 'failure',
      'after-success': 'skipped',
      publish: 'success',
    });
    expect(jobOf(run, 'apply').outputs).toEqual({ sha: 'abc' });
    expect(jobOf(run, 'publish').log).toContain('tests ended in failure on abc');
    expect(run.url).toBe(`${stage.host.serverUrl}/${run.event.repository}/actions/runs/${run.id}`);
  });

  test('each job gets a token with just its permissions, and loses it at its end', async () => {
    const before = stage.host.minted.length;
    await stage.run(THREE_JOBS);
    const minted = stage.host.minted.slice(before);
    expect(minted.map(({ permissions }) => permissions)).toEqual([
      { contents: 'write', statuses: 'write', metadata: 'read' },
      { contents: 'read', metadata: 'read' },
      { contents: 'read', metadata: 'read' },
    ]);
    expect(stage.host.revoked).toEqual(expect.arrayContaining(minted.map(({ token }) => token)));
  });

  test('a job after a skipped one is skipped too, however far away', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a: {runs-on: ubuntu-latest, if: false, steps: [{run: "true"}]}
  b: {runs-on: ubuntu-latest, needs: a, if: always(), steps: [{run: "true"}]}
  c: {runs-on: ubuntu-latest, needs: b, steps: [{run: "true"}]}
`);
    expect(conclusionsOf(run)).toEqual({ a: 'skipped', b: 'success', c: 'skipped' });
  });

  test('a job that may fail does not fail the run', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  flaky: {runs-on: ubuntu-latest, continue-on-error: true, steps: [{run: exit 1}]}
  next: {runs-on: ubuntu-latest, needs: flaky, steps: [{run: "echo result=\${{ needs.flaky.result }}"}]}
`);
    expect(run.conclusion).toBe('success');
    expect(conclusionsOf(run)).toEqual({ flaky: 'failure', next: 'success' });
    expect(jobOf(run, 'next').log).toContain('result=success');
  });

  test('a matrix runs once per combination and stops the others when one fails', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  each:
    runs-on: ubuntu-latest
    strategy:
      max-parallel: 1
      matrix:
        os: [linux, mac]
        node: [20, 24]
        exclude: [{os: mac, node: 20}]
        include: [{os: linux, node: 24, extra: yes-please}]
    steps:
      - run: echo "\${{ matrix.os }}-\${{ matrix.node }}-\${{ matrix.extra }}"
      - run: exit 1
        if: matrix.node == 24 && matrix.os == 'linux'
`);
    expect(run.jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['each (linux, 20)', 'success'],
      ['each (linux, 24, yes-please)', 'failure'],
      ['each (mac, 24)', 'cancelled'],
    ]);
  });

  test('of a run that is run again, the jobs that succeeded are kept where that is asked for', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  first: {runs-on: ubuntu-latest, outputs: {n: "\${{ steps.s.outputs.n }}"}, steps: [{id: s, run: 'echo "n=$GITHUB_RUN_ATTEMPT" >> $GITHUB_OUTPUT'}]}
  second: {runs-on: ubuntu-latest, needs: first, steps: [{run: 'echo "first was \${{ needs.first.outputs.n }}"; [ $GITHUB_RUN_ATTEMPT -gt 1 ]'}]}
`);
    expect(run.conclusion).toBe('failure');
    const id = jobOf(run, 'first').id;
    await expect(stage.engine.rerun(run.id, { failedOnly: true })).resolves.toBe(true);
    await stage.engine.idle();
    expect({ attempt: run.attempt, conclusion: run.conclusion }).toEqual({
      attempt: 2,
      conclusion: 'success',
    });
    expect(jobOf(run, 'first').id).toBe(id);
    expect(jobOf(run, 'second').log).toContain('first was 1');
    await stage.engine.rerun(run.id);
    await stage.engine.idle();
    expect(jobOf(run, 'second').log).toContain('first was 3');
  });
});

describe('what a step can see', () => {
  test('no secret reaches the environment of a step that the workflow gives none', async () => {
    stage.host.setSecrets({ DEPLOY_KEY: 'hunter2-deploy', OTHER: 'hunter2-other' });
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: 'echo "length \${#KEY}"'
        env: {KEY: "\${{ secrets.DEPLOY_KEY }}"}
      - run: env | base64 -w0
      - run: cat /proc/$PPID/environ | base64 -w0
`);
    stage.host.setSecrets({});
    const { log } = jobOf(run, 'a');
    expect(log).toContain('length 14');
    const printed = log.split('\n').filter((line) => /^[\w+/=]{60,}$/.test(line));
    expect(printed).toHaveLength(2);
    const text = printed.map((line) => Buffer.from(line, 'base64').toString()).join('\n');
    expect(text).toContain('RUNNER_TRACKING_ID');
    expect(text).not.toMatch(/hunter2|ghs_fake/);
    expect(text).not.toMatch(/^(?:npm_|JEST_|NODE_OPTIONS|OLDPWD)/m);
  });

  test('the process of a job is not even told the secrets that its steps do not use', async () => {
    stage.host.setSecrets({ USED: 'known-word', UNUSED: 'unheard-word' });
    const run = await stage.run(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: echo known-word unheard-word, env: {X: "\${{ secrets.used }}"}}]}}
`);
    stage.host.setSecrets({});
    // What it does not know it can't hide either.
    expect(jobOf(run, 'a').log).toContain('\n*** unheard-word\n');
  });

  test('a secret, an added mask and the token are hidden in the log, the summary and the annotations', async () => {
    stage.host.setSecrets({ KEY: 'open-sesame' });
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    env: {KEY: "\${{ secrets.KEY }}", TOKEN: "\${{ github.token }}"}
    steps:
      - run: |
          echo "key $KEY $(echo -n "$KEY" | base64) token $TOKEN"
          echo "::add-mask::dynamic value"
          echo "a dynamic value, $KEY" | tee -a "$GITHUB_STEP_SUMMARY"
          echo "::error::$KEY"
`);
    stage.host.setSecrets({});
    const { log, summary, annotations } = jobOf(run, 'a');
    expect(log).toContain('key *** *** token ***');
    expect(log).toContain('a ***, ***');
    expect(summary).toBe('a ***, ***\n');
    expect(annotations).toEqual([{ level: 'error', message: '***' }]);
  });

  test('an output that holds a secret is left out', async () => {
    stage.host.setSecrets({ KEY: 'open-sesame' });
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    outputs: {leak: "\${{ steps.s.outputs.leak }}", fine: "\${{ steps.s.outputs.fine }}"}
    steps:
      - id: s
        run: printf 'leak=x%s\\nfine=1\\n' "$KEY" >> $GITHUB_OUTPUT
        env: {KEY: "\${{ secrets.KEY }}"}
`);
    stage.host.setSecrets({});
    expect(jobOf(run, 'a').outputs).toEqual({ fine: '1' });
    expect(jobOf(run, 'a').annotations).toContainEqual({
      level: 'warning',
      message: "Skip output 'leak' since it may contain secret.",
    });
  });

  test('outputs of more than a mebibyte fail the job', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    outputs: {big: "\${{ steps.s.outputs.big }}"}
    steps: [{id: s, run: 'echo "big=$(head -c 1100000 /dev/zero | tr "\\\\0" x)" >> $GITHUB_OUTPUT'}]
`);
    expect(run.conclusion).toBe('failure');
    expect(errorsOf(run)).toEqual(['The outputs of the job have 1100000 bytes, more than 1048576.']);
  });

  test('a script is the text that YAML makes of it, with its quotes, though it holds expressions', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: |
          cat <<EOF
          '\${{ github.actor }}' isn't '{"x": "\${{ 'it''s ''quoted''' }}"}'
            indented
          EOF
      - run: >-
          echo folded \${{ github.actor }}
          here
`);
    expect(jobOf(run, 'a').log).toContain(`\n'mona' isn't '{"x": "it's 'quoted'"}'\n  indented\n`);
    expect(jobOf(run, 'a').log).toContain('\nfolded mona here\n');
  });

  test('nothing of a job is left on disk', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'pwd; test -d "$HOME" && test -f "$GITHUB_EVENT_PATH" && jq .client_payload.id $GITHUB_EVENT_PATH || cat $GITHUB_EVENT_PATH'}]}}
`);
    const workspace = jobOf(run, 'a').log.match(/^\/.*\/app-\d+$/m)?.[0] ?? '';
    const { existsSync } = await import('node:fs');
    expect(workspace).not.toBe('');
    expect(existsSync(workspace)).toBe(false);
    expect(jobOf(run, 'a').log).toContain('fix-login');
  });
});
