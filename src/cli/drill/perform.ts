import { setTimeout as delay } from 'node:timers/promises';
import { type DrillLine, type Fact, isConfirmed, observedOf } from './line.ts';
import type { Shop } from './shop.ts';
import type { Step } from './steps.ts';

/** Takes one step and looks until all of it is seen. A step that breaks is a line too. */
export async function perform(
  shop: Shop,
  step: Step,
  onLook: (facts: readonly Fact[]) => void,
): Promise<DrillLine> {
  const { verb, surface } = step;
  try {
    await step.before?.(shop);
    await waitForFirst(shop, step);
    const from = performance.now();
    const run = (await step.request(shop)) ?? NO_RUN;
    const facts = await lookUntilSeen(() => step.look(shop, run), onLook);
    const seconds = Math.round(performance.now() - from) / 1000;
    return { verb, surface, confirmed: isConfirmed(facts), seconds, observed: observedOf(facts) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { verb, surface, confirmed: false, seconds: 0, observed: { problem } };
  }
}

/** For steps that look at no run. */
const NO_RUN = 0;

async function waitForFirst(shop: Shop, { first }: Step): Promise<void> {
  if (first === undefined) {
    return;
  }
  const seen = await lookUntilSeen(
    () => first(shop),
    () => {},
  );
  if (!isConfirmed(seen)) {
    throw new Error(`this was to be so before: ${JSON.stringify(observedOf(seen))}`);
  }
}

async function lookUntilSeen(
  look: () => Promise<readonly Fact[]>,
  onLook: (facts: readonly Fact[]) => void,
): Promise<readonly Fact[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const facts = await look();
    onLook(facts);
    if (isConfirmed(facts) || performance.now() > end) {
      return facts;
    }
    await delay(BETWEEN_LOOKS_MS);
  }
}

/** The slowest step takes a few seconds on an idle machine; this is for busy ones. */
const PATIENCE_MS = 60_000;
const BETWEEN_LOOKS_MS = 200;
