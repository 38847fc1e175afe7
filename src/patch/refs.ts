/** What Ghost Runner keeps in a target repository, branches aside, lies under this prefix: pushes to it start no workflows. */
export const REF_PREFIX = 'refs/ghost/';

/** Where a by-reference patch with this sha256 lies. */
export function inboxRef(sha256: string): string {
  return `${INBOX_REFS}${sha256}`;
}

export const INBOX_REFS = `${REF_PREFIX}inbox/`;
