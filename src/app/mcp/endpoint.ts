import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Hono } from 'hono';
import { isCrowded } from '../../patch/json-text.ts';
import { MAX_JSON_VALUES } from '../../patch/limits.ts';
import { createAllowance } from '../allowance.ts';
import { authenticate } from '../http/authenticate.ts';
import { type Bodies, limitBody } from '../http/bodies.ts';
import { readBodyText } from '../http/body-text.ts';
import { refuseWhileDraining } from '../http/draining.ts';
import type { ApiParts, Variables } from '../http/parts.ts';
import { RequestProblem } from '../http/problem.ts';
import { createApiCall } from './api-call.ts';
import { readGuide } from './guide.ts';
import { MAX_MESSAGE_BYTES } from './message.ts';
import { createToolServer } from './tools.ts';

/** Adds `/mcp`: the Model Context Protocol over HTTP, without sessions, for whoever has a token. */
export function addMcp(app: Hono<Variables>, parts: ApiParts, bodies: Bodies): void {
  const { version } = parts;
  const guide = readGuide();
  const logged = createAllowance({ ...LOGGED, now: () => performance.now() });
  const handler = createMcpHandler(
    ({ requestInfo }) =>
      createToolServer({
        call: createApiCall(app.fetch, requestInfo?.headers.get('authorization') ?? ''),
        version,
        guide,
      }),
    {
      maxRequestBodySize: MAX_MESSAGE_BYTES,
      // The list of tools never changes, so there is no news to wait for.
      maxSubscriptions: 0,
      // Most of them are what a client did wrong, as often and in as many words as it likes.
      onerror: (error) => {
        if (logged.take('mcp')) parts.onError(error, 'mcp');
      },
    },
  );
  const limit = limitBody(bodies, {
    maxSize: MAX_MESSAGE_BYTES,
    remedy: 'split the patch into several ones',
    ownerOf: (context) => context.get('token').id,
  });
  app.post('/mcp', refuseWhileDraining(parts), authenticate(parts), limit, async (context) =>
    handler.fetch(withText(context.req.raw, await readBodyText(context))),
  );
  app.all('/mcp', refuseWhileDraining(parts), authenticate(parts), (context) =>
    handler.fetch(context.req.raw),
  );
}

/** Errors that are logged at once, and milliseconds until there is another one. */
const LOGGED = { atOnce: 10, everyMs: 60_000 };

/** The protocol has had none since 2025-06-18. Each message would be worked on, and counted as one request together. */
const BATCH = /^\s*\[/;

/** The request with what was read of it; the library would make values of all that is in it. */
function withText({ url, headers, signal }: Request, body: string): Request {
  if (isCrowded(body)) {
    throw new RequestProblem({
      status: 413,
      code: 'too_large',
      detail: `The request holds more than ${MAX_JSON_VALUES} values; split the patch into several ones.`,
    });
  }
  if (BATCH.test(body)) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: 'The request holds several messages; send each one in a request of its own.',
    });
  }
  return new Request(url, { method: 'POST', headers, signal, body });
}
