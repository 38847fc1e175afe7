import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/patch/refusal.ts';
import type { PatchRecord, TurnedAway } from '../../src/record/record.ts';
import { formatRecord, parseRecord } from '../../src/record/text.ts';
import { MOST_TURNED_AWAY, withTurnedAway } from '../../src/record/turned-away.ts';
import { patchRecord } from '../report/views.ts';

const HEADLINE = { headline: 'Refused' };

describe('record/turned-away', () => {
  test('of many deliveries that are turned away within an hour only a few are noted', () => {
    let record: PatchRecord | null = patchRecord({});
    for (let count = 0; count < MOST_TURNED_AWAY; count++) {
      record = record && withTurnedAway(record, turnedAway(count), HEADLINE);
    }
    expect(record?.turnedAway).toHaveLength(MOST_TURNED_AWAY);
    expect(record && withTurnedAway(record, turnedAway(59), HEADLINE)).toBeNull();
  });

  test('one that comes hours later is noted, and the oldest goes with what was said of it', () => {
    let record: PatchRecord | null = patchRecord({ warnings: ['Slack was not told'] });
    for (let count = 0; count < 20; count++) {
      record = record && withTurnedAway(record, turnedAway(count * 61), HEADLINE);
    }
    expect(record?.turnedAway).toHaveLength(MOST_TURNED_AWAY);
    expect(record?.turnedAway?.at(-1)).toMatchObject({ run: { id: 19 * 61 } });
    expect(record?.warnings).toHaveLength(MOST_TURNED_AWAY + 1);
    expect(record?.warnings[0]).toBe('Slack was not told');
  });

  test('however long the reasons are, the record stays within its size, and the newest is told', () => {
    const text = '\u0001'.repeat(5_000);
    const refusals: readonly Refusal[] = Array.from({ length: 50 }, () => ({
      code: 'not_found',
      message: text,
      path: text,
      data: { text },
    }));
    let record: PatchRecord | null = patchRecord({});
    for (let count = 0; count < MOST_TURNED_AWAY; count++) {
      const one = { ...turnedAway(count), title: text, outcome: { kind: 'refused' as const, refusals } };
      record = record && withTurnedAway(record, one, HEADLINE);
    }
    const message = formatRecord(record ?? patchRecord({}), { headline: '', detail: '' });
    expect(message.length).toBeLessThan(60_000);
    const read = parseRecord(message);
    const kept = read.ok ? (read.record.turnedAway ?? []) : [];
    expect(kept.at(-1)).toMatchObject({ run: { id: MOST_TURNED_AWAY - 1 }, outcome: { kind: 'refused' } });
  });

  test('in a record that is too long as it is, all are counted', () => {
    const notes = ['x'.repeat(70_000)];
    const plan = { changes: [], notes, labels: [], reviewers: [], draft: false };
    let record: PatchRecord | null = patchRecord({ plan });
    for (let count = 0; count < MOST_TURNED_AWAY; count++) {
      const next: PatchRecord | null = record && withTurnedAway(record, turnedAway(count), HEADLINE);
      const read = parseRecord(formatRecord(next ?? patchRecord(), { headline: '', detail: '' }));
      record = read.ok ? read.record : null;
    }
    expect(record?.turnedAway?.map(({ outcome }) => outcome.kind)).toEqual(Array(5).fill('refused'));
    expect(record && withTurnedAway(record, turnedAway(59), HEADLINE)).toBeNull();
  });
});

/** So many minutes after ten. */
function turnedAway(minutes: number): TurnedAway {
  return {
    digest: 'd'.repeat(64),
    title: 'Another',
    run: { id: minutes, attempt: 1, url: `https://github.com/acme/shop/actions/runs/${minutes}` },
    at: new Date(Date.parse('2026-01-01T10:00:00Z') + minutes * 60_000).toISOString(),
    outcome: { kind: 'refused', refusals: [{ code: 'not_found', message: 'It is not there.' }] },
  };
}
