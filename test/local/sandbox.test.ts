import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const grace = { afterInterrupt: 50, afterTerminate: 50, inAll: 1000 };
  sandbox = await startSandbox(join(import.meta.dirname, '../..'), { grace });
});
afterAll(async () => await sandbox.close());

it('a repository gets the workflow files that it is to have, beside the one that applies patches', async () => {
  await sandbox.addRepository('acme/one', {}, { config: null });
  await sandbox.addRepository('acme/two', {}, { config: null, moreWorkflows: ['ci.yml'] });
  const files = async (repository: string) =>
    (await sandbox.github.git(repository, 'ls-tree', '--name-only', 'main:.github/workflows')).split('\n');
  expect(await files('acme/one')).toEqual(['ghost-runner.yml', '']);
  expect(await files('acme/two')).toEqual(['ci.yml', 'ghost-runner.yml', '']);
});

it('a cancelled process is given as long as the sandbox says', async () => {
  const workflow = `
on: workflow_dispatch
jobs: {a: {runs-on: ubuntu-latest, steps: [{run: "trap '' INT TERM; echo started; while true; do sleep 0.05; done"}]}}
`;
  await sandbox.addRepository('acme/stubborn', { '.github/workflows/loop.yml': workflow }, { config: null });
  const owner = sandbox.github.person('acme', 'acme/stubborn');
  const run = await owner.runWorkflow('loop.yml');
  while (!run.jobs.some(({ log }) => log.includes('\nstarted\n'))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const before = performance.now();
  owner.cancelRun(run.id);
  await sandbox.engine.idle();
  expect(run.conclusion).toBe('cancelled');
  // GitHub would have taken ten seconds.
  expect(performance.now() - before).toBeLessThan(5000);
});
