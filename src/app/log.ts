import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './settings.ts';

/** The server's log, one JSON object a line; on standard output where no other place is given. */
export function createLog(level: LogLevel, place?: DestinationStream): Logger {
  const options = { level, name: 'ghost-runner', redact: { paths: SECRET_FIELDS, censor: '[secret]' } };
  return place === undefined ? pino(options) : pino(options, place);
}

/** Headers with which somebody shows who they are. */
const SECRET_HEADERS = ['authorization', 'cookie', '["set-cookie"]', '["x-hub-signature-256"]'];

/** Where requests and answers lie in what libraries log. */
const HOLDERS = ['headers', '*.headers', '*.request.headers', '*.response.headers'];

const SECRET_NAMES = ['token', 'secret', 'password', 'privateKey', 'client_secret', 'access_token'];

const SECRET_FIELDS = [
  ...HOLDERS.flatMap((holder) =>
    SECRET_HEADERS.map((header) => (header.startsWith('[') ? `${holder}${header}` : `${holder}.${header}`)),
  ),
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
];
