/**
 * When a commit says that it was made, in milliseconds or as GitHub writes it, as ISO 8601. Whoever pushed it may say
 * anything; what is no time, or none with a year of four digits, is long ago.
 */
export function commitTime(said: string | number): string {
  const time = new Date(said).getTime();
  return new Date(time >= 0 && time <= LATEST ? time : 0).toISOString();
}

const LATEST = Date.parse('9999-12-31T23:59:59Z');
