/**
 * A well-known action, done again in the runner's own words: what the real one does for the inputs that it knows,
 * and a clear error for those that it does not.
 */
export type StandIn = {
  /** Every input that is taken, by name; `prefix-*` takes all that begin so. */
  readonly inputs: { readonly [name: string]: InputRule };
  main(run: StandInRun): Promise<StandInResult>;
};

export type InputRule = {
  /** Where the workflow gives none. */
  readonly preset: string;
  /** Absent: any value will do. */
  readonly only?: readonly string[];
};

export type StandInResult = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** What a stand-in may know and do. */
export type StandInRun = {
  /** Of a declared input; its preset where the workflow gives none. */
  input(name: string): string;
  /** The given inputs whose names begin so. */
  inputsWithPrefix(prefix: string): readonly (readonly [name: string, value: string])[];
  readonly github: StandInGithub;
  readonly workspace: string;
  readonly nodePath: string;
  /** The job's own folder for what is installed; it may not be there yet. */
  readonly toolCache: string;
  /** Runs a program to its end; its output goes to the log. Returns the exit code, and what it printed. */
  run(
    command: readonly string[],
    options?: RunOptions,
  ): Promise<{ readonly code: number; readonly output: string }>;
  info(line: string): void;
  setOutput(name: string, value: string): void;
  hide(value: string): void;
  addPath(folder: string): void;
  /** Runs at the end of the job, whatever comes. */
  atEnd(run: (run: StandInRun) => Promise<StandInResult>): void;
};

export type RunOptions = {
  readonly directory?: string;
  /** Added to the step's environment. */
  readonly env?: { readonly [name: string]: string };
};

export type StandInGithub = {
  readonly token: string;
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
};
