import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Store } from '../../../src/stages/intake/store.ts';
import { NOW } from './store.conformance.ts';

/** Ids of the deliveries that writers said were kept before they were killed, two processes at a time. */
export async function acknowledgedByKilledWriters(place: string): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) {
    const writers = ['a', 'b'].map((name) => startWriter(place, `${name}${round}`, acknowledged));
    await Promise.all(writers.map(({ started }) => started));
    await new Promise((resolve) => setTimeout(resolve, 40 * round));
    await Promise.all(writers.map(({ kill }) => kill()));
  }
  return acknowledged;
}

/** Ids of everything that waits in the outbox. */
export async function claimAll(store: Store): Promise<ReadonlySet<string>> {
  const claimed = new Set<string>();
  for (;;) {
    const claim = await store.outbox.claim({ now: NOW, leaseSeconds: 60 });
    if (claim === null) {
      return claimed;
    }
    claimed.add(claim.delivery.id);
  }
}

/** A process that accepts patches as fast as it can, and names each one when it is kept. */
function startWriter(place: string, name: string, acknowledged: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), place, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
  });
  const closed = once(child, 'close');
  return {
    started: Promise.race([once(child.stdout, 'data'), closed]),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
