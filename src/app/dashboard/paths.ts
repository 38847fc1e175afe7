import type { Context } from 'hono';
import type { PatchName } from '../../stages/intake/store.ts';

/** Where a patch has its page. */
export function patchPath({ repository, id }: PatchName): string {
  return `/patches/${repository.split('/').map(encodeURIComponent).join('/')}/${encodeURIComponent(id)}`;
}

/** What the address of a request is about. */
export function nameOf(asked: Context): PatchName {
  const { owner = '', name = '', id = '' } = asked.req.param();
  return { repository: `${owner}/${name}`.toLowerCase(), id };
}

/** A path on this server and nothing else; `/` where it is none. */
export function ownPath(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(text) ? text : '/';
}
