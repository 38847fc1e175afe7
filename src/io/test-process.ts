import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { TestReport } from '../record/outcome.ts';
import type { TestProcess } from '../stages/ports.ts';
import { createOutputWindow, findFailingLines } from './test-output.ts';

/**
 * Runs a test command by bash in a process group of its own.
 *
 * - Tokens, inputs and file commands of the workflow are not in its environment.
 * - Memory is bounded whatever it prints; `onOutput` gets the first part of it, for the log.
 * - At the deadline, and when the command has ended, whatever it left running in its group is ended too.
 */
export function createTestProcess(options: {
  readonly environment: NodeJS.ProcessEnv;
  readonly onOutput: (chunk: Buffer) => void;
}): TestProcess {
  return {
    async run({ command, directory, timeoutSeconds }) {
      const started = performance.now();
      const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], {
        cwd: directory,
        env: scrub(options.environment),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      const window = createOutputWindow();
      const take = (chunk: Buffer) => {
        window.add(chunk);
        options.onOutput(chunk);
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      const end = await waitForEnd(child, timeoutSeconds);
      await drain(child.stdout, child.stderr);
      return {
        verdict: verdictOf(end, window.tail()),
        command,
        ...(end.exitCode === null ? {} : { exitCode: end.exitCode }),
        seconds: (performance.now() - started) / 1000,
        failingLines: findFailingLines(window.lines()),
        tail: window.tail(),
        outputBytes: window.bytes(),
      };
    },
  };
}

type End = { readonly exitCode: number | null; readonly timedOut: boolean; readonly failedToStart: boolean };

/**
 * What a test command does not get to see: the workflow's own plumbing, and whatever is named like a credential.
 * The job holds no secret to begin with; this is the second fence. What set-up steps put into the environment
 * for the tests passes.
 */
const WITHHELD =
  /^(?:ACTIONS_|INPUT_|GHOST_|SLACK_|STATE_|GIT_ASKPASS|SSH_|NODE_OPTIONS$|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY|EVENT_PATH|ACTION.*)$)|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_KEY/i;

function scrub(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => name === 'GITHUB_ACTIONS' || !WITHHELD.test(name)),
  );
}

async function waitForEnd(child: ChildProcess, timeoutSeconds: number): Promise<End> {
  let timedOut = false;
  const deadline = setTimeout(() => {
    timedOut = true;
    void endGroup(child);
  }, timeoutSeconds * 1000);
  try {
    return await new Promise<End>((resolve) => {
      child.once('error', () => resolve({ exitCode: null, timedOut: false, failedToStart: true }));
      child.once('exit', (exitCode) => resolve({ exitCode, timedOut, failedToStart: false }));
    });
  } finally {
    clearTimeout(deadline);
    signalGroup(child, 'SIGKILL');
  }
}

/** Time between asking a process group to end and ending it. */
const GRACE_MS = 5_000;

async function endGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const forced = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  child.once('exit', () => clearTimeout(forced));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

/** A process that left the group may hold the pipes open for ever; what it prints later is not waited for. */
const DRAIN_MS = 1_000;

async function drain(...streams: readonly Readable[]): Promise<void> {
  const open = streams.filter((stream) => !stream.readableEnded && !stream.destroyed);
  const ended = Promise.all(open.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, DRAIN_MS);
  await Promise.race([ended, patience.promise]);
  clearTimeout(timer);
  for (const stream of streams) {
    stream.destroy();
  }
}

/** What a shell answers for a command that can't be executed or is not there. */
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;

/** bash's own words for it. Tests may end with such a code too, and then have failed. */
const NOT_STARTED =
  /^bash: line \d+: .*(?:command not found|No such file or directory|Permission denied|cannot execute.*|Is a directory)$/m;

function verdictOf(end: End, output: string): TestReport['verdict'] {
  if (end.timedOut) {
    return 'timed_out';
  }
  const unknown = end.exitCode === NOT_FOUND || end.exitCode === NOT_EXECUTABLE;
  if (end.failedToStart || (unknown && NOT_STARTED.test(output))) {
    return 'not_started';
  }
  return end.exitCode === 0 ? 'passed' : 'failed';
}
