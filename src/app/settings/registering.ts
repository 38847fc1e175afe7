import { isIP } from 'node:net';
import type { GitHubAppSettings } from './github-app.ts';
import { type ListeningSettings, readListening } from './listening.ts';
import { createReader, type Environment, parseUrl } from './reading.ts';

/** What registering the App needs to be told. */
export type RegisteringSettings = ListeningSettings &
  Pick<GitHubAppSettings, 'apiUrl' | 'serverUrl'> & {
    /** The login of the organisation that is to own the App; null: whoever presses the button. */
    readonly organisation: string | null;
  };

export type RegisteringResult =
  | { readonly ok: true; readonly settings: RegisteringSettings }
  /** One sentence for each variable that is missing, wrong or set already. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** What GitHub says of an App that was registered; the server needs the first three. */
export const REGISTERED_NAMES = [
  'APP_ID',
  'PRIVATE_KEY',
  'WEBHOOK_SECRET',
  'GITHUB_CLIENT_ID',
  'GITHUB_CLIENT_SECRET',
] as const;

/** Reads the environment as the server does. */
export function readRegistering(environment: Environment): RegisteringResult {
  const reader = createReader(environment);
  const listening = readListening(reader);
  const apiUrl = reader.read('GITHUB_API_URL', parseUrl);
  const serverUrl = reader.read('GITHUB_SERVER_URL', parseUrl);
  const organisation = environment['GH_ORG']?.trim() || null;
  const problems = [...reader.problems, ...furtherProblems(environment, organisation)];
  return listening === undefined || apiUrl === undefined || serverUrl === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, settings: { ...listening, apiUrl, serverUrl, organisation } };
}

/**
 * Where the browser of whoever registers the App reaches this process: on this machine, or by a tunnel that ends at the
 * same port; where HOST lets others in, by the public address. `port` is the one that it listens on.
 */
export function browserUrl({ host, publicUrl }: RegisteringSettings, port: number): string {
  const shownHost = isIP(host) === 6 ? `[${host}]` : host;
  return isLoopback(host) ? `http://${shownHost}:${port}` : publicUrl;
}

function furtherProblems(environment: Environment, organisation: string | null): readonly string[] {
  const taken = REGISTERED_NAMES.filter((name) => environment[name]?.trim());
  return [
    ...(environment['PUBLIC_URL']?.trim() ? [] : [WITHOUT_PUBLIC_URL]),
    ...(organisation === null || LOGIN.test(organisation)
      ? []
      : ['GH_ORG must be the login of an organisation.']),
    ...(taken.length === 0 ? [] : [describeTaken(taken)]),
  ];
}

const WITHOUT_PUBLIC_URL =
  'PUBLIC_URL is missing; set it to where GitHub will reach the server, such as https://ghost.example.com.';

/** Wider than GitHub's own, which differs between its products; it becomes a part of an address. */
const LOGIN = /^[\w-]{1,100}$/;

function describeTaken(names: readonly string[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set already, in .env or in the environment; to register another App, move .env away and unset them first.`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
