import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { FAILING, GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { openShop, patch, ROOT } from './shop.ts';
import { commandLine, SURFACES } from './surfaces.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(ROOT);
});
afterAll(() => sandbox.close());

const statusSchema = z.object({
  status: z.object({
    control: z.object({ state: z.string(), reason: z.string() }),
    switches: z.array(z.object({ state: z.string(), by: z.string() })),
    total: z.number(),
    patches: z.array(
      z.object({
        record: z.object({
          id: z.string(),
          state: z.string(),
          head: z.string().optional(),
          outcome: z.object({ kind: z.string() }),
          pullRequest: z.object({ number: z.number(), url: z.string() }).optional(),
        }),
      }),
    ),
  }),
});

test('the command line and the form show what the local GitHub holds, and the same', async () => {
  const shop = await openShop(sandbox, 'status', { moreWorkflows: ['ghost-control.yml', 'ghost-watch.yml'] });
  const { repository } = shop;
  const { github } = sandbox;
  github.setRole(repository, 'ada', 'admin');
  for (const payload of [GOOD, FAILING, MISFIT]) {
    await shop.deliver(payload);
  }
  await github.person('ada', repository).merge(1);
  await sandbox.idle();
  await commandLine(sandbox, { repository, who: 'ada' }, ['pause', 'looking']);
  await shop.deliver(patch('late', { changes: [{ kind: 'write', path: 'late.txt', content: 'late\n' }] }));

  const { stdout } = await commandLine(sandbox, { repository, who: 'ada' }, ['status']);
  const { status } = statusSchema.parse(JSON.parse(stdout));
  const { pullRequests, branches, refs } = await shop.snapshot();

  expect(status.control).toMatchObject({ state: 'paused', reason: 'looking' });
  expect(status.switches).toMatchObject([{ state: 'paused', by: 'ada' }]);
  const records = Object.keys(refs).filter((ref) => ref.startsWith('refs/ghost/patches/'));
  expect(status.total).toBe(records.length);
  const shown = status.patches.map(({ record }) => record);
  expect(shown.map(({ id }) => `refs/ghost/patches/${id}`).toSorted()).toEqual(records.toSorted());
  expect(Object.fromEntries(shown.map(({ id, outcome }) => [id, outcome.kind]))).toEqual({
    [GOOD.id]: 'merged',
    [FAILING.id]: 'tests_failed',
    [MISFIT.id]: 'refused',
    late: 'held',
  });
  for (const { id, pullRequest, head } of shown) {
    const pull = pullRequests.find((one) => one.head === `ghost/${id}`);
    expect({ id, number: pullRequest?.number, url: pullRequest?.url }).toEqual({
      id,
      number: pull?.number,
      url: pull?.url,
    });
    expect({ id, head }).toEqual({ id, head: pull?.headSha });
    expect({ id, branch: `ghost/${id}` in branches }).toEqual({ id, branch: pull !== undefined });
  }

  const form = await SURFACES.form({ sandbox, repository, number: 0 }, 'ada', 'status');
  expect(form.text).toContain('paused');
  for (const { id, outcome, pullRequest } of shown) {
    const row = form.text.split('\n').find((line) => line.startsWith('|') && line.includes(id)) ?? '';
    expect(row).toContain(outcome.kind.replaceAll('_', '\\_'));
    expect(row).toContain(pullRequest === undefined ? 'none' : `(${pullRequest.url})`);
  }
}, 120_000);
