import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowRun } from '../../src/local/contract.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { job, ROOT } from './shop.ts';

/** What a surface gave back: how it ended, and all that it said. */
export type Said = { readonly done: string; readonly text: string };

/** One way to give a command, as a person does; `line` is in the grammar of all surfaces. */
export type Surface = (shop: Shop, who: string, line: string) => Promise<Said>;

/** A repository, and the pull request under which comments are written. */
export type Shop = { readonly sandbox: Sandbox; readonly repository: string; readonly number: number };

export const WORKFLOWS = ['ghost-control.yml', 'ghost-command.yml'] as const;

export const SURFACES: { readonly [surface in 'form' | 'comment' | 'cli']: Surface } = {
  async form({ sandbox, repository }, who, line) {
    const [action = '', patch = ''] = line.split(' ');
    const confirm = line.endsWith(' confirm');
    const about = ['pause', 'lock', 'resume', 'unlock'].includes(action) ? '' : patch;
    const reason = /^(?:pause|lock) (.+)$/.exec(line)?.[1] ?? '';
    const inputs = { action, patch: about, reason, confirm: String(confirm) };
    const run = await sandbox.github.person(who, repository).runWorkflow('ghost-control.yml', inputs);
    await ended(run);
    const control = job(run, 'control');
    return { done: control.outputs['outcome'] ?? 'nothing', text: `${control.summary}${control.log}` };
  },

  async comment({ sandbox, repository, number }, who, line) {
    const { github, engine } = sandbox;
    const before = engine.runs(repository).length;
    await github.person(who, repository).comment(number, `/ghost ${line}`);
    await github.settled();
    const run = engine
      .runs(repository)
      .slice(before)
      .find(({ event }) => event.name === 'issue_comment');
    if (run === undefined) {
      throw new Error('the comment started no run');
    }
    await ended(run);
    const comments = github.repository(repository).pulls.get(number)?.comments ?? [];
    const reply = [...comments].filter(({ author }) => author.login === 'github-actions[bot]').at(-1);
    return { done: job(run, 'command').outputs['outcome'] ?? 'nothing', text: reply?.body ?? '' };
  },

  async cli({ sandbox, repository }, who, line) {
    const { exitCode, stdout, stderr } = await commandLine(sandbox, { repository, who }, line.split(' '));
    const report: unknown = stdout === '' ? {} : JSON.parse(stdout);
    const done = typeof report === 'object' && report !== null && 'done' in report ? String(report.done) : '';
    return { done: done || `exit code ${exitCode}`, text: `${stdout}${stderr}` };
  },
};

/** The command line with the token of a person. */
export async function commandLine(
  { github }: Sandbox,
  { repository, who }: { readonly repository: string; readonly who: string },
  words: readonly string[],
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const token = github.createToken({
    login: who,
    permissions: {
      actions: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      'pull-requests': 'write',
      statuses: 'write',
    },
  });
  return runCommandLine([...words, '--repo', repository, '--json'], {
    GITHUB_TOKEN: token,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
  });
}

export async function runCommandLine(
  args: readonly string[],
  env: { readonly [name: string]: string },
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/bin.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}

/** Other runs may go on for as long as they like. */
export async function ended(run: WorkflowRun): Promise<void> {
  while (run.status !== 'completed') {
    await delay(20);
  }
}
