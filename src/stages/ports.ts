/**
 * What the stages need of the world, and nothing more. Implementations live in io/; tests may use fakes of these.
 */

import type { ChangedFile } from '../apply/generated/effect.ts';
import type { ConfigSource } from '../policy/config-source.ts';
import type { FoundSecret } from '../policy/secrets.ts';
import type { PullRequestRef, TestReport } from '../record/outcome.ts';
import type { SlackRef } from '../record/record.ts';
import type { SlackMessage } from '../report/slack.ts';
import type { CommitStatus } from '../report/status.ts';

export type { CommitStatus };

/** Object id in hex. */
export type Oid = string;

/** The target repository's objects and refs. Implemented over GitHub's API and over real git; one conformance suite runs on both. */
export type Repository = {
  /** Everything that one decision needs, in one look. */
  read(request: ReadRequest): Promise<Snapshot>;
  /**
   * Writes objects, then moves all refs in one step or none.
   * `before` of each ref is compared first; a ref that is elsewhere makes the answer `{ok: false, moved}` and nothing moves.
   * Any other failure throws.
   */
  write(transaction: Transaction): Promise<WriteResult>;
};

export type ReadRequest = {
  /** Base branch; the repository's default branch where absent. `sha` pins the commit that `files` are read from. */
  readonly base?: { readonly branch?: string; readonly sha?: Oid };
  /** Paths to read at the base branch's head, and at `base.sha` where given. Their parent folders are looked up too. */
  readonly files?: readonly string[];
  /** Those of `files` of which the names are wanted that lie in the same folders, from the root on. */
  readonly besides?: readonly string[];
  /** Full names of refs whose commits are wanted. */
  readonly refs?: readonly string[];
  /** A file of the default branch, read as text. */
  readonly config?: string;
  /** One file at a ref's commit: a patch in the inbox or in a record. */
  readonly fileAt?: { readonly ref: string; readonly path: string };
  /** Is there any ref under this prefix? */
  readonly anyRefUnder?: string;
  readonly pullRequestsFrom?: PullRequestsWanted;
  /** Open pull requests whose heads are branches of the same repository that begin like this. */
  readonly openPullRequestsFrom?: string;
  /** Labels and reviewers whose node ids publishing will need. */
  readonly labels?: readonly string[];
  readonly reviewers?: readonly string[];
};

/** Pull requests whose heads are this branch of the same repository. */
export type PullRequestsWanted = {
  readonly branch: string;
  /** Number of one that is wanted however many came after it, or however young it is, as the refs tell; undefined: none. */
  readonly named?: (refs: Snapshot['refs']) => number | undefined;
};

export type Snapshot = {
  readonly defaultBranch: string;
  /** null: there is no such branch. */
  readonly base: BaseState | null;
  /** The commit that the request pinned; null: it is not in the repository. Absent where none was asked for. */
  readonly pinned?: BaseState | null;
  readonly refs: ReadonlyMap<string, CommitInfo | null>;
  /** With that of the organisation, where the implementation can see one. */
  readonly config: ConfigSource;
  /** Bytes of `fileAt`, verified; null: no such ref or file. Absent where not asked for. */
  readonly fileAt?: Uint8Array | null;
  /** Bytes of `fileAt`, where they are more than MAX_FILE_BYTES: then it is not read, and null. */
  readonly fileAtTooLarge?: number;
  readonly anyRefUnder: boolean;
  /** Those that `pullRequestsFrom` wants, newest first. undefined: this implementation can't tell, or nobody asked. */
  readonly pullRequests?: readonly PullRequestState[];
  /** There are so many of them that older ones are left out. */
  readonly morePullRequests?: true;
  /** The one that `pullRequestsFrom` names is from another branch. */
  readonly namedElsewhere?: true;
  /** Newest first. undefined: this implementation can't tell, or nobody asked. */
  readonly openPullRequests?: readonly OpenHead[];
  /** So many are open in the repository that there may be others of those beside `openPullRequests`. */
  readonly moreAreOpen?: true;
  /** Node ids by name; a name that GitHub does not know is absent. */
  readonly labelIds: ReadonlyMap<string, string>;
  readonly reviewerIds: ReadonlyMap<string, string>;
};

export type BaseState = {
  readonly branch: string;
  readonly sha: Oid;
  readonly tree: Oid;
  /** Requested paths and their parent folders, those that exist. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Paths of everything in the folders that `besides` lie in, the root among them; empty where nothing was asked for. */
  readonly beside: readonly string[];
};

export type TreeEntry = {
  readonly mode: FileMode | '040000' | '160000';
  readonly oid: Oid;
  /** The blob's bytes, verified against `oid`; absent for folders and submodules. For a symlink, its target. */
  readonly bytes?: Uint8Array;
  /**
   * Bytes of a blob that is not read, because they are more than MAX_FILE_BYTES, or because all files that were asked for
   * have together more than MAX_READ_BYTES. `bytes` is absent then.
   */
  readonly tooLarge?: number;
};

export type FileMode = '100644' | '100755' | '120000';

export type CommitInfo = { readonly oid: Oid; readonly tree: Oid; readonly message: string };

export type PullRequestState = PullRequestRef & {
  readonly nodeId: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly draft: boolean;
  readonly head: Oid;
  /** Branch that it would be merged into. */
  readonly base: string;
  /** By an app, as ours are, or by whoever our token stands for: people may open others from the same branch. */
  readonly byUs: boolean;
  /** The commit as which it was merged, and by whom; absent where it was not, or where that was not asked for. */
  readonly merge?: { readonly sha: Oid; readonly by: string | null };
};

export type OpenHead = PullRequestRef & { readonly branch: string };

export type Transaction = {
  /** Commits to make, by a name of the caller's. */
  readonly commits: { readonly [name: string]: CommitPlan };
  readonly refs: readonly RefMove[];
};

export type CommitPlan = {
  /** An existing tree, or the changes that make a new one from `base` (null: from nothing). */
  readonly tree: Oid | { readonly base: Oid | null; readonly changes: readonly TreeChange[] };
  readonly parents: readonly Oid[];
  /** Gets the oids of all trees of this transaction, by commit name. */
  readonly message: (trees: { readonly [name: string]: Oid }) => string;
};

/** `bytes: null` removes the path. */
export type TreeChange = {
  readonly path: string;
  readonly mode: FileMode;
  readonly bytes: Uint8Array | null;
};

/**
 * `before: null`: must not exist. `after: null`: is deleted. `before` = `after`: a guard, which only compares;
 * with null on both sides it holds while there is no such ref.
 */
export type RefMove = {
  readonly ref: string;
  readonly before: Oid | null;
  readonly after: Oid | null | { readonly commit: string };
  /** Allows a move that is no fast-forward. */
  readonly force?: boolean;
};

export type WriteResult =
  | {
      readonly ok: true;
      readonly commits: { readonly [name: string]: { readonly oid: Oid; readonly tree: Oid } };
    }
  | { readonly ok: false; readonly moved: readonly string[] };

/** Pull requests and statuses. */
export type Forge = {
  /** Where the head has an open one of ours already, that one gets this text and base. */
  openPullRequest(request: OpenPullRequest): Promise<OpenedPullRequest>;
  updatePullRequest(number: number, update: UpdatePullRequest): Promise<UpdatedPullRequest>;
  /** Labels, reviewers and the draft flag in one request. What GitHub does not accept comes back as sentences. */
  decoratePullRequest(request: DecoratePullRequest): Promise<readonly string[]>;
  setStatus(sha: Oid, status: CommitStatus): Promise<void>;
};

export type OpenPullRequest = {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
};

/** As GitHub answered. `draft` is what it made of it: plans without drafts give false. */
export type OpenedPullRequest = PullRequestRef & {
  readonly nodeId: string;
  readonly draft: boolean;
  readonly head: Oid;
  /** It was open before; `draft` is then its own flag, not the one that was asked for. */
  readonly existing: boolean;
};

export type UpdatePullRequest = { readonly title: string; readonly body: string; readonly base: string };

/** As GitHub answered. */
export type UpdatedPullRequest = {
  readonly state: 'open' | 'closed' | 'merged';
  readonly head: Oid;
  readonly draft: boolean;
};

export type DecoratePullRequest = {
  readonly number: number;
  readonly nodeId: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly labelIds: ReadonlyMap<string, string>;
  readonly reviewerIds: ReadonlyMap<string, string>;
  /** Where the flag must change: to draft (true) or to ready (false). */
  readonly draft?: boolean;
};

/** One message per patch. Both throw when Slack did not take it. */
export type Chat = {
  post(channel: string, message: SlackMessage): Promise<SlackRef>;
  update(ref: SlackRef, message: SlackMessage): Promise<void>;
};

/** Runs the test command in the checked-out tree; bounded in time and memory. */
export type TestProcess = {
  run(request: {
    readonly command: string;
    readonly directory: string;
    readonly timeoutSeconds: number;
  }): Promise<Omit<TestReport, 'sha'>>;
};

/** The files that the tests run on, as git sees them. Only the job without rights has one. */
export type Checkout = {
  /** The tree that the files make as they are now; of what git ignores, only what commit `sha` has is in it. */
  writeTree(sha: Oid): Promise<Oid>;
  /**
   * The files in which two trees differ, each as commit `sha` has it and as `after` does. Where they are more than
   * `maxFiles`, or one has more than `maxBytes` now, they are not read. `tree` is that of the commit with these files
   * changed.
   */
  compare(request: {
    readonly sha: Oid;
    readonly before: Oid;
    readonly after: Oid;
    readonly maxFiles: number;
    readonly maxBytes: number;
  }): Promise<
    | { readonly kind: 'compared'; readonly tree: Oid; readonly files: readonly ChangedFile[] }
    | { readonly kind: 'too_large'; readonly files: number }
  >;
};

/** Looks for secrets in a text. `path` tells what kind of file it is. */
export type SecretScanner = {
  find(source: { readonly path: string; readonly text: string }): Promise<readonly FoundSecret[]>;
};

export type { FoundSecret };

export type Clock = { now(): Date };
