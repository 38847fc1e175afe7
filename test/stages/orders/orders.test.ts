import { expect, test } from '@jest/globals';
import { liesOf } from './lies.ts';
import { tell } from './story.ts';

/** As many stories as fit into a run of all tests; any number is told with GHOST_ORDERS. */
const STORIES = Number(process.env['GHOST_ORDERS'] ?? 100);

/** From another one on, others are told. */
const FIRST = Number(process.env['GHOST_ORDERS_SEED'] ?? 1);

/** Milliseconds for one, on a machine that does much else. */
const ONE_STORY_MS = 1000;

test(
  'in whatever order things happen to a patch, what is left when all is done is true',
  async () => {
    const lies: string[] = [];
    for (let seed = FIRST; seed < FIRST + STORIES; seed += 1) {
      lies.push(...liesOf(await tell(seed)).map((lie) => `${seed}: ${lie}`));
    }
    expect(lies).toEqual([]);
  },
  20_000 + STORIES * ONE_STORY_MS,
);
