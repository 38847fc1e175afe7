import { expect, test } from '@jest/globals';
import { describeRecord } from '../../src/report/record.ts';
import { doneView, OUTCOMES } from './views.ts';

test('a program that reads the record learns every reason and what to do', () => {
  expect(describeRecord(doneView(OUTCOMES.refusedTwice))).toEqual({
    headline: 'Refused for 2 reasons (login-timeout)',
    detail: [
      'The title must be text. (And 1 more.)',
      '- malformed /title: The title must be text.',
      '- protected_path .github/workflows/ci.yml: Patches may not touch .github/workflows/ci.yml.',
      'Correct the patch and send it again under the same id.',
    ].join('\n'),
  });
});

test('it learns the failing lines', () => {
  expect(describeRecord(doneView(OUTCOMES.testsFailed)).detail).toContain(
    '\n- ✕ login › waits thirty seconds\n- expected 30 to be 10\n',
  );
});

test('it learns that a patch which is too much for now can be sent again as it is', () => {
  const message = 'There is no room; send it again later.';
  const refusals = [{ code: 'rate_limited', message }] as const;
  expect(describeRecord(doneView({ kind: 'refused', refusals }))).toEqual({
    headline: 'Refused for now (login-timeout)',
    detail: [message, `- rate_limited: ${message}`, 'Nothing has to be changed in the patch.'].join('\n'),
  });
});
