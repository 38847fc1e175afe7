import { expect, test } from '@jest/globals';
import { describeSent, sentActAskedAt } from '../../src/control/sent-act.ts';

const AT = '2026-01-01T12:05:00.000Z';
const ASKED = new Date('2026-01-01T12:00:00.000Z');

test('when a patch was asked for is read from what the log says of it, whoever started its run again', () => {
  const result = describeSent('fix', ASKED);
  expect(result).toBe('fix is sent, as asked for at 2026-01-01T12:00:00.000Z.');
  expect(sentActAskedAt({ at: AT, result })).toBe(ASKED.getTime());
  expect(sentActAskedAt({ at: AT, result: `${result} rita wrote it.` })).toBe(ASKED.getTime());
});

test('an entry that does not say so counts from when it was made', () => {
  for (const result of [describeSent('fix', undefined), 'fix is sent, as asked for at noon.', undefined]) {
    expect(sentActAskedAt({ at: AT, ...(result === undefined ? {} : { result }) })).toBe(Date.parse(AT));
  }
});
