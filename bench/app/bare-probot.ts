import { createServer } from 'node:http';
import { createNodeMiddleware, Probot } from 'probot';
import * as z from 'zod';
import { serve } from './serving.ts';

/** The least that a Probot app can be: it checks the signature of a webhook and does nothing. */
serve(async (given) => {
  const { appId, privateKey, webhookSecret: secret } = settings.parse(given);
  const probot = new Probot({ appId, privateKey, secret, logLevel: 'fatal' });
  const middleware = await createNodeMiddleware((app) => app.on('pull_request', () => {}), { probot });
  const server = createServer((request, response) => void middleware(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return { url: `http://127.0.0.1:${address.port}`, stop: async () => void server.close() };
});

const settings = z.object({ appId: z.number(), privateKey: z.string(), webhookSecret: z.string() });
