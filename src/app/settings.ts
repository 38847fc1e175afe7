import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isPostgres } from '../io/store/place.ts';
import type { SignIn } from './dashboard/sign-in.ts';
import type { SlackSettings } from './slack/settings.ts';

/** Everything that the server is told from outside, read once and checked before anything starts. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Where clients reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** A file, or an address of PostgreSQL. */
  readonly store: string;
  readonly logLevel: LogLevel;
  /** How people sign in to the dashboard; absent: it is off. */
  readonly signIn?: SignIn;
  /** Absent: `/ghost` and the buttons in Slack are off. */
  readonly slack?: SlackSettings;
  /** With which /metrics is read; absent: it is off. */
  readonly metricsToken?: string;
  /** From which this was built; absent: nobody said. */
  readonly commit?: string;
};

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  /** One sentence for each variable that is missing or wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = { readonly [name: string]: string | undefined };

/** Reads the environment; an empty variable counts as absent. */
export function readSettings(environment: Environment): SettingsResult {
  const problems: string[] = [];
  const read = <Value>(name: VariableName, parse: (text: string) => Value | Problem): Value | undefined => {
    const variable: Variable = VARIABLES[name];
    const text = environment[name]?.trim() || variable.preset;
    if (text === undefined) {
      problems.push(`${name} is missing; set it to ${variable.what}.`);
      return undefined;
    }
    const value = parse(text);
    if (value instanceof Problem) {
      problems.push(`${name} ${value.sentence}`);
      return undefined;
    }
    return value;
  };
  const host = read('HOST', (text) => text);
  const port = read('PORT', parsePort);
  const publicUrl = read('PUBLIC_URL', (text) => (text === LISTENING ? LISTENING : parseUrl(text)));
  const appId = read('APP_ID', parseAppId);
  const privateKey = readPrivateKey(environment, read);
  const webhookSecret = read('WEBHOOK_SECRET', parseSecret);
  const apiUrl = read('GITHUB_API_URL', parseUrl);
  const serverUrl = read('GITHUB_SERVER_URL', parseUrl);
  const store = readStore(read);
  const logLevel = read('LOG_LEVEL', parseLogLevel);
  const clientId = read('GITHUB_CLIENT_ID', (text) => text);
  const clientSecret = read('GITHUB_CLIENT_SECRET', (text) => text);
  if ((clientId === '') !== (clientSecret === '')) {
    problems.push('GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together; set both, or none of them.');
  }
  const slack = readSlack(read, problems);
  const commit = read('GHOST_COMMIT', parseCommit);
  const metricsToken = read('METRICS_TOKEN', (text) => (text === '' ? text : parseSecret(text)));
  if (
    host === undefined ||
    port === undefined ||
    publicUrl === undefined ||
    appId === undefined ||
    privateKey === undefined ||
    webhookSecret === undefined ||
    apiUrl === undefined ||
    serverUrl === undefined ||
    store === undefined ||
    logLevel === undefined ||
    problems.length > 0
  ) {
    return { ok: false, problems };
  }
  const shownHost = isIP(host) === 6 ? `[${host}]` : host;
  return {
    ok: true,
    settings: {
      host,
      port,
      publicUrl: publicUrl === LISTENING ? `http://${shownHost}:${port}` : publicUrl,
      appId,
      privateKey,
      webhookSecret,
      apiUrl,
      serverUrl,
      store,
      logLevel,
      ...(clientId && clientSecret ? { signIn: { kind: 'github', clientId, clientSecret } } : {}),
      ...(slack === undefined ? {} : { slack }),
      ...(metricsToken ? { metricsToken } : {}),
      ...(commit ? { commit } : {}),
    },
  };
}

/** Where the store is, for those who need nothing else. */
export function storePlace(environment: Environment): string {
  return environment['DATABASE_URL']?.trim() || environment['GHOST_STORE']?.trim() || DEFAULT_STORE;
}

/** What a variable is for. Without a preset it is required; `shown` replaces a preset that is no value to set. */
export type Variable = { readonly what: string; readonly preset?: string; readonly shown?: string };

/** Stands for `http://HOST:PORT`. */
const LISTENING = 'listening';

/** The file of the store where none is named. */
const DEFAULT_STORE = 'ghost-runner.sqlite';

/** All variables that the server reads, in the order of the documentation. */
export const VARIABLES = {
  APP_ID: { what: 'the number of the GitHub App, as its settings page shows it' },
  PRIVATE_KEY: {
    what: "the App's private key in PEM, in base64, or with \\n for its line ends; or leave it out and name a file in PRIVATE_KEY_PATH",
  },
  PRIVATE_KEY_PATH: { what: 'a file that holds the private key', preset: '', shown: 'none' },
  WEBHOOK_SECRET: { what: 'the secret that the App signs its webhooks with, at least 16 characters' },
  HOST: { what: 'the address to listen on', preset: '127.0.0.1' },
  PORT: { what: 'the port to listen on', preset: '3000' },
  PUBLIC_URL: {
    what: 'where clients reach the server, such as https://ghost.example.com',
    preset: LISTENING,
    shown: 'http://HOST:PORT',
  },
  GITHUB_CLIENT_ID: {
    what: "the App's client ID, with which people sign in to the dashboard; without it the dashboard is off",
    preset: '',
    shown: 'none',
  },
  GITHUB_CLIENT_SECRET: {
    what: 'a client secret of the App, made on its settings page',
    preset: '',
    shown: 'none',
  },
  GITHUB_API_URL: { what: "the root of GitHub's REST API", preset: 'https://api.github.com' },
  GITHUB_SERVER_URL: { what: "the root of GitHub's pages", preset: 'https://github.com' },
  GHOST_STORE: {
    what: 'the file that holds tokens, the outbox and the index; it is made where there is none',
    preset: DEFAULT_STORE,
  },
  DATABASE_URL: {
    what: 'a PostgreSQL database instead of that file, such as postgres://ghost:secret@db/ghost; several servers may share it',
    preset: '',
    shown: 'none',
  },
  SLACK_SIGNING_SECRET: {
    what: 'the signing secret of the Slack app; without it /ghost and the buttons in Slack are off',
    preset: '',
    shown: 'none',
  },
  SLACK_BOT_TOKEN: {
    what: "the Slack app's bot token, with which messages are edited at once and threads are written",
    preset: '',
    shown: 'none',
  },
  SLACK_API_URL: { what: "the root of Slack's Web API", preset: 'https://slack.com/api' },
  METRICS_TOKEN: {
    what: 'what Prometheus has to bring to /metrics as its bearer token, at least 16 characters; without it there is no such address',
    preset: '',
    shown: 'none',
  },
  GHOST_COMMIT: {
    what: 'the commit that the server was built from; /health and /ready tell it',
    preset: '',
    shown: 'none',
  },
  LOG_LEVEL: { what: `how much is logged: ${LOG_LEVELS.join(', ')}`, preset: 'info' },
} as const satisfies { readonly [name: string]: Variable };

type VariableName = keyof typeof VARIABLES;

/** What is wrong with a value: the rest of a sentence that begins with the variable's name. Never repeats a secret. */
class Problem {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

type Read = <Value>(name: VariableName, parse: (text: string) => Value | Problem) => Value | undefined;

function readStore(read: Read): string | undefined {
  const database = read('DATABASE_URL', parseDatabase);
  return database === '' ? read('GHOST_STORE', (text) => text) : database;
}

function parseDatabase(text: string): string | Problem {
  return text === '' || isPostgres(text)
    ? text
    : new Problem('must be a postgres:// address; leave it out to keep the store in a file.');
}

/** undefined: it is off, or a problem says why it can't be used. */
function readSlack(read: Read, problems: string[]): SlackSettings | undefined {
  const signingSecret = read('SLACK_SIGNING_SECRET', (text) => (text === '' ? text : parseSecret(text)));
  const token = read('SLACK_BOT_TOKEN', parseBotToken);
  const apiUrl = read('SLACK_API_URL', parseUrl);
  if (signingSecret === undefined || token === undefined || apiUrl === undefined) {
    return undefined;
  }
  if ((signingSecret === '') !== (token === '')) {
    problems.push('SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN belong together; set both, or none of them.');
  }
  return signingSecret === '' ? undefined : { signingSecret, token, apiUrl: `${apiUrl}/` };
}

function parseBotToken(text: string): string | Problem {
  return text === '' || text.startsWith('xoxb-')
    ? text
    : new Problem(
        "is no bot token; copy the one that begins with xoxb- from the Slack app's page OAuth & Permissions.",
      );
}

function readPrivateKey(environment: Environment, read: Read): string | undefined {
  const path = environment['PRIVATE_KEY_PATH']?.trim();
  return path && !environment['PRIVATE_KEY']?.trim()
    ? read('PRIVATE_KEY_PATH', (text) => {
        try {
          return parsePrivateKey(readFileSync(text, 'utf8'));
        } catch {
          return new Problem('names a file that can not be read; name the file that GitHub gave you.');
        }
      })
    : read('PRIVATE_KEY', parsePrivateKey);
}

function parsePrivateKey(text: string): string | Problem {
  const unescaped = text.replaceAll('\\n', '\n').trim();
  const pem = unescaped.startsWith('-----') ? unescaped : Buffer.from(unescaped, 'base64').toString();
  try {
    createPrivateKey(pem);
    return pem;
  } catch {
    return new Problem('is no private key; copy the whole .pem file that GitHub gave you.');
  }
}

function parsePort(text: string): number | Problem {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= LAST_PORT ? port : new Problem(`must be a number from 0 to ${LAST_PORT}.`);
}

const LAST_PORT = 65_535;

function parseAppId(text: string): number | Problem {
  return /^[1-9]\d{0,14}$/.test(text)
    ? Number(text)
    : new Problem("must be a number; it is the App's ID, not its client ID.");
}

function parseSecret(text: string): string | Problem {
  return text.length >= SHORTEST_SECRET
    ? text
    : new Problem(
        `is shorter than ${SHORTEST_SECRET} characters; make a new one, such as with openssl rand -hex 32.`,
      );
}

/** Characters; shorter ones can be guessed. */
const SHORTEST_SECRET = 16;

function parseCommit(text: string): string | Problem {
  return /^[0-9a-f]{0,64}$/.test(text) ? text : new Problem('must be the hash of a commit.');
}

function parseUrl(text: string): string | Problem {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usable =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '');
  return usable ? url.href.replace(/\/$/, '') : new Problem('must be an http:// or https:// address.');
}

function parseLogLevel(text: string): LogLevel | Problem {
  return (
    LOG_LEVELS.find((level) => level === text) ?? new Problem(`must be one of ${LOG_LEVELS.join(', ')}.`)
  );
}
