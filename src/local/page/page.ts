import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Sandbox } from '../sandbox.ts';
import { anchorOf } from './anchors.ts';
import { renderDocument } from './document.ts';

export type Page = {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
};

/**
 * Shows people one repository of the sandbox, and its Slack, in a browser; changes appear by themselves. Listens
 * on 127.0.0.1 only. While it runs, the local GitHub sends browsers here that follow one of its links.
 */
export async function startPage(
  sandbox: Sandbox,
  repository: string,
  { port = 0 }: { readonly port?: number } = {},
): Promise<Page> {
  const changes = watchChanges(sandbox);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      context.header(name, value);
    }
  });
  app.get('/', (context) => context.redirect(`/${repository}`));
  app.get(`/${repository}`, async (context) => context.html(await renderDocument(sandbox, repository)));
  app.get(`/${repository}/*`, (context) => redirectToAnchor(context, sandbox, repository));
  app.get('/changes', (context) => tellChanges(context, changes.version));
  for (const [name, type] of Object.entries(FILES)) {
    const text = await readFile(join(import.meta.dirname, name), 'utf8');
    app.get(`/${name}`, (context) => context.body(text, 200, { 'content-type': type }));
  }
  const listening = await listen(app, port);
  sandbox.github.setPage(listening.url);
  return {
    url: listening.url,
    async close() {
      sandbox.github.setPage(null);
      changes.end();
      await listening.close();
    },
  };
}

/** What is shown was written by models and by the code of their patches: nothing of it may run, load or frame. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const FILES = {
  'page.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** Whatever changes here was asked of one of the servers, or is a run that goes on. */
function watchChanges({ github, slack, engine }: Sandbox) {
  let steps = 0;
  const end = engine.onChange(() => {
    steps += 1;
  });
  return { version: () => `${steps} ${github.requests.length} ${slack.requests.length}`, end };
}

function tellChanges(context: Context, version: () => string): Response {
  return streamSSE(context, async (stream) => {
    let told = '';
    while (!stream.aborted) {
      const now = version();
      if (now !== told) {
        await stream.writeSSE({ data: now });
        told = now;
      }
      await stream.sleep(POLL_MS);
    }
  });
}

/** Quick enough to look live; several changes within this time are told as one. */
const POLL_MS = 300;

/** An address of GitHub's, such as `/acme/shop/pull/1`, is a place on the page, if it is there. */
async function redirectToAnchor(context: Context, sandbox: Sandbox, repository: string): Promise<Response> {
  const anchor = anchorOf(context.req.path.slice(`/${repository}`.length));
  const found = anchor !== null && (await renderDocument(sandbox, repository)).includes(` id="${anchor}"`);
  return found ? context.redirect(`/${repository}#${anchor}`) : context.notFound();
}

async function listen(app: Hono, port: number): Promise<Page> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, resolve);
  server.once('error', reject);
  const address = await promise;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      if ('closeAllConnections' in server) {
        server.closeAllConnections();
      }
      await closed.promise;
    },
  };
}
