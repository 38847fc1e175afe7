import type { Context } from 'hono';
import { slugId } from '../../patch/id.ts';
import { MAX_ID_CHARACTERS } from '../../patch/limits.ts';
import { RequestProblem } from './problem.ts';

/** The patch that an address names, under the id by which it is kept, however its sender spelled that. */
export function readPatchId(context: Context): string {
  const id = context.req.param('id') ?? '';
  if (id.length > MAX_ID_CHARACTERS) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: 'This is no patch id; send one as GET /api/patches lists it.',
    });
  }
  return slugId(id);
}
