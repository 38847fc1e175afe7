import { spawn } from 'node:child_process';
import { gitEnvironment } from './process.ts';

/**
 * Moves the refs of one repository through a single long-lived process, for starting one takes longer than all that it
 * does. One transaction at a time.
 */
export type RefWriter = {
  /**
   * All of these lines of `git update-ref --stdin` come true, or none does. Gives what git said when it refused; null:
   * they are done. Rejects where git can't be started.
   */
  commit(commands: readonly string[]): Promise<string | null>;
  close(): void;
};

/** Starts its process at the first transaction, and anew after one that was refused, which git does not survive. */
export function createRefWriter(directory: string): RefWriter {
  let session: Session | undefined;
  return {
    async commit(commands) {
      session ??= startSession(directory);
      const refusal = await session.commit(commands);
      if (refusal !== null) {
        session = undefined;
      }
      return refusal;
    },
    close: () => session?.close(),
  };
}

type Session = RefWriter;

function startSession(directory: string): Session {
  const child = spawn('git', [`--git-dir=${directory}`, 'update-ref', '--stdin'], {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let answer = '';
  let complaint = '';
  let committed: () => void = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
    if (answer.endsWith(COMMITTED)) {
      answer = '';
      committed();
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('git could not be started', { cause })));
    child.on('close', () => resolve(complaint));
  });
  // Who waits for a transaction hears of it; nobody else has to.
  ended.catch(() => {});
  // The repository outlives its transactions; an idle writer must not keep the process alive.
  child.unref();
  return {
    commit(commands) {
      const done = new Promise<null>((resolve) => {
        committed = () => resolve(null);
      });
      child.stdin.write(['start', ...commands, 'prepare', 'commit', ''].join('\n'));
      return Promise.race([done, ended]);
    },
    close: () => void child.kill(),
  };
}

/** What git prints when all is done; it says as much of each step before. */
const COMMITTED = 'commit: ok\n';
