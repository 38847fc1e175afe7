import { isIP } from 'node:net';
import { Problem, parseText, parseUrl, type Reader } from './reading.ts';
import { LISTENING } from './variables.ts';

/** Where the server is. */
export type ListeningSettings = {
  readonly host: string;
  readonly port: number;
  /** Where clients reach the server, without a slash at the end. */
  readonly publicUrl: string;
};

/** undefined: a problem says why. */
export function readListening({ read }: Reader): ListeningSettings | undefined {
  const host = read('HOST', parseText);
  const port = read('PORT', parsePort);
  const publicUrl = read('PUBLIC_URL', (text) => (text === LISTENING ? LISTENING : parseUrl(text)));
  if (host === undefined || port === undefined || publicUrl === undefined) {
    return undefined;
  }
  const shownHost = isIP(host) === 6 ? `[${host}]` : host;
  return { host, port, publicUrl: publicUrl === LISTENING ? `http://${shownHost}:${port}` : publicUrl };
}

function parsePort(text: string): number | Problem {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= LAST_PORT ? port : new Problem(`must be a number from 0 to ${LAST_PORT}.`);
}

const LAST_PORT = 65_535;
