import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Token } from '../../stages/intake/store.ts';
import { isStillUsable, repositoriesOf } from './authenticate.ts';
import type { Parts, Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';
import type { Waiters } from './waiters.ts';

/** `GET /api/events`: everything that becomes of the token's patches, from now on or on from `Last-Event-ID`. */
export async function streamEvents(
  context: Context<Variables>,
  parts: Parts,
  waiters: Waiters,
): Promise<Response> {
  const repositories = repositoriesOf(context);
  const newest = await parts.context.store.events.newest();
  const last = readLastEventId(context) ?? newest;
  // One that is yet to come is of a store that was lost since, and all of this one is new to whoever names it.
  const from = last > newest ? 0 : last;
  const token = context.get('token');
  const leave = waiters.enter(token.id);
  return streamSSE(context, async (stream) => {
    // Ends a write, too, that waits for a client which does not read.
    const end = () => stream.abort();
    parts.draining.addEventListener('abort', end);
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    try {
      await tell(stream, { parts, token, repositories, from, signal: gone.signal });
    } finally {
      parts.draining.removeEventListener('abort', end);
      leave();
    }
  });
}

function readLastEventId(context: Context): number | null {
  const text = context.req.header('last-event-id');
  if (text === undefined || text === '') {
    return null;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail:
        'Last-Event-ID must be the id of an event of this stream; leave it out to hear of new ones only.',
    });
  }
  return Number(text);
}

type Listening = {
  readonly parts: Parts;
  readonly token: Token;
  readonly repositories: readonly string[];
  readonly from: number;
  readonly signal: AbortSignal;
};

/**
 * Events are read from the store as fast as the client takes them, so that a slow one needs no memory. Whose token is
 * revoked hears nothing more.
 */
async function tell(
  stream: SSEStreamingApi,
  { parts, token, repositories, from, signal }: Listening,
): Promise<void> {
  let told = from;
  let spokeAt = performance.now();
  await stream.writeSSE({ event: 'ready', data: '{}', id: String(told), retry: RETRY_MS });
  while (!signal.aborted && (await isStillUsable(parts, token))) {
    const newest = parts.feed.newest();
    const events = await parts.context.store.events.since(told, { repositories, limit: BATCH });
    for (const { seq, kind, ...data } of events) {
      await stream.writeSSE({ event: kind, data: JSON.stringify(data), id: String(seq) });
      told = seq;
      spokeAt = performance.now();
    }
    if (events.length < BATCH) {
      const left = spokeAt + HEARTBEAT_MS - performance.now();
      await parts.feed.wait(Math.max(newest, told), { milliseconds: Math.max(0, left), signal });
      // In its own time: whoever heard it with each event would hear when something becomes of the patches of others.
      if (performance.now() - spokeAt >= HEARTBEAT_MS) {
        await stream.write(': still here\n\n');
        spokeAt = performance.now();
      }
    }
  }
}

/** Milliseconds after which a client that lost its connection comes back. */
const RETRY_MS = 2_000;

/** Milliseconds of silence after which a proxy might end the connection. */
const HEARTBEAT_MS = 15_000;

/** Events that are read at once. */
const BATCH = 100;
