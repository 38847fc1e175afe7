import { spawn } from 'node:child_process';

/** Thrown when git ended with an exit code other than those that were expected. */
export class GitFailure extends Error {
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(args: readonly string[], exitCode: number | null, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

export type GitOptions = {
  /** Written to stdin, which is closed afterwards. */
  readonly input?: string | Uint8Array;
  readonly env?: { readonly [name: string]: string };
  /** Exit codes that are an answer rather than a failure; 0 always is. */
  readonly accept?: readonly number[];
};

export type GitResult = { readonly exitCode: number; readonly stdout: Buffer; readonly stderr: string };

/** Runs git on a bare repository. Rejects with GitFailure on an exit code that was not expected. */
export async function runGit(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const child = spawn('git', [`--git-dir=${directory}`, ...args], {
    env: { ...gitEnvironment(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // git may end before it has read everything; its exit code says so better than EPIPE does.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('git could not be started', { cause })));
    child.on('close', resolve);
  });
  const result = {
    exitCode: exitCode ?? -1,
    stdout: Buffer.concat(stdout),
    stderr: Buffer.concat(stderr).toString(),
  };
  if (exitCode === 0 || (exitCode !== null && options.accept?.includes(exitCode))) {
    return result;
  }
  throw new GitFailure(args, exitCode, result.stderr);
}

/** Nothing of the machine's own git configuration may change what the server does. */
export function gitEnvironment(): { [name: string]: string } {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}
