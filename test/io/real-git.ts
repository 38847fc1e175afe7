import { execFileSync } from 'node:child_process';
import process from 'node:process';

/** Runs git as a person would, to look at what was written or to get in its way. Trims the output's end. */
export function realGit(directory: string, args: readonly string[], input?: string | Uint8Array): string {
  const output = execFileSync('git', ['-c', 'gc.auto=0', ...args], {
    cwd: directory,
    input: input ?? '',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...PERSON },
  });
  return output.toString('utf8').trimEnd();
}

const PERSON = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};
