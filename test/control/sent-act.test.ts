import { expect, test } from '@jest/globals';
import { describeSent, sentActAskedAt, sentActAttempt } from '../../src/control/sent-act.ts';

const AT = '2026-01-01T12:05:00.000Z';
const ASKED = new Date('2026-01-01T12:00:00.000Z');

test('when a patch was asked for is read from what the log says of it, whoever started its run again', () => {
  const result = describeSent('fix', { attempt: 2, askedAt: ASKED });
  expect(result).toBe('fix is sent, as asked for at 2026-01-01T12:00:00.000Z. It is to be attempt 2.');
  expect(sentActAskedAt({ at: AT, result })).toBe(ASKED.getTime());
  expect(sentActAskedAt({ at: AT, result: `${result} rita wrote it.` })).toBe(ASKED.getTime());
});

test('an entry that does not say so counts from when it was made', () => {
  for (const result of [
    describeSent('fix', { attempt: 2 }),
    'fix is sent, as asked for at noon.',
    undefined,
  ]) {
    expect(sentActAskedAt({ at: AT, ...(result === undefined ? {} : { result }) })).toBe(Date.parse(AT));
  }
});

test('which attempt of which patch it was to be is read from it too, and is unknown where an earlier version wrote it', () => {
  const about = { patch: 'fix', result: describeSent('revert-fix', { attempt: 2 }) };
  expect(sentActAttempt(about)).toEqual({ id: 'revert-fix', attempt: 2 });
  expect(sentActAttempt({ ...about, result: `${about.result} rita wrote it.` })).toEqual({
    id: 'revert-fix',
    attempt: 2,
  });
  expect(sentActAttempt({ patch: 'fix', result: 'revert-fix is sent.' })).toEqual({
    id: 'revert-fix',
    attempt: 0,
  });
  expect(sentActAttempt({ patch: 'fix', result: 'fix is worked on as attempt 2.' })).toEqual({
    id: 'fix',
    attempt: 0,
  });
});
