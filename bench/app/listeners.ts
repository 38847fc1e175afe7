import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { GOOD } from '../../src/local/sample/patches.ts';
import { median } from '../measure.ts';
import { startChild } from './child.ts';
import { atMost, plain, type Row } from './rows.ts';
import type { World } from './world.ts';

const LISTENERS = 500;

/** As many as one token may have. */
const LISTENERS_OF_ONE = 50;

/** Patches are sent while five hundred listen: until when the last of them has heard of each step. */
export async function measureListeners(
  world: World,
  { patches }: { readonly patches: number },
): Promise<readonly Row[]> {
  const settings = world.settings('listeners');
  const secrets: string[] = [];
  for (let index = 0; index < LISTENERS / LISTENERS_OF_ONE; index++) {
    secrets.push(await world.token(settings, `listener-${index}`));
  }
  const server = await startChild('app-server.ts', settings);
  const agent = new Agent({ maxSockets: LISTENERS });
  try {
    const heard = new Map<number, Heard>();
    const opened = Array.from({ length: LISTENERS }, async (_, index) => {
      const secret = secrets[index % secrets.length] ?? '';
      const stream = await listen(`${server.url}/api/events`, { secret, agent });
      await readEvents(stream, (event) => note(heard, event));
    });
    await Promise.all(opened);
    for (let index = 0; index < patches; index++) {
      const answer = await fetch(`${server.url}/api/patches`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secrets[0]}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...GOOD, id: `heard-${index}` }),
      });
      if (!answer.ok) {
        throw new Error(`the patch was answered with ${answer.status}: ${await answer.text()}`);
      }
    }
    // Each is kept, and handed on.
    const times = await allHeard(heard, patches * 2);
    return [
      plain(`an event has reached all of ${LISTENERS} listeners after`, median(times), 'ms'),
      atMost('the slowest one', Math.max(...times), LIMIT_MS, 'ms'),
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
}

const LIMIT_MS = 1_000;

/** `at`, `last`: milliseconds; when it happened, and when the last of so many was told. */
type Heard = { readonly at: number; last: number; count: number };

function note(heard: Map<number, Heard>, { seq, at }: { readonly seq: number; readonly at: string }): void {
  const known = heard.get(seq) ?? { at: Date.parse(at), last: 0, count: 0 };
  known.last = Date.now();
  known.count += 1;
  heard.set(seq, known);
}

/** Milliseconds from each event until all had heard of it. */
async function allHeard(heard: ReadonlyMap<number, Heard>, events: number): Promise<readonly number[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const complete = [...heard.values()].filter(({ count }) => count === LISTENERS);
    if (complete.length === events) {
      return complete.map(({ at, last }) => last - at);
    }
    if (performance.now() > end) {
      throw new Error(`${complete.length} of ${events} events have reached everybody`);
    }
    await delay(POLL_MS);
  }
}

const PATIENCE_MS = 20_000;
const POLL_MS = 50;

async function listen(
  url: string,
  { secret, agent }: { readonly secret: string; readonly agent: Agent },
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${secret}` } }, (answer) => {
      if (answer.statusCode === OK) {
        resolve(answer);
      } else {
        reject(new Error(`${url} answered ${answer.statusCode}`));
      }
    }).once('error', reject);
  });
}

const OK = 200;

/** Resolves when the stream has said that it is ready; from then on each event is told. */
async function readEvents(
  stream: IncomingMessage,
  tell: (event: { readonly seq: number; readonly at: string }) => void,
): Promise<void> {
  await new Promise<void>((resolve) => {
    let rest = '';
    // Whoever measures ends the connection.
    stream.on('error', () => {});
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const blocks = `${rest}${chunk}`.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => fieldOf(line)));
        if (fields.get('event') === 'ready') {
          resolve();
        } else if (fields.has('data')) {
          const { at } = eventData.parse(JSON.parse(fields.get('data') ?? ''));
          tell({ seq: Number(fields.get('id')), at });
        }
      }
    });
  });
}

const eventData = z.object({ at: z.string() });

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
