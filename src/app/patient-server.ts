import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A server whose patience ends: with who does not send a request to its end, with who does not read an answer, and with
 * who asks for more before it has one. Each holds a connection and memory, and anybody can open many. `silenceMs` in
 * milliseconds, for tests.
 */
export function createPatientServer({ silenceMs = SILENCE_MS } = {}): Server {
  const server = createServer(TIMEOUTS);
  // Without a listener, Node ends the connection then.
  server.setTimeout(silenceMs);
  return server;
}

/**
 * Hands requests on but for those of a connection over which many wait for their answers already: no client sends so many
 * ahead, and each answer that nobody reads is kept.
 */
export function answerInTurn(handle: Handle): Handle {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    const ahead = waiting.get(socket) ?? 0;
    if (ahead >= MOST_AHEAD || socket.destroyed) {
      socket.destroy();
      return;
    }
    waiting.set(socket, ahead + 1);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    handle(request, response);
  };
}

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Requests of one connection whose answers are not sent yet. */
const MOST_AHEAD = 8;

/** Takes nothing more; resolves when whatever was asked for has its answer, however long its connection might be kept. */
export async function finishAnswers(server: Server): Promise<void> {
  // What is not idle yet becomes so with its answer, and clients keep that for seconds unless they are told.
  server.keepAliveTimeout = SHORTEST_MS;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}

/** Milliseconds; 0 would be for ever. */
const SHORTEST_MS = 1;

/** Milliseconds until a client must have sent its headers, and its whole request, and how often that is looked at. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

/** Milliseconds in which nothing is sent and nothing is read; more than twice of what any answer takes. */
const SILENCE_MS = 120_000;
