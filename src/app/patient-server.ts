import { createServer, type Server } from 'node:http';

/**
 * A server whose patience ends: with who does not send a request to its end, and with who does not read an answer. Each
 * holds a connection and memory, and anybody can open many. `silenceMs` in milliseconds, for tests.
 */
export function createPatientServer({ silenceMs = SILENCE_MS } = {}): Server {
  const server = createServer(TIMEOUTS);
  // Without a listener, Node ends the connection then.
  server.setTimeout(silenceMs);
  return server;
}

/** Milliseconds until a client must have sent its headers, and its whole request, and how often that is looked at. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

/** Milliseconds in which nothing is sent and nothing is read; more than twice of what any answer takes. */
const SILENCE_MS = 120_000;
