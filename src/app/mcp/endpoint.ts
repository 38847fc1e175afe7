import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Hono } from 'hono';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import { authenticate } from '../http/authenticate.ts';
import { refuseWhileDraining } from '../http/draining.ts';
import type { ApiParts, Variables } from '../http/parts.ts';
import { createApiCall } from './api-call.ts';
import { readGuide } from './guide.ts';
import { createToolServer } from './tools.ts';

/** Adds `/mcp`: the Model Context Protocol over HTTP, without sessions, for whoever has a token. */
export function addMcp(app: Hono<Variables>, parts: ApiParts): void {
  const { version } = parts;
  const guide = readGuide();
  const handler = createMcpHandler(
    ({ requestInfo }) =>
      createToolServer({
        call: createApiCall(app.fetch, requestInfo?.headers.get('authorization') ?? ''),
        version,
        guide,
      }),
    {
      maxRequestBodySize: MAX_PATCH_TEXT_BYTES + MAX_WRAPPING_BYTES,
      // The list of tools never changes, so there is no news to wait for.
      maxSubscriptions: 0,
      onerror: (error) => parts.onError(error, 'mcp'),
    },
  );
  app.all('/mcp', refuseWhileDraining(parts), authenticate(parts), (context) =>
    handler.fetch(context.req.raw),
  );
}

/** Bytes that a call has besides its patch. */
const MAX_WRAPPING_BYTES = 65_536;
