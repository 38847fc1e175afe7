import { expect, test } from '@jest/globals';
import { kindOf } from '../../src/control/command-kind.ts';

test.each([
  ['/ghost pause looking into it', 'stop'],
  ['/ghost LOCK', 'stop'],
  ['/GHOST kill all confirm', 'stop'],
  ['/ghost cancel cart', 'stop'],
  ['/ghost reject cart not now', 'stop'],
  ['/ghost resume', 'lift'],
  ['/ghost unlock confirm', 'lift'],
  ['/ghost apply', 'other'],
  ['/ghost status pause', 'other'],
  ['/ghost', 'other'],
  ['\\ghost pause', 'other'],
])('%s takes its turn as what is called "%s" here', (line, kind) => {
  expect(kindOf(line)).toBe(kind);
});
