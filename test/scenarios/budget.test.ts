import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowJob } from '../../src/local/contract.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { sha256 } from '../../src/patch/digest.ts';
import { inboxRef } from '../../src/patch/refs.ts';
import { CONFIG_PATH } from '../../src/policy/config.ts';
import { GOOD, job, openShop, patch, start } from './shop.ts';

/** GitHub allows a job's token 1,000 requests an hour: what one patch costs is how many patches an hour can hold. */
const APPLY_REQUESTS = 8;
const PUBLISH_REQUESTS = 8;
const APPLY_CHAIN = 6;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('requests to GitHub', () => {
  test('applying and publishing stay within their budgets, from the first patch of a repository on', async () => {
    const shop = await openShop(sandbox, 'budget');
    for (const payload of [patch('first'), patch('second')]) {
      const { apply, publish } = await measure(shop, payload);
      expect(apply.requests).toBeLessThanOrEqual(APPLY_REQUESTS);
      expect(apply.chain).toBeLessThanOrEqual(APPLY_CHAIN);
      expect(publish.requests).toBeLessThanOrEqual(PUBLISH_REQUESTS);
    }
  });

  test('a patch by reference stays within them too', async () => {
    const shop = await openShop(sandbox, 'budget-by-reference');
    await shop.deliver(patch('first'));
    const text = JSON.stringify({ ...GOOD.patch, title: 'By reference' });
    await sandbox.github.commitFiles(shop.repository, 'inbox', { 'patch.json': text });
    await sandbox.github.git(shop.repository, 'update-ref', inboxRef(sha256(text)), 'refs/heads/inbox');
    const { apply } = await measure(shop, {
      id: 'second',
      ref: inboxRef(sha256(text)),
      sha256: sha256(text),
    });
    expect(apply.requests).toBeLessThanOrEqual(APPLY_REQUESTS);
    expect(apply.chain).toBeLessThanOrEqual(APPLY_CHAIN);
  });

  test('the number does not grow with the files that a patch touches', async () => {
    const shop = await openShop(sandbox, 'budget-files');
    await shop.deliver(patch('first'));
    const few = await measure(shop, patch('few', { changes: writes(2) }));
    const many = await measure(shop, patch('many', { changes: writes(90) }));
    expect(many.apply).toEqual(few.apply);
  });
});

describe('the config of an organisation', () => {
  test('costs no request, suffices for a repository without one, and what it enforces holds', async () => {
    await sandbox.github.createRepository('acme/.github', { files: { [CONFIG_PATH]: OF_ACME } });
    try {
      const shop = await openShop(sandbox, 'budget-organised', { config: null });
      const apply = requestsOf(job(await shop.deliver(patch('first')), 'apply'));
      expect(apply.requests).toBeLessThanOrEqual(APPLY_REQUESTS);
      expect(apply.chain).toBeLessThanOrEqual(APPLY_CHAIN);
      const { outcome } = await shop.record('first');
      expect(outcome).toMatchObject({
        kind: 'refused',
        refusals: [{ code: 'protected_path', message: expect.stringContaining('src/**') }],
      });
    } finally {
      await sandbox.github.commitFiles('acme/.github', 'main', { [CONFIG_PATH]: '' });
    }
  });

  const OF_ACME = `test: {command: npm test}
enforce:
  policy: {protected-paths: [{paths: [src/**]}]}
`;
});

describe('the size of a repository', () => {
  test('does not change what a patch costs: as many requests, and as many bytes, for 40 times the files', async () => {
    const [small, large] = [await cost('small', 50), await cost('large', 2000)];
    expect(large.requests).toBe(small.requests);
    expect(large.bytes).toBeLessThan(small.bytes * 1.05);
  });

  /** Of the apply stage; the second patch, for the first also creates the control switch. */
  async function cost(name: string, count: number) {
    const path = (index: number) => `packages/p${index % 5}/src/part${Math.floor(index / 100)}/${index}.txt`;
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [path(index), `${index}\n`]),
    );
    const shop = await openShop(sandbox, `size-${name}`, { files });
    await shop.deliver(patch('first'));
    sandbox.github.clearRequests();
    const apply = job(await shop.deliver(patch('second')), 'apply');
    const end = Date.parse(apply.completedAt ?? '');
    const seen = sandbox.github.requests.filter(({ at }) => at.getTime() <= end);
    const bytes = seen.reduce(
      (sum, { requestBytes, responseBytes }) => sum + requestBytes + responseBytes,
      0,
    );
    return { requests: seen.length, bytes };
  }
});

async function measure(shop: Awaited<ReturnType<typeof openShop>>, payload: object) {
  const run = await shop.deliver(payload);
  return { apply: requestsOf(job(run, 'apply')), publish: requestsOf(job(run, 'publish')) };
}

/** What the stage says of itself, compared with what the server saw while it ran. */
function requestsOf(stage: WorkflowJob) {
  const found = /GitHub API: (\d+) requests, longest chain (\d+)/.exec(stage.log);
  const [from, to] = [Date.parse(stage.startedAt ?? ''), Date.parse(stage.completedAt ?? '')];
  const seen = sandbox.github.requests.filter(({ at }) => at.getTime() >= from && at.getTime() <= to);
  expect(Number(found?.[1])).toBe(seen.length);
  return { requests: seen.length, chain: Number(found?.[2]) };
}

function writes(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'write',
    path: `notes/${index}.txt`,
    content: `${index}\n`,
  }));
}
