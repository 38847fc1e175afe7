/** What a token was told, or why it was not. */
export type Told<Value> =
  | { readonly told: true; readonly value: Value }
  | { readonly told: false; readonly why: string };

export type SlackFacts =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'failed'; readonly why: string }
  /** `scopes` is null where Slack did not name them. */
  | { readonly kind: 'known'; readonly scopes: readonly string[] | null };

export type ServerFacts =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'ready' };

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
  /** Their states by path: `active`, or why they do not run. */
  readonly workflowStates: Told<ReadonlyMap<string, string>>;
  /** Text of the config on the default branch; null: there is none. */
  readonly config: string | null;
  readonly actionsEnabled: Told<boolean>;
  /** The setting that lets workflows open pull requests. */
  readonly createsPullRequests: Told<boolean>;
  /** Names, those that come from the organisation included. */
  readonly secrets: Told<readonly string[]>;
  readonly variables: Told<readonly string[]>;
  readonly slack: SlackFacts;
  readonly server: ServerFacts;
};
