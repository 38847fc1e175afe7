import { parseCommand } from '../../../src/control/command.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import type { RunRef } from '../../../src/record/record.ts';
import type { CommandReport } from '../../../src/report/command/report.ts';
import { type ApplyReport, apply } from '../../../src/stages/apply.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { Occasion, WatchContext } from '../../../src/stages/watch/context.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { handoverOf, JOBS, openWorld, type Servers } from '../watch/world.ts';

/** A repository where processes die: its runs end when their process does, and dispatches go the whole way. */
export type Scene = Awaited<ReturnType<typeof openScene>>;

/** Sends the patches; may not approve them. */
export const SENDER = 'gpt';

export async function openScene(servers: Servers, options: { readonly config?: string } = {}) {
  // A day of its own, for GitHub counts the requests of an hour.
  days += 1;
  servers.time.now = new Date(FIRST_DAY.getTime() + days * 86_400_000);
  const world = await openWorld(servers, options);
  const { github, time } = servers;
  for (const [login, role] of Object.entries(ROLES)) {
    github.setRole(world.repository, login, role);
  }
  const runs = new Map<number, RunState>();
  const end = (id: number, conclusion: string) => {
    const run = runs.get(id);
    if (run !== undefined && run.status !== 'completed') {
      runs.set(id, { ...run, status: 'completed', conclusion, updatedAt: time.now.toISOString() });
    }
  };
  let nextRun = FIRST_RUN;
  const payloads = new Map<number, object>();
  const begin = (payload: object): RunState => {
    const id = nextRun++;
    const run = createRun(id, `${github.url}/${world.repository}/actions/runs/${id}`, time.now);
    const title = 'id' in payload ? `${run.title} ${String(payload.id)}` : run.title;
    runs.set(id, { ...run, title });
    payloads.set(id, payload);
    return { ...run, title };
  };
  const beginAgain = (id: number): RunState | undefined => {
    const run = runs.get(id);
    const next = run && { ...run, attempt: run.attempt + 1, status: 'running' as const, conclusion: null };
    if (next !== undefined) {
      runs.set(id, next);
    }
    return next;
  };
  const sent: object[] = [];
  const rerun: { readonly id: number; readonly failedOnly: boolean }[] = [];
  /** What jobs of a run came to that need not run again. */
  const applied = new Map<number, ApplyReport>();
  const tested = new Map<number, Tests>();
  const context: WatchContext = {
    ...world.context,
    // Whoever waits sees what was sent come to its end.
    wait: async () => await scene.runSent(),
    runs: {
      list: async ({ status: wanted }) =>
        [...runs.values()].filter(({ status, conclusion }) =>
          wanted === 'failure' ? conclusion === 'failure' : status !== 'completed',
        ),
      get: async (id) => runs.get(id) ?? null,
      jobs: async () => JOBS,
      cancel: async (id) => {
        end(id, 'cancelled');
        return 'asked';
      },
      dispatch: async (payload) => {
        sent.push(payload);
      },
      rerun: async ({ id }, { failedOnly = false } = {}) => {
        rerun.push({ id, failedOnly });
      },
    },
  };
  const scene = {
    ...world,
    context,
    /** Whether this run is over, as far as GitHub says. */
    isOver: (id: number) => runs.get(id)?.status === 'completed',
    endAll: (conclusion: string) => [...runs.keys()].forEach((id) => end(id, conclusion)),
    /** As if GitHub had never heard of any run. */
    forgetAll: () => runs.clear(),
    /** The apply job of a run, a new one where none is given, within a process that may die. */
    apply: async (
      payload: object,
      within: WatchContext = context,
      { id, attempt, url }: RunState = begin(payload),
    ): Promise<ApplyReport> => {
      const report = await apply(
        { ...within, compute: createCompute(createSecretScanner()), run: { id, attempt, url } },
        { payload, sender: SENDER, dryRun: false },
      );
      if (report.kind === 'applied') {
        applied.set(id, report);
      } else {
        end(id, 'failure');
      }
      return report;
    },
    /** The publish job of the same run, and the end of that run. */
    publish: async (
      report: ApplyReport,
      tests: Tests = 'passed',
      within: WatchContext = context,
      { id, attempt, url }: RunRef = report.view.record.run,
    ) => {
      tested.set(id, tests);
      const handover = handoverOf(report);
      const exitCode = tests === 'passed' ? 0 : 1;
      const seen = { verdict: tests, sha: handover.head, command: 'npm test', exitCode, seconds: 3 };
      await publish({ ...within, run: { id, attempt, url } }, handover, {
        result: tests === 'passed' ? 'success' : 'failure',
        report:
          tests === 'none' ? '' : JSON.stringify({ ...seen, failingLines: [], tail: 'ok', outputBytes: 2 }),
      });
      end(id, tests === 'passed' ? 'success' : 'failure');
    },
    /** Runs start some time after they were asked for. */
    runSent: async () => {
      for (const payload of sent.splice(0)) {
        await scene.deliver(payload);
      }
      for (const { id, failedOnly } of rerun.splice(0)) {
        const run = beginAgain(id);
        const report = failedOnly ? applied.get(id) : undefined;
        await (report === undefined
          ? scene.deliver(payloads.get(id) ?? {}, 'passed', run)
          : scene.publish(report, tested.get(id), context, run));
        // The end of every run wakes the watch up.
        await scene.watch({ event: 'workflow_run', run: id });
      }
    },
    /** All jobs of a run, one after the other. */
    deliver: async (payload: object, tests: Tests = 'passed', run?: RunState) => {
      const report = await scene.apply(payload, context, run);
      if (report.kind === 'applied') {
        await scene.publish(report, tests);
      }
    },
    command: (actor: string, line: string, within: WatchContext = context): Promise<CommandReport> => {
      const parsed = parseCommand(line);
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return execute(within, {
        command: parsed.command,
        surface: 'form',
        actor,
        confirm: true,
      });
    },
    watch: (occasion?: Occasion, within: WatchContext = context) =>
      watch(within, { now: time.now, ...(occasion === undefined ? {} : { occasion }) }),
  };
  return scene;
}

/** What the test job reports; `none`: it came to no report. */
export type Tests = 'passed' | 'failed' | 'none';

const ROLES = { ada: 'admin', bob: 'maintain', rita: 'write', [SENDER]: 'write' } as const;

/** Long before the present, from which Slack's own times are. */
const FIRST_DAY = new Date('2010-03-01T12:00:00Z');
let days = 0;

/** Away from those that the world itself begins. */
const FIRST_RUN = 5_000;

function createRun(id: number, url: string, now: Date): RunState {
  const at = now.toISOString();
  return {
    id,
    attempt: 1,
    path: '.github/workflows/ghost-runner.yml',
    name: 'Ghost Runner',
    title: 'Ghost patch',
    event: 'repository_dispatch',
    calls: [],
    head: { sha: '0'.repeat(40), branch: 'main' },
    actor: SENDER,
    status: 'running',
    conclusion: null,
    url,
    createdAt: at,
    updatedAt: at,
  };
}
