/** Whether callbacks may go to this machine itself, which only those who try them out want. */
export type CallbackRule = { readonly toLoopback: boolean };

/** Why callbacks can't be sent there, as the rest of a sentence that begins with the address; null: they can. */
export function checkCallbackUrl(text: string, { toLoopback }: CallbackRule): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || text.length > MAX_URL) {
    return `is no address; give one such as https://example.com/hooks, of at most ${MAX_URL} characters`;
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'has a password or a fragment; leave them out, because callbacks are signed';
  }
  const plain = url.protocol === 'http:' && toLoopback && isLoopbackName(url.hostname);
  return url.protocol === 'https:' || plain
    ? null
    : 'must begin with https://, because callbacks tell of private repositories';
}

/** Characters. */
const MAX_URL = 2_000;

function isLoopbackName(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
