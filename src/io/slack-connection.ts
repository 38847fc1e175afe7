import { setTimeout as delay } from 'node:timers/promises';
import type { SocketModeClient } from '@slack/socket-mode';
import * as z from 'zod';
import { silentLogger } from './slack.ts';
import { describeFailure, type SlackModule } from './slack-failure.ts';
import { withinTime } from './within-time.ts';

/** Something that Slack tells over a socket. */
export type Envelope = {
  /** `slash_commands`, `interactive`, `events_api`, or what Slack thinks of next. */
  readonly kind: string;
  /** Of this one sending: an event that comes again comes in another envelope. */
  readonly id: string;
  readonly payload: unknown;
};

export type ConnectionOptions = {
  /** An app-level token with `connections:write`. */
  readonly appToken: string;
  /** Root of Slack's Web API, with a slash at the end. */
  readonly apiUrl: string;
  /** Gives what goes back with the acknowledgement, at once; undefined: nothing. Must not throw. */
  readonly take: (envelope: Envelope) => object | undefined;
  /** Hears what went wrong, and ends nothing. */
  readonly onError: (error: unknown) => void;
};

/** One connection, from Slack's greeting to its end. */
export type SlackConnection = {
  /** Resolves when it is over, for whatever reason. Slack itself ends each after some hours. */
  readonly ended: Promise<void>;
};

/** Why there is no connection; the message ends with what to do. Holds no token. */
export class SlackConnectionError extends Error {
  /** Slack refuses this token, and will again. */
  readonly final: boolean;
  /** How long Slack asks to wait; null: it does not say. */
  readonly waitSeconds: number | null;

  constructor(message: string, options: ErrorOptions & Pick<SlackConnectionError, 'final' | 'waitSeconds'>) {
    super(message, options);
    this.name = 'SlackConnectionError';
    this.final = options.final;
    this.waitSeconds = options.waitSeconds;
  }
}

/** Connects, and ends the connection when told to. Throws a SlackConnectionError. */
export async function connectToSlack(
  { appToken, apiUrl, take, onError }: ConnectionOptions,
  until: AbortSignal,
): Promise<SlackConnection> {
  // Loaded here because most servers are reached by Slack itself, and need not pay for it.
  const [slack, { SocketModeClient: Client }] = await Promise.all([
    import('@slack/web-api'),
    import('@slack/socket-mode'),
  ]);
  const seen: Seen = {};
  const client = new Client({
    appToken,
    // The client's own way back takes five seconds, in which commands are lost, and a refused token would end the process.
    autoReconnectEnabled: false,
    logger: silentLogger(slack.LogLevel.ERROR),
    clientOptions: {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      fetch: async (url, init) => {
        try {
          return await fetch(url, {
            ...init,
            signal: AbortSignal.any([until, AbortSignal.timeout(GREETING_MS)]),
          });
        } catch (error) {
          seen.lost = error;
          throw error;
        }
      },
    },
  });
  catchFailures(client, onError);
  client.on('error', (error: unknown) => {
    seen.broken = error;
  });
  client.on('slack_event', (message: unknown) => {
    if (!until.aborted) {
      acknowledge(message, take);
    }
  });
  const ended = new Promise<void>((resolve) => {
    client.once('disconnected', () => resolve());
  });
  const close = () => void closeClient(client);
  until.addEventListener('abort', close, { once: true });
  void ended.then(() => until.removeEventListener('abort', close));
  try {
    await withinTime(client.start(), GREETING_MS, 'Slack did not greet in time');
  } catch (error) {
    await closeClient(client);
    throw explain(slack, error, seen);
  }
  return { ended };
}

/**
 * The client fails at envelopes that it does not expect, such as Slack's word that an app is told too much, and nobody
 * would catch that: one odd envelope would end the server.
 */
function catchFailures(client: SocketModeClient, onError: ConnectionOptions['onError']): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const read of readers) {
      Promise.resolve(Reflect.apply(read, client, message)).catch((cause: unknown) =>
        onError(new Error('Slack sent something over the socket that can not be read', { cause })),
      );
    }
  });
}

/** What the client does not put into its error. */
type Seen = { lost?: unknown; broken?: unknown };

/** Milliseconds until Slack must have given an address, and must have greeted there. */
const GREETING_MS = 10_000;

function acknowledge(message: unknown, take: ConnectionOptions['take']): void {
  const read = messageSchema.safeParse(message);
  if (!read.success) {
    return;
  }
  const { type: kind, envelope_id: id, body: payload, ack, accepts_response_payload: accepts } = read.data;
  const reply = take({ kind, id, payload });
  // Where it can't be sent, the socket is gone, and Slack sends an event again over the next one.
  ack(accepts ? reply : undefined).catch(() => {});
}

const messageSchema = z.object({
  type: z.string(),
  envelope_id: z.string().min(1).max(200),
  body: z.unknown(),
  ack: z.custom<(reply?: object) => Promise<void>>((value) => typeof value === 'function'),
  accepts_response_payload: z.boolean().default(false),
});

/** Asks Slack to end it, and does not wait long: the second call ends it alone. */
async function closeClient(client: SocketModeClient): Promise<void> {
  await Promise.race([client.disconnect(), delay(GOODBYE_MS, undefined, { ref: false })]);
  await client.disconnect();
}

const GOODBYE_MS = 1_000;

function explain(slack: SlackModule, error: unknown, { lost, broken }: Seen): SlackConnectionError {
  const { words, retry, waitSeconds = null } = describeFailure(slack, error ?? broken ?? UNGREETED, lost);
  const code = error instanceof slack.WebAPIPlatformError ? error.data.error : '';
  return new SlackConnectionError(
    `Slack opens no socket: ${TOKEN_REFUSALS.has(code) ? `${code}; ${NEW_TOKEN}` : words}`,
    { cause: error ?? broken, final: code !== '' && retry === 'never', waitSeconds },
  );
}

const UNGREETED = new Error('the connection ended before Slack greeted');

const NEW_TOKEN =
  "make a token with the scope connections:write on the Slack app's page Basic Information, and set SLACK_APP_TOKEN to it";

const TOKEN_REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'account_inactive',
]);
