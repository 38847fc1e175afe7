import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeToken } from '../../../src/app/sender-token.ts';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { CONTROL_REF } from '../../../src/record/record.ts';
import type { Target } from '../../../src/stages/intake/context.ts';
import { takePatch } from '../../../src/stages/intake/intake.ts';
import type { Store } from '../../../src/stages/intake/store.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let store: Store;
beforeEach(async () => {
  world = await openWorld();
  store = await openSqliteStore(':memory:');
});
afterEach(async () => {
  await store.close();
  await world.close();
});

test('who was told that nothing was kept is right, also where writing them into the log took the time', async () => {
  const gaveUp = new AbortController();
  const { context } = world;
  const slow: typeof context.repository = {
    ...context.repository,
    write: async (transaction) => {
      if (transaction.refs.some(({ ref }) => ref === CONTROL_REF)) gaveUp.abort();
      return context.repository.write(transaction);
    },
  };
  const target: Target = {
    login: 'ghost[bot]',
    context: { ...context, forge: null, chat: null },
    control: { ...context, repository: slow },
    dispatch: async () => ({ ok: true }),
  };
  const { token } = makeToken(
    { sender: 'ada', login: 'ada', repositories: ['acme/shop'], perMinute: 10, perDay: 10 },
    context.clock.now(),
  );
  const patch = { version: 1, changes: [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }] };
  const asked: string[] = [];
  const answer = await takePatch(
    { store, clock: context.clock, target: async () => target },
    {
      token,
      repository: 'acme/shop',
      payload: { id: 'late-one', patch },
      dryRun: false,
      signal: gaveUp.signal,
      onKeep: () => void asked.push('kept'),
    },
  );
  expect(gaveUp.signal.aborted).toBe(true);
  expect(answer).toEqual({ kind: 'late' });
  expect(asked).toEqual([]);
  expect(await store.deliveries.newest({ repository: 'acme/shop', id: 'late-one' })).toBeNull();
});
