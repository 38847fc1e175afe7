import { expect } from '@jest/globals';
import { type Act, formatControl } from '../../../src/control/control.ts';
import type { Switch } from '../../../src/control/switches.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { LOCAL_CHANNEL, type LocalSlack, startLocalSlack } from '../../../src/local/slack/server.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../../src/record/record.ts';
import { formatRecord, parseRecord } from '../../../src/record/text.ts';
import { parseWatchEntry, WATCH_REF, type WatchEntry } from '../../../src/record/watch-entry.ts';
import { type ApplyReport, apply } from '../../../src/stages/apply.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { Occasion, WatchContext } from '../../../src/stages/watch/context.ts';
import { MAX_RUN_ATTEMPTS } from '../../../src/stages/watch/dead-run.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { messageAt, putCommit } from '../../local/github/commits.ts';
import { createPorts, PERMISSIONS } from './ports.ts';

/** A local GitHub and Slack for all tests of a file; time only passes where a test says so. */
export type Servers = Awaited<ReturnType<typeof startServers>>;

export async function startServers() {
  const time = { now: new Date('2026-03-01T12:00:00Z') };
  const clock = { now: () => time.now };
  const github: LocalGitHub = await startLocalGitHub({ clock });
  const slack: LocalSlack = await startLocalSlack({ rateLimit: null, clock });
  return {
    github,
    slack,
    time,
    pass(hours: number) {
      time.now = new Date(time.now.getTime() + hours * 3_600_000);
    },
    close: async () => {
      await github.close();
      await slack.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

const CHANGE = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

let made = 0;

/** A repository of its own, the stages as functions, and runs that end as the test says. */
export async function openWorld(
  servers: Servers,
  options: { readonly config?: string; readonly drafts?: boolean } = {},
) {
  const { github, slack, time } = servers;
  made += 1;
  const name = `shop-${made}`;
  const repository = `acme/${name}`;
  const { config = 'test:\n  command: npm test\n', drafts = true } = options;
  await github.createRepository(repository, {
    files: {
      'src/a.txt': 'one\ntwo\nthree\n',
      '.github/ghost-runner.yml': `${config}slack:\n  channel: ${LOCAL_CHANNEL.id}\n`,
    },
    collaborators: { ada: 'write' },
    drafts,
  });
  const token = github.createToken({ login: 'acme', permissions: PERMISSIONS });
  const runs = new Map<number, RunState>();
  const dispatched: { readonly [key: string]: unknown }[] = [];
  const startedAgain: { readonly id: number; readonly failedOnly: boolean }[] = [];
  /** What takes dispatches up; nobody, where absent. */
  const desk: { take?: (payload: { readonly [key: string]: unknown }) => Promise<unknown> } = {};
  let nextRun = 100;
  const urlOf = (id: number) => `${github.url}/${repository}/actions/runs/${id}`;
  const ports = createPorts({
    repository,
    token,
    github,
    slack,
    run: { id: 1, attempt: 1, url: urlOf(1) },
    clock: { now: () => time.now },
    sleep: async () => {},
  });
  const context: WatchContext = {
    ...ports,
    runs: {
      ...ports.runs,
      get: async (id) => runs.get(id) ?? null,
      jobs: async () => JOBS,
      dispatch: async (payload) => {
        dispatched.push(payload);
        await desk.take?.(payload);
      },
      rerun: async ({ id, attempt }, { failedOnly = false } = {}) => {
        startedAgain.push({ id, failedOnly });
        runs.set(id, { ...runState(id, urlOf(id), time.now), attempt: attempt + 1 });
      },
    },
  };
  const place = { github, repository };
  const git = async (...args: readonly string[]) => (await github.git(repository, ...args)).trim();
  const world = {
    ...servers,
    repository,
    context,
    git,
    dispatched,
    startedAgain,
    desk,
    person: (login: string) => github.person(login, repository),
    /** As a person does it with `git push --force`. */
    async putBranch(id: string, sha: string): Promise<void> {
      const pusher = github.createToken({
        login: 'ada',
        permissions: { contents: 'write', metadata: 'read' },
      });
      const { status } = await fetch(`${github.apiUrl}/repos/${repository}/git/refs/heads/ghost/${id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${pusher}`, 'content-type': 'application/json' },
        body: JSON.stringify({ sha, force: true }),
      });
      expect(status).toBe(200);
    },
    /** What apply does; its run goes on until `endRun`. */
    async apply(id: string, more: object = {}, changes: readonly object[] = [CHANGE]): Promise<ApplyReport> {
      return await world.take({ id, patch: { version: 1, title: `Change ${id}`, changes, ...more } });
    },
    /** The same with a payload as it was dispatched. `within` may be slower than the others. */
    async take(
      payload: { readonly [key: string]: unknown },
      sender = 'ada',
      within: WatchContext = context,
    ): Promise<ApplyReport> {
      const run = (nextRun += 1);
      runs.set(run, runState(run, urlOf(run), time.now));
      const at = { ...within, run: { id: run, attempt: 1, url: urlOf(run) } };
      return apply(
        { ...at, compute: createCompute(createSecretScanner()) },
        { payload, sender, dryRun: false },
      );
    },
    /** What publish does after tests that passed. `context` may break on the way. */
    async publish(
      report: ApplyReport,
      {
        verdict = 'passed',
        within = context,
      }: { verdict?: 'passed' | 'failed' | 'timed_out'; within?: WatchContext } = {},
    ): Promise<void> {
      const handover = handoverOf(report);
      const exitCode = verdict === 'passed' ? 0 : 1;
      const tests = { verdict, sha: handover.head, command: 'npm test', exitCode, seconds: 3 };
      await publish({ ...within, run: report.view.record.run }, handover, {
        result: verdict === 'passed' ? 'success' : 'failure',
        report: JSON.stringify({ ...tests, failingLines: [], tail: 'ok', outputBytes: 2 }),
      });
      world.endRun(report, 'success');
    },
    async open(id: string, more: object = {}, changes?: readonly object[]): Promise<number> {
      await world.publish(await world.apply(id, more, changes));
      return (await world.record(id)).pullRequest?.number ?? 0;
    },
    /** For good, where no attempt is given: the watch has none made after that. */
    endRun(report: ApplyReport, conclusion: string, attempt = MAX_RUN_ATTEMPTS): void {
      const { id } = report.view.record.run;
      runs.set(id, { ...runState(id, urlOf(id), time.now), attempt, status: 'completed', conclusion });
    },
    forgetRun: (report: ApplyReport) => void runs.delete(report.view.record.run.id),
    watch: (occasion?: Occasion, within: WatchContext = context) =>
      watch(within, { now: time.now, ...(occasion === undefined ? {} : { occasion }) }),
    async record(id: string): Promise<PatchRecord> {
      const parsed = parseRecord(await messageAt(place, recordRef(id)));
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return parsed.record;
    },
    /** Enters a command into the log, as the executor does. */
    async logCommand(
      act: Pick<Act, 'verb' | 'patch' | 'digest'>,
      switches: readonly Switch[] = [],
    ): Promise<void> {
      const at = time.now.toISOString();
      const message = formatControl({
        version: 1,
        switches,
        act: { surface: 'comment', by: 'ada', at, ...act },
      });
      await putCommit(place, CONTROL_REF, { like: CONTROL_REF, parents: [CONTROL_REF], message });
    },
    /** Changes a record as another process would. */
    async rewrite(id: string, change: (record: PatchRecord) => PatchRecord): Promise<void> {
      const message = formatRecord(change(await world.record(id)), { headline: 'x', detail: 'y' });
      await putCommit(place, recordRef(id), { like: recordRef(id), parents: [recordRef(id)], message });
    },
    async entry(): Promise<WatchEntry | null> {
      const message = await messageAt(place, WATCH_REF).catch(() => null);
      return parseWatchEntry(message);
    },
    snapshot: () => github.snapshot(repository),
    /** Texts of this repository's messages, as they are now. */
    messages: () =>
      slack
        .messages()
        .filter(({ content }) => JSON.stringify(content.metadata).includes(`"${repository}"`))
        .map(({ content }) => content.text),
    /** Our statuses of a commit, oldest first. */
    statuses: async (sha: string) =>
      ((await github.snapshot(repository)).statuses[sha] ?? []).map(
        ({ state, description }) => `${state}: ${description}`,
      ),
    /** Everything that a pass could change, to see that it did not. */
    everything: async () => ({
      repository: await github.snapshot(repository),
      slack: slack.messages().length + slack.requests.filter(({ method }) => method === 'chat.update').length,
      dispatched: dispatched.length,
      startedAgain: startedAgain.length,
    }),
  };
  return world;
}

/** What is left to do is done by one pass of the schedule, and the next one finds and changes nothing. */
export async function settleDown(world: World): Promise<void> {
  world.pass(0.3);
  await world.watch({ event: 'schedule' });
  const before = await world.everything();
  expect((await world.watch({ event: 'schedule' })).found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}

/** Of a run, as ghost-runner.yml calls them. */
export const JOBS = ['Apply', 'Test', 'Publish'];

export function handoverOf(report: ApplyReport): Handover {
  if (report.kind !== 'applied') {
    throw new Error(`the patch was not applied: ${JSON.stringify(report.view.record.outcome)}`);
  }
  return report.handover;
}

export function runState(id: number, url: string, now: Date): RunState {
  return {
    id,
    attempt: 1,
    path: '.github/workflows/ghost-runner.yml',
    name: 'Ghost Runner',
    title: 'Ghost patch',
    event: 'repository_dispatch',
    calls: [],
    head: { sha: '0'.repeat(40), branch: 'main' },
    actor: 'ada',
    status: 'running',
    conclusion: null,
    url,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
