import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Sight } from './access.ts';
import type { DashboardParts, PageVariables } from './parts.ts';

/** Tells a page when something that this person may see has changed; what it is, the page asks for itself. */
export function streamChanges(context: Context<PageVariables>, parts: DashboardParts): Response {
  const { login } = context.get('session');
  const leave = parts.waiters.enter(login);
  return streamSSE(context, async (stream) => {
    const ended = AbortSignal.any([parts.draining, AbortSignal.timeout(LONGEST_MS)]);
    const gone = new AbortController();
    const end = () => stream.abort();
    stream.onAbort(() => gone.abort());
    ended.addEventListener('abort', end);
    try {
      let told: Look | null = null;
      let spokeAt = performance.now();
      while (!gone.signal.aborted) {
        const now: Look = await look(parts, login, told);
        // The first one tells a page that was away for a while to look again.
        const hasChanged = told === null || now.key !== told.key;
        told = now;
        // What happens elsewhere is heard by nobody who may not see it.
        if (hasChanged || performance.now() - spokeAt >= TURN_MS) {
          await stream.writeSSE(
            hasChanged ? { event: 'changed', data: now.key, retry: RETRY_MS } : { event: 'same', data: '' },
          );
          spokeAt = performance.now();
        }
        const milliseconds = Math.max(0, spokeAt + TURN_MS - performance.now());
        await parts.feed.wait(now.seq, { milliseconds, signal: gone.signal });
      }
    } finally {
      ended.removeEventListener('abort', end);
      leave();
    }
  });
}

/** Milliseconds between two looks at what no event tells of: the switches, and what came of health. */
const TURN_MS = 5_000;

/** Milliseconds after which the browser connects again, and shows again who it is. */
const LONGEST_MS = 10 * 60_000;
const RETRY_MS = 2_000;

/** What was seen: events up to `seq`, and a key that is another one when something has changed. */
type Look = {
  readonly seq: number;
  readonly events: number;
  readonly key: string;
  /** How many switches were looked at before these. */
  readonly turn: number;
  readonly sight: Sight;
  /** When that was seen, in milliseconds of the process's own clock. */
  readonly at: number;
};

async function look(
  { context: { store }, feed, access, switchboards }: DashboardParts,
  login: string,
  last: Look | null,
): Promise<Look> {
  const seq = feed.newest();
  const isFresh = last !== null && last.sight.unknown === 0 && performance.now() - last.at < SIGHT_MS;
  const { sight, at } = isFresh ? last : { sight: await access.seenBy(login), at: performance.now() };
  const repositories = sight.repositories.map(({ name }) => name);
  const turn = last === null ? 0 : last.turn + MOST_SWITCHES;
  await Promise.all(inTurn(repositories, turn).map((name) => switchboards.see(name)));
  const news =
    last === null || last.seq === seq || repositories.length === 0
      ? []
      : await store.events.since(last.seq, { repositories, limit: 1 });
  const events = (last?.events ?? 0) + news.length;
  return {
    seq,
    events,
    key: `${events} ${switchboards.version(repositories)} ${repositories.length}`,
    turn,
    sight,
    at,
  };
}

function inTurn(names: readonly string[], turn: number): readonly string[] {
  const from = names.length <= MOST_SWITCHES ? 0 : turn % names.length;
  return [...names.slice(from), ...names.slice(0, from)].slice(0, MOST_SWITCHES);
}

/**
 * Milliseconds for which a page that is only looked at costs GitHub no questions about who looks. It is told that
 * something has changed, and never what: for that it asks, and is asked who it is for.
 */
const SIGHT_MS = 5 * 60_000;

/** Looked at each time, one after the other where there are more: each is a request to GitHub. */
const MOST_SWITCHES = 5;
