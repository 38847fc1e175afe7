/** A place is an address of PostgreSQL, or else a file. */
export function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place) && URL.canParse(place);
}

/** Where the store is, as it may be shown: without a password. */
export function storeName(place: string): string {
  if (!isPostgres(place)) {
    return place;
  }
  const { protocol, host, pathname } = new URL(place);
  return `${protocol}//${host}${pathname}`;
}
