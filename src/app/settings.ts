import type { CallbackRule } from '../io/callback-address.ts';
import type { SignIn } from './dashboard/sign-in.ts';
import { readCallbacks } from './settings/callbacks.ts';
import { type GitHubAppSettings, readGitHubApp } from './settings/github-app.ts';
import { type ListeningSettings, readListening } from './settings/listening.ts';
import { type OperationsSettings, readOperations } from './settings/operations.ts';
import { createReader, type Environment } from './settings/reading.ts';
import { readSignIn } from './settings/sign-in.ts';
import { readSlack } from './settings/slack.ts';
import { readStore } from './settings/store.ts';
import type { SlackSettings } from './slack/settings.ts';

export { callbackRule } from './settings/callbacks.ts';
export { type LogLevel } from './settings/operations.ts';
export { type Environment } from './settings/reading.ts';
export { storePlace } from './settings/store.ts';
export { LOG_LEVELS, VARIABLES, type Variable } from './settings/variables.ts';

/** Everything that the server is told from outside, read once and checked before anything starts. */
export type Settings = ListeningSettings &
  GitHubAppSettings &
  OperationsSettings & {
    /** A file, or an address of PostgreSQL. */
    readonly store: string;
    /** How people sign in to the dashboard; absent: it is off. */
    readonly signIn?: SignIn;
    /** Absent: `/ghost` and the buttons in Slack are off. */
    readonly slack?: SlackSettings;
    /** Where callbacks may go; absent: not to this machine. */
    readonly callbacks?: CallbackRule;
  };

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  /** One sentence for each variable that is missing or wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the environment; an empty variable counts as absent. */
export function readSettings(environment: Environment): SettingsResult {
  const reader = createReader(environment);
  const listening = readListening(reader);
  const gitHubApp = readGitHubApp(reader, environment);
  const store = readStore(reader);
  const signIn = readSignIn(reader);
  const slack = readSlack(reader);
  const callbacks = readCallbacks(reader);
  const operations = readOperations(reader);
  if (
    listening === undefined ||
    gitHubApp === undefined ||
    store === undefined ||
    operations === undefined ||
    reader.problems.length > 0
  ) {
    return { ok: false, problems: reader.problems };
  }
  return {
    ok: true,
    settings: {
      ...listening,
      ...gitHubApp,
      ...operations,
      store,
      ...(signIn === undefined ? {} : { signIn }),
      ...(slack === undefined ? {} : { slack }),
      ...(callbacks?.toLoopback === true ? { callbacks } : {}),
    },
  };
}
