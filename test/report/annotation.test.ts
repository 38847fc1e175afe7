import { expect, test } from '@jest/globals';
import { parseConfig } from '../../src/policy/config.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import { formatAnnotation } from '../../src/report/annotation.ts';
import { OUTCOMES, patchView } from './views.ts';
import { waitingRecord } from './waiting.ts';

const annotate = (outcome: Outcome) => formatAnnotation(patchView(), outcome);

test('a success is a notice, a failure an error with its remedy', () => {
  expect(annotate(OUTCOMES.opened).level).toBe('notice');
  expect(annotate(OUTCOMES.locked)).toEqual({
    level: 'error',
    title: 'Halted: Ghost Runner is locked',
    message:
      'Nothing was published. Reason: none was given. Send it again once an operator has unlocked Ghost Runner.',
  });
});

test('a mistake in the config is shown where it is', () => {
  const refused = (code: 'bad_config' | 'not_found') =>
    annotate({
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
  expect(annotate({ kind: 'refused', refusals })).not.toHaveProperty('place');
});

test('a reason can not give the runner a command', () => {
  const { message } = annotate({ kind: 'crashed', stage: 'apply', reason: '::error::x\n##[error]y' });
  expect(message).toMatch(/^:\u200B:error::x #\u200B#\[error\]y\./);
});

test('a success that waits for an approval says so', () => {
  const view = patchView({ record: waitingRecord(['Look at run.sh.']) });
  const { level, message } = formatAnnotation(view, OUTCOMES.opened);
  expect(level).toBe('notice');
  expect(message).toContain('It waits for an approval of somebody else than its sender');
});
