import { afterEach, expect, jest, test } from '@jest/globals';
import pino from 'pino';
import { createWatching } from '../../src/app/watching.ts';

afterEach(() => {
  jest.useRealTimers();
});

test.each([
  { patches: 1_000, asked: ['acme/shop'], said: [] },
  { patches: 1_001, asked: [], said: ['too many patches to watch here; ghost-watch.yml has to do it'] },
])(
  'a repository with $patches patches is left to the workflow where a pass would not fit into the memory',
  async (given) => {
    jest.useFakeTimers();
    const asked: string[] = [];
    const said: string[] = [];
    const board = {
      standings: async () => ({ in_review: given.patches - 1, merged: 1 }),
      repositories: async () => ['acme/shop'],
    };
    const watching = createWatching({
      context: { clock: { now: () => new Date() }, store: { board } },
      targets: { watched: async (repository) => (asked.push(repository), null) },
      metrics: null,
      log: pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) }),
    });
    watching.want('acme/shop', { event: 'schedule' });
    jest.advanceTimersByTime(10_000);
    expect(await Promise.all(watching.beginDue())).toEqual([{ repository: 'acme/shop', moved: false }]);
    expect(asked).toEqual(given.asked);
    expect(said).toEqual(given.said);
  },
);
