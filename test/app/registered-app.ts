import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { RegisteredApp } from '../../src/io/github/app-manifest.ts';

/** The App's key. */
export const { privateKey: PEM } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
/** The App as GitHub shows it once. */
export const APP = {
  id: 4711,
  pem: PEM,
  webhookSecret: 'a-secret-of-the-webhooks',
  clientId: 'Iv1.0123456789abcdef',
  clientSecret: 'a-secret-of-the-client',
  pageUrl: 'https://github.com/apps/ghost-runner',
} satisfies RegisteredApp;
/** What is kept of it. */
export const VALUES = {
  APP_ID: '4711',
  PRIVATE_KEY: PEM,
  WEBHOOK_SECRET: APP.webhookSecret,
  GITHUB_CLIENT_ID: APP.clientId,
  GITHUB_CLIENT_SECRET: APP.clientSecret,
};

/**
 * What GitHub does of it: it asks the browser that brings a manifest once more, and gives the App for any code. `status`
 * other than 201: it gives none.
 */
export async function startGitHub(status = 201) {
  const asked: { readonly line: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github');
    asked.push({ line: `${request.method} ${pathname}`, authorization: request.headers.authorization });
    if (pathname.endsWith('/settings/apps/new')) {
      void text(request).then((form) =>
        response.setHeader('content-type', 'text/html').end(confirmation(form, searchParams.get('state'))),
      );
    } else {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === 201 ? answer : { message: 'on strike' }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const answer = {
    id: APP.id,
    pem: APP.pem,
    webhook_secret: APP.webhookSecret,
    client_id: APP.clientId,
    client_secret: APP.clientSecret,
    html_url: `${url}/apps/ghost-runner`,
  };
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { github: { asked, close }, url };
}

function confirmation(form: string, state: string | null): string {
  const manifest: unknown = JSON.parse(new URLSearchParams(form).get('manifest') ?? '');
  const { redirect_url: back } = z.object({ redirect_url: z.string() }).parse(manifest);
  return `<a href="${back}?code=abc&amp;state=${state}">Create GitHub App</a>`;
}

/** What the form holds, as a browser would send it. */
export function manifestOf(page: string): unknown {
  const [, value = ''] = /name="manifest" value="([^"]*)"/.exec(page) ?? [];
  const plain = value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return JSON.parse(plain);
}
