import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';

/** Somebody's server that callbacks go to, on this machine. */
export type Receiver = {
  readonly url: string;
  readonly port: number;
  /** What came, oldest first. */
  readonly received: readonly Received[];
  /** How often somebody connected. */
  connections(): number;
  /** Answers what comes from now on; 204 where it was never said. */
  answer(how: (response: ServerResponse, request: IncomingMessage) => void): void;
  close(): Promise<void>;
};

export type Received = {
  readonly id: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let connections = 0;
  let reply = (response: ServerResponse, _request: IncomingMessage): void =>
    void response.writeHead(204).end();
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    received.push({ id: String(request.headers['webhook-id']), body, headers: request.headers });
    reply(response, request);
  };
  const server = createServer((request, response) => void receive(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    received,
    connections: () => connections,
    answer: (how) => {
      reply = how;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a receiver does that was told the secret: the message, or an error where it is not genuine. */
export function verify({ body, headers }: Received, secret: string): unknown {
  const given = z
    .record(z.string(), z.string())
    .parse(Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))));
  return new Webhook(secret).verify(body, given);
}
