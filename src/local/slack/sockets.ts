import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FaultPlan } from './faults.ts';
import type { Interaction } from './interaction.ts';

/** The sockets that apps have opened, as Socket Mode has them. */
export type Sockets = {
  /** Makes an address at which one connection may be opened, once. */
  issue(): string;
  /** How many are open. */
  count(): number;
  /** Every envelope that was sent, those that nobody acknowledged too. */
  readonly envelopes: readonly SentEnvelope[];
  /** Ends them as Slack does every few hours: it says so, and expects the app to go. */
  refresh(): void;
  /** Ends them without a word, as a broken network does. */
  drop(): void;
};

export type SentEnvelope = {
  readonly envelope_id: string;
  readonly type: Interaction['kind'];
  readonly payload: Interaction['payload'];
  readonly accepts_response_payload: boolean;
  /** Of events: how often it was sent before, and why it is sent again. */
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
};

/** `said` came with the acknowledgement; null: none came. */
export type Told = { readonly said: object } | null;

export function createSockets(parts: {
  readonly faults: FaultPlan;
  /** Where this Slack listens. */
  readonly url: () => string;
}): Sockets & {
  /** Tells an app; an event that is not acknowledged is sent again, by the next connection. */
  tell(interaction: Interaction): Promise<Told>;
  /** Takes the upgrades of this HTTP server. */
  attach(http: EventEmitter): void;
  close(): void;
} {
  const { faults, url } = parts;
  const tickets = new Set<string>();
  const envelopes: SentEnvelope[] = [];
  const server = new WebSocketServer({ noServer: true });
  const open = () => [...server.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
  let turn = 0;
  const next = async (kind: Interaction['kind']): Promise<WebSocket | undefined> => {
    // A command fails where nobody listens; an event waits for somebody who does.
    const until = performance.now() + (kind === 'events_api' ? ACKNOWLEDGE_MS : 0);
    while (open().length === 0 && performance.now() < until) {
      await delay(BETWEEN_LOOKS_MS);
    }
    const connections = open();
    turn += 1;
    return connections[turn % connections.length];
  };
  const tell = async ({ kind, payload }: Interaction): Promise<Told> => {
    const attempts = kind === 'events_api' ? 1 + MAX_RETRIES : 1;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const connection = await next(kind);
      if (connection !== undefined) {
        const envelope: SentEnvelope = {
          envelope_id: randomUUID(),
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api'
            ? { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' }
            : {}),
        };
        envelopes.push(envelope);
        const told = await send(connection, envelope, faults);
        if (told !== null) {
          return told;
        }
      }
    }
    return null;
  };
  return {
    issue: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${url().replace('http', 'ws')}${PATH}?ticket=${ticket}`;
    },
    count: () => open().length,
    envelopes,
    refresh: () => {
      for (const connection of open()) {
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
      }
    },
    drop: () => server.clients.forEach((connection) => connection.terminate()),
    tell,
    attach: (http) => {
      http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const { pathname, searchParams } = new URL(request.url ?? '', url());
        if (pathname !== PATH || !tickets.delete(searchParams.get('ticket') ?? '')) {
          socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
          return;
        }
        server.handleUpgrade(request, socket, head, (connection) => greet(connection, open().length));
      });
    },
    close: () => {
      server.clients.forEach((connection) => connection.terminate());
      server.close();
    },
  };
}

const PATH = '/link';

/** Milliseconds within which Slack wants to hear that an app has understood. */
const ACKNOWLEDGE_MS = 3_000;
const BETWEEN_LOOKS_MS = 10;

/** As over HTTP; Slack waits longer in between. */
const MAX_RETRIES = 3;

/** Milliseconds between two pings, by which an app knows that the connection is alive. */
const PING_MS = 5_000;

function greet(connection: WebSocket, count: number): void {
  connection.on('error', () => connection.terminate());
  const pings = setInterval(() => connection.ping(), PING_MS).unref();
  connection.once('close', () => clearInterval(pings));
  const hello = { type: 'hello', num_connections: count, connection_info: { app_id: 'A0LOCAL001' } };
  connection.send(JSON.stringify(hello));
}

/** Resolves with null where the connection ends, or nothing comes in time. */
async function send(connection: WebSocket, envelope: SentEnvelope, faults: FaultPlan): Promise<Told> {
  const fault = faults.take(envelope.type);
  const dropped = fault?.kind === 'drop' ? fault.when : null;
  if (dropped === 'before') {
    connection.terminate();
    return null;
  }
  const { promise, resolve } = Promise.withResolvers<Told>();
  const take = (data: Buffer) => {
    const said = readAcknowledgement(data.toString(), envelope.envelope_id);
    if (said !== null && dropped === 'after') {
      connection.terminate();
    } else if (said !== null) {
      resolve({ said });
    }
  };
  const end = () => resolve(null);
  connection.on('message', take);
  connection.once('close', end);
  const timer = setTimeout(end, ACKNOWLEDGE_MS);
  connection.send(JSON.stringify(envelope));
  const told = await promise;
  clearTimeout(timer);
  connection.off('message', take);
  connection.off('close', end);
  return told;
}

/** What came with the acknowledgement of this envelope; null: it is none. */
function readAcknowledgement(text: string, id: string): object | null {
  const message: unknown = JSON.parse(text);
  if (
    typeof message !== 'object' ||
    message === null ||
    !('envelope_id' in message) ||
    message.envelope_id !== id
  ) {
    return null;
  }
  return 'payload' in message && typeof message.payload === 'object' ? { ...message.payload } : {};
}
