import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conclusionsOf, createStage, errorsOf, jobOf, type Stage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());

function timeOf(text: string | null): number {
  return Date.parse(text ?? '');
}

function workflow(options: {
  readonly level: 'workflow' | 'job';
  readonly extra?: string;
  readonly script?: string;
}): string {
  const concurrency = `concurrency: {group: "g-\${{ github.event.client_payload.id }}"${options.extra ?? ''}}`;
  return `
on: repository_dispatch
${options.level === 'workflow' ? concurrency : ''}
jobs:
  a:
    runs-on: ubuntu-latest
    ${options.level === 'job' ? concurrency : ''}
    steps: [{run: '${options.script ?? 'echo begin; sleep 0.3; echo end'}'}]
`;
}

describe.each(['workflow', 'job'] as const)('concurrency of a %s', (level) => {
  test('one runs and one waits; a newer one takes the place of the one that waits', async () => {
    const gate = mkdtempSync(join(tmpdir(), 'gate-'));
    const first = await stage.start(
      workflow({ level, script: `until [ -e ${gate}/open ]; do sleep 0.05; done` }),
    );
    await until(() => first.jobs[0]?.status === 'in_progress');
    const second = await stage.again(first);
    const third = await stage.again(first);
    writeFileSync(join(gate, 'open'), '');
    await stage.engine.idle();
    rmSync(gate, { recursive: true });
    expect([first, second, third].map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
      'success',
    ]);
    expect(errorsOf(second)).toEqual([
      "Canceling since a higher priority waiting request for 'g-fix-login' exists",
    ]);
    const ended = jobOf(first, 'a').completedAt ?? '';
    expect((jobOf(third, 'a').startedAt ?? '') >= ended).toBe(true);
  });

  test('with queue: max all wait and run in order', async () => {
    const first = await stage.start(workflow({ level, extra: ', queue: max', script: 'sleep 0.05' }));
    const runs = [first];
    for (let index = 0; index < 4; index += 1) runs.push(await stage.again(first));
    await stage.engine.idle();
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(Array(5).fill('success'));
    const times = runs.flatMap((run) => [jobOf(run, 'a').startedAt, jobOf(run, 'a').completedAt].map(timeOf));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('with cancel-in-progress a newer one ends the one that runs', async () => {
    const first = await stage.start(
      workflow({ level, extra: ', cancel-in-progress: true', script: 'echo begin; sleep 30' }),
    );
    await until(() => jobOf(first, 'a').log.includes('\nbegin\n'));
    const second = await stage.again(first);
    await until(() => first.status === 'completed');
    expect(conclusionsOf(first)).toEqual({ a: 'cancelled' });
    expect(first.conclusion).toBe('cancelled');
    stage.engine.cancel(second.id);
    await stage.engine.idle();
  });
});

test('a group that a job is inside of already is a deadlock, and is said to be one', async () => {
  const run = await stage.run(`
on: repository_dispatch
concurrency: same
jobs: {a: {runs-on: ubuntu-latest, concurrency: same, steps: [{run: "true"}]}}
`);
  expect(errorsOf(run)).toEqual(["Canceling since a deadlock for concurrency group 'same' was detected"]);
});

test('no more jobs run at once than the engine may', async () => {
  const narrow = await createStage({ concurrentJobs: 1 });
  const job = '{runs-on: ubuntu-latest, steps: [{run: sleep 0.1}]}';
  const run = await narrow.run(`\non: repository_dispatch\njobs: {a: ${job}, b: ${job}, c: ${job}}\n`);
  const times = run.jobs.flatMap(({ startedAt, completedAt }) => [startedAt, completedAt].map(timeOf));
  await narrow.close();
  expect(run.conclusion).toBe('success');
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
