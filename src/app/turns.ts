import { setTimeout as delay } from 'node:timers/promises';
import type { IntakeContext } from '../stages/intake/context.ts';

/**
 * Does work that only one of all servers on a store may be at. Whoever comes second waits, and then does it too: so the
 * work has to look what was done before, which it can then be sure of. Rejects where the work does, and where the server
 * ends before its turn has come.
 */
export type InTurn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** The lease is short and renewed, so that a server that dies at it keeps nobody waiting for long. */
export function createTurns(
  { store, clock }: Pick<IntakeContext, 'store' | 'clock'>,
  draining: AbortSignal,
): InTurn {
  const leaseEnd = () => new Date(clock.now().getTime() + LEASE_MS);
  const take = (name: string) => store.heard.first(name, { now: clock.now(), until: leaseEnd() });
  return async (name, work) => {
    while (!(await take(name))) {
      if (draining.aborted) {
        throw new Error('this server ends while another one is at it; GitHub has to send it again');
      }
      await delay(POLL_MS, undefined, { signal: draining }).catch(() => undefined);
    }
    // Where that fails, another server may begin too: what it does then is what it would do after a death.
    const renewal = setInterval(
      () => void store.heard.keep(name, leaseEnd()).catch(() => undefined),
      RENEWAL_MS,
    );
    renewal.unref();
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await store.heard.keep(name, clock.now()).catch(() => undefined);
    }
  };
}

/** Milliseconds after which a server that says nothing any more counts as dead. */
const LEASE_MS = 30_000;
const RENEWAL_MS = 10_000;

/** Milliseconds between two looks whether it is one's turn. */
const POLL_MS = 500;
