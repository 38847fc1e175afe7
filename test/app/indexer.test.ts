import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import type { BoardEntry } from '../../src/stages/intake/board.ts';
import {
  createDashboardWorld,
  type DashboardWorld,
  OTHER_REPOSITORY,
  SHOP_REPOSITORY,
} from './dashboard-world.ts';

let world: DashboardWorld;

beforeAll(async () => {
  world = await createDashboardWorld();
});
afterAll(() => world.close());

describe('a patch that came straight through GitHub', () => {
  test('is in the index when its run has ended, with its pull request', async () => {
    await world.sandbox.send(SHOP_REPOSITORY, { ...GOOD, id: 'direct' });
    await world.sandbox.idle();
    const [entry] = await until(SHOP_REPOSITORY, ([first]) => first?.standing === 'in_review');
    expect(entry).toMatchObject({
      id: 'direct',
      sender: 'shop-gpt',
      record: { outcome: 'opened', pullRequest: 1, secondsToPullRequest: expect.any(Number) },
    });
  });
});

describe('a store that was lost', () => {
  test('is filled again from the records on GitHub, and its patches stay with who sent them', async () => {
    expect(await world.send(OTHER_REPOSITORY, { ...GOOD, id: 'through-us' })).toBe(202);
    await world.sandbox.idle();
    await until(OTHER_REPOSITORY, ([first]) => first?.standing === 'in_review');
    await world.restart(() => rmSync(world.settings.store));
    const [entry] = await until(OTHER_REPOSITORY, (entries) => entries.length === 1);
    expect(entry).toMatchObject({ id: 'through-us', standing: 'in_review', state: 'sent' });
    const again = { ...GOOD, id: 'through-us', patch: { ...GOOD.patch, title: 'Another title' } };
    expect(await world.send(OTHER_REPOSITORY, again)).toBe(202);
  });
});

/** The index's entries of a repository, once they are as they should be. */
async function until(
  repository: string,
  condition: (entries: readonly BoardEntry[]) => boolean,
): Promise<readonly BoardEntry[]> {
  const store = await openSqliteStore(world.settings.store);
  try {
    for (;;) {
      const entries = await store.board.list({ repository, limit: 9 });
      if (condition(entries)) {
        return entries;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await store.close();
  }
}
