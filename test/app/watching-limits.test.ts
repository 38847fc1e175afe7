import { afterEach, expect, jest, test } from '@jest/globals';
import pino from 'pino';
import { createWatching } from '../../src/app/watching.ts';
import type { Board } from '../../src/stages/intake/board.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('repositories where nothing happens are passed over one after the other; an event brings one forward', async () => {
  jest.useFakeTimers();
  const quiet = ['acme/one', 'acme/two', 'acme/three'];
  const { watching, asked } = create({
    repositories: [...quiet, 'acme/busy'],
    busy: ['acme/busy'],
    standings: async () => ({ merged: 5 }),
  });
  const passedOver = async (milliseconds: number) => {
    jest.advanceTimersByTime(milliseconds);
    await Promise.all(watching.beginDue());
    return asked.splice(0);
  };
  await watching.wantAll();
  expect(await passedOver(2_900)).toEqual([]);
  expect((await passedOver(200)).toSorted()).toEqual(['acme/busy', 'acme/one']);
  expect(await passedOver(1_500)).toEqual([]);
  expect(await passedOver(500)).toEqual(['acme/two']);
  expect(await passedOver(2_000)).toEqual(['acme/three']);
  await passedOver(10_000);
  await watching.wantAll();
  watching.want('acme/three', { event: 'pull_request' });
  const first = [...(await passedOver(3_100)), ...(await passedOver(0))];
  expect(first.toSorted()).toEqual(['acme/busy', 'acme/one', 'acme/three']);
});

test.each([
  { patches: 1_000, asked: ['acme/shop'], said: [] },
  { patches: 1_001, asked: [], said: ['too many patches to watch here; ghost-watch.yml has to do it'] },
])(
  'a repository with $patches patches is left to the workflow where a pass would not fit into the memory',
  async (given) => {
    jest.useFakeTimers();
    const { watching, asked, said } = create({
      repositories: ['acme/shop'],
      standings: async () => ({ in_review: given.patches - 1, merged: 1 }),
    });
    watching.want('acme/shop', { event: 'schedule' });
    jest.advanceTimersByTime(10_000);
    expect(await Promise.all(watching.beginDue())).toEqual([{ repository: 'acme/shop', moved: false }]);
    expect(asked).toEqual(given.asked);
    expect(said).toEqual(given.said);
  },
);

test('a pass that waits for a machine keeps none of another repository from its turn, and gives way in the end', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const draining = new AbortController();
  const waiting = Array.from({ length: 12 }, (_, index) => `mallory/held-${index}`);
  const { watching, asked } = create({
    repositories: [],
    standings: async () => ({ in_review: 1 }),
    draining: draining.signal,
    look: async (repository, wait) => await (waiting.includes(repository) ? wait(120) : undefined),
  });
  const ended: string[] = [];
  const all: Promise<unknown>[] = [];
  const begin = async () => {
    jest.advanceTimersByTime(4_000);
    all.push(...watching.beginDue().map((pass) => pass.then(({ repository }) => ended.push(repository))));
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (const repository of waiting) {
    watching.want(repository, { event: 'schedule' });
    await begin();
  }
  expect([asked, ended]).toEqual([waiting, []]);
  watching.want('acme/shop', { event: 'pull_request' });
  await begin();
  expect([asked.length, ended]).toEqual([12, ['mallory/held-0']]);
  await begin();
  expect(ended).toEqual(['mallory/held-0', 'acme/shop']);
  draining.abort();
  await Promise.all(all);
});

/** A watch that is nowhere installed, and says where it would look. */
function create({
  repositories,
  busy = [],
  standings,
  draining = new AbortController().signal,
  look = async () => {},
}: {
  readonly repositories: readonly string[];
  readonly busy?: readonly string[];
  readonly standings: Board['standings'];
  readonly draining?: AbortSignal;
  /** What is done before it is known to be nowhere installed. */
  readonly look?: (repository: string, wait: (seconds: number) => Promise<void>) => Promise<void>;
}) {
  const asked: string[] = [];
  const said: string[] = [];
  const watching = createWatching({
    context: {
      clock: { now: () => new Date() },
      store: {
        board: {
          standings,
          repositories: async () => repositories,
          busyRepositories: async () => new Set(busy),
        },
      },
    },
    targets: {
      watched: async (repository, wait) => {
        asked.push(repository);
        await look(repository, wait);
        return null;
      },
    },
    draining,
    metrics: null,
    log: pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) }),
  });
  return { watching, asked, said };
}
