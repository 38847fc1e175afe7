import type { ControlContext } from './context.ts';

/**
 * Looks again and again until there is something to see, and gives null when that took longer than so many seconds.
 * Only what was waited counts, so that a clock that jumps ends nothing.
 */
export async function lookUntil<Seen>(
  { wait }: Pick<ControlContext, 'wait'>,
  seconds: number,
  look: () => Promise<Seen | null>,
): Promise<Seen | null> {
  let waited = 0;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * GROWTH)) {
    const seen = await look();
    if (seen !== null || waited >= seconds) {
      return seen;
    }
    await wait(pause);
    waited += pause;
  }
}

/** Quick at first, for most effects come within seconds; then seldom enough for GitHub's hourly limit. */
const FIRST_PAUSE = 0.5;
const LONGEST_PAUSE = 5;
const GROWTH = 1.5;
