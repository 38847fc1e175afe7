import { sha256 } from './digest.ts';
import { MAX_SLUG_CHARACTERS } from './limits.ts';

/**
 * A ref-safe name for any id: `[a-z0-9._-]`, at most MAX_SLUG_CHARACTERS, legal as one component of a git ref.
 * Where more than the case of ASCII letters had to change, a hash of the id keeps two ids apart.
 * A slug is its own slug.
 */
export function slugId(id: string): string {
  const lower = id.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const safe = refSafe(lower.slice(0, MAX_SLUG_CHARACTERS + 1));
  if (safe !== '' && safe === lower && safe.length <= MAX_SLUG_CHARACTERS) return safe;
  const hash = sha256(id).slice(0, HASH_CHARACTERS);
  const stem = trimEnds(safe.slice(0, MAX_SLUG_CHARACTERS - HASH_CHARACTERS - 1));
  return `${stem === '' ? 'id' : stem}-${hash}`;
}

/** The id of a patch that came without one: the same bytes always get the same name. */
export function anonymousId(digest: string): string {
  return `anon-${digest.slice(0, 12)}`;
}

/** Eight hex digits: two ids of one repository that share a stem meet with a chance of one in four billion. */
const HASH_CHARACTERS = 8;

function refSafe(text: string): string {
  const legal = text.replace(/[^a-z0-9._-]+/g, '-').replace(/\.{2,}/g, '.');
  return trimEnds(legal).replace(/\.lock$/, '-lock');
}

function trimEnds(text: string): string {
  return text.replace(/^[.-]+/, '').replace(/[.-]+$/, '');
}
