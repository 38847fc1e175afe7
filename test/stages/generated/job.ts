import { createCheckout } from '../../../src/io/git/checkout.ts';
import { withWorktree } from '../../../src/io/git/worktree.ts';
import { createTestProcess } from '../../../src/io/test-process.ts';
import { type ApplyReport, apply } from '../../../src/stages/apply.ts';
import { type Tested, testWithCommands } from '../../../src/stages/generated/test-with-commands.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import type { Repository } from '../../../src/stages/ports.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { TestJob } from '../../../src/stages/test-job.ts';
import { createWorld, type World } from '../world.ts';

/** A repository whose config names these commands, and whose tests are `test`. */
export function openWorld(
  commands: { readonly [name: string]: string },
  { test = 'true', policy = {} }: { readonly test?: string; readonly policy?: object } = {},
): World {
  return createWorld({
    'src/a.txt': 'one\ntwo\nthree\n',
    'src/logo.bin': 'a\0b',
    '.github/ghost-runner.yml': JSON.stringify({
      test: { command: test },
      labels: ['ghost'],
      commands,
      policy,
    }),
  });
}

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

/** Applies a patch that changes a line and asks for commands. */
export async function applyWith(
  world: World,
  commands: readonly string[],
  changes: readonly object[] = [EDIT],
): Promise<ApplyReport> {
  const run = commands.map((command) => ({ kind: 'run', command }));
  const patch = { version: 1, title: 'Fix it', changes: [...changes, ...run] };
  return apply(world.context, { payload: { id: 'fix', patch }, sender: 'gpt', dryRun: false });
}

export async function applied(...given: Parameters<typeof applyWith>): Promise<Handover> {
  const report = await applyWith(...given);
  if (report.kind !== 'applied') {
    throw new Error(`expected the patch to be applied: ${JSON.stringify(report)}`);
  }
  return report.handover;
}

/** The job without rights: real commands on a real checkout. */
export function runJob(
  { directory: repository }: Pick<World, 'directory'>,
  handover: Handover,
): Promise<Tested> {
  return withWorktree({ repository, sha: handover.head }, (directory) =>
    testWithCommands(
      {
        runner: createTestProcess({ environment: process.env, onOutput: () => {} }),
        checkout: createCheckout({ directory }),
      },
      {
        sha: handover.head,
        command: handover.test.command,
        commands: handover.generation?.commands ?? [],
        directory,
        timeoutSeconds: 60,
      },
    ),
  );
}

/** What GitHub hands on of it. */
export function jobOf({ report, effect }: Tested): TestJob {
  return {
    result: report.verdict === 'passed' ? 'success' : 'failure',
    report: JSON.stringify(report),
    ...(effect === null ? {} : { effect: effect.text }),
  };
}

/** The whole way of one patch. */
export async function goThrough(world: World, commands: readonly string[], changes?: readonly object[]) {
  const handover = await applied(world, commands, changes);
  const tested = await runJob(world, handover);
  return { handover, tested, report: await publish(world.context, handover, jobOf(tested)) };
}

/** The way back to how everything stands now, so that one world serves many tests. */
export function createRestore({ git, forge }: World): () => void {
  const kept = listRefs(git);
  return () => {
    for (const ref of listRefs(git).keys()) if (!kept.has(ref)) git('update-ref', '-d', ref);
    for (const [ref, oid] of kept) git('update-ref', ref, oid);
    forge.pulls.length = 0;
    forge.statuses.length = 0;
  };
}

function listRefs(git: World['git']): ReadonlyMap<string, string> {
  const lines = git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/ghost', 'refs/heads/ghost');
  return new Map(
    lines.split('\n').map((line): [string, string] => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']),
  );
}

/** The repository port, dead from the Nth write on. */
export function failAt({ context: { repository } }: World, write: number): Repository {
  let writes = 0;
  return {
    read: (request) => repository.read(request),
    write: async (transaction) => {
      writes += 1;
      if (writes >= write) throw new Error('the line is dead');
      return repository.write(transaction);
    },
  };
}
