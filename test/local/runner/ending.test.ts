import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowRun } from '../../../src/local/contract.ts';
import { conclusionsOf, createStage, errorsOf, jobOf, type Stage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

/** Waits until a step has printed this. */
async function printed(run: WorkflowRun, text: string): Promise<void> {
  await until(() => run.jobs.some(({ log }) => log.includes(text)));
}

const ALIVE = (id: number): boolean =>
  existsSync(`/proc/${id}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));

describe('a cancelled run', () => {
  const WORKFLOW = `
on: repository_dispatch
jobs:
  work:
    runs-on: ubuntu-latest
    steps:
      - run: echo started; sleep 60
      - run: echo next
      - run: echo "cleaning up, \${{ job.status }}"
        if: cancelled()
      - run: echo "always"
        if: always()
  after: {runs-on: ubuntu-latest, needs: work, steps: [{run: "true"}]}
  publish: {runs-on: ubuntu-latest, needs: work, if: "!cancelled()", steps: [{run: "true"}]}
  report: {runs-on: ubuntu-latest, needs: work, if: always(), steps: [{run: "echo \${{ needs.work.result }}"}]}
`;

  test('ends its step, runs what asks for it, and skips what waits for success', async () => {
    const run = await stage.start(WORKFLOW);
    await printed(run, '\nstarted\n');
    expect(stage.engine.cancel(run.id)).toBe(true);
    await stage.engine.idle();
    expect(run.conclusion).toBe('cancelled');
    expect(conclusionsOf(run)).toEqual({
      work: 'cancelled',
      after: 'skipped',
      publish: 'skipped',
      report: 'success',
    });
    const { log, steps } = jobOf(run, 'work');
    expect(log).toContain('\ncleaning up, cancelled\n');
    expect(log).toContain('\nalways\n');
    expect(log).not.toContain('\nnext\n');
    expect(steps.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
      'skipped',
      'success',
      'success',
      'success',
    ]);
    expect(jobOf(run, 'report').log).toContain('\ncancelled\n');
    expect(stage.engine.cancel(run.id)).toBe(false);
  });

  test('a job whose condition holds all the same goes on', async () => {
    const run = await stage.start(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, if: always(), steps: [{run: 'echo started; sleep 0.3; echo finished'}]}}
`);
    await printed(run, '\nstarted\n');
    stage.engine.cancel(run.id);
    await stage.engine.idle();
    expect(jobOf(run, 'a').log).toContain('\nfinished\n');
    expect(conclusionsOf(run)).toEqual({ a: 'success' });
  });

  test('forced, it ends at once whatever the conditions say', async () => {
    const run = await stage.start(WORKFLOW);
    await printed(run, '\nstarted\n');
    stage.engine.cancel(run.id, { force: true });
    await stage.engine.idle();
    expect(jobOf(run, 'work').log).not.toContain('always\n');
    expect(conclusionsOf(run)).toEqual({
      work: 'cancelled',
      after: 'cancelled',
      publish: 'cancelled',
      report: 'cancelled',
    });
  });

  test('processes that ignore polite signals, or hide in a session of their own, are killed', async () => {
    const run = await stage.start(`
on: repository_dispatch
jobs:
  stubborn:
    runs-on: ubuntu-latest
    steps:
      - run: |
          trap '' INT TERM
          setsid sleep 61 & echo "hidden $!"
          env -i setsid sleep 62 & echo "bare $!"
          echo "self $$"
          while true; do sleep 0.05; done
`);
    await printed(run, '\nself ');
    stage.engine.cancel(run.id);
    await stage.engine.idle();
    const ids = [...jobOf(run, 'stubborn').log.matchAll(/^(?:hidden|bare|self) (\d+)$/gm)].map(([, id]) =>
      Number(id),
    );
    expect(ids).toHaveLength(3);
    await until(() => !ids.some(ALIVE));
    expect(jobOf(run, 'stubborn').conclusion).toBe('cancelled');
  });
});

test('a cancelled job whose cleaning up does not end is ended all the same', async () => {
  const impatient = await createStage({ grace: { afterInterrupt: 50, afterTerminate: 50, inAll: 300 } });
  const run = await impatient.start(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo started; sleep 60'}, {run: sleep 60, if: always()}]}}
`);
  await printed(run, '\nstarted\n');
  const before = Date.now();
  impatient.engine.cancel(run.id);
  await impatient.engine.idle();
  expect(Date.now() - before).toBeLessThan(8000);
  await impatient.close();
  expect(run.conclusion).toBe('cancelled');
});

describe('time limits', () => {
  test('a job that takes too long is cancelled with an annotation; the jobs after it are not', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  slow: {runs-on: ubuntu-latest, timeout-minutes: 0.01, steps: [{run: sleep 60}]}
  publish: {runs-on: ubuntu-latest, needs: slow, if: "!cancelled()", steps: [{run: "echo \${{ needs.slow.result }}"}]}
`);
    expect(conclusionsOf(run)).toEqual({ slow: 'cancelled', publish: 'success' });
    expect(errorsOf(run)).toEqual(['The job has exceeded the maximum execution time of 0.01 minutes.']);
    expect(run.conclusion).toBe('cancelled');
  });

  test('a step that takes too long fails', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: sleep 60, timeout-minutes: 0.005}, {run: echo after, if: failure()}]}}
`);
    expect(run.conclusion).toBe('failure');
    expect(errorsOf(run)).toEqual(['The step has timed out after 0.005 minutes.']);
    expect(jobOf(run, 'a').log).toContain('\nafter\n');
  });
});

describe('a job that harms its runner', () => {
  test('killing it fails that job only, and gives no outputs', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs:
  test:
    runs-on: ubuntu-latest
    outputs: {x: "\${{ steps.s.outputs.x }}"}
    steps:
      - {id: s, run: echo x=1 >> $GITHUB_OUTPUT}
      - run: kill -9 $PPID; sleep 60
  publish:
    needs: test
    if: "!cancelled()"
    runs-on: ubuntu-latest
    steps: [{run: "echo tests=\${{ needs.test.result }} x=\${{ needs.test.outputs.x }}."}]
`);
    expect(conclusionsOf(run)).toEqual({ test: 'failure', publish: 'success' });
    expect(jobOf(run, 'test').outputs).toEqual({});
    expect(jobOf(run, 'test').log).toContain('The runner was lost: its process was ended by SIGKILL.');
    expect(jobOf(run, 'publish').log).toContain('tests=failure x=.');
    expect(stage.host.revoked).toHaveLength(stage.host.minted.length);
  });

  test('a flood of output is bounded, and its beginning and end are kept', async () => {
    const run = await stage.run(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo first; yes "a line of output that is no use to anyone" | head -c 30000000; echo last'}]}}
`);
    const { log, conclusion } = jobOf(run, 'a');
    expect(conclusion).toBe('success');
    expect(log.length).toBeLessThan(5_000_000);
    expect(log).toContain('\nfirst\n');
    expect(log).toMatch(/\d+ characters are left out here/);
    expect(log).toMatch(/last\n/);
  });

  test('a process that is left behind does not keep the job waiting', async () => {
    const before = Date.now();
    const run = await stage.run(`
on: repository_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'sleep 63 & echo "left $!"'}]}}
`);
    const id = Number(/^left (\d+)$/m.exec(jobOf(run, 'a').log)?.[1]);
    expect(run.conclusion).toBe('success');
    expect(Date.now() - before).toBeLessThan(8000);
    await until(() => !ALIVE(id));
  });
});
