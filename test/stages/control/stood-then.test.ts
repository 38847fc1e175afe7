import { expect, test } from '@jest/globals';
import type { Switch } from '../../../src/control/switches.ts';
import type { Ledger } from '../../../src/stages/control/ports.ts';
import { stoodThen } from '../../../src/stages/control/stood-then.ts';

const ASKED = new Date('2026-03-02T12:00:00Z');
const HOUR_MS = 3_600_000;

/** A log of so many commands since that nobody reads to its end. */
const ledger: Ledger = {
  list: async () => [],
  each: async () => undefined,
  commit: async () => null,
  history: async (ref, limit) =>
    Array.from({ length: limit }, () => ({
      ref,
      oid: 'a'.repeat(40),
      tree: 'b'.repeat(40),
      message: 'pause',
      committedAt: ASKED.toISOString(),
    })),
};

function stoppedAt(hours: number): Switch {
  const at = new Date(ASKED.getTime() + hours * HOUR_MS).toISOString();
  return { state: 'paused', scope: { kind: 'sender', login: `gpt-${hours}` }, reason: '', by: 'ada', at };
}

test('where the log is too long to be read, a late lift is about what is older by any clock alone', async () => {
  const [old, recent, since] = [stoppedAt(-25), stoppedAt(-23), stoppedAt(1)];
  expect(await stoodThen({ ledger }, { askedAt: ASKED }, [old, recent, since])).toEqual([old]);
});
