import { createServer } from 'node:http';

export type Received = {
  readonly event: string;
  readonly delivery: string;
  readonly signature: string;
  readonly body: string;
  readonly payload: { readonly [key: string]: unknown };
};

/** A webhook's receiver, which remembers what arrives and answers as told. */
export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  status: number;
  close(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const header = (name: string) => String(request.headers[name] ?? '');
      received.push({
        event: header('x-github-event'),
        delivery: header('x-github-delivery'),
        signature: header('x-hub-signature-256'),
        body,
        payload: JSON.parse(body),
      });
      response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    status: 200,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
