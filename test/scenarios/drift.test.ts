/** Patches that name the commit they were written for, on a branch that has moved on, from the dispatch to what people read. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SHOP } from '../../src/local/sample/shop.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { conclusions, GOOD, openShop, patch, start } from './shop.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(async () => sandbox.close());

const CART = SHOP['src/cart.js'] ?? '';

describe('a patch for an older commit', () => {
  test('is merged with what was committed since, tested as that, and the pull request says so', async () => {
    const { shop, sha } = await movedOn('merged', CART.replace('after a discount', 'less a discount'));
    const run = await shop.deliver(patch('cart-quantities', { base: { sha } }));
    expect(conclusions(run)).toEqual({ apply: 'success', test: 'success', publish: 'success' });
    expect(await sandbox.github.git(shop.repository, 'show', 'ghost/cart-quantities:src/cart.js')).toBe(
      CART.replace('after a discount', 'less a discount').replace(
        'item.price',
        'item.price * (item.quantity ?? 1)',
      ),
    );
    const { pullRequests } = await shop.snapshot();
    expect(pullRequests[0]?.body).toContain(
      'Merged with newer changes on main: src/cart.js changed there since',
    );
  });

  test('that meets what was committed since is a conflict, and both sides are shown', async () => {
    const theirs = 'sum + item.cents';
    const { shop, sha } = await movedOn('clashing', CART.replace('sum + item.price', theirs));
    const run = await shop.deliver(patch('cart-quantities', { base: { sha } }));
    expect(conclusions(run)).toEqual({ apply: 'failure', test: 'skipped', publish: 'skipped' });
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({
      kind: 'conflict',
      reason: 'base_moved',
      paths: ['src/cart.js'],
      clashes: [{ kind: 'lines', line: 3, now: [expect.stringContaining(theirs)] }],
    });
    expect(JSON.stringify(shop.messages())).toContain(theirs);
    expect((await shop.snapshot()).pullRequests).toEqual([]);
  });
});

/** A shop whose cart was changed after the commit `sha`. */
async function movedOn(name: string, cart: string) {
  const shop = await openShop(sandbox, name);
  const sha = (await sandbox.github.git(shop.repository, 'rev-parse', 'main')).trim();
  await sandbox.github.commitFiles(shop.repository, 'main', { 'src/cart.js': cart });
  await sandbox.idle();
  return { shop, sha };
}
