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

/** A watch that is nowhere installed, and says where it would look. */
function create({
  repositories,
  busy = [],
  standings,
}: {
  readonly repositories: readonly string[];
  readonly busy?: readonly string[];
  readonly standings: Board['standings'];
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
    targets: { watched: async (repository) => (asked.push(repository), null) },
    metrics: null,
    log: pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) }),
  });
  return { watching, asked, said };
}
