import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { createPlaces } from '../../../src/app/slack/place.ts';
import { createTarget } from '../../../src/app/target.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { Target } from '../../../src/stages/intake/context.ts';
import type { Store } from '../../../src/stages/intake/store.ts';

const HOUR_MS = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openSqliteStore(':memory:');
});
afterAll(() => store.close());

let now = 0;
afterEach(() => {
  jest.restoreAllMocks();
});

/** An account with so many repositories, of which none is told of anywhere. */
function createScene(repositories: number, { unreadable = '', listed = true } = {}) {
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const github = { asked: 0, lists: 0 };
  const target = async (name: string) => {
    github.asked += 1;
    if (name === unreadable) throw new Error('its config is too large');
    return null;
  };
  const installed = async () => {
    github.lists += 1;
    if (!listed) throw new Error('no list');
    return Array.from({ length: repositories }, (_, index) => `acme/shop-${index}`);
  };
  const places = createPlaces({
    context: { store, target, clock: { now: () => new Date() } },
    targets: { installed },
  });
  return { github, places };
}

test('the more repositories there are, the rarer all of them are looked at to find the one that is meant', async () => {
  const { github, places } = createScene(200);
  for (const end = now + HOUR_MS; now < end; now += 30_000) {
    expect(await places.usual({ user: 'U1', channel: 'C1' })).toMatchObject({ ok: false });
  }
  expect(github.asked).toBeLessThan(1_000);
});

test('a repository that can not be read keeps no other from being found, and all are not looked at again for it', async () => {
  const { github, places } = createScene(201, { unreadable: 'acme/shop-200' });
  for (let index = 0; index < 100; index++) {
    expect(await places.usual({ user: 'U1', channel: 'C1' })).toMatchObject({ ok: false });
  }
  expect(github.asked).toBe(201);
});

test('a list that GitHub does not give is not asked for again at each question', async () => {
  const { github, places } = createScene(1, { listed: false });
  for (let index = 0; index < 50; index++) {
    await expect(places.usual({ user: 'U3', channel: 'C1' })).rejects.toThrow('no list');
  }
  expect(github.lists).toBe(1);
  now += 15_000;
  await expect(places.usual({ user: 'U3', channel: 'C1' })).rejects.toThrow('no list');
  expect(github.lists).toBe(2);
});

test('a member who asks all the time has GitHub asked only so often, and others have their own', async () => {
  const { github, places } = createScene(1);
  for (let index = 0; index < 300; index++) {
    await places.named(`acme/guess-${index}`, { user: 'U1', channel: 'C1' });
  }
  expect(github.asked).toBe(100);
  const message = { channel: 'C1', ts: '1.1' };
  const press = { visitor: { user: 'U1', channel: 'C1' }, message };
  expect(await places.ofButton({ repository: 'acme/shop-0', id: 'fix' }, press)).toMatchObject({
    problem: expect.stringMatching(/ask again after 10 seconds\.$/),
  });
  await places.named('acme/shop-0', { user: 'U2', channel: 'C1' });
  expect(github.asked).toBe(101);
});

/** Repositories of these names, with these configs beside their test command. */
function createPlacesOf(configs: { readonly [repository: string]: string }) {
  const targets = new Map(
    Object.entries(configs).map(([repository, config]) => [
      repository,
      targetOf(repository, `test: {command: x}\n${config}`),
    ]),
  );
  return createPlaces({
    context: { store, target: async (name) => targets.get(name) ?? null, clock: { now: () => new Date() } },
    targets: { installed: async () => [...targets.keys()] },
  });
}

function targetOf(repository: string, config: string): Target {
  const target = createTarget({
    repository,
    token: 'ghs_1',
    login: 'ghost[bot]',
    apiUrl: 'http://127.0.0.1:9',
    serverUrl: 'http://127.0.0.1:9',
    clock: { now: () => new Date() },
    compute: createCompute(createSecretScanner()),
  });
  const read = async () => ({
    defaultBranch: 'main',
    base: null,
    refs: new Map(),
    config,
    anyRefUnder: false,
    labelIds: new Map(),
    reviewerIds: new Map(),
  });
  return { ...target, control: { ...target.control, repository: { ...target.control.repository, read } } };
}

test("a conversation with the app is about the repository that knows the member, whatever another one's config says", async () => {
  const shop = { 'acme/shop': 'control: {slack-users: {U0ADA00001: ada}}' };
  const ada = { user: 'U0ADA00001', channel: 'D0ADA00001' };
  expect(await createPlacesOf(shop).usual(ada)).toMatchObject({
    ok: true,
    place: { repository: 'acme/shop' },
  });
  const taken = createPlacesOf({ ...shop, 'acme/other': 'slack: {channel: D0ADA00001}' });
  expect(await taken.usual(ada)).toMatchObject({ ok: true, place: { repository: 'acme/shop' } });
  const both = 'slack: {channel: D0ADA00001}\ncontrol: {slack-users: {U0ADA00001: ada}}';
  expect(await createPlacesOf({ ...shop, 'acme/other': both }).usual(ada)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('acme/shop, acme/other'),
  });
});

test('a channel is about the repository that names it, and about none where two do', async () => {
  const told = 'slack: {channel: C0123456789}';
  const member = { user: 'U1', channel: 'C0123456789' };
  expect(await createPlacesOf({ 'acme/shop': told, 'acme/other': '' }).usual(member)).toMatchObject({
    place: { repository: 'acme/shop', isHome: true },
  });
  expect(await createPlacesOf({ 'acme/shop': told, 'acme/other': told }).usual(member)).toMatchObject({
    ok: false,
  });
});
