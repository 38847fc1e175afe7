import type { Hono } from 'hono';
import { createSecretScanner } from '../io/secrets.ts';
import { openSqliteStore } from '../io/store/sqlite.ts';
import { createCompute } from '../stages/compute.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { startBackground } from './background.ts';
import { createFeed } from './feed.ts';
import { createFollower } from './follow.ts';
import { addApi } from './http/api.ts';
import { createFrame } from './http/frame.ts';
import type { Variables } from './http/parts.ts';
import { createWaiters } from './http/waiters.ts';
import { createIndexer } from './indexer.ts';
import { type ApiCall, createApiCall } from './mcp/api-call.ts';
import { makeToken } from './sender-token.ts';
import { createTarget } from './target.ts';

/** The addresses for programs without a server: for one person and one repository, in this process alone. */
export type SideDoor = {
  readonly call: ApiCall;
  /** Finishes what has begun; whoever waits is answered. */
  close(): Promise<void>;
};

export type SideDoorOptions = {
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub's, of the person. */
  readonly token: string;
  readonly login: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly version: string;
  readonly onError: (error: unknown) => void;
};

/** Opens it. Its store lives as long as it does, and is filled from the records on GitHub. */
export async function openSideDoor(options: SideDoorOptions): Promise<SideDoor> {
  const { login, version, onError } = options;
  const repository = options.repository.toLowerCase();
  const clock = { now: () => new Date() };
  const store = await openSqliteStore(':memory:');
  const compute = createCompute(createSecretScanner());
  const target = createTarget({ ...options, repository, clock, compute });
  const context: IntakeContext = {
    store,
    clock,
    target: async (name) => (name === repository ? target : null),
  };
  const { token, secret } = makeToken(
    { sender: login, login, repositories: [repository], perMinute: MAX_COUNT, perDay: MAX_COUNT },
    clock.now(),
  );
  await store.tokens.add(token);
  const feed = await createFeed(store);
  const follower = createFollower(context, feed);
  const indexer = createIndexer(context, {
    targets: { installed: async () => [repository] },
    follower,
    feed,
  });
  await indexer.indexAll();
  const background = startBackground({ context, follower, indexer, feed, onError });
  const draining = new AbortController();
  const app: Hono<Variables> = createFrame({ onError });
  const parts = { context, follower, feed, publicUrl: NOWHERE, version, draining: draining.signal, onError };
  addApi(app, { ...parts, background: patient(background) }, createWaiters());
  return {
    call: createApiCall(app.fetch, `Bearer ${secret}`),
    close: async () => {
      draining.abort();
      await feed.close();
      await background.stop();
      await store.close();
    },
  };
}

/** No limit: GitHub has its own for this person. */
const MAX_COUNT = 1_000_000;

/** Nothing listens, so no address is told. */
const NOWHERE = 'http://ghost-runner.invalid';

type Background = ReturnType<typeof startBackground>;

/** Nothing outlives this process, so a patch is answered only when GitHub has it, or keeps not taking it. */
function patient(background: Background): Background {
  return { ...background, handOnNow: (delivery) => background.handOnNow(delivery, PATIENCE_MS) };
}

const PATIENCE_MS = 15_000;
