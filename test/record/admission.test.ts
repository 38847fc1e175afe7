import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { admitOpen, admitSender } from '../../src/record/admission.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { openSlots, type Slot, senderSlots } from '../../src/record/slots.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const MINUTE = 60_000;

describe('record/admission', () => {
  test('no hour ever has more patches of a sender than there are slots, and a retry at the told time gets in', () => {
    const arrivals = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 50 }), digest }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), arrivals, (limit, all) => {
        const slots = new Map(senderSlots('gpt', limit).map((ref) => [ref, empty(ref)]));
        const taken: number[] = [];
        let time = NOW.getTime();
        for (const { minutes, digest: by } of all) {
          time += minutes * MINUTE;
          const ask = (at: number) =>
            admitSender([...slots.values()], { digest: by, sender: 'gpt', now: new Date(at) });
          const admission = ask(time);
          const recent = taken.filter((at) => time - at < 60 * MINUTE);
          expect(admission.ok).toBe(recent.length < limit);
          if (admission.ok) {
            taken.push(time);
            slots.set(admission.slot.ref, held(admission.slot.ref, by, new Date(time)));
          } else {
            const retryAt = Math.min(...recent) + 60 * MINUTE;
            expect(admission.refusal.data).toEqual({
              limit,
              retryAt: new Date(retryAt).toISOString().replace('.000Z', 'Z'),
            });
            expect([ask(retryAt - 1).ok, ask(retryAt).ok]).toEqual([false, true]);
          }
        }
      }),
    );
  });

  test('whoever sees the same, and however many they are, choose from no more slots than there is room', () => {
    const places = fc.record({
      limit: fc.integer({ min: 1, max: 8 }),
      busy: fc.uniqueArray(fc.integer({ min: 0, max: 7 })),
      others: fc.integer({ min: 0, max: 4 }),
      digests: fc.array(digest, { minLength: 1, maxLength: 30 }),
    });
    fc.assert(
      fc.property(places, ({ limit, busy, others, digests }) => {
        const slots = openSlots(limit).map((ref, index) =>
          busy.includes(index) ? held(ref, `p${index}`, NOW) : empty(ref),
        );
        const pullRequests = Array.from({ length: others }, (_, number) => ({
          number,
          url: '',
          id: `other-${number}`,
        }));
        const room = limit - busy.filter((index) => index < limit).length - others;
        const chosen = digests.map((by) =>
          admitOpen({ slots, pullRequests, isUnderWay: () => true }, { digest: by, sender: 'gpt', now: NOW }),
        );
        expect(chosen.every(({ ok }) => ok === room > 0)).toBe(true);
        const refs = new Set(chosen.map((one) => (one.ok ? one.slot.ref : '')));
        expect(refs.size).toBeLessThanOrEqual(Math.max(1, room));
        expect(chosen.every((one) => !one.ok || one.slot.holder === null)).toBe(true);
      }),
    );
  });

  test('a pull request that is open and holds a slot is counted once', () => {
    const [one = '', two = ''] = openSlots(2);
    const open = {
      slots: [held(one, 'a', NOW), empty(two)],
      pullRequests: [{ number: 1, url: '', id: 'a' }],
      isUnderWay: () => true,
    };
    expect(admitOpen(open, { digest: 'ab', sender: 'gpt', now: NOW })).toMatchObject({
      ok: true,
      slot: { ref: two },
    });
  });

  test('a patch that came again after a merge holds one slot, and not the one that it had before', () => {
    const [first = '', second = '', third = ''] = openSlots(3);
    const slot = (ref: string, attempt: number) => {
      const { holder, ...rest } = held(ref, 'weekly', NOW);
      return { ...rest, holder: holder && { ...holder, attempt } };
    };
    const slots = [slot(first, 1), slot(second, 3), slot(third, 2)];
    const pullRequests = [{ number: 2, url: '', id: 'weekly' }];
    for (const by of ['0'.repeat(64), `${'0'.repeat(7)}1${'0'.repeat(56)}`]) {
      const admission = admitOpen(
        { slots, pullRequests, isUnderWay: () => false },
        { digest: by, sender: 'gpt', now: NOW },
      );
      expect(admission).toMatchObject({ ok: true, slot: { ref: by.startsWith('00000001') ? third : first } });
    }
  });

  test('a slot whose time is to come does not stay taken for ever', () => {
    const [ref = ''] = senderSlots('gpt', 1);
    const slots = [held(ref, 'a', new Date('2099-01-01T00:00:00Z'))];
    expect(admitSender(slots, { digest: 'ab', sender: 'gpt', now: NOW }).ok).toBe(true);
  });

  test('a long list of what is open is cut', () => {
    const refs = openSlots(50);
    const slots = refs.map((ref, index) => held(ref, `patch-${index}`, NOW));
    const admission = admitOpen(
      { slots, pullRequests: [], isUnderWay: () => true },
      { digest: 'ab', sender: 'gpt', now: NOW },
    );
    expect(admission).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('40 more') } });
  });
});

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);

function empty(ref: string): Slot {
  return { ref, oid: null, holder: null };
}

function held(ref: string, id: string, at: Date): Slot {
  const time = at.toISOString();
  const holder: PatchRecord = {
    version: 1,
    id,
    digest: 'a'.repeat(64),
    title: id,
    sender: 'gpt',
    state: 'applied',
    receivedAt: time,
    attempt: 1,
    run: { id: 1, attempt: 1, url: '' },
    startedAt: time,
    deadline: time,
    steps: [],
    warnings: [],
  };
  return { ref, oid: 'b'.repeat(40), holder };
}
