import { describe, expect, test } from '@jest/globals';
import { wordOf, wordOfEntry } from '../../src/app/dashboard/words.ts';

describe('a patch that failed', () => {
  test('is named as not delivered only where that is sure', () => {
    expect(wordOfEntry({ state: 'failed' }).words).toBe('Not delivered');
    expect(wordOf({ stage: 'failed', finished: true }).words).toBe('Not delivered');
    expect(wordOfEntry({ state: 'failed', mayHaveArrived: true }).words).toBe('Perhaps not delivered');
    expect(wordOf({ stage: 'failed', finished: false }).words).toBe('Perhaps not delivered');
  });

  test('is named as its record has it, once there is one', () => {
    const record = { oid: 'c0', state: 'done', outcome: 'opened', at: '2026-01-01T12:00:00.000Z' } as const;
    expect(wordOfEntry({ state: 'failed', mayHaveArrived: true, record })).toEqual(
      wordOf({ stage: 'done', outcome: 'opened' }),
    );
  });
});
