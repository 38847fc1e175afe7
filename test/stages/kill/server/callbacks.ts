import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import { type Call, callBack } from '../../../../src/stages/callback/call-back.ts';
import type { Store } from '../../../../src/stages/intake/store.ts';
import { type Scene, SENDER } from '../scene.ts';
import { payload, type Story, write } from '../story.ts';
import { indexAll } from './indexer.ts';
import { openPlace, type Process, wellProcess } from './place.ts';

/** News for senders: each arrives, and whoever hears it twice can tell. */
export const CALLBACKS: readonly Story[] = [
  {
    name: 'callbacks, of three patches',
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      const received: Call[] = [];
      await takeAll(scene, store);
      await indexAll(scene, store);
      return {
        work: (within, through) => tellAll(scene, { store, within, through }, received),
        died: () => {},
        again: async () => {
          scene.pass(LONGEST_REST_HOURS);
          await tellAll(scene, wellProcess(scene, store), received);
          return [...findUnheard(received), ...(await findWaiting(store))];
        },
      };
    },
  },
];

/** They came through a token that has an address. */
async function takeAll(scene: Scene, store: Store): Promise<void> {
  await store.tokens.add(
    {
      id: TOKEN,
      sender: SENDER,
      hash: 'f'.repeat(64),
      repositories: [scene.repository],
      perMinute: 60,
      perDay: 1_000,
      createdAt: scene.time.now.toISOString(),
    },
    { url: 'https://agent.example.com/hooks', secret: 'whsec_c2VjcmV0' },
  );
  const unfit = [{ kind: 'edit', path: 'src/a.txt', find: 'seven', replace: '7' }];
  const patches = { one: undefined, two: write('two.txt'), unfit };
  for (const [id, changes] of Object.entries(patches)) {
    await scene.deliver(payload(id, {}, changes));
    const { digest, title, sender, receivedAt } = await scene.record(id);
    const { repository } = scene;
    await store.deliveries.accept(
      { repository, id, digest, title, sender, token: TOKEN, receivedAt, text: '{}', name: id },
      null,
    );
  }
}

const TOKEN = 'tk_1';

/** What the server does each second: it tells what is due, until nothing is. */
async function tellAll(scene: Scene, process: Process, received: Call[]): Promise<void> {
  const place = openPlace(scene, process);
  const receiver = process.through('receiver', {
    take: async (call: Call) => void received.push(call),
  });
  for (;;) {
    const { kind } = await callBack({
      callbacks: place.context.store.callbacks,
      clock: scene.context.clock,
      links: {
        status: ({ id }) => `https://ghost.example.com/${id}`,
        pullRequest: (_, number) => `https://github.example.com/${number}`,
      },
      send: async (call) => {
        try {
          await receiver.take(call);
          return { ok: true };
        } catch (error) {
          return { ok: false, gone: false, problem: String(error) };
        }
      },
      chance: () => 0,
    });
    if (kind === 'none') {
      return;
    }
  }
}

/** Longer than a claim lasts, and than an address that failed is left alone. */
const LONGEST_REST_HOURS = 0.1;

/** Every patch of which nothing arrived, and messages that are not always the same. */
function findUnheard(received: readonly Call[]): readonly string[] {
  const bodies = new Map<string, Set<string>>();
  for (const { messageId, body } of received) {
    bodies.set(messageId, (bodies.get(messageId) ?? new Set()).add(body));
  }
  const changed = [...bodies].filter(([, all]) => all.size > 1).map(([name]) => `${name} is not the same`);
  const about = [...bodies.values()].map((all) => idIn([...all].join('')));
  const wrong = ['one', 'two', 'unfit'].filter((id) => about.filter((other) => other === id).length !== 1);
  return [...changed, ...wrong.map((id) => `not exactly one message tells of ${id}`)];
}

function idIn(body: string): string {
  return /"id":"([^"]*)"/.exec(body)?.[1] ?? '';
}

async function findWaiting(store: Store): Promise<readonly string[]> {
  const left = (await store.callbacks.list()).filter(({ waiting, givenUp }) => waiting + givenUp > 0);
  return left.map(({ problem = 'no reason' }) => `something was not told: ${problem}`);
}
