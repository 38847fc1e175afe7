import { createServer } from 'node:net';

/** A port that nobody listens on just now, for servers whose address must be known before they start. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('there is no free port');
  }
  return address.port;
}
