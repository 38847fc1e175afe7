import { describe, expect, test } from '@jest/globals';
import { type Act, formatControl } from '../../../src/control/control.ts';
import { CONTROL_REF } from '../../../src/record/record.ts';
import { formatRecord } from '../../../src/record/text.ts';
import { findAsker } from '../../../src/stages/control/patch-sender.ts';
import { patchRecord } from '../../report/views.ts';

const DIGEST = 'a'.repeat(64);
const PATCH = { id: 'fix', digest: DIGEST, receivedAt: '2026-01-08T00:00:00Z' };
const ASKED: Act = act({ verb: 'apply', by: 'mallory', patch: 'fix', digest: DIGEST });

describe('who asked for a patch', () => {
  test.each([0, 499, 3000])('is found behind %s later entries', async (later) => {
    const ledger = logOf([
      ...fill(later, '2026-01-09T00:00:00Z'),
      { ...entryOf(ASKED, '2026-01-07T00:00:00Z') },
    ]);
    expect(await findAsker(ledger, PATCH)).toBe('mallory');
  });

  test('is nobody where the log goes back to long before it came', async () => {
    const ledger = logOf(fill(600, '2025-12-24T00:00:00Z'));
    expect(await findAsker(ledger, PATCH)).toBeNull();
    expect(ledger.limits).toEqual([500]);
  });

  test('is not taken for nobody where the log was filled until it can not be read so far', async () => {
    const ledger = logOf(fill(5001, '2026-01-09T00:00:00Z'));
    await expect(findAsker(ledger, PATCH)).rejects.toThrow('nobody knows who asked for it');
  });

  test('is also who sent what no record of this id has, as it may have been changed on its way', async () => {
    const sent = entryOf({ ...ASKED, digest: 'b'.repeat(64) }, '2026-01-07T00:00:00Z');
    expect(await findAsker(logOf([sent]), PATCH)).toBe('mallory');
    expect(await findAsker(logOf([sent], [stepOf('b'.repeat(64))]), PATCH)).toBeNull();
    expect(await findAsker(logOf([sent]), { ...PATCH, id: 'other' })).toBeNull();
    expect(await findAsker(logOf([{ ...sent, committedAt: '2025-12-24T00:00:00Z' }]), PATCH)).toBeNull();
  });
});

type Entry = Awaited<ReturnType<Parameters<typeof findAsker>[0]['history']>>[number];

function act(more: Pick<Act, 'verb' | 'by'> & Partial<Act>): Act {
  return { surface: 'comment', at: '2026-01-07T00:00:00Z', ...more };
}

function entryOf(done: Act, committedAt: string): Entry {
  const message = formatControl({ version: 1, switches: [], act: done });
  return { ref: 'refs/ghost/control', oid: '', tree: '', message, committedAt };
}

function stepOf(digest: string): Entry {
  const message = formatRecord(patchRecord({ id: 'fix', digest }), {
    headline: 'Fix',
    detail: 'It is fixed.',
  });
  return { ref: 'refs/ghost/patches/fix', oid: '', tree: '', message, committedAt: '2026-01-01T00:00:00Z' };
}

function fill(count: number, committedAt: string): readonly Entry[] {
  return Array.from({ length: count }, () => entryOf(act({ verb: 'retry', by: 'mallory' }), committedAt));
}

function logOf(entries: readonly Entry[], steps: readonly Entry[] = []) {
  const limits: number[] = [];
  return {
    limits,
    history: async (ref: string, limit: number) => {
      if (ref !== CONTROL_REF) return steps;
      limits.push(limit);
      return entries.slice(0, limit);
    },
  };
}
