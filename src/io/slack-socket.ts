import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionOptions, connectToSlack, SlackConnectionError } from './slack-connection.ts';

/** `onError` also hears why there is no connection, each reason once until there is one again. */
export type SlackSocketOptions = ConnectionOptions;

/** A socket that Slack tells over what people do, opened anew whenever it ends. */
export type SlackSocket = {
  /** null: it is open; else a sentence that says why it is not. */
  problem(): string | null;
  /** Ends it for good; nothing is taken afterwards. */
  close(): Promise<void>;
};

/**
 * Opens it. Rejects with a SlackConnectionError where Slack refuses the token; where Slack does not answer it
 * resolves all the same, and goes on trying.
 */
export async function openSlackSocket(options: SlackSocketOptions): Promise<SlackSocket> {
  const closing = new AbortController();
  const first = Promise.withResolvers<void>();
  let begun = false;
  let problem: string | null = 'Slack has not been reached yet';
  const begin = () => {
    begun = true;
    first.resolve();
  };
  const keepOpen = async () => {
    for (let failures = 0; !closing.signal.aborted; ) {
      const { refused, steady } = await connectOnce(options, closing.signal, () => {
        problem = null;
        begin();
      });
      if (refused?.final === true && !begun) {
        throw refused;
      }
      begin();
      failures = steady ? 0 : failures + 1;
      const why = refused?.message ?? 'the socket to Slack has ended, and is opened anew';
      if (refused !== null && why !== problem && !closing.signal.aborted) {
        options.onError(refused);
      }
      problem = why;
      const told = Math.min(refused?.waitSeconds ?? 0, LONGEST_TOLD_SECONDS);
      await pause(Math.max(secondsAfter(failures), told), closing.signal);
    }
  };
  const kept = keepOpen().catch((error: unknown) => {
    problem = 'the socket to Slack is broken for good; start the server anew';
    first.reject(error);
    if (begun) {
      options.onError(error);
    }
  });
  const close = async () => {
    closing.abort();
    await kept;
  };
  await first.promise;
  return { problem: () => problem, close };
}

type Attempt = {
  /** It was open for long enough to count as well. */
  readonly steady: boolean;
  /** null: there was a connection. */
  readonly refused: SlackConnectionError | null;
};

/** Resolves when the connection is over, or did not come about. */
async function connectOnce(
  options: ConnectionOptions,
  until: AbortSignal,
  onOpen: () => void,
): Promise<Attempt> {
  try {
    const { ended } = await connectToSlack(options, until);
    const from = performance.now();
    onOpen();
    await ended;
    return { steady: performance.now() - from > STEADY_MS, refused: null };
  } catch (error) {
    if (error instanceof SlackConnectionError) {
      return { steady: false, refused: error };
    }
    throw error;
  }
}

/** Milliseconds; a connection that ends sooner counts as one that failed, so that nobody is asked in a loop. */
const STEADY_MS = 10_000;

/** At once after one failure, because commands are lost meanwhile; then later and later. */
function secondsAfter(failures: number): number {
  return failures <= 1 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 2 ** (failures - 2));
}

const LONGEST_PAUSE_SECONDS = 30;

/** Slack asks for a minute or so; a proxy's nonsense may be more than a timer can count, which then waits not at all. */
const LONGEST_TOLD_SECONDS = 3_600;

async function pause(seconds: number, until: AbortSignal): Promise<void> {
  await delay(seconds * 1000, undefined, { signal: until }).catch(() => {});
}
