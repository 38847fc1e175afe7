import * as fc from 'fast-check';
import type { ControlEntry } from '../../src/control/control.ts';
import { ROLES } from '../../src/control/roles.ts';
import type { Scope, Switch } from '../../src/control/switches.ts';
import { VERBS } from '../../src/control/verbs.ts';
import { text } from '../record/arbitrary.ts';

const name = text.filter((value) => value !== '');

const date = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString());

/** Few names, so that two of them are often alike. */
export const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'repository' as const }),
  fc.record({
    kind: fc.constant('branch' as const),
    branch: fc.oneof(fc.constantFrom('main', 'next'), name),
  }),
  fc.record({ kind: fc.constant('sender' as const), login: fc.oneof(fc.constantFrom('gpt', 'GPT'), name) }),
);

export const anySwitch: fc.Arbitrary<Switch> = fc.record(
  { state: fc.constantFrom('paused', 'locked'), scope, reason: text, by: text, at: date, until: date },
  { requiredKeys: ['state', 'scope', 'reason', 'by', 'at'] },
);

export const switches = fc.array(anySwitch, { maxLength: 6 });

export const whom = fc.record(
  {
    branch: fc.constantFrom('main', 'next', 'other'),
    senders: fc.array(fc.constantFrom('gpt', 'Gpt', 'other'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

export const moment = date.map((value) => new Date(value));

export const entry: fc.Arbitrary<ControlEntry> = fc.record({
  version: fc.constant(1 as const),
  switches,
  act: fc.record(
    {
      verb: fc.constantFrom(...VERBS, 'start', 'settle'),
      surface: fc.constantFrom('form', 'comment', 'cli', 'slack', 'api', 'watch', 'first_patch'),
      by: text,
      role: fc.constantFrom(...ROLES),
      at: date,
      patch: text,
      digest: text,
      reason: text,
      confirm: fc.boolean(),
      result: text,
    },
    { requiredKeys: ['verb', 'surface', 'by', 'at'] },
  ),
});
