import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import * as z from 'zod';

/** A way to a database that ends in the middle of a conversation, as where a machine hangs or a network is cut. */
export type CutWire = {
  /** The same database over this way. */
  readonly url: string;
  /** The database hears this once more, and does it; its answer and all that follows is lost, and nobody is told. */
  cutAfter(words: string): void;
  /** Resolves when the answer was lost. */
  readonly cut: Promise<void>;
  close(): void;
};

export async function layWire(to: string): Promise<CutWire> {
  const url = new URL(to);
  const { hostname } = url;
  const port = Number(url.port);
  const sockets: Socket[] = [];
  const { promise: cut, resolve: tell } = Promise.withResolvers<void>();
  let last: string | null = null;
  let heard = false;
  const server = createServer((client) => {
    const database = connect(port, hostname);
    sockets.push(client, database);
    client.on('data', (chunk) => {
      if (!heard) {
        database.write(chunk);
      }
      heard ||= last !== null && chunk.includes(last);
    });
    database.on('data', (chunk) => {
      if (heard) {
        tell();
      } else {
        client.write(chunk);
      }
    });
    for (const socket of [client, database]) {
      socket.on('error', () => {});
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url.port = String(z.object({ port: z.int() }).parse(server.address()).port);
  return {
    url: url.href,
    cutAfter: (words) => {
      last = words;
    },
    cut,
    close: () => {
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
    },
  };
}
