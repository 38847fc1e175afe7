import type { Control } from '../../control/control.ts';
import type { Switch } from '../../control/switches.ts';
import type { ConfigSource } from '../../policy/config-source.ts';

/** What a token was told, or why it was not. */
export type Told<Value> =
  | { readonly told: true; readonly value: Value }
  | { readonly told: false; readonly why: string };

/** What stops patches. */
export type SwitchFacts = {
  /** For the repository as a whole. */
  readonly control: Control;
  /** All that count now, those of a branch or a sender included. */
  readonly switches: readonly Switch[];
};

export type SlackFacts =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'failed'; readonly why: string }
  /** `scopes` is null where Slack did not name them. */
  | { readonly kind: 'known'; readonly scopes: readonly string[] | null };

export type ServerFacts =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'failed'; readonly why: string }
  | ({ readonly kind: 'ready' } & ReadyServer);

export type AppFacts =
  | { readonly kind: 'not_asked' | 'not_installed' }
  | { readonly kind: 'failed'; readonly why: string }
  | {
      readonly kind: 'installed';
      /** `read` or `write` by their names. */
      readonly permissions: ReadonlyMap<string, string>;
      readonly events: readonly string[];
      /** HTTP statuses with which the newest webhooks were answered, newest first; 0: not at all. */
      readonly deliveries: readonly number[];
    };

/** What a server that takes patches says of itself; null: it does not say. */
export type ReadyServer = {
  readonly version: string | null;
  /** By how many seconds it is ahead of this machine. */
  readonly aheadSeconds: number | null;
  /** Seconds since a webhook of GitHub reached it; `never`: none did since it began. */
  readonly webhook: number | 'never' | null;
  /** It has a socket to Slack; false: it has none, or does not say, as one that Slack calls over HTTP. */
  readonly slackSocket: boolean;
  /** Why its socket to Slack is not open; null: it is, or there is none to be. */
  readonly slackProblem: string | null;
  /** Repositories whose canary is late. */
  readonly lateCanaries: number;
};

/** All that is looked at, as it was found. */
export type Facts = {
  /** `owner/name`. */
  readonly repository: string;
  /** By how many seconds this machine is ahead of GitHub; null: GitHub did not say what time it is. */
  readonly aheadSeconds: number | null;
  readonly defaultBranch: string;
  readonly archived: boolean;
  /** null: it is not said, as to Apps. */
  readonly mayPush: boolean | null;
  /** Texts of the workflows on the default branch by their paths. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Paths of those that were not read, for they are too many or too long. */
  readonly unreadWorkflows: readonly string[];
  /** Their states by path: `active`, or why they do not run. */
  readonly workflowStates: Told<ReadonlyMap<string, string>>;
  /** On the default branch, with that of the organisation where the token may see one. */
  readonly config: ConfigSource;
  readonly switches: Told<SwitchFacts>;
  readonly actionsEnabled: Told<boolean>;
  /** The setting that lets workflows open pull requests. */
  readonly createsPullRequests: Told<boolean>;
  /** Names, those that come from the organisation included. */
  readonly secrets: Told<readonly string[]>;
  readonly variables: Told<readonly string[]>;
  readonly slack: SlackFacts;
  readonly server: ServerFacts;
  readonly app: AppFacts;
};
