import { expect, test } from '@jest/globals';
import { createCanaries } from '../../src/app/canaries.ts';
import type { Reading } from '../../src/app/reading.ts';
import { formatWatchEntry, WATCH_REF } from '../../src/record/watch-entry.ts';

const NOW = new Date('2026-01-20T00:00:00Z');
const ARRIVED_AT = '2026-01-02T00:00:00.000Z';

/** The newest one arrived, and no other since then. */
const LATE = formatWatchEntry({
  version: 1,
  incidents: [],
  canary: {
    since: '2026-01-01T00:00:00.000Z',
    sent: { id: 'canary', at: '2026-01-01T00:00:00.000Z' },
    arrived: { id: 'canary', at: ARRIVED_AT, seconds: 60 },
  },
});

/** Repositories in which the App is installed, of which some ask for canaries, whose next one is late. */
function createScene(names: readonly string[], asking: readonly string[]) {
  const asked: string[] = [];
  const github = { names, answers: true };
  const snapshot = (name: string) => ({
    defaultBranch: 'main',
    base: null,
    refs: new Map([[WATCH_REF, { oid: '1', tree: '2', message: LATE }]]),
    config: asking.includes(name)
      ? 'test: {command: make}\nwatch: {canary: {}}\n'
      : 'test: {command: make}\n',
    anyRefUnder: false,
    labelIds: new Map<string, string>(),
    reviewerIds: new Map<string, string>(),
  });
  const context: Reading = {
    clock: { now: () => NOW },
    target: async (name) => {
      asked.push(name);
      const read = async () => {
        if (!github.answers) {
          throw new Error('GitHub is away');
        }
        return snapshot(name);
      };
      return { context: { repository: { read } } };
    },
  };
  return { asked, github, canaries: createCanaries(context, { installed: async () => github.names }) };
}

function named(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `acme/a${index + 1000}`);
}

test('where the App is installed in more repositories than are looked at at once, the next ones follow', async () => {
  const { asked, canaries } = createScene([...named(230), 'acme/shop'], ['acme/a1000', 'acme/shop']);
  await canaries.look();
  expect(canaries.seen()).toEqual({ lastAt: ARRIVED_AT, late: 1 });
  await canaries.look();
  await canaries.look();
  expect(asked).toHaveLength(300);
  expect(new Set(asked).size).toBe(231);
  expect(canaries.seen()).toEqual({ lastAt: ARRIVED_AT, late: 2 });
});

test('what was seen stays seen while GitHub is away, and is forgotten where the App is gone', async () => {
  const { github, canaries } = createScene(['acme/shop', 'acme/tools'], ['acme/shop']);
  await canaries.look();
  github.answers = false;
  await canaries.look();
  expect(canaries.seen()).toEqual({ lastAt: ARRIVED_AT, late: 1 });
  github.names = ['acme/tools'];
  await canaries.look();
  expect(canaries.seen()).toBeNull();
});
