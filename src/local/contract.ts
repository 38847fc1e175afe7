/**
 * What the local GitHub and its workflow runner know of each other: the server implements `ActionsHost` and
 * calls an `ActionsEngine`; the engine never sees the server's routes, the server never sees a job's process.
 */

/** `owner/name`. */
export type RepositoryName = string;

/** Keys as in a workflow's `permissions:`, lower case with dashes. */
export type TokenPermissions = { readonly [scope: string]: 'none' | 'read' | 'write' };

export type ActionsHost = {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The commit that a branch, tag, full ref or oid names; null: no such thing. */
  resolve(repository: RepositoryName, ref: string): Promise<string | null>;
  /** Text of a file at a commit; null: not there. */
  readFile(repository: RepositoryName, sha: string, path: string): Promise<string | null>;
  /** Paths of files directly in a folder at a commit. */
  listFiles(repository: RepositoryName, sha: string, folder: string): Promise<readonly string[]>;
  /** Writes the tree of a commit into an empty directory, without any git data. */
  exportTree(repository: RepositoryName, sha: string, directory: string): Promise<void>;
  defaultBranch(repository: RepositoryName): string;
  /** A token of the `github-actions[bot]` for one job; events made with it start no runs, as on GitHub. */
  mintJobToken(repository: RepositoryName, permissions: TokenPermissions): string;
  revokeToken(token: string): void;
  secrets(repository: RepositoryName): ReadonlyMap<string, string>;
  variables(repository: RepositoryName): ReadonlyMap<string, string>;
};

export type WorkflowEvent = {
  readonly name:
    | 'repository_dispatch'
    | 'workflow_dispatch'
    | 'push'
    | 'pull_request'
    | 'workflow_run'
    | 'issue_comment'
    | 'schedule';
  readonly repository: RepositoryName;
  /** Full ref and commit that the workflows are read from. */
  readonly ref: string;
  readonly sha: string;
  /** Login of who caused it. */
  readonly actor: string;
  /** The event's activity type: `event_type` of a repository_dispatch, `action` of others. */
  readonly type?: string;
  /** The webhook payload, which becomes `github.event`. */
  readonly payload: { readonly [key: string]: unknown };
  /** workflow_dispatch only: the workflow file, and its inputs (which the engine checks against the form). */
  readonly workflow?: string;
  readonly inputs?: { readonly [name: string]: string };
};

export type ActionsEngine = {
  /** Finds the workflows that listen, and starts a run of each. Resolves when the runs are queued, not when they end. */
  start(event: WorkflowEvent): Promise<readonly WorkflowRun[]>;
  runs(repository?: RepositoryName): readonly WorkflowRun[];
  run(id: number): WorkflowRun | undefined;
  /** Asks the jobs to end; `force` does not wait for steps that run on cancel. */
  cancel(id: number, options?: { readonly force?: boolean }): boolean;
  /** Runs it once more under the same id with the next attempt number; `failedOnly` keeps the jobs that succeeded. */
  rerun(id: number, options?: RerunOptions): Promise<boolean>;
  /** Resolves when no run is queued or in progress. */
  idle(): Promise<void>;
  /** Called at every change of any run or job. Returns the function that ends the subscription. */
  onChange(listener: (run: WorkflowRun) => void): () => void;
  close(): Promise<void>;
};

export type RerunOptions = {
  readonly failedOnly?: boolean;
  /** Login of who asks for it; the event's actor where absent. */
  readonly actor?: string;
};

export type RunStatus = 'queued' | 'in_progress' | 'completed';
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out';

/** A live view: the engine changes it in place. */
export type WorkflowRun = {
  readonly id: number;
  attempt: number;
  /** Login of who started this attempt; the event's actor for the first. */
  triggeringActor: string;
  /** Path of the workflow file, and its `name`. */
  readonly path: string;
  readonly workflowName: string;
  /** The workflows that it calls, and those that these call; none where absent. */
  called?: readonly CalledWorkflow[];
  /** `run-name`, evaluated. */
  title: string;
  readonly event: WorkflowEvent;
  status: RunStatus;
  conclusion: Conclusion | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly url: string;
  jobs: WorkflowJob[];
};

/** `path` is `owner/repository/.github/workflows/file.yml@ref`. */
export type CalledWorkflow = { readonly path: string; readonly sha: string };

export type WorkflowJob = {
  readonly id: number;
  /** Key in the workflow file; `caller / key` inside a called workflow. */
  readonly key: string;
  name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  steps: WorkflowStep[];
  outputs: { [name: string]: string };
  /** What the steps printed, masked, with the runner's own lines. */
  log: string;
  /** Markdown that the steps wrote to GITHUB_STEP_SUMMARY. */
  summary: string;
  annotations: Annotation[];
};

export type WorkflowStep = {
  readonly number: number;
  readonly name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
};

export type Annotation = {
  readonly level: 'notice' | 'warning' | 'error';
  readonly message: string;
  readonly title?: string;
  readonly path?: string;
  readonly line?: number;
};
