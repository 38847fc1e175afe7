import { parseCommand } from '../../../src/control/command.ts';
import type { RunRef } from '../../../src/record/record.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import type { Oid } from '../../../src/stages/ports.ts';
import type { Occasion, WatchContext } from '../../../src/stages/watch/context.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { createMemoryChat } from './memory-chat.ts';
import { createMemoryGit } from './memory-git.ts';
import { createMemoryPulls } from './memory-pulls.ts';
import { createMemoryRuns, type Verdict } from './memory-runs.ts';
import { createPromises } from './promises.ts';
import { recordsIn } from './records.ts';
import { createTurns } from './turns.ts';

/** A repository with Ghost Runner, and what was really so in it. */
export type World = ReturnType<typeof openWorld>;

/** `faulty`: calls fail now and then, until `heal`. `verdicts`: what tests come to, each as often. */
export function openWorld(
  chance: () => number,
  { faulty, verdicts }: { readonly faulty: boolean; readonly verdicts: readonly [Verdict, ...Verdict[]] },
) {
  let time = Date.parse('2026-03-01T12:00:00Z');
  const now = () => new Date(time);
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  const pick = <One>(all: readonly [One, ...One[]]): One => all[Math.floor(chance() * all.length)] ?? all[0];
  const needsApproval = chance() < 0.6;
  const passed = new Set<Oid>();
  const approvers = new Set<string>();
  const promises = createPromises();
  let isFaulty = faulty;
  const turns = createTurns(chance, {
    took: () => wait(200 + chance() * 800),
    fault: () => (isFaulty && chance() < FAULTS ? pick(['before', 'after']) : null),
  });
  const git = createMemoryGit({
    now,
    files: { 'a.txt': 'one\ntwo\nthree\n', 'b.txt': 'one\ntwo\nthree\n' },
    config: `test:\n  command: npm test\nslack:\n  channel: C0TEST\n${needsApproval ? 'approval: required\n' : ''}`,
    pullRequestsFrom: (branch) => pulls.from(branch),
    openPullRequestsFrom: (prefix) => pulls.open(prefix),
  });
  const pulls = createMemoryPulls({
    now,
    branchAt: (branch) => git.at(`refs/heads/${branch}`),
    has: (branch, commit) => git.has(`refs/heads/${branch}`, commit),
    opening: () => promises.opening(),
  });
  const channel = createMemoryChat(now);
  const contextOf = (process: number, { id, attempt }: Pick<RunRef, 'id' | 'attempt'>) =>
    ({
      repository: turns.port(process, git.repository),
      ledger: turns.port(process, git.ledger),
      forge: turns.port(process, pulls.forge),
      conversation: turns.port(process, pulls.conversation),
      runs: turns.port(process, runs.ports),
      people: { roleOf: async (login) => ROLES[login] ?? null },
      chat: turns.port(process, channel.chat),
      history: turns.port(process, channel.history),
      clock: { now },
      site: { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true },
      run: { id, attempt, url: `https://github.com/acme/shop/actions/runs/${id}` },
      secrets: NO_SECRETS,
      compute: createCompute(NO_SECRETS),
      wait: async (seconds) => {
        await turns.turn(process);
        wait(Math.min(seconds, 1) * 500);
      },
    }) satisfies ControlContext & WatchContext;
  const runs = createMemoryRuns({
    turns,
    now,
    contextOf,
    verdict: () => pick(verdicts),
    tested: (head, verdict) => void (verdict === 'passed' && passed.add(head)),
  });
  const records = recordsIn(git);
  return {
    turns,
    git,
    pulls,
    channel,
    runs,
    records,
    promises,
    pick,
    wait,
    /** Commits whose tests passed. */
    passed,
    /** Commits of a patch that stand on record as approved, by somebody who wrote that. */
    approved: (id: string): ReadonlySet<Oid> =>
      new Set(
        records
          .historyOf(id)
          .flatMap(({ approval, proof }) => [approval, proof?.approval])
          .flatMap((given) => (approvers.has(`${given?.by} ${id}`) && given?.sha ? [given.sha] : [])),
      ),
    needsApproval,
    heal: (): void => {
      isFaulty = false;
    },
    command: (actor: string, line: string): void => {
      const parsed = parseCommand(line);
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      const { command } = parsed;
      promises.asked(line);
      if (command.verb === 'approve') {
        approvers.add(`${actor} ${command.id}`);
      }
      turns.spawn(async (process) => {
        const context = contextOf(process, { id: 9000 + process, attempt: 1 });
        const report = await execute(context, { command, surface: 'form', actor, confirm: true });
        promises.answered(line, report);
        const { approval, title = '' } = records.of('id' in command ? command.id : null) ?? {};
        if (report.verb === 'approve' && report.done === 'done' && approval?.by === actor) {
          promises.approved(title, actor);
        }
      });
    },
    watch: (occasion: Occasion): void => {
      turns.spawn(async (process) => {
        await watch(contextOf(process, { id: 8000 + process, attempt: 1 }), { now: now(), occasion });
      });
    },
  };
}

/** How often a call fails where calls do. */
const FAULTS = 0.02;

const ROLES: { readonly [login: string]: string } = {
  ada: 'admin',
  bob: 'maintain',
  rita: 'write',
  rob: 'write',
};

const NO_SECRETS = { find: async () => [] };
