import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Door } from '../../../src/cli/inbox/door.ts';
import type { Folder } from '../../../src/cli/inbox/folder.ts';
import { createFarEnd, createInbox, type FarEnd, type Inbox, PLAN, patchText } from './world.ts';

let inbox: Inbox;
let door: FarEnd;
beforeEach(() => {
  inbox = createInbox();
  door = createFarEnd(1);
  inbox.drop('good.json', patchText('good'));
  inbox.drop('bad.json', patchText('bad'));
  inbox.drop('rubbish.patch', 'no patch');
  door.outcomes.set('bad', 'tests_failed');
});
afterEach(() => inbox.remove());

const HOPS = 'GHOST_KILL_POINTS' in process.env ? 1 : 3;

/** Every third call, where not told otherwise; each is another one of the 70 that a watch makes. */
test.each(Array.from({ length: Math.ceil(75 / HOPS) }, (_, index) => index * HOPS + 1))(
  'whoever dies at call %i, before it or after it, leaves what the next one puts right',
  async (call) => {
    for (const when of ['before', 'after'] as const) {
      inbox.drop('good.json', patchText(`good-${when}`));
      await dieAt(call, when);
    }
    await inbox.watch(door);
    expect([inbox.names(''), inbox.names('.working')]).toEqual([[], []]);
    const lying = ['.completed', '.failed'].flatMap((under) =>
      inbox.names(under).map((name) => `${under}/${name}`),
    );
    const patches = lying.filter((name) => !name.endsWith('.result.json'));
    expect(lying.filter((name) => !patches.includes(name))).toEqual(
      patches.map((name) => `${name}.result.json`).toSorted(),
    );
    const results = patches.map((name) => inbox.result(name));
    const outcomes = results.map(({ id = 'rubbish', outcome }) => `${String(id)} ${String(outcome)}`);
    expect(new Set(outcomes)).toEqual(
      new Set([
        ...door.effects.filter((id) => id !== 'bad').map((id) => `${id} opened`),
        'bad tests_failed',
        'rubbish refused',
      ]),
    );
    expect(outcomes).toHaveLength(new Set(outcomes).size);
    expect(results.map(({ movedTo }) => movedTo)).toEqual(patches);
    expect(new Set(door.effects).size).toBe(door.effects.length);
  },
);

test('a file at which the watcher dies each time is given up after three times, and never a success', async () => {
  for (let times = 0; times < PLAN.limits.tries; times++) {
    const mortal = makeMortal(Number.POSITIVE_INFINITY, 'before');
    const real = mortal.door(door);
    const poisoned: Door = {
      ...real,
      look: async (patch, receipt, signal) =>
        patch.id === 'good' ? mortal.die() : real.look(patch, receipt, signal),
    };
    await inbox.watch(poisoned, { through: mortal.folder }).catch(() => undefined);
  }
  await inbox.watch(door);
  expect(inbox.result('.failed/good.json')).toMatchObject({
    outcome: 'unknown',
    detail: expect.stringContaining('each time the watcher ended'),
  });
  expect(door.sent).not.toContain('good');
});

/** One process that ends at this call; what it has begun then goes on no further. */
async function dieAt(call: number, when: 'before' | 'after'): Promise<void> {
  const mortal = makeMortal(call, when);
  await inbox
    .watch(mortal.door(door), { through: mortal.folder })
    .catch((error: unknown) => expect(error).toBeInstanceOf(Death));
}

class Death extends Error {}

type Calls = { readonly [name: string]: unknown };

function makeMortal(last: number, when: 'before' | 'after') {
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Death('killed');
  };
  const mortal =
    (work: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      calls += 1;
      if (dead || (calls === last && when === 'before')) {
        return die();
      }
      const mine = calls;
      const answer = await work(...args);
      return mine === last || dead ? die() : answer;
    };
  const wrap = <Port extends Calls>(port: Port, names: readonly (keyof Port)[]): Port => ({
    ...port,
    ...Object.fromEntries(
      names.map((name) => {
        const work = port[name];
        return [name, typeof work === 'function' ? mortal(async (...args) => work(...args)) : work];
      }),
    ),
  });
  return {
    die,
    folder: (folder: Folder): Folder =>
      wrap(folder, ['look', 'working', 'read', 'has', 'move', 'write', 'remove']),
    door: (real: Door): Door => wrap(real, ['check', 'look', 'send']),
  };
}
