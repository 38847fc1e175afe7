import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { createFakeEngine, type FakeEngine } from './fake-engine.ts';
import { connect, failureOf, headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';

let engine: FakeEngine;
const hub = useHub({
  createEngine(host) {
    engine = createFakeEngine(host);
    return engine;
  },
});
let octokit: Octokit;

beforeAll(async () => {
  octokit = openOctokit(hub.get());
});
beforeEach(async () => {
  await hub.get().settled();
  engine.events.splice(0);
});

const dispatch = (body: { event_type: string; client_payload?: { [name: string]: unknown } }, as = octokit) =>
  as.rest.repos.createDispatchEvent({ ...SHOP, ...body });

describe('repository_dispatch', () => {
  it('starts the default branch’s workflows with the payload as it was sent', async () => {
    const client_payload = { id: 'fix', patch: { version: 1 } };
    expect((await dispatch({ event_type: 'ghost-patch', client_payload })).status).toBe(204);
    await hub.get().settled();
    expect(engine.events).toEqual([
      {
        name: 'repository_dispatch',
        repository: REPOSITORY,
        ref: 'refs/heads/main',
        sha: await headOf(hub.get()),
        actor: 'acme',
        type: 'ghost-patch',
        payload: expect.objectContaining({
          action: 'ghost-patch',
          branch: 'main',
          client_payload,
          sender: expect.objectContaining({ login: 'acme' }),
          repository: expect.objectContaining({ full_name: REPOSITORY }),
        }),
      },
    ]);
  });

  const manyProperties = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`p${index}`, index]));
  it.each([
    [
      'eleven properties or more',
      { client_payload: manyProperties },
      'No more than 10 properties are allowed; 13 were supplied.',
    ],
    [
      'a payload of 64 KB',
      { client_payload: { text: 'x'.repeat(65_536 - '{"text":""}'.length) } },
      'client_payload is too large.',
    ],
    [
      'a type that is too long',
      { event_type: 'x'.repeat(101) },
      'Only 100 characters are allowed; 101 were supplied.',
    ],
    ['a type that is empty', { event_type: '' }, 'event_type'],
  ])('%s is refused, and starts nothing', async (_, wrong, message) => {
    const problem = await failureOf(dispatch({ event_type: 'ghost-patch', ...wrong }));
    expect(problem).toEqual({ status: 422, message: expect.stringContaining(message) });
    await hub.get().settled();
    expect(engine.events).toEqual([]);
  });

  it('a payload one byte smaller is taken', async () => {
    const text = 'x'.repeat(65_535 - '{"text":""}'.length);
    expect((await dispatch({ event_type: 'ghost-patch', client_payload: { text } })).status).toBe(204);
  });

  it('an engine that breaks is told, though the dispatch has been taken', async () => {
    expect((await dispatch({ event_type: 'explode' })).status).toBe(204);
    await hub.get().settled();
    expect(hub.get().problems).toEqual([new Error('the engine is broken')]);
  });

  it('needs the permission to write contents', async () => {
    const reader = openOctokit(hub.get(), { permissions: { contents: 'read' } });
    expect((await failureOf(dispatch({ event_type: 'x' }, reader))).status).toBe(403);
  });
});

describe('what starts runs', () => {
  it('a person’s push and pull request do', async () => {
    await pushBranch(hub.get(), 'mine');
    await octokit.rest.pulls.create({ ...SHOP, title: 'Mine', head: 'mine', base: 'main' });
    await hub.get().settled();
    expect(engine.events.map(({ name, type, ref }) => [name, type, ref])).toEqual([
      ['push', undefined, 'refs/heads/mine'],
      ['pull_request', 'opened', expect.stringMatching(/^refs\/pull\/\d+\/merge$/)],
    ]);
  });

  it('what a job’s token does starts none, but for dispatches', async () => {
    const job = connect(
      hub.get(),
      engine.host.mintJobToken(REPOSITORY, { contents: 'write', 'pull-requests': 'write' }),
    );
    const sha = await headOf(hub.get(), 'mine');
    await job.rest.git.createRef({ ...SHOP, ref: 'refs/heads/by-job', sha });
    await job.rest.pulls.create({ ...SHOP, title: 'By a job', head: 'by-job', base: 'main' });
    await hub.get().settled();
    expect(engine.events).toEqual([]);
    await dispatch({ event_type: 'again' }, job);
    await hub.get().settled();
    expect(engine.events).toMatchObject([{ name: 'repository_dispatch', actor: 'github-actions[bot]' }]);
  });

  it('refs outside branches and tags move in silence', async () => {
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/ghost/silent', sha: await headOf(hub.get()) });
    await hub.get().settled();
    expect(engine.events).toEqual([]);
  });

  it('a run’s steps are events, until the chain is three long', async () => {
    await dispatch({ event_type: 'chain' });
    await hub.get().settled();
    for (let link = 0; link < 5; link += 1) {
      const run = engine.runs(REPOSITORY).at(-1);
      engine.change(run!, { status: 'completed', conclusion: 'success' });
      await hub.get().settled();
    }
    const chain = engine.events.filter(({ name, type }) => name === 'workflow_run' && type === 'completed');
    expect(chain).toHaveLength(3);
    expect(chain[0]).toMatchObject({
      ref: 'refs/heads/main',
      payload: { workflow_run: { name: 'ci', conclusion: 'success' } },
    });
  });
});

describe('workflow_dispatch', () => {
  const start = (change: object = {}) =>
    octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      ...SHOP,
      workflow_id: 'ci.yml',
      ref: 'main',
      ...change,
    });

  it('starts the workflow that is named, with its inputs as text', async () => {
    expect((await start({ inputs: { dry: true, patch: '{}' } })).status).toBe(204);
    expect(engine.events).toMatchObject([
      {
        name: 'workflow_dispatch',
        workflow: '.github/workflows/ci.yml',
        ref: 'refs/heads/main',
        inputs: { dry: 'true', patch: '{}' },
      },
    ]);
  });

  it('tells the run when it is asked to', async () => {
    const { status, data } = await start({ return_run_details: true });
    expect(status).toBe(200);
    expect(data).toMatchObject({ workflow_run_id: engine.runs(REPOSITORY).at(-1)?.id });
  });

  it('a workflow, a branch or an input that does not exist is refused', async () => {
    expect((await failureOf(start({ workflow_id: 'none.yml' }))).status).toBe(404);
    expect(await failureOf(start({ ref: 'none' }))).toEqual({
      status: 422,
      message: 'No ref found for: none',
    });
    expect(await failureOf(start({ inputs: { wrong: 'x' } }))).toEqual({
      status: 422,
      message: 'Unexpected inputs provided: ["wrong"]',
    });
  });
});

describe('runs', () => {
  it('are listed, shown with their jobs and logs, cancelled and run again', async () => {
    await dispatch({ event_type: 'run' });
    await hub.get().settled();
    const run = engine.runs(REPOSITORY).at(-1)!;
    const at = { ...SHOP, run_id: run.id };
    const { data: list } = await octokit.rest.actions.listWorkflowRunsForRepo({
      ...SHOP,
      event: 'repository_dispatch',
    });
    expect(list.workflow_runs[0]).toMatchObject({
      id: run.id,
      status: 'queued',
      conclusion: null,
      display_title: run.title,
    });
    expect((await octokit.rest.actions.getWorkflowRun(at)).data.head_commit?.message).toBe('Initial commit');
    const { data: jobs } = await octokit.rest.actions.listJobsForWorkflowRun(at);
    expect(jobs.jobs).toMatchObject([{ name: 'build', status: 'queued' }]);
    const logs = await octokit.rest.actions.downloadJobLogsForWorkflowRun({
      ...SHOP,
      job_id: jobs.jobs[0]!.id,
    });
    expect(logs.data).toBe('hello from the job\n');
    expect((await octokit.rest.actions.cancelWorkflowRun(at)).status).toBe(202);
    expect((await octokit.rest.actions.forceCancelWorkflowRun(at)).status).toBe(202);
    expect((await failureOf(octokit.rest.actions.reRunWorkflow(at))).status).toBe(403);
    const complete = () => engine.change(run, { status: 'completed', conclusion: 'cancelled' });
    complete();
    expect((await octokit.rest.actions.reRunWorkflow(at)).status).toBe(201);
    complete();
    expect((await octokit.rest.actions.reRunWorkflowFailedJobs(at)).status).toBe(201);
    complete();
    expect((await failureOf(octokit.rest.actions.cancelWorkflowRun(at))).status).toBe(409);
    expect((await failureOf(octokit.rest.actions.getWorkflowRun({ ...SHOP, run_id: 99 }))).status).toBe(404);
  });
});

describe('what the engine may ask', () => {
  it('refs, files and folders of a commit, and all of it written out', async () => {
    const { host } = engine;
    const sha = await host.resolve(REPOSITORY, 'main');
    expect(await host.resolve(REPOSITORY, 'refs/heads/main')).toBe(sha);
    expect(await host.resolve(REPOSITORY, 'none')).toBeNull();
    expect(await host.resolve('acme/none', 'main')).toBeNull();
    expect(await host.readFile(REPOSITORY, sha!, 'README.md')).toBe('shop\n');
    expect(await host.readFile(REPOSITORY, sha!, 'src')).toBeNull();
    expect(await host.listFiles(REPOSITORY, sha!, '.github/workflows')).toEqual(['.github/workflows/ci.yml']);
    const directory = await mkdtemp(join(tmpdir(), 'export-'));
    await host.exportTree(REPOSITORY, sha!, directory);
    expect((await readdir(directory, { recursive: true })).sort()).toContain('src/deep/tax.ts');
    expect(await readdir(directory)).not.toContain('.git');
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toBe('shop\n');
    await rm(directory, { recursive: true });
  });

  it('secrets, variables and the default branch', () => {
    hub.get().setSecret(REPOSITORY, 'TOKEN', 'x');
    hub.get().setVariable(REPOSITORY, 'CHANNEL', 'C1');
    expect([...engine.host.secrets(REPOSITORY)]).toEqual([['TOKEN', 'x']]);
    expect([...engine.host.variables(REPOSITORY)]).toEqual([['CHANNEL', 'C1']]);
    expect(engine.host.defaultBranch(REPOSITORY)).toBe('main');
  });
});
