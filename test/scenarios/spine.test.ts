import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAILING, MISFIT } from '../../src/local/sample/patches.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { conclusions, GOOD, job, openShop, patch, start } from './shop.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('from a dispatch to a pull request, through the real workflow and the built Action', () => {
  test('a good patch is opened, with a success status, one message that was edited, and a record', async () => {
    const shop = await openShop(sandbox, 'good');
    const run = await shop.deliver(GOOD);
    expect(conclusions(run)).toEqual({ apply: 'success', test: 'success', publish: 'success' });
    expect(run.title).toBe('Ghost patch cart-quantities');
    const { pullRequests, statuses, branches } = await shop.snapshot();
    expect(pullRequests).toMatchObject([
      {
        title: 'Count quantities in the cart total',
        state: 'open',
        draft: false,
        head: 'ghost/cart-quantities',
        base: 'main',
        labels: ['ghost-runner'],
      },
    ]);
    expect(pullRequests[0]?.diff).toContain('(item.quantity ?? 1)');
    const head = branches['ghost/cart-quantities'] ?? '';
    expect(statuses[head]).toMatchObject([
      { context: 'ghost-runner', state: 'pending' },
      { context: 'ghost-runner', state: 'success' },
    ]);
    expect(await shop.record('cart-quantities')).toMatchObject({
      state: 'done',
      head,
      outcome: { kind: 'opened', tests: { verdict: 'passed', sha: head } },
      warnings: [],
      run: { id: run.id },
    });
    expect(shop.messages()).toHaveLength(1);
    expect(shop.messages()[0]?.edits).toHaveLength(1);
    expect(job(run, 'publish').summary).toContain('Tests passed');
  });

  test('a patch that breaks a test is a draft with the failing lines, and its status is failure', async () => {
    const shop = await openShop(sandbox, 'failing');
    const run = await shop.deliver(FAILING);
    expect(conclusions(run)).toEqual({ apply: 'success', test: 'failure', publish: 'failure' });
    const { pullRequests, statuses, branches } = await shop.snapshot();
    expect(pullRequests).toMatchObject([
      { draft: true, body: expect.stringContaining('a discount is rounded to whole cents') },
    ]);
    expect(statuses[branches['ghost/discount-floor'] ?? '']?.map(({ state }) => state)).toEqual([
      'pending',
      'failure',
    ]);
    expect(job(run, 'publish').outputs['outcome']).toBe('tests_failed');
  });

  test('a patch that does not fit is refused with the nearest lines, and leaves no branch', async () => {
    const shop = await openShop(sandbox, 'misfit');
    const run = await shop.deliver(MISFIT);
    expect(conclusions(run)).toEqual({ apply: 'failure', test: 'skipped', publish: 'skipped' });
    const { pullRequests, branches } = await shop.snapshot();
    expect(pullRequests).toEqual([]);
    expect(Object.keys(branches)).toEqual(['main']);
    expect(await shop.record('format-currency')).toMatchObject({
      outcome: {
        kind: 'refused',
        refusals: [
          {
            code: 'not_found',
            path: 'src/format.js',
            data: { nearest: [expect.objectContaining({ line: 2 })] },
          },
        ],
      },
    });
    expect(shop.messages()).toHaveLength(1);
    expect(job(run, 'apply').annotations).toContainEqual({
      level: 'error',
      title: 'Refused',
      message: expect.stringContaining('src/format.js'),
    });
  });

  test('the same patch again is a duplicate: same pull request, no second commit, one message', async () => {
    const shop = await openShop(sandbox, 'duplicate');
    await shop.deliver(GOOD);
    const before = await shop.snapshot();
    const run = await shop.deliver(GOOD);
    expect(conclusions(run)).toEqual({ apply: 'success', test: 'skipped', publish: 'skipped' });
    expect(job(run, 'apply').outputs['outcome']).toBe('duplicate');
    expect(await shop.snapshot()).toEqual(before);
    expect(shop.messages()).toHaveLength(1);
  });

  test('a revision moves the branch, the pull request and the message on', async () => {
    const shop = await openShop(sandbox, 'revision');
    await shop.deliver(GOOD);
    const first = await shop.snapshot();
    const run = await shop.deliver(patch(GOOD.id, { title: 'Count quantities, again' }));
    expect(job(run, 'publish').outputs['outcome']).toBe('updated');
    const second = await shop.snapshot();
    expect(second.pullRequests).toMatchObject([
      { number: first.pullRequests[0]?.number, title: 'Count quantities, again', state: 'open' },
    ]);
    expect(shop.messages()).toHaveLength(1);
    expect(shop.messages()[0]?.edits).toHaveLength(3);
  });

  test('twenty racing deliveries of one patch give one branch, one pull request and one message', async () => {
    const shop = await openShop(sandbox, 'race');
    const together = { workflow: (text: string) => text.replaceAll(/ {4}concurrency:\n(?: {6}.*\n)+/g, '') };
    const open = await openShop(sandbox, 'race-without-groups', together);
    for (const place of [shop, open]) {
      await Promise.all(Array.from({ length: 20 }, () => place.send(GOOD)));
      await sandbox.engine.idle();
      const { pullRequests, branches } = await place.snapshot();
      expect(pullRequests).toHaveLength(1);
      expect(Object.keys(branches).toSorted()).toEqual(['ghost/cart-quantities', 'main']);
      expect(
        await sandbox.github.git(place.repository, 'rev-list', '--count', 'main..ghost/cart-quantities'),
      ).toBe('1\n');
      expect(place.messages()).toHaveLength(1);
      const outcomes = sandbox.engine
        .runs(place.repository)
        .map((run) => job(run, 'apply').outputs['outcome']);
      expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(19);
    }
  }, 180_000);
});
