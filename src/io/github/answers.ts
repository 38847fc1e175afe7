/** What GitHub answers to the queries of snapshot-query.ts. Aliases that a query did not ask for are absent. */
export type RepositoryAnswer = {
  readonly id: string;
  /** As it is called now, where it was asked for under an earlier name. */
  readonly nameWithOwner?: string;
  readonly defaultBranchRef?: {
    readonly name: string;
    readonly target: (StateAnswer & { readonly config?: EntryAnswer | null }) | null;
  } | null;
  readonly base?: RefAnswer<StateAnswer> | null;
  readonly pinned?: StateAnswer | null;
  readonly fileAt?: RefAnswer<{ readonly file?: EntryAnswer | null }> | null;
  readonly any?: { readonly totalCount: number } | null;
  readonly pullRequests?: { readonly nodes: readonly PullRequestAnswer[] };
  readonly open?: OpenPullRequestsAnswer;
  readonly [object: `o${number}`]: StateAnswer | null;
  readonly [ref: `r${number}`]: RefAnswer<CommitAnswer> | null;
  readonly [label: `l${number}`]: { readonly id: string } | null;
};

export type RefAnswer<Target> = {
  readonly prefix: string;
  readonly name: string;
  readonly target: Target | null;
};

/** `tree` and `message` are absent on what is no commit. */
export type CommitAnswer = {
  readonly oid: string;
  readonly tree?: { readonly oid: string };
  readonly message?: string;
};

/** Empty on what is no commit. */
export type StateAnswer = {
  readonly oid?: string;
  readonly tree?: { readonly oid: string; readonly entries?: readonly NamedEntry[] };
  readonly [file: `f${number}`]: EntryAnswer | null;
};

export type NamedEntry = { readonly name: string };

/** `mode` is a number: octal 100644 is 33188. `object` is empty on what is no blob, and no folder that is to be listed. */
export type EntryAnswer = {
  readonly mode: number;
  readonly type: string;
  readonly oid: string;
  readonly object: {
    readonly byteSize?: number;
    readonly text?: string | null;
    readonly isTruncated?: boolean;
    readonly entries?: readonly NamedEntry[];
  } | null;
};

export type PullRequestAnswer = {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly isDraft: boolean;
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
  /** null: the account is gone. */
  readonly author: { readonly type: string } | null;
  readonly mergeCommit: { readonly oid: string } | null;
  readonly mergedBy: { readonly login: string } | null;
};

export type OpenPullRequestsAnswer = {
  readonly nodes: readonly {
    readonly number: number;
    readonly url: string;
    readonly headRefName: string;
    readonly isCrossRepository: boolean;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The repository of the owner that holds what is true of all; without a branch where it is empty. */
export type OrganisationAnswer = {
  readonly nameWithOwner: string;
  readonly defaultBranchRef: {
    readonly target: { readonly config?: EntryAnswer | null } | null;
  } | null;
};

export type UserAnswers = { readonly [user: `u${number}`]: { readonly id: string } | null };
