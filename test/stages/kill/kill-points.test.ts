import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Servers, startServers } from '../watch/world.ts';
import { findLies } from './lies.ts';
import { createLife, type Death, hasEffect } from './mortal.ts';
import { openScene, type Scene } from './scene.ts';
import { ALONE } from './server/stories.ts';
import { STORIES } from './stories.ts';
import { SCHEDULE, type Story } from './story.ts';

/**
 * `all`: a death before and after every port call, which takes seven minutes. Else one for each story, in turns
 * at the beginning, in the middle and near the end of the calls that change something: whoever dies at a look leaves
 * what the effect before it left.
 */
const EVERY_CALL = process.env['GHOST_KILL_POINTS'] === 'all';
const TURNS = 3;

let servers: Servers;
// Anew for each story: a channel that holds the messages of all is one in which nobody looks for his own.
beforeEach(async () => {
  servers = await startServers();
});
afterEach(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});
let killed = 0;
afterAll(() => {
  process.stdout.write(`killed at ${killed} points${EVERY_CALL ? ', which are all' : ''}\n`);
});

const ALL = [...STORIES, ...ALONE];

describe.each(ALL)('whoever is killed at $name', (story) => {
  test(
    'leaves nothing that one pass of the watch does not put right',
    async () => {
      const lies: object[] = [];
      for (const death of deathsOf(await rehearse(story), ALL.indexOf(story) % TURNS)) {
        const found = await killAt(story, death);
        killed += 1;
        if (found.length > 0) {
          lies.push({ ...death, found });
        }
      }
      expect(lies).toEqual([]);
    },
    EVERY_CALL ? 600_000 : 60_000,
  );
});

/** What the process does when nobody kills it. */
async function rehearse(story: Story): Promise<readonly string[]> {
  const scene = await openScene(servers, story);
  const { work } = await story.before(scene);
  const life = createLife(scene.context, null);
  await life.live(work);
  return life.calls;
}

type NamedDeath = Death & { readonly name: string };

function deathsOf(calls: readonly string[], turn: number): readonly NamedDeath[] {
  const named = calls.map((name, index) => ({ name, call: index + 1 }));
  return EVERY_CALL
    ? named.flatMap((at) => [
        { ...at, when: 'before' as const },
        { ...at, when: 'after' as const },
      ])
    : oneOf(
        named.filter(({ name }) => hasEffect(name)),
        turn,
      );
}

function oneOf(named: readonly Omit<NamedDeath, 'when'>[], turn: number): readonly NamedDeath[] {
  const at = named[Math.floor((turn * named.length) / TURNS)];
  return at === undefined ? [] : [{ ...at, when: 'after' }];
}

/** Gives everything that is wrong afterwards. */
async function killAt(story: Story, death: Death): Promise<readonly string[]> {
  const scene = await openScene(servers, story);
  const deed = await story.before(scene);
  const life = createLife(scene.context, death);
  if ((await life.live(deed.work)) === 'ended') {
    return ['it was never killed'];
  }
  (deed.died ?? (() => scene.endAll('failure')))();
  await scene.runSent();
  await scene.watch(SCHEDULE);
  await scene.runSent();
  const lies = await findLies(scene);
  const restless = deed.moreToCome === true ? [] : await findRestlessness(scene);
  const broken = (await deed.again?.()) ?? [];
  const later = deed.again === undefined ? [] : await findLies(scene);
  return [...lies, ...restless, ...broken, ...later];
}

async function findRestlessness(scene: Scene): Promise<readonly string[]> {
  const settled = JSON.stringify(await scene.everything());
  const { found } = await scene.watch(SCHEDULE);
  return settled === JSON.stringify(await scene.everything())
    ? []
    : [`the second pass changed something: ${JSON.stringify(found)}`];
}
