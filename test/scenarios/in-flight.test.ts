import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { openShop, ROOT } from './shop.ts';
import { commandLine, SURFACES } from './surfaces.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(ROOT);
});
afterAll(() => sandbox.close());

const PATCHES = Array.from({ length: 20 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
const CONFIG = `test:\n  command: 'true'\nslack:\n  channel: ${LOCAL_CHANNEL.id}\n`;

test('a pause among 20 patches in flight lets none through, waits for claims, and afterwards each is done in order, once', async () => {
  const shop = await openShop(sandbox, 'in-flight', {
    config: CONFIG,
    moreWorkflows: ['ghost-control.yml'],
  });
  const { github } = sandbox;
  const { repository } = shop;
  github.setRole(repository, 'ada', 'admin');
  const recordsIn = async (state: string) => {
    const records = await Promise.all(PATCHES.map((id) => shop.record(id).catch(() => null)));
    return records.filter((record) => record?.state === state);
  };
  // Whoever has claimed a pull request takes two seconds to make it.
  github.faults.add({
    match: { route: 'POST /repos/{owner}/{repo}/pulls' },
    fault: { kind: 'latency', ms: CLAIM_MS },
  });
  for (const id of PATCHES) {
    const changes = [{ kind: 'write', path: `${id}.txt`, content: `${id}\n` }];
    await shop.send({ id, patch: { version: 1, title: `Add ${id}`, changes } });
  }
  await until(
    async () => (await shop.snapshot()).pullRequests.length > 0 && (await recordsIn('publishing')).length > 0,
  );

  const moved = seePause();
  const paused = await commandLine(sandbox, { repository, who: 'ada' }, ['pause', 'looking']);
  const { pullRequests } = await shop.snapshot();
  expect(await recordsIn('publishing')).toEqual([]);
  expect(paused).toMatchObject({ exitCode: 0 });
  await sandbox.idle();
  const after = await shop.snapshot();
  expect(ghostBranches(after.branches)).toEqual(await moved);
  expect(after.pullRequests).toHaveLength(pullRequests.length);
  github.faults.clear();

  const held = (await recordsIn('held')).flatMap((record) => record ?? []);
  expect(held.length + pullRequests.length).toBe(PATCHES.length);
  expect(held.length).toBeGreaterThan(10);
  const resumed = await SURFACES.form({ sandbox, repository, number: 0 }, 'ada', 'resume');
  expect(resumed.done).toBe('done');
  await sandbox.idle();
  const records = await Promise.all(PATCHES.map(async (id) => await shop.record(id)));
  expect(records.map(({ outcome }) => outcome?.kind)).toEqual(PATCHES.map(() => 'opened'));
  const inOrder = held
    .toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
    .map(({ id }) => id);
  const drained = records
    .filter(({ id }) => inOrder.includes(id))
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1))
    .map(({ id }) => id);
  expect(drained).toEqual(inOrder);
  const heads = (await shop.snapshot()).pullRequests.map(({ head }) => head);
  expect(heads.toSorted()).toEqual(PATCHES.map((id) => `ghost/${id}`));

  /** The branches that are there at the first look that shows the pause. */
  async function seePause(): Promise<readonly string[]> {
    for (;;) {
      const refs = (
        await github.git(repository, 'for-each-ref', '--format=%(refname:lstrip=2) %(contents:subject)')
      ).split('\n');
      if (refs.some((line) => line.startsWith('control ') && line.includes('pause by ada'))) {
        const names = refs.flatMap((line) => /^ghost\/\S+/.exec(line) ?? []);
        return names.toSorted();
      }
      await delay(5);
    }
  }
}, 180_000);

const CLAIM_MS = 2000;

function ghostBranches(branches: { readonly [name: string]: string }): readonly string[] {
  return Object.keys(branches)
    .filter((name) => name.startsWith('ghost/'))
    .toSorted();
}

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) {
    await delay(30);
  }
}
