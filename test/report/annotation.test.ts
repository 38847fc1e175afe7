import { expect, test } from '@jest/globals';
import { parseConfig } from '../../src/policy/config.ts';
import { formatAnnotation } from '../../src/report/annotation.ts';
import { OUTCOMES } from './views.ts';

test('a success is a notice, a failure an error with its remedy', () => {
  expect(formatAnnotation(OUTCOMES.opened).level).toBe('notice');
  expect(formatAnnotation(OUTCOMES.locked)).toEqual({
    level: 'error',
    title: 'Halted: Ghost Runner is locked',
    message:
      'Nothing was published. Reason: none was given. Send it again once an operator has unlocked Ghost Runner.',
  });
});

test('a mistake in the config is shown where it is', () => {
  const refused = (code: 'bad_config' | 'not_found') =>
    formatAnnotation({
      kind: 'refused',
      refusals: [{ code, message: 'No.', data: { line: 3, column: 5 } }],
    });
  expect(refused('bad_config')).toMatchObject({
    place: { file: '.github/ghost-runner.yml', line: 3, column: 5 },
  });
  expect(refused('not_found')).not.toHaveProperty('place');
});

test('a mistake in the config of the organisation is in no file of this repository', () => {
  const parsed = parseConfig({
    own: 'test: {command: make}\n',
    organisation: { repository: 'acme/.github', text: 'test: [' },
  });
  const refusals = parsed.ok ? [] : parsed.refusals;
  expect(refusals).toMatchObject([{ data: { line: 1, file: 'acme/.github: .github/ghost-runner.yml' } }]);
  expect(formatAnnotation({ kind: 'refused', refusals })).not.toHaveProperty('place');
});

test('a reason can not give the runner a command', () => {
  const { message } = formatAnnotation({ kind: 'crashed', stage: 'apply', reason: '::error::x\n##[error]y' });
  expect(message).toMatch(/^:\u200B:error::x #\u200B#\[error\]y\./);
});
