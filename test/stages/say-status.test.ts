import { describe, expect, test } from '@jest/globals';
import { spokenOf } from '../../src/stages/say-status.ts';
import { OUTCOMES, patchRecord } from '../report/views.ts';

const HEAD = 'a'.repeat(40);
const EARLIER = 'b'.repeat(40);

describe('the commit whose status says what became of a patch', () => {
  test('is that of its attempt, also where it was taken away', () => {
    expect(spokenOf(patchRecord({ head: HEAD, outcome: OUTCOMES.merged }), { head: HEAD })).toBe(HEAD);
    const { head: _, ...record } = patchRecord({ withdrawn: HEAD });
    expect(spokenOf(record, null)).toBe(HEAD);
  });

  test('is none where a later attempt stands on record than the one that was merged', () => {
    expect(
      spokenOf(patchRecord({ head: HEAD, outcome: OUTCOMES.merged }), { head: EARLIER }),
    ).toBeUndefined();
  });
});
