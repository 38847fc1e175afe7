import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { WatchContext } from '../../src/stages/watch/context.ts';
import { createPorts, PERMISSIONS } from '../stages/watch/ports.ts';
import { openWorld, type Servers, startServers, type World } from '../stages/watch/world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());
afterEach(() => servers.github.faults.clear());

/** GitHub takes nothing of this kind any more, for longer than a job may wait. */
function limit(route: string): () => void {
  return servers.github.faults.add({ match: { route }, fault: { kind: 'rate_limit', retryAfter: 1_800 } });
}

const PULLS = 'POST /repos/{owner}/{repo}/pulls';

/** Another process, to which GitHub has said nothing yet. */
function begin(world: World): WatchContext {
  const { github, slack, time } = servers;
  const ports = createPorts({
    repository: world.repository,
    token: github.createToken({ login: 'acme', permissions: PERMISSIONS }),
    github,
    slack,
    run: world.context.run,
    clock: { now: () => time.now },
    sleep: async () => {},
  });
  return { ...ports, runs: world.context.runs };
}

/** Tested, claimed, and stopped by the limit when the pull request was to be made. */
async function leave(world: World, id: string): Promise<void> {
  const report = await world.apply(id, {}, [{ kind: 'write', path: `src/${id}.txt`, content: `${id}\n` }]);
  await expect(world.publish(report, { within: begin(world) })).rejects.toThrow(
    /^GitHub has taken as much as it takes for now, so the pull request waits; the next pass of the watch makes it/,
  );
  world.endRun(report, 'failure');
}

describe('a patch whose pull request GitHub refuses for a rate limit', () => {
  test('stays claimed, with all that is needed, and the first pass after the limit makes it', async () => {
    const world = await openWorld(servers);
    limit(PULLS);
    await leave(world, 'waits');
    expect(await world.record('waits')).toMatchObject({ state: 'publishing', tests: { verdict: 'passed' } });
    servers.github.faults.clear();
    await world.watch(undefined, begin(world));
    expect(await world.record('waits')).toMatchObject({ state: 'done', outcome: { kind: 'opened' } });
    expect((await world.snapshot()).pullRequests).toHaveLength(1);
  });

  test('does not make a pass go on in vain: it ends at the first refusal, and the next one does the rest', async () => {
    const world = await openWorld(servers);
    limit(PULLS);
    for (const id of ['one', 'two', 'three']) {
      await leave(world, id);
    }
    servers.github.clearRequests();
    const { found, unseen } = await world.watch(undefined, begin(world));
    expect(found).toMatchObject([{ done: 'failed', sentence: expect.stringContaining('rate limit') }]);
    expect(unseen).toBe(2);
    expect(servers.github.requests.filter(({ route }) => route === PULLS)).toHaveLength(1);
    servers.github.faults.clear();
    await world.watch(undefined, begin(world));
    const outcomes = await Promise.all(['one', 'two', 'three'].map((id) => world.record(id)));
    expect(outcomes.map(({ outcome }) => outcome?.kind)).toEqual(['opened', 'opened', 'opened']);
  });
});

describe('a tested patch that GitHub takes nothing of for longer than its job can wait', () => {
  test('is published by the same run, though it had not been claimed, when the limit has ended', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('unclaimed');
    const end = limit('POST /repos/');
    await expect(world.publish(report, { within: begin(world) })).rejects.toThrow('rate limit');
    world.endRun(report, 'failure', 1);
    expect(await world.record('unclaimed')).toMatchObject({ state: 'applied' });
    // While the limit lasts, GitHub does not take what would start the run again either.
    await expect(world.watch(undefined, begin(world))).rejects.toThrow('rate limit');
    expect(world.startedAgain).toEqual([]);
    servers.pass(0.5);
    end();
    await world.watch({ event: 'schedule' }, begin(world));
    expect(world.startedAgain).toMatchObject([{ failedOnly: true }]);
    await world.publish(report, { within: begin(world) });
    expect(await world.record('unclaimed')).toMatchObject({ state: 'done', outcome: { kind: 'opened' } });
    expect(world.messages()).toEqual([expect.stringContaining('opened')]);
  });
});

describe('patches of which Slack took no message, because it had too many already', () => {
  test('are each told by the next pass, however many they are, and without an alert', async () => {
    const world = await openWorld(servers);
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    servers.slack.inject({
      kind: 'rate_limited',
      method: 'chat.postMessage',
      retryAfterSeconds: 600,
      times: 2 * ids.length,
    });
    for (const id of ids) {
      const change = { kind: 'write', path: `src/${id}.txt`, content: `${id}\n` };
      await world.publish(await world.apply(id, {}, [change]));
    }
    expect(world.messages()).toEqual([]);
    const { alerted } = await world.watch();
    expect(world.messages()).toHaveLength(ids.length);
    expect(alerted).toEqual([]);
  });
});
