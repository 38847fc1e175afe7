import { setTimeout as delay } from 'node:timers/promises';
import type { PatchEvent, Store } from '../stages/intake/store.ts';
import type { Feed } from './feed.ts';

/** What is written down of one step of a patch. Its id and digest are the same from the sender to the record. */
export type Step = Pick<PatchEvent, 'repository' | 'id' | 'digest' | 'kind' | 'state' | 'outcome'>;

/** Writes down every step of every patch from now on, whichever process took it, until the signal. Resolves then. */
export async function keepLogbook(given: {
  readonly store: Pick<Store, 'events'>;
  readonly feed: Pick<Feed, 'wait' | 'newest'>;
  readonly write: (step: Step) => void;
  readonly onError: (error: unknown) => void;
  readonly until: AbortSignal;
}): Promise<void> {
  const { store, feed, write, onError, until } = given;
  let seq = feed.newest();
  while (!until.aborted) {
    await feed.wait(seq, { milliseconds: PATIENCE_MS, signal: until });
    try {
      for (const event of until.aborted ? [] : await store.events.since(seq, { limit: STEPS })) {
        seq = event.seq;
        write(stepOf(event));
      }
    } catch (error) {
      onError(error);
      await delay(PAUSE_MS, undefined, { signal: until }).catch(() => undefined);
    }
  }
}

/** Milliseconds; only so that nothing waits for ever. */
const PATIENCE_MS = 60_000;

/** Milliseconds; the store is in trouble, which a moment may end. */
const PAUSE_MS = 5_000;

/** Events of one look. */
const STEPS = 100;

function stepOf({ repository, id, digest, kind, state, outcome }: PatchEvent): Step {
  return {
    repository,
    id,
    digest,
    kind,
    ...(state === undefined ? {} : { state }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
