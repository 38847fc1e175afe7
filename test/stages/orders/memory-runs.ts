import { applyInTurn } from '../../../src/stages/apply-in-turn.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import type { RunState, Runs, RunsRequest } from '../../../src/stages/control/ports.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import type { Oid } from '../../../src/stages/ports.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { Turns } from './turns.ts';

type Payload = { readonly [key: string]: unknown };

type Run = {
  readonly id: number;
  readonly payload: Payload;
  readonly sender: string;
  readonly createdAt: string;
  attempt: number;
  conclusion: string | null;
  updatedAt: string;
  process: number;
  handover: Handover | null;
  verdict: Verdict | null;
};

/** `lost`: the test job says nothing. */
export type Verdict = 'passed' | 'failed' | 'timed_out' | 'lost';

/** Workflow runs whose jobs are the stages themselves, with tests that end as somebody says. */
export type MemoryRuns = ReturnType<typeof createMemoryRuns>;

export function createMemoryRuns(world: {
  readonly turns: Turns;
  readonly now: () => Date;
  readonly contextOf: (
    process: number,
    run: { readonly id: number; readonly attempt: number },
  ) => ControlContext;
  readonly verdict: () => Verdict;
  readonly tested: (head: Oid, verdict: Verdict) => void;
}) {
  const { turns, now, contextOf, verdict, tested } = world;
  const runs: Run[] = [];
  const end = (run: Run, conclusion: string) => {
    run.updatedAt = now().toISOString();
    run.conclusion ??= conclusion;
  };
  const work = async (run: Run, process: number): Promise<void> => {
    const context = contextOf(process, run);
    const { payload, sender } = run;
    const report =
      run.handover === null ? await applyInTurn(context, { payload, sender, dryRun: false }) : null;
    if (report !== null && report.kind !== 'applied') {
      return end(run, 'failure');
    }
    const handover = report?.handover ?? run.handover;
    if (handover === null) {
      throw new Error('a run goes on without what its first job handed over');
    }
    run.handover = handover;
    await turns.turn(process);
    run.verdict ??= verdict();
    tested(handover.head, run.verdict);
    await publish(context, handover, {
      result: run.verdict === 'passed' ? 'success' : 'failure',
      report: run.verdict === 'lost' ? '' : JSON.stringify(testReport(handover.head, run.verdict)),
    });
    end(run, run.verdict === 'passed' ? 'success' : 'failure');
  };
  const start = (run: Run) => {
    run.attempt += 1;
    run.conclusion = null;
    run.process = turns.spawn(
      (process) => work(run, process),
      () => end(run, 'failure'),
    );
  };
  const deliver = (payload: Payload, sender: string) => {
    const at = now().toISOString();
    const fresh = { attempt: 0, conclusion: null, process: 0, handover: null, verdict: null };
    const run: Run = { id: FIRST_RUN + runs.length, payload, sender, createdAt: at, updatedAt: at, ...fresh };
    runs.push(run);
    start(run);
  };
  const find = (id: number) => runs.find((run) => run.id === id);
  const ports: Runs = {
    list: async ({ status }) =>
      runs
        .filter((run) => isWanted(run, status))
        .map(stateOf)
        .toReversed(),
    get: async (id) => {
      const run = find(id);
      return run === undefined ? null : stateOf(run);
    },
    jobs: async () => ['Apply', 'Test', 'Publish'],
    cancel: async (id) => {
      const run = find(id);
      if (run === undefined || run.conclusion !== null) {
        return run === undefined ? 'gone' : 'ended';
      }
      turns.kill(run.process);
      end(run, 'cancelled');
      return 'asked';
    },
    dispatch: async (payload) => deliver(payload, 'ghost-runner'),
    rerun: async ({ id, attempt }, { failedOnly = false } = {}) => {
      const run = find(id);
      if (run === undefined || run.conclusion === null || run.attempt !== attempt) {
        throw new Error(`run ${id} can not be started again`);
      }
      Object.assign(run, failedOnly ? {} : { handover: null, verdict: null });
      start(run);
    },
  };
  return {
    ports,
    deliver,
    /** "Re-run all jobs", of one that ended. */
    startAgain: (pick: (ended: readonly Run[]) => Run | undefined): void => {
      const run = pick(runs.filter(({ conclusion }) => conclusion !== null));
      if (run !== undefined) {
        start(Object.assign(run, { handover: null, verdict: null }));
      }
    },
    /** As GitHub says when the process of a run is gone. */
    die: (process: number, conclusion: string) => {
      const run = runs.find((one) => one.process === process && one.conclusion === null);
      if (run !== undefined) {
        end(run, conclusion);
      }
    },
  };
}

const FIRST_RUN = 100;

function isWanted(run: Run, status: RunsRequest['status']): boolean {
  switch (status) {
    case 'active':
      return run.conclusion === null;
    case 'completed':
      return run.conclusion !== null;
    case 'failure':
      return run.conclusion === 'failure';
    case undefined:
      return true;
  }
}

function stateOf({ id, attempt, payload, sender, conclusion, createdAt, updatedAt }: Run): RunState {
  return {
    id,
    attempt,
    path: '.github/workflows/ghost-runner.yml',
    name: 'Ghost Runner',
    title: `Ghost patch ${String(payload['id'])}`,
    event: 'repository_dispatch',
    calls: [],
    head: { sha: '', branch: 'main' },
    actor: sender,
    status: conclusion === null ? 'running' : 'completed',
    conclusion,
    url: `https://github.com/acme/shop/actions/runs/${id}`,
    createdAt,
    updatedAt,
  };
}

function testReport(sha: Oid, verdict: Exclude<Verdict, 'lost'>) {
  const exitCode = verdict === 'passed' ? 0 : 1;
  const output = { failingLines: [], tail: '', outputBytes: 0 };
  return { verdict, sha, command: 'npm test', exitCode, seconds: 3, ...output };
}
