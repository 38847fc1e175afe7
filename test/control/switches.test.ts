import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  activeSwitches,
  addSwitch,
  liftSwitches,
  type Switch,
  strictestSwitch,
} from '../../src/control/switches.ts';
import { anySwitch, moment, switches, whom } from './arbitrary.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const PAUSED: Switch = {
  state: 'paused',
  scope: { kind: 'repository' },
  reason: '',
  by: 'octocat',
  at: '2026-01-01T11:00:00.000Z',
};
const LOCKED: Switch = { ...PAUSED, state: 'locked' };
const LATER = '2026-01-01T13:00:00.000Z';

describe('switches', () => {
  test('adding a switch never loosens what counts, for anybody at any time', () => {
    fc.assert(
      fc.property(switches, anySwitch, whom, fc.tuple(moment, moment), (known, added, who, moments) => {
        const [now, then] = moments;
        fc.pre(now <= then);
        const before = strictestSwitch(known, who, then);
        const after = strictestSwitch(addSwitch(known, added, now), who, then);
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        expect(endOf(after) >= endOf(before) || rank(after) > rank(before)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('what was added counts at once, for those that it is about', () => {
    fc.assert(
      fc.property(switches, anySwitch, moment, (known, added, now) => {
        fc.pre(activeSwitches([added], now).length === 1);
        const { scope } = added;
        const who = {
          ...(scope.kind === 'branch' ? { branch: scope.branch } : {}),
          ...(scope.kind === 'sender' ? { senders: [scope.login] } : {}),
        };
        expect(rank(strictestSwitch(addSwitch(known, added, now), who, now))).toBeGreaterThanOrEqual(
          rank(added),
        );
      }),
    );
  });

  test('lifting takes away exactly its like', () => {
    fc.assert(
      fc.property(switches, anySwitch, moment, (known, lift, now) => {
        const { lifted, left } = liftSwitches(known, lift, now);
        expect(lifted.length + left.length).toBe(activeSwitches(known, now).length);
        expect(liftSwitches(left, lift, now).lifted).toEqual([]);
        expect(left.filter(({ state }) => state !== lift.state)).toEqual(
          activeSwitches(known, now).filter(({ state }) => state !== lift.state),
        );
      }),
    );
  });

  test('a lock counts before a pause, and of two alike the one that lasts longer', () => {
    expect(strictestSwitch([PAUSED, LOCKED], {}, NOW)).toBe(LOCKED);
    const short: Switch = { ...PAUSED, until: LATER };
    expect(strictestSwitch([short, PAUSED], {}, NOW)).toBe(PAUSED);
    const onMain: Switch = { ...PAUSED, scope: { kind: 'branch', branch: 'main' } };
    expect(strictestSwitch([short, onMain], { branch: 'main' }, NOW)).toBe(onMain);
  });

  test('logins are the same in any case, branches are not', () => {
    const gpt: Switch = { ...PAUSED, scope: { kind: 'sender', login: 'GPT' } };
    const main: Switch = { ...PAUSED, scope: { kind: 'branch', branch: 'Main' } };
    expect(strictestSwitch([gpt], { senders: ['ada', 'gpt'] }, NOW)).toBe(gpt);
    expect(strictestSwitch([gpt], {}, NOW)).toBeNull();
    expect(strictestSwitch([main], { branch: 'main' }, NOW)).toBeNull();
  });

  test("nobody shortens another's stop by asking for one", () => {
    const short: Switch = { ...PAUSED, by: 'hubot', until: LATER };
    expect(addSwitch([PAUSED], short, NOW)).toEqual([{ ...PAUSED, at: '2026-01-01T11:00:00.001Z' }]);
    expect(addSwitch([short], PAUSED, NOW)).toEqual([PAUSED]);
    expect(addSwitch([PAUSED], LOCKED, NOW)).toEqual([PAUSED, LOCKED]);
  });

  test('a stop that is asked for again stays that of who stopped, and counts as set just now', () => {
    const again: Switch = { ...PAUSED, by: 'hubot', reason: 'worse', at: '2026-01-01T11:30:00.000Z' };
    const [standing, ...more] = addSwitch([PAUSED], again, NOW);
    expect([standing, more]).toEqual([{ ...PAUSED, at: again.at }, []]);
    // However far behind the clock of who asks again is, it is not the same stop any more.
    expect(addSwitch([again], PAUSED, NOW)).toEqual([{ ...again, at: '2026-01-01T11:30:00.001Z' }]);
    expect(addSwitch([again], again, NOW)).toEqual([{ ...again, at: '2026-01-01T11:30:00.001Z' }]);
  });

  test('a clock that jumps back brings a switch back that is still kept, and never loosens one', () => {
    const short: Switch = { ...PAUSED, until: LATER };
    expect(strictestSwitch([short], {}, new Date('2027-01-01'))).toBeNull();
    expect(strictestSwitch([short], {}, new Date('2020-01-01'))).toBe(short);
  });
});

function rank(found: Switch | null): number {
  return found === null ? 0 : found.state === 'paused' ? 1 : 2;
}

function endOf(found: Switch | null): number {
  return found === null
    ? Number.NEGATIVE_INFINITY
    : found.until === undefined
      ? Number.POSITIVE_INFINITY
      : new Date(found.until).getTime();
}
