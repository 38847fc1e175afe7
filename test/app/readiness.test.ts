import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createReadiness } from '../../src/app/readiness.ts';
import { readVersion } from '../../src/app/version.ts';
import { formatWatchEntry, WATCH_REF } from '../../src/record/watch-entry.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

/** Commits on the bare repository need a name. */
const AS_ADA = ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com'];

let world: World;
beforeAll(async () => {
  world = await createWorld({ settings: { commit: 'c0ffee' } });
});
afterAll(() => world.close());

async function canary(): Promise<unknown> {
  return (await world.request('/ready', { token: null })).body['canary'];
}

test('readiness tells version and commit', async () => {
  const build = { version: readVersion(), commit: 'c0ffee' };
  expect((await world.request('/ready', { token: null })).body).toMatchObject(build);
  expect((await world.request('/health', { token: null })).body).toMatchObject(build);
});

test('readiness knows no canary where no repository asks for one', async () => {
  expect(await canary()).toBeNull();
});

test('readiness tells the age of the newest canary, whether one is late, and no repository', async () => {
  world.github.setRole(REPOSITORY, 'ada', 'write');
  const ada = world.github.person('ada', REPOSITORY);
  await ada.push('main', {
    '.github/ghost-runner.yml': 'test:\n  command: npm test\nwatch:\n  canary: { late-after-hours: 2 }\n',
  });
  const at = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const message = formatWatchEntry({
    version: 1,
    incidents: [],
    canary: { since: at, sent: { id: 'canary-1', at }, arrived: { id: 'canary-1', at, seconds: 40 } },
  });
  const tree = (await world.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
  const commit = (await world.github.git(REPOSITORY, ...AS_ADA, 'commit-tree', tree, '-m', message)).trim();
  await world.github.git(REPOSITORY, 'update-ref', WATCH_REF, commit);
  await world.restart();
  while ((await canary()) === null) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seen = (await world.request('/ready', { token: null })).body;
  expect(seen).toMatchObject({ ready: true, canary: { lastAt: at, late: 1 } });
  expect(Object(seen['canary']).secondsSince).toBeGreaterThanOrEqual(3 * 3_600);
  expect(JSON.stringify(seen)).not.toContain('shop');
});

test.each([
  ['connect ECONNREFUSED 10.0.0.5:5432', 'connect ECONNREFUSED …'],
  ['connect ECONNREFUSED ::1:5432', 'connect ECONNREFUSED …'],
  [
    'getaddrinfo ENOTFOUND github.inside. Check the DNS, then run it again.',
    'getaddrinfo ENOTFOUND …. Check the DNS, then run it again.',
  ],
  ['password authentication failed for user "ghost"', 'password authentication failed for user …'],
  ["EACCES: permission denied, open '/srv/ghost.sqlite'", 'EACCES: permission denied, open …'],
  ["the store can't be used: ENOSPC: make room", "the store can't be used: ENOSPC: make room"],
])('readiness tells anybody no name of a machine, file or user: %s', async (said, told) => {
  const check = () => Promise.reject(new Error(said));
  const readiness = createReadiness({
    store: { check },
    targets: { check },
    clock: { now: () => new Date() },
    draining: new AbortController().signal,
    canaries: { seen: () => null },
    slack: null,
  });
  const seen = { ok: false, problem: told };
  expect(await readiness.report()).toMatchObject({ ready: false, github: seen, store: seen });
});

test('a check that hangs is told, and not begun a second time', async () => {
  jest.useFakeTimers();
  let begun = 0;
  const check = () => {
    begun += 1;
    return new Promise<void>(() => undefined);
  };
  const readiness = createReadiness({
    store: { check },
    targets: { check: async () => undefined },
    clock: { now: () => new Date() },
    draining: new AbortController().signal,
    canaries: { seen: () => null },
    slack: null,
  });
  for (let asked = 0; asked < 3; asked += 1) {
    const report = readiness.report();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await report).toMatchObject({ ready: false, store: { ok: false }, github: { ok: true } });
  }
  expect(begun).toBe(1);
  jest.useRealTimers();
});
