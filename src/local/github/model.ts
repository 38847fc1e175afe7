/** What the local GitHub remembers. Everything that git can hold is in the repositories, not here. */
import type { GitStore } from './git/store.ts';

export type User = {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly createdAt: Date;
};

/** `role_name` of a collaborator; custom roles have other names and count as `read`. */
export type RoleName = 'read' | 'triage' | 'write' | 'maintain' | 'admin' | (string & {});

export type Repository = {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** Does the plan know draft pull requests? */
  readonly drafts: boolean;
  /** The setting "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayCreatePullRequests: boolean;
  readonly store: GitStore;
  readonly collaborators: Map<string, RoleName>;
  readonly pulls: Map<number, PullRequest>;
  /** Those that are no pull requests; numbers are shared. */
  readonly issues: Map<number, Issue>;
  readonly labels: Map<string, Label>;
  readonly statuses: Status[];
  /** Those made over the API; jobs of workflow runs are check runs too. */
  readonly checkRuns: CheckRun[];
  readonly hooks: Map<number, Hook>;
  readonly secrets: Map<string, string>;
  readonly variables: Map<string, string>;
  /** Commits that carry GitHub's own signature. */
  readonly signed: Set<string>;
  readonly createdAt: Date;
  pushedAt: Date;
  lastNumber: number;
};

export type PullRequest = {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: User;
  /** Branch names; both are in the same repository. */
  readonly head: string;
  base: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  /** While open these follow the branches. */
  headSha: string;
  baseSha: string;
  readonly labels: Label[];
  readonly reviewers: User[];
  readonly comments: Comment[];
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  merged: { readonly at: Date; readonly by: User; readonly sha: string } | null;
};

export type Issue = {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: User;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  readonly labels: Label[];
  readonly comments: Comment[];
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
};

/** What people comment on and label. */
export type Thread = PullRequest | Issue;

export type Label = {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
};

export type Comment = {
  readonly id: number;
  readonly author: User;
  body: string;
  readonly reactions: Reaction[];
  readonly createdAt: Date;
  updatedAt: Date;
};

/** One person reacts once with the same content. */
export type Reaction = {
  readonly id: number;
  readonly user: User;
  readonly content: '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';
  readonly createdAt: Date;
};

export type CheckRun = {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  detailsUrl: string | null;
  readonly startedAt: Date;
  completedAt: Date | null;
};

export type Status = {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly context: string;
  readonly creator: User;
  readonly createdAt: Date;
};

/** A webhook of a repository, or (id 0) the one webhook of an App. */
export type Hook = {
  readonly id: number;
  url: string;
  secret: string | null;
  events: readonly string[];
  active: boolean;
  readonly createdAt: Date;
  readonly deliveries: Delivery[];
};

/** One attempt to hand an event to a hook. A redelivery is a new attempt under the same GUID. */
export type Delivery = {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly redelivery: boolean;
  readonly at: Date;
  readonly repositoryId: number | null;
  readonly installationId: number | null;
  readonly payload: string;
  /** As they were sent; empty until then. */
  headers: { readonly [name: string]: string };
  /** Seconds until the receiver answered. */
  durationSeconds: number;
  /** 0 until there is an answer, and for ever when there is none. */
  statusCode: number;
  status: string;
};

export type App = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  readonly bot: User;
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly hook: Hook;
  readonly createdAt: Date;
};

export type Installation = {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  readonly repositories: ReadonlySet<string>;
  readonly createdAt: Date;
};

/** Scope (lower case with underscores, as in the REST API) → level. An absent scope is none. */
export type Permissions = { readonly [scope: string]: Level };

export type Level = 'read' | 'write';

/** What a bearer of this value may do. */
export type Token = {
  readonly value: string;
  readonly kind: 'personal' | 'installation' | 'job';
  readonly user: User;
  readonly permissions: Permissions;
  /** Full names; null: all that the user can see. */
  readonly repositories: ReadonlySet<string> | null;
  readonly installation?: Installation;
  readonly expiresAt: Date | null;
};

/** Who did something. Events that a job's token causes start no workflow runs, so the token is remembered. */
export type Cause = { readonly user: User; readonly token: Token | null };
