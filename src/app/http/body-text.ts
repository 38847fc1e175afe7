import type { Context } from 'hono';
import { readUtf8 } from '../../patch/utf8.ts';
import { RequestProblem } from './problem.ts';

/**
 * The body as a text, without a byte order mark; throws a problem where it is no UTF-8. `Request.text()` would make
 * U+FFFD of such letters, which nobody had meant.
 */
export async function readBodyText(context: Context): Promise<string> {
  const text = readUtf8(new Uint8Array(await context.req.arrayBuffer()));
  if (text === null) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail:
        'The body is not in UTF-8, which JSON is; encode it as UTF-8, whatever charset its header says.',
    });
  }
  return text.replace(/^\uFEFF/u, '');
}
