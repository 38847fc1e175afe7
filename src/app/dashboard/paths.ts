import type { PatchName } from '../../stages/intake/store.ts';

/** Where a patch has its page. */
export function patchPath({ repository, id }: PatchName): string {
  return `/patches/${repository.split('/').map(encodeURIComponent).join('/')}/${encodeURIComponent(id)}`;
}

/** A path on this server and nothing else; `/` where it is none. */
export function ownPath(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(text) ? text : '/';
}
