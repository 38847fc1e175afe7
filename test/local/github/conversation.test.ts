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

beforeAll(() => {
  octokit = openOctokit(hub.get());
});
beforeEach(async () => {
  await hub.get().settled();
  engine.events.splice(0);
});

async function openPull(branch: string): Promise<number> {
  await pushBranch(hub.get(), branch);
  const pull = { ...SHOP, title: branch, head: branch, base: 'main' };
  return (await octokit.rest.pulls.create(pull)).data.number;
}

function jobOctokit(permissions: { readonly [scope: string]: 'read' | 'write' }): Octokit {
  return connect(hub.get(), engine.host.mintJobToken(REPOSITORY, permissions));
}

describe('issues', () => {
  it('share their numbers with pull requests, and are listed with them', async () => {
    const pull = await openPull('numbered');
    const { data: issue } = await octokit.rest.issues.create({ ...SHOP, title: 'Late', labels: ['late'] });
    expect(issue).toMatchObject({ number: pull + 1, state: 'open', labels: [{ name: 'late' }] });
    const { data } = await octokit.rest.issues.listForRepo(SHOP);
    expect(data.map(({ number, pull_request }) => [number, pull_request !== undefined])).toEqual([
      [issue.number, false],
      [pull, true],
    ]);
    const labelled = await octokit.rest.issues.listForRepo({ ...SHOP, labels: 'late' });
    expect(labelled.data.map(({ number }) => number)).toEqual([issue.number]);
    expect((await octokit.rest.issues.get({ ...SHOP, issue_number: pull })).data.title).toBe('numbered');
  });

  it('are closed with a reason, reopened and edited', async () => {
    const { number } = (await octokit.rest.issues.create({ ...SHOP, title: 'Late' })).data;
    const update = async (change: object) =>
      (await octokit.rest.issues.update({ ...SHOP, issue_number: number, ...change })).data;
    expect(await update({ state: 'closed' })).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      closed_at: expect.any(String),
    });
    expect(await update({ state: 'open', title: 'Later' })).toMatchObject({
      state: 'open',
      title: 'Later',
      closed_at: null,
    });
    const { status } = await failureOf(octokit.rest.issues.create({ ...SHOP, title: ' ' }));
    expect(status).toBe(422);
  });

  it('are out of reach for a job that may write pull requests only', async () => {
    const { number } = (await octokit.rest.issues.create({ ...SHOP, title: 'Not yours' })).data;
    const pull = await openPull('yours');
    const job = jobOctokit({ 'pull-requests': 'write' });
    const comment = async (issue_number: number) =>
      job.rest.issues.createComment({ ...SHOP, issue_number, body: 'hello' });
    expect((await comment(pull)).status).toBe(201);
    expect((await failureOf(comment(number))).status).toBe(403);
    expect((await failureOf(job.rest.issues.create({ ...SHOP, title: 'x' }))).status).toBe(403);
  });
});

describe('comments', () => {
  it('made and edited by a person start runs from the default branch, in that person’s name', async () => {
    const number = await openPull('commented');
    const ada = hub.get().person('ada', REPOSITORY);
    await hub.get().settled();
    engine.events.splice(0);
    const id = await ada.comment(number, '/ghost status');
    await ada.editComment(id, '/ghost kill all');
    await hub.get().settled();
    expect(engine.events).toMatchObject([
      {
        name: 'issue_comment',
        type: 'created',
        actor: 'ada',
        ref: 'refs/heads/main',
        sha: await headOf(hub.get()),
        payload: {
          issue: { number, pull_request: expect.anything() },
          comment: { id, body: '/ghost status', author_association: 'COLLABORATOR', user: { login: 'ada' } },
        },
      },
      {
        name: 'issue_comment',
        type: 'edited',
        payload: { changes: { body: { from: '/ghost status' } }, comment: { body: '/ghost kill all' } },
      },
    ]);
  });

  it('of a job start none', async () => {
    const number = await openPull('by-job');
    await hub.get().settled();
    engine.events.splice(0);
    const job = jobOctokit({ 'pull-requests': 'write' });
    await job.rest.issues.createComment({ ...SHOP, issue_number: number, body: '/ghost kill all' });
    await hub.get().settled();
    expect(engine.events).toEqual([]);
  });

  it('of a stranger are possible where the repository is public, and nowhere else', async () => {
    const number = await openPull('stranger');
    const stranger = hub.get().person('mallory', REPOSITORY);
    const id = await stranger.comment(number, '/ghost approve');
    const { data } = await octokit.rest.issues.getComment({ ...SHOP, comment_id: id });
    expect(data.author_association).toBe('NONE');
    await hub.get().createRepository('acme/secret', { files: { a: 'a' }, private: true });
    const { number: hidden } = (
      await octokit.rest.issues.create({ owner: 'acme', repo: 'secret', title: 'x' })
    ).data;
    await expect(hub.get().person('mallory', 'acme/secret').comment(hidden, 'hi')).rejects.toThrow(
      'mallory may not do that in acme/secret: the role is none',
    );
  });

  it('of others are changed and deleted only by those who may write', async () => {
    const number = await openPull('mine');
    const id = await hub.get().person('acme', REPOSITORY).comment(number, 'mine');
    await expect(hub.get().person('bob', REPOSITORY).editComment(id, 'yours')).rejects.toThrow(
      'the role is read',
    );
    await hub.get().person('ada', REPOSITORY).deleteComment(id);
    expect((await octokit.rest.issues.listComments({ ...SHOP, issue_number: number })).data).toEqual([]);
    expect((await failureOf(octokit.rest.issues.getComment({ ...SHOP, comment_id: id }))).status).toBe(404);
  });

  it('take each reaction of a person once', async () => {
    const number = await openPull('reacted');
    const id = await hub.get().person('ada', REPOSITORY).comment(number, 'hello');
    const react = async (content: 'eyes' | 'rocket') =>
      (await octokit.rest.reactions.createForIssueComment({ ...SHOP, comment_id: id, content })).status;
    expect([await react('eyes'), await react('eyes'), await react('rocket')]).toEqual([201, 200, 201]);
    const { data } = await octokit.rest.reactions.listForIssueComment({ ...SHOP, comment_id: id });
    expect(data.map(({ content, user }) => `${user?.login} ${content}`)).toEqual([
      'acme eyes',
      'acme rocket',
    ]);
  });
});

describe('checks', () => {
  it('are the jobs of the runs of a commit, and what Apps say of it', async () => {
    const number = await openPull('checked');
    const sha = await headOf(hub.get(), 'checked');
    await hub.get().settled();
    const run = engine.runs(REPOSITORY).findLast(({ event }) => event.name === 'pull_request');
    expect(run?.event.payload).toMatchObject({ number });
    const job = jobOctokit({ checks: 'write' });
    const { data: made } = await job.rest.checks.create({ ...SHOP, name: 'lint', head_sha: sha });
    const list = async () => (await job.rest.checks.listForRef({ ...SHOP, ref: sha })).data;
    expect((await list()).check_runs.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'build queued',
      'build queued',
      'lint queued',
    ]);
    await job.rest.checks.update({ ...SHOP, check_run_id: made.id, conclusion: 'failure' });
    expect((await list()).check_runs.at(-1)).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      completed_at: expect.any(String),
    });
    await job.rest.checks.create({ ...SHOP, name: 'lint', head_sha: sha, conclusion: 'success' });
    const lint = await job.rest.checks.listForRef({ ...SHOP, ref: sha, check_name: 'lint' });
    expect(lint.data).toMatchObject({ total_count: 1, check_runs: [{ conclusion: 'success' }] });
  });

  it('are not for people to make', async () => {
    const head_sha = await headOf(hub.get());
    const person = openOctokit(hub.get(), { permissions: { checks: 'write' } });
    expect(await failureOf(person.rest.checks.create({ ...SHOP, name: 'mine', head_sha }))).toEqual({
      status: 403,
      message: 'You must authenticate via a GitHub App.',
    });
  });
});
