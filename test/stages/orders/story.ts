import { createChance } from '../../limits/random.ts';
import { createActs, type Deeds } from './acts.ts';
import { openWorld, type World } from './world.ts';

/** What is left when everybody has done their work. */
export type End = { readonly world: World; readonly deeds: Deeds };

/**
 * Patches to which things happen in an order of chance: revisions and what is none, tests that end in any way, commands,
 * pauses, locks, people on the pages of pull requests or at branches, processes that die at any call, calls that fail,
 * and passes of the watch in between. Then nothing more happens, nothing is stopped or fails, and the watch makes its
 * passes.
 */
export async function tell(seed: number): Promise<End> {
  const chance = createChance(seed);
  // The first numbers of neighbouring seeds are much alike.
  Array.from({ length: 10 }, chance);
  const plot = PLOTS[Math.floor(chance() * PLOTS.length)] ?? 'anything';
  const wide = plot === 'reverts';
  const world = openWorld(chance, { faulty: chance() < 0.3, verdicts: wide ? GOOD : ANY });
  const { turns } = world;
  const acts = createActs(world, { chance, plot });
  acts.first();
  const count = 4 + Math.floor(chance() * (wide ? 4 : 1) * MOST_ACTS);
  for (let done = 0; done < count; ) {
    if (turns.isIdle() || chance() < (wide ? ACT / 3 : ACT)) {
      acts.any();
      done += 1;
    } else {
      await turns.step();
    }
  }
  await turns.finish();
  world.heal();
  for (const [actor, line] of FREE) {
    world.command(actor, line);
    await turns.finish();
  }
  for (let pass = 0; pass < LAST_PASSES; pass += 1) {
    world.wait(QUARTER_MS);
    world.watch({ event: 'schedule' });
    await turns.finish();
  }
  return { world, deeds: acts.deeds };
}

const PLOTS = ['anything', 'anything', 'reverts', 'reverts', 'pauses'] as const;

const ANY = ['passed', 'passed', 'passed', 'failed', 'failed', 'timed_out', 'lost'] as const;

/** What never passes is not merged, nor taken back. */
const GOOD = ['passed', 'passed', 'passed', 'passed', ...ANY] as const;

const MOST_ACTS = 14;

/** How often something happens, rather than that what goes on goes on. */
const ACT = 0.03;

/** Bob lifts what ada may not, for whoever stops everything may not be the one who lets it go on. */
const FREE = [
  ['ada', 'resume'],
  ['bob', 'unlock'],
  ['bob', 'resume'],
  ['ada', 'unlock'],
] as const;

const QUARTER_MS = 16 * 60_000;

/** A run that fails is started again up to the sixth time, ten minutes after the one before each. */
const LAST_PASSES = 14;
