/** What a variable is for. Without a preset it is required; `shown` replaces a preset that is no value to set. */
export type Variable = { readonly what: string; readonly preset?: string; readonly shown?: string };

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** Stands for `http://HOST:PORT`. */
export const LISTENING = 'listening';

/** The file of the store where none is named. */
export const DEFAULT_STORE = 'ghost-runner.sqlite';

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
    what: 'the signing secret of the Slack app, for what it sends to the server; without it and SLACK_APP_TOKEN /ghost and the buttons in Slack are off',
    preset: '',
    shown: 'none',
  },
  SLACK_APP_TOKEN: {
    what: "the Slack app's app-level token, with which the server opens a socket to Slack; then Slack need not reach it, and needs no signing secret",
    preset: '',
    shown: 'none',
  },
  SLACK_BOT_TOKEN: {
    what: "the Slack app's bot token, with which messages are edited at once and threads are written",
    preset: '',
    shown: 'none',
  },
  SLACK_API_URL: { what: "the root of Slack's Web API", preset: 'https://slack.com/api' },
  CALLBACKS_TO_LOOPBACK: {
    what: 'yes lets callbacks go to this machine itself, with http too; only for trying them out',
    preset: '',
    shown: 'no',
  },
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

export type VariableName = keyof typeof VARIABLES;
