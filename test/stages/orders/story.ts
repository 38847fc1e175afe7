import { parseCommand } from '../../../src/control/command.ts';
import { type PatchRecord, type RunRef, recordRef } from '../../../src/record/record.ts';
import { parseRecord } from '../../../src/record/text.ts';
import { mergedMeanwhile } from '../../../src/record/warnings.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import type { PullRequestFacts } from '../../../src/stages/control/ports.ts';
import type { Oid } from '../../../src/stages/ports.ts';
import type { Occasion, WatchContext } from '../../../src/stages/watch/context.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { createChance } from '../../limits/random.ts';
import { createMemoryGit } from './memory-git.ts';
import { createMemoryPulls } from './memory-pulls.ts';
import { createMemoryRuns, type Verdict } from './memory-runs.ts';
import { createPromises } from './promises.ts';
import { createTurns } from './turns.ts';

/** What is left when everybody has done their work. */
export type End = {
  readonly record: PatchRecord | null;
  /** Those that are its own. */
  readonly pulls: readonly PullRequestFacts[];
  /** Those that people opened from its branch, onto another one; numbers of those that they closed, or that may be. */
  readonly elsewhere: readonly PullRequestFacts[];
  readonly closed: ReadonlySet<number>;
  /** State of our status, by commit. */
  readonly statuses: ReadonlyMap<Oid, string>;
  /** Commits whose tests passed, and that somebody approved. */
  readonly passed: ReadonlySet<Oid>;
  readonly approved: ReadonlySet<Oid>;
  /** What people committed to its branch, and those of them that no branch has any more. */
  readonly pushed: ReadonlySet<Oid>;
  readonly overwritten: readonly Oid[];
  /** Commits right below theirs. */
  readonly under: ReadonlySet<Oid>;
  /** Digests of the patches that people merged, and of those of which the record says it, now or before. */
  readonly merged: ReadonlySet<string>;
  readonly saidMerged: ReadonlySet<string>;
  readonly needsApproval: boolean;
  readonly mistakes: readonly string[];
};

/**
 * One patch, to which things happen in an order of chance: revisions and what is none, tests that end in any way,
 * commands, pauses, locks, people on the page of its pull request or at its branch, processes that die at any call, and passes of the
 * watch in between. Then nothing more happens, nothing is stopped, and the watch makes its passes.
 */
export async function tell(seed: number): Promise<End> {
  const chance = createChance(seed);
  // The first numbers of neighbouring seeds are much alike.
  Array.from({ length: 10 }, chance);
  const story = open(chance);
  story.deliver('TWO');
  const acts = 4 + Math.floor(chance() * MOST_ACTS);
  for (let done = 0; done < acts; ) {
    if (story.turns.isIdle() || chance() < ACT) {
      story.act();
      done += 1;
    } else {
      await story.turns.step();
    }
  }
  await story.turns.finish();
  for (const [actor, line] of FREE) {
    story.command(actor, line);
    await story.turns.finish();
  }
  for (let pass = 0; pass < LAST_PASSES; pass += 1) {
    story.wait(QUARTER_MS);
    story.watch({ event: 'schedule' });
    await story.turns.finish();
  }
  return story.end();
}

const MOST_ACTS = 14;

/** How often something happens, rather than that what goes on goes on. */
const ACT = 0.03;

/** Bob lifts what ada may not, for whoever stops everything may not be the one who lets it go on. */
const FREE = [
  ['ada', 'resume'],
  ['bob', 'unlock'],
  ['bob', 'resume'],
  ['ada', 'unlock'],
] as const;

const QUARTER_MS = 16 * 60_000;

/** A run that fails is started again up to the sixth time, ten minutes after the one before each. */
const LAST_PASSES = 14;

function open(chance: () => number) {
  let time = Date.parse('2026-03-01T12:00:00Z');
  const now = () => new Date(time);
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  const pick = <One>(all: readonly [One, ...One[]]): One => all[Math.floor(chance() * all.length)] ?? all[0];
  const needsApproval = chance() < 0.6;
  const passed = new Set<Oid>();
  const approved = new Set<Oid>();
  const pushed = new Set<Oid>();
  const merged = new Set<string>();
  const closed = new Set<number>();
  const promises = createPromises();
  const turns = createTurns(chance, () => wait(200 + chance() * 800));
  const git = createMemoryGit({
    now,
    files: { 'a.txt': 'one\ntwo\nthree\n' },
    config: `test:\n  command: npm test\n${needsApproval ? 'approval: required\n' : ''}`,
    pullRequestsFrom: (branch) => pulls.from(branch),
  });
  const pulls = createMemoryPulls({
    now,
    branchAt: (branch) => git.at(`refs/heads/${branch}`),
    opening: () => promises.opening(),
  });
  const contextOf = (process: number, { id, attempt }: Pick<RunRef, 'id' | 'attempt'>) =>
    ({
      repository: turns.port(process, git.repository),
      ledger: turns.port(process, git.ledger),
      forge: turns.port(process, pulls.forge),
      conversation: turns.port(process, pulls.conversation),
      runs: turns.port(process, runs.ports),
      people: { roleOf: async (login) => ROLES[login] ?? null },
      chat: null,
      history: null,
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
    verdict: () => pick<Verdict>(['passed', 'passed', 'passed', 'failed', 'failed', 'timed_out', 'lost']),
    tested: (head, verdict) => void (verdict === 'passed' && passed.add(head)),
  });
  const record = () => {
    const parsed = parseRecord(git.messageAt(recordRef(ID)) ?? '');
    return parsed.ok ? parsed.record : null;
  };
  const deliver = (replace: string, find = 'two') => {
    const changes = [{ kind: 'edit', path: 'a.txt', find, replace }];
    const title = `Change ${replace}`;
    const sender = pick(['gpt', 'rita']);
    promises.sent(title, sender);
    runs.deliver({ id: ID, patch: { version: 1, title, changes } }, sender);
  };
  const command = (actor: string, line: string) => {
    const parsed = parseCommand(line);
    if (!parsed.ok) {
      throw new Error(parsed.problem);
    }
    promises.asked(line);
    turns.spawn(async (process) => {
      const context = contextOf(process, { id: 9000 + process, attempt: 1 });
      const report = await execute(context, {
        command: parsed.command,
        surface: 'form',
        actor,
        confirm: true,
      });
      promises.answered(line, report);
      const { approval, proof, title = '' } = record() ?? {};
      if (report.verb === 'approve' && report.done === 'done' && approval?.by === actor) {
        promises.approved(title, actor);
      }
      for (const given of [approval, proof?.approval]) {
        if (given?.by !== undefined && given.sha !== undefined) {
          approved.add(given.sha);
        }
      }
    });
  };
  const look = (occasion: Occasion) => {
    turns.spawn(async (process) => {
      await watch(contextOf(process, { id: 8000 + process, attempt: 1 }), { now: now(), occasion });
    });
  };
  /** GitHub tells of it, as a rule. */
  const onPage = (act: (pull: PullRequestFacts) => void) => {
    const pull = pulls.facts().findLast(({ author }) => author === 'ghost-runner');
    if (pull !== undefined) {
      act(pull);
      if (chance() < 0.9) {
        look({ event: 'pull_request', sha: pull.head.sha });
      }
    }
  };
  const acts: readonly [() => void, ...(() => void)[]] = [
    () => deliver(pick(['TWO', 'ZWEI', 'DEUX'])),
    () => deliver('ZWEI'),
    () => deliver('two'),
    () => deliver('x', 'nowhere'),
    () => command(pick(['rita', 'rob']), 'approve one'),
    () => command('rob', pick(['approve one', 'retry one'])),
    () => command('rita', pick(['cancel one', 'retry one', 'reject one'])),
    () => command('ada', pick(['pause because', 'pause because for 5m', 'lock because', 'kill all confirm'])),
    () => command('bob', pick(['resume', 'unlock'])),
    () => look({ event: pick(['schedule', 'workflow_run']) }),
    () => look({ event: 'schedule' }),
    () =>
      onPage(({ number, state }) => (state === 'open' ? pulls.person.close : pulls.person.reopen)(number)),
    () => onPage(({ number }) => pulls.person.reopen(number)),
    () => onPage(({ number, draft }) => draft && chance() < 0.5 && pulls.person.markReady(number)),
    () =>
      onPage(({ number, state, draft, head }) => {
        if (state === 'open' && !draft && chance() < 0.3) {
          const [digest] = git.messagesFrom(head.sha).flatMap((message) => DIGEST.exec(message)?.[1] ?? []);
          merged.add(digest ?? 'nothing of ours');
          pulls.person.merge(number, git.merge(head.sha));
        }
      }),
    () => {
      // To have it in a release too, or for nothing.
      const number = chance() < ELSEWHERE ? pulls.person.open('rita', `ghost/${ID}`, 'release') : null;
      if (number !== null && chance() < 0.5) {
        pulls.person.close(number);
        closed.add(number);
      } else if (number !== null && turns.live().length > 0) {
        // GitHub closes it with its branch, which may be on its way out already.
        closed.add(number);
      }
    },
    () => {
      const sha = chance() < PUSH ? git.push(`refs/heads/ghost/${ID}`) : null;
      if (sha !== null) {
        pushed.add(sha);
      }
    },
    () => {
      const [process, ...others] = turns.live();
      if (process !== undefined) {
        const one = pick([process, ...others]);
        turns.kill(one);
        runs.die(one, pick(['failure', 'failure', 'cancelled']));
      }
    },
    () => wait(pick([60, 600, 3600, 7200]) * 1000),
  ];
  return {
    turns,
    wait,
    deliver,
    command,
    watch: look,
    act: () => pick(acts)(),
    end: (): End => {
      const statuses = new Map([...pulls.statuses()].map(([sha, { state }]) => [sha, state]));
      const mistakes = [...turns.mistakes(), ...promises.broken()];
      const steps = git.messagesFrom(git.at(recordRef(ID)) ?? '').flatMap((message) => {
        const step = parseRecord(message);
        return step.ok ? [step.record] : [];
      });
      const saidMerged = steps.flatMap(({ outcome, digest, head, mergedBefore, warnings }, index) => {
        const before = steps.slice(index).find((step) => step.head !== undefined && step.head !== head);
        const isSaid = mergedBefore !== undefined && warnings.includes(mergedMeanwhile(mergedBefore));
        return [
          ...(outcome?.kind === 'merged' ? [digest] : []),
          ...(isSaid && before ? [before.digest] : []),
        ];
      });
      const under = [...pushed].flatMap((sha) => PUSHED_ON.exec(git.messagesFrom(sha)[0] ?? '')?.[1] ?? []);
      const overwritten = [...pushed].filter((sha) => !git.keeps(sha));
      return {
        record: record(),
        pulls: pulls.facts().filter(({ author }) => author === 'ghost-runner'),
        elsewhere: pulls.facts().filter(({ author }) => author !== 'ghost-runner'),
        closed,
        statuses,
        passed,
        approved,
        pushed,
        overwritten,
        under: new Set(under),
        merged,
        saidMerged: new Set(saidMerged),
        needsApproval,
        mistakes,
      };
    },
  };
}

const ID = 'one';

const DIGEST = /^Ghost-Digest: ([0-9a-f]{64})$/m;

const PUSHED_ON = /^By hand, on ([0-9a-f]+)$/;

/** What follows on a person's commit is short, so that there are few. */
const PUSH = 0.3;

const ELSEWHERE = 0.6;

const ROLES: { readonly [login: string]: string } = {
  ada: 'admin',
  bob: 'maintain',
  rita: 'write',
  rob: 'write',
};

const NO_SECRETS = { find: async () => [] };
