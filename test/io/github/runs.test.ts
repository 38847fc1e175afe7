import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createRuns } from '../../../src/io/github/runs.ts';
import type { WorkflowRun } from '../../../src/local/contract.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { createFakeEngine, type FakeEngine } from '../../local/github/fake-engine.ts';
import { createSeed } from '../seed.ts';
import { createWorld, type GitHubWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
let engine: FakeEngine;
beforeAll(async () => {
  github = await startLocalGitHub({
    createEngine(host) {
      engine = createFakeEngine(host);
      return engine;
    },
  });
});
afterEach(() => github.faults.clear());
afterAll(async () => {
  expect(github.validation.failures).toEqual([]);
  await github.close();
  rmSync(seed, { recursive: true });
});

async function openWorld() {
  const world = await createWorld(github, { seed });
  return { world, runs: createRuns(world), start: async (type: string) => await startRun(world, type) };
}

async function startRun(world: GitHubWorld, type: string): Promise<WorkflowRun> {
  const { owner, name: repo } = world;
  await world.octokit.rest.repos.createDispatchEvent({ owner, repo, event_type: type });
  await github.settled();
  const run = engine.runs(`${owner}/${repo}`).at(-1);
  if (run === undefined) throw new Error('no run was started');
  return run;
}

describe('reading a run', () => {
  it('gives what is known of it, in our words', async () => {
    const { world, runs, start } = await openWorld();
    const run = await start('one');
    engine.change(run, { status: 'in_progress' });
    expect(await runs.get(run.id)).toEqual({
      id: run.id,
      attempt: 1,
      path: '.github/workflows/ci.yml',
      name: 'ci',
      title: run.title,
      calls: [],
      event: 'repository_dispatch',
      head: { sha: await world.git('rev-parse', 'main'), branch: 'main' },
      actor: 'octo',
      status: 'running',
      conclusion: null,
      url: run.url,
      createdAt: run.createdAt,
      updatedAt: run.updatedAt,
    });
    engine.change(run, { status: 'completed', conclusion: 'cancelled' });
    expect(await runs.get(run.id)).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  });

  it('names the file without the ref that it was read at', async () => {
    const { world, runs, start } = await openWorld();
    const { id } = await start('one');
    world.octokit.hook.after('request', (response) => {
      response.data.path += '@refs/heads/main';
    });
    expect(await runs.get(id)).toMatchObject({ path: '.github/workflows/ci.yml' });
  });

  it('names the workflows that it calls, without where they were read', async () => {
    const { runs, start } = await openWorld();
    const run = await start('one');
    const path = '.github/workflows/ghost-runner.yml';
    const called = ['acme/tools', 'acme/shop'].map((place) => ({
      path: `${place}/${path}@v1`,
      sha: 'a'.repeat(40),
    }));
    engine.change(run, { called });
    expect(await runs.get(run.id)).toMatchObject({ calls: [path, path] });
  });

  it('that is not there gives null', async () => {
    expect(await (await openWorld()).runs.get(4711)).toBeNull();
  });
});

describe('listing runs', () => {
  it('active ones are those of every status but completed, newest first', async () => {
    const { runs, start } = await openWorld();
    const [first, second, third] = [await start('one'), await start('two'), await start('three')];
    // In silence, for the change of a run starts others.
    Object.assign(second, { status: 'completed', conclusion: 'success' });
    Object.assign(third, { status: 'in_progress' });
    const active = await runs.list({ status: 'active', limit: 10 });
    expect(active.map(({ id, status }) => [id, status])).toEqual([
      [third.id, 'running'],
      [first.id, 'waiting'],
    ]);
    const completed = await runs.list({ status: 'completed', limit: 10 });
    expect(completed.map(({ id }) => id)).toEqual([second.id]);
  });

  it('one that changes its status while GitHub is asked is not overlooked', async () => {
    const { world, runs, start } = await openWorld();
    const run = await start('quick');
    // Running when the waiting ones are listed and waiting when the running ones are, it is in neither list.
    world.octokit.hook.after('request', (response, options) => {
      if (options['status'] !== undefined) response.data.workflow_runs = [];
    });
    expect((await runs.list({ status: 'active', limit: 10 })).map(({ id }) => id)).toEqual([run.id]);
  });

  it('only those of one workflow, made since a time, and no more than asked for', async () => {
    const { runs, start } = await openWorld();
    await start('one');
    const newest = await start('two');
    expect(await runs.list({ workflow: 'ci.yml', limit: 1 })).toMatchObject([{ id: newest.id }]);
    expect(await runs.list({ workflow: 'other.yml', limit: 10 })).toEqual([]);
    expect(await runs.list({ since: newest.createdAt, limit: 10 })).toHaveLength(2);
    expect(await runs.list({ since: '2026-11-21T12:00:01Z', limit: 10 })).toEqual([]);
  });

  it('more than a page costs one request for each hundred', async () => {
    const { world, runs, start } = await openWorld();
    for (let count = 0; count < 120; count += 1) await start('many');
    const requests = countRequests(world.octokit);
    expect(await runs.list({ limit: 200 })).toHaveLength(120);
    expect(requests.count).toBe(2);
    expect(await runs.list({ limit: 110 })).toHaveLength(110);
  });
});

describe('cancelling a run', () => {
  it('is asked of one that goes on, and changes nothing by itself', async () => {
    const { runs, start } = await openWorld();
    const { id } = await start('one');
    expect(await runs.cancel(id)).toBe('asked');
    expect(await runs.cancel(id, { force: true })).toBe('asked');
    expect(await runs.get(id)).toMatchObject({ status: 'waiting' });
    const routes = github.requests.map(({ route }) => route).filter((route) => route.endsWith('cancel'));
    expect(routes.slice(-2)).toEqual([
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel',
    ]);
  });

  it('that has ended, or that is not there, is said to be so', async () => {
    const { runs, start } = await openWorld();
    const run = await start('one');
    engine.change(run, { status: 'completed', conclusion: 'success' });
    expect(await runs.cancel(run.id)).toBe('ended');
    expect(await runs.cancel(4711)).toBe('gone');
  });

  it('that GitHub refuses for another reason is a failure, not an end', async () => {
    const { runs, start } = await openWorld();
    const { id } = await start('one');
    const body = { message: 'Cannot cancel a workflow re-run that has not yet queued.' };
    github.faults.add({ match: { route: '/cancel' }, fault: { kind: 'status', status: 409, body } });
    await expect(runs.cancel(id)).rejects.toThrow(`Could not cancel run ${id}: ${body.message}`);
  });
});

describe('starting a run again', () => {
  it('is its next attempt, also where the answer is lost', async () => {
    const { runs, start } = await openWorld();
    const run = await start('one');
    engine.change(run, { status: 'completed', conclusion: 'failure' });
    await runs.rerun(run);
    expect(await runs.get(run.id)).toMatchObject({ attempt: 2, status: 'waiting' });
    engine.change(run, { status: 'completed', conclusion: 'failure' });
    github.faults.add({ match: { route: '/rerun' }, times: 1, fault: { kind: 'spoil', answer: 'error' } });
    await runs.rerun(run);
    expect(await runs.get(run.id)).toMatchObject({ attempt: 3 });
  });

  it('keeps the jobs that succeeded where only those that failed are to run', async () => {
    const { runs, start } = await openWorld();
    const run = await start('one');
    engine.change(run, { status: 'completed', conclusion: 'failure' });
    github.clearRequests();
    await runs.rerun(run, { failedOnly: true });
    expect(github.requests[0]?.path).toMatch(/\/rerun-failed-jobs$/);
    expect(await runs.get(run.id)).toMatchObject({ attempt: 2 });
  });

  it('that did not come about is a failure', async () => {
    const { runs, start } = await openWorld();
    const run = await start('one');
    await expect(runs.rerun(run)).rejects.toThrow('This workflow run cannot be rerun now.');
    engine.change(run, { status: 'completed', conclusion: 'failure' });
    github.faults.add({ match: { route: '/rerun' }, times: 1, fault: { kind: 'page' } });
    await expect(runs.rerun(run)).rejects.toThrow(`Could not start run ${run.id} again`);
    expect(await runs.get(run.id)).toMatchObject({ attempt: 1 });
  });
});

it('a token that may not cancel is told the permission that it lacks', async () => {
  const { world, start } = await openWorld();
  const { id } = await start('one');
  const token = github.createToken({ login: 'octo', permissions: { actions: 'read' } });
  const octokit = createOctokit({ token, apiUrl: github.apiUrl });
  await expect(createRuns({ ...world, octokit }).cancel(id)).rejects.toThrow(
    'Give the token or job the permission that this needs: actions: write.',
  );
});

it('the jobs of all attempts of a run are told by name, and one that is gone has none', async () => {
  const { world, runs, start } = await openWorld();
  const { id } = await start('one');
  const asked: unknown[] = [];
  world.octokit.hook.before('request', (options) => void asked.push(options['filter']));
  expect(await runs.jobs(id)).toEqual(['build']);
  expect(asked).toEqual(['all']);
  expect(await runs.jobs(id + 1000)).toEqual([]);
});

describe('sending a dispatch', () => {
  it('starts what listens to our type', async () => {
    const { world, runs } = await openWorld();
    await runs.dispatch({ id: 'fix', retry: true });
    await github.settled();
    expect(engine.events.at(-1)).toMatchObject({
      name: 'repository_dispatch',
      repository: `${world.owner}/${world.name}`,
      type: 'ghost-patch',
      payload: { client_payload: { id: 'fix', retry: true } },
    });
  });

  it('that GitHub does not take is an error with the reason', async () => {
    const { runs } = await openWorld();
    await expect(runs.dispatch({ text: 'x'.repeat(70_000) })).rejects.toThrow(
      'Could not send the dispatch: client_payload is too large.',
    );
  });
});
