/** How many jobs run at once; the others wait in order. */
export type Slots = {
  /** Returns the function that gives the slot back; undefined: `signal` was aborted first. */
  take(signal: AbortSignal): Promise<(() => void) | undefined>;
};

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];

  function take(signal: AbortSignal): Promise<(() => void) | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    if (free === 0) return queue(signal);
    free -= 1;
    return Promise.resolve(give);
  }

  /** A slot goes straight to the one who waits longest: nobody can come in between. */
  function give(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  function queue(signal: AbortSignal): Promise<(() => void) | undefined> {
    return new Promise((resolve) => {
      waiting.push(proceed);
      signal.addEventListener('abort', abandon, { once: true });

      function proceed(): void {
        signal.removeEventListener('abort', abandon);
        resolve(give);
      }

      function abandon(): void {
        waiting.splice(waiting.indexOf(proceed), 1);
        resolve(undefined);
      }
    });
  }

  return { take };
}
