import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../stages/intake/store.ts';

/** Says when there are new events, whichever process made them. */
export type Feed = {
  /** Looks at once instead of at the next turn. */
  wake(): void;
  /** Resolves when there is an event after `seq`, the time is up, the signal is aborted or the feed is closed. */
  wait(seq: number, options: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
  newest(): number;
  close(): Promise<void>;
};

/** One look per turn for all listeners together, so that they cost the store nothing while nothing happens. */
export async function createFeed(store: Store): Promise<Feed> {
  let newest = await store.events.newest();
  const closed = new AbortController();
  let awoken = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) {
      listener();
    }
  };
  const loop = (async () => {
    while (!closed.signal.aborted) {
      const seen = await store.events.newest().catch(() => newest);
      if (seen > newest) {
        newest = seen;
        notify();
      }
      await Promise.race([awoken.promise, delay(TURN_MS, undefined, { ref: false })]);
      awoken = Promise.withResolvers();
    }
  })();
  return {
    wake: () => awoken.resolve(),
    newest: () => newest,
    wait: async (seq, { milliseconds, signal }) => {
      if (newest > seq || closed.signal.aborted || signal.aborted) {
        return;
      }
      await new Promise<void>((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(check);
          signal.removeEventListener('abort', finish);
          resolve();
        };
        const check = () => (newest > seq || closed.signal.aborted ? finish() : undefined);
        const timer = setTimeout(finish, milliseconds);
        listeners.add(check);
        signal.addEventListener('abort', finish);
      });
    },
    close: async () => {
      closed.abort();
      notify();
      awoken.resolve();
      await loop;
    },
  };
}

/** Milliseconds between two looks; events of this process are seen at once. */
const TURN_MS = 500;
