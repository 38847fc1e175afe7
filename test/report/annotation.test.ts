import { expect, test } from '@jest/globals';
import { formatAnnotation } from '../../src/report/annotation.ts';
import { OUTCOMES } from './views.ts';

test('a success is a notice, a failure an error with its remedy', () => {
  expect(formatAnnotation(OUTCOMES.opened).level).toBe('notice');
  expect(formatAnnotation(OUTCOMES.paused)).toEqual({
    level: 'error',
    title: 'Halted: Ghost Runner is paused',
    message:
      'Nothing was published. Reason: release in progress. Send it again once an operator has resumed Ghost Runner.',
  });
});

test('a reason can not give the runner a command', () => {
  const { message } = formatAnnotation({ kind: 'crashed', stage: 'apply', reason: '::error::x\n##[error]y' });
  expect(message).toMatch(/^:\u200B:error::x #\u200B#\[error\]y\./);
});
