import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createSwitchboards } from '../../src/app/dashboard/switchboards.ts';
import { type Act, formatControl } from '../../src/control/control.ts';
import type { Switch } from '../../src/control/switches.ts';
import { CONTROL_REF } from '../../src/record/record.ts';

const MINUTE = 60_000;
const AT = '2026-01-02T03:04:05.000Z';
const ACT: Act = { verb: 'pause', surface: 'comment', by: 'ada', at: AT };
const PAUSED: Switch = { state: 'paused', scope: { kind: 'repository' }, reason: 'leak', by: 'ada', at: AT };

let now = 0;
beforeEach(() => {
  now = 1_000_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Repositories that run until they are paused; `asked` has each request to GitHub. */
function createScene() {
  const asked: string[] = [];
  const paused = new Set<string>();
  const stops: Switch[] = [];
  const read = (name: string) => async () => {
    asked.push(name);
    const switches = [...stops, ...(paused.has(name) ? [PAUSED] : [])];
    const message = formatControl({ version: 1, switches, act: ACT });
    return {
      defaultBranch: 'main',
      base: null,
      refs: new Map([[CONTROL_REF, { oid: '1', tree: '2', message }]]),
      config: null,
      anyRefUnder: true,
      labelIds: new Map<string, string>(),
      reviewerIds: new Map<string, string>(),
    };
  };
  const boards = createSwitchboards({
    clock: { now: () => new Date(AT) },
    target: async (name) => ({ context: { repository: { read: read(name) } } }),
  });
  /** Seconds until somebody who looks at these every five seconds is shown the pause of one. */
  const secondsUntilPaused = async (name: string, names: readonly string[]): Promise<number> => {
    paused.add(name);
    for (let seconds = 0; seconds < 900; seconds += 5) {
      const seen = await Promise.all(names.map((one) => boards.see(one)));
      const switched = seen[names.indexOf(name)];
      if (switched?.known === true && switched.control.state === 'paused') {
        return seconds;
      }
      now += 5_000;
    }
    return Number.POSITIVE_INFINITY;
  };
  return { asked, boards, secondsUntilPaused, stops };
}

function named(account: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${account}/r${index}`);
}

test('a stop of one sender is seen, and a page is told that something has changed', async () => {
  const { boards, stops } = createScene();
  expect(await boards.look('acme/shop')).toMatchObject({ control: { state: 'running' }, stops: [] });
  const before = boards.version(['acme/shop']);
  const stopped: Switch = { ...PAUSED, scope: { kind: 'sender', login: 'shop-gpt' } };
  stops.push(stopped, { ...stopped, scope: { kind: 'branch', branch: 'old' }, until: AT });
  expect(await boards.look('acme/shop')).toMatchObject({ control: { state: 'running' }, stops: [stopped] });
  expect(boards.version(['acme/shop'])).toBe(before + 1);
});

test.each([
  ['nobody else looks', [], 0],
  ['others look at many of theirs', named('other', 100), 0],
  ['others have looked at many of the same account, and look no more', named('acme', 100), 2 * MINUTE],
])('a pause is seen within some seconds where %s', async (_, others, since) => {
  const { boards, secondsUntilPaused } = createScene();
  await Promise.all([...others, 'acme/shop'].map((name) => boards.see(name)));
  now += since;
  await boards.see('acme/shop');
  expect(await secondsUntilPaused('acme/shop', ['acme/shop'])).toBeLessThanOrEqual(15);
});

test.each([
  [12, 65, 750],
  [40, 65, 2_450],
  [100, 155, 2_450],
])(
  'of %i repositories of an account that all are looked at, a pause is seen in time',
  async (count, seconds, requests) => {
    const { asked, secondsUntilPaused, boards } = createScene();
    const names = named('acme', count);
    await Promise.all(names.map((name) => boards.see(name)));
    expect(await secondsUntilPaused('acme/r5', names)).toBeLessThanOrEqual(seconds);
    asked.length = 0;
    for (const end = now + 60 * MINUTE; now < end; now += 5_000) {
      await Promise.all(names.map((name) => boards.see(name)));
    }
    expect(asked.length).toBeLessThanOrEqual(requests);
  },
);
