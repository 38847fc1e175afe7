/**
 * What control and watch need of the world, beside what applying and publishing do. Implementations live in io/;
 * tests may use fakes of these.
 */

import type { SlackRef } from '../../record/record.ts';
import type { SlackIdentity } from '../../report/slack.ts';
import type { CommitInfo, CommitStatus, Oid } from '../ports.ts';

/** Workflow runs of the target repository. */
export type Runs = {
  /** Newest first. `active`: queued, waiting, pending or in progress. */
  list(request: RunsRequest): Promise<readonly RunState[]>;
  /** null: there is no such run, or no more. */
  get(id: number): Promise<RunState | null>;
  /**
   * Names of the jobs of all its attempts, `caller / job` within a called workflow, those that were skipped too; none where
   * there is no such run.
   */
  jobs(id: number): Promise<readonly string[]>;
  /** Only asks; what came of it is what `get` says afterwards. `ended`: it had ended before. */
  cancel(id: number, options?: { readonly force?: boolean }): Promise<'asked' | 'ended' | 'gone'>;
  /** Sends a `repository_dispatch` of our type, and throws where GitHub did not take it. */
  dispatch(payload: { readonly [key: string]: unknown }): Promise<void>;
  /**
   * Has a run that ended start again: the same event, under the same id, as the next attempt. `failedOnly` keeps the jobs
   * that succeeded, with what they handed over. Throws where it did not start.
   */
  rerun(run: Pick<RunState, 'id' | 'attempt'>, options?: { readonly failedOnly?: boolean }): Promise<void>;
};

export type RunsRequest = {
  /** File name of the workflow, such as `ghost-runner.yml`; all workflows where absent. */
  readonly workflow?: string;
  /** `failure`: those that ended so. */
  readonly status?: 'active' | 'completed' | 'failure';
  /** Name of the event that started them; any where absent. */
  readonly event?: string;
  /** ISO 8601; only runs that were made since. */
  readonly since?: string;
  readonly limit: number;
};

export type RunState = {
  readonly id: number;
  readonly attempt: number;
  /** Path of the workflow file. */
  readonly path: string;
  /** The workflow's name, and the run's own. */
  readonly name: string;
  readonly title: string;
  /** Paths of the workflow files that it calls, and that these call, without the repository and the ref. */
  readonly calls: readonly string[];
  /** Name of the event that started it. */
  readonly event: string;
  readonly head: { readonly sha: Oid; readonly branch: string | null };
  readonly actor: string;
  readonly status: 'waiting' | 'running' | 'completed';
  /** GitHub's own word, such as `success`, `failure`, `cancelled`, `timed_out`; null while it is not completed. */
  readonly conclusion: string | null;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** Patches of the target repository that a server has accepted and not handed to GitHub yet. */
export type Queue = {
  /**
   * Takes them out for good, with what became of them for whoever sent them: all of them, or those with this id and digest.
   * Gives the ids of those, which of them GitHub may have taken all the same, though nothing came back that says so, and
   * the ids of others that are being handed on at this moment and stay.
   */
  cancel(request: {
    readonly id?: string;
    readonly digest?: string;
    /** GitHub login of who asks. */
    readonly by: string;
    readonly at: Date;
  }): Promise<{
    readonly canceled: readonly string[];
    readonly mayHaveArrived: readonly string[];
    readonly handing: readonly string[];
  }>;
};

/** Who may do what, as GitHub knows it. */
export type People = {
  /** `role_name` of the permission API, such as `read`, `write`, `maintain`, `admin`; null: no access, or no such user. */
  roleOf(login: string): Promise<string | null>;
};

/** Pull requests and issues, as people talk in them. */
export type Conversation = {
  /** null: there is no pull request with this number. */
  pullRequest(number: number): Promise<PullRequestFacts | null>;
  comment(number: number, body: string): Promise<{ readonly id: number; readonly url: string }>;
  /** A reaction is there once for each login, however often it is asked for. */
  react(commentId: number, reaction: 'eyes' | 'rocket' | 'confused'): Promise<void>;
  /** The first ones that were made or edited since a time, in the order in which they were made. */
  comments(
    number: number,
    since: Date,
  ): Promise<readonly { readonly author: string; readonly body: string }[]>;
  closePullRequest(number: number): Promise<void>;
  reopenPullRequest(number: number): Promise<void>;
  addLabels(number: number, labels: readonly string[]): Promise<void>;
  /** A label that is not there is no error. */
  removeLabel(number: number, label: string): Promise<void>;
  /** Answers what GitHub made of it. */
  setDraft(nodeId: string, draft: boolean): Promise<boolean>;
  /** Those that are open, newest first; none is left out while there are fewer than `limit`. */
  openPullRequests(limit: number): Promise<readonly PullRequestFacts[]>;
  /** Newest state of every check run and commit status, ours (`ghost-runner`) left out. */
  checks(sha: Oid): Promise<readonly CheckState[]>;
  /** Our own commit status as it stands; null: there is none. */
  ownStatus(
    sha: Oid,
  ): Promise<{ readonly state: CommitStatus['state']; readonly description: string } | null>;
  openIssue(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }): Promise<{
    readonly number: number;
    readonly url: string;
  }>;
  closeIssue(number: number, comment: string): Promise<void>;
  /** Open issues with this label. */
  issues(
    label: string,
  ): Promise<readonly { readonly number: number; readonly title: string; readonly url: string }[]>;
};

export type PullRequestFacts = {
  readonly number: number;
  readonly url: string;
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly draft: boolean;
  readonly author: string;
  /** By an app, as ours are, or with our marker in its text: people may open others from the same branch. */
  readonly byUs: boolean;
  /** `sameRepository` is false for forks, and where the head's repository is gone. */
  readonly head: { readonly branch: string; readonly sha: Oid; readonly sameRepository: boolean };
  readonly base: { readonly branch: string; readonly sha: Oid };
  readonly labels: readonly string[];
  /** Only where it is merged. */
  readonly merge: { readonly sha: Oid; readonly by: string | null; readonly at: string } | null;
  readonly closedAt: string | null;
  readonly updatedAt: string;
};

export type CheckState = {
  readonly name: string;
  readonly state: 'pending' | 'success' | 'failure' | 'neutral';
  readonly url: string | null;
  readonly updatedAt: string;
};

/** A ref with its newest commit. */
export type ListedRef = {
  readonly ref: string;
  readonly oid: Oid;
  readonly tree: Oid;
  readonly message: string;
  /** ISO 8601, of the commit. */
  readonly committedAt: string;
};

/** All refs under a prefix, the commits behind one, and where a commit comes from. */
export type Ledger = {
  list(prefix: string): Promise<readonly ListedRef[]>;
  /** The same one by one, as they arrive, for whoever keeps little of each. */
  each(prefix: string, take: (listed: ListedRef) => void): Promise<void>;
  /** First-parent history of a ref, newest first. */
  history(ref: string, limit: number): Promise<readonly ListedRef[]>;
  /** null: there is no such commit. */
  commit(oid: Oid): Promise<LedgerCommit | null>;
};

/** A commit with its parents, first one first. */
export type LedgerCommit = CommitInfo & { readonly parents: readonly Oid[] };

/** Messages that may have been posted by a process that died before it could say where. */
export type ChatHistory = {
  /** Our newest message with this identity since a time; null: there is none. Throws where the history can't be read. */
  find(channel: string, wanted: SlackIdentity, since: Date): Promise<SlackRef | null>;
};
