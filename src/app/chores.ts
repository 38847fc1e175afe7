import type { IntakeContext } from '../stages/intake/context.ts';

/** Something to do again and again, by one of all servers that share a store. */
export type Chore = {
  readonly name: string;
  /** Milliseconds from the beginning of one turn to that of the next. */
  readonly every: number;
  /** Is given when the last turn that came to its end began; null: none has. */
  readonly work: (lastDone: Date | null) => Promise<unknown>;
};

/**
 * Does a chore when it is due: once in its time, and once after this server started, for what happened while nobody
 * ran. Otherwise, and while another server is at it, nothing happens. Rejects where the work does.
 */
export type DoChore = (chore: Chore) => Promise<void>;

/** The lease is short and renewed, so that a server that dies at it is replaced soon, however long the work takes. */
export function createChores({ store, clock }: Pick<IntakeContext, 'store' | 'clock'>): DoChore {
  const inTime = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);
  const started = inTime(-JUST_BEFORE_MS);
  return async ({ name, every, work }) => {
    const due = inTime(-every * PUNCTUALITY);
    const unlessSince = due > started ? due : started;
    const turn = await store.chores.begin({ name, now: clock.now(), until: inTime(LEASE_MS), unlessSince });
    if (turn === null) {
      return;
    }
    // Who can't renew it, or does so too late, may find that somebody else is at it too: twice does no harm.
    const renewal = setInterval(
      () => void store.chores.renew(turn, inTime(LEASE_MS)).catch(() => false),
      RENEWAL_MS,
    );
    renewal.unref();
    let done = false;
    try {
      await work(turn.doneSince);
      done = true;
    } finally {
      clearInterval(renewal);
      const rest = inTime(Math.min(every, REST_AFTER_FAILURE_MS));
      // Where that can't be written, the lease ends by itself, and the chore is done once more.
      await (done ? store.chores.end(turn) : store.chores.renew(turn, rest)).catch(() => false);
    }
  };
}

/** Milliseconds before its start in which what a server looks for was looked for already: several that start together look once. */
const JUST_BEFORE_MS = 10_000;

/** Milliseconds after which a server that says nothing any more counts as dead. */
const LEASE_MS = 30_000;
const RENEWAL_MS = 10_000;

/** Milliseconds in which no server tries again what has just failed. */
const REST_AFTER_FAILURE_MS = 60_000;

/** Timers are never exact; the share of its time after which a chore is due. */
const PUNCTUALITY = 0.9;
