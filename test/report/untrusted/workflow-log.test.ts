import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { logText } from '../../../src/report/untrusted/workflow-log.ts';
import { hostileText } from '../hostile.ts';

test('a line is never taken for a command of the runner', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const log = logText(text);
      expect(log).not.toMatch(/^\s*::/m);
      expect(log).not.toContain('##[');
      expect(log).not.toContain('\r');
    }),
  );
});

test('colons that mean nothing to the runner stay', () => {
  expect(logText('std::vector a::b')).toBe('std::vector a::b');
});
