import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { createFakeEngine, type FakeEngine } from './fake-engine.ts';
import { headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';

const WATCH = `
name: watch
on:
  schedule: [{cron: '17 * * * *'}, {cron: '0 3 * * 1'}]
  workflow_dispatch:
jobs: {watch: {runs-on: ubuntu-latest, steps: [{run: 'true'}]}}
`;

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
  await hub.get().commitFiles(REPOSITORY, 'main', { '.github/workflows/watch.yml': WATCH });
});
beforeEach(async () => {
  await hub.get().settled();
  engine.events.splice(0);
});

const ada = () => hub.get().person('ada', REPOSITORY);

async function heard(name: string) {
  await hub.get().settled();
  return engine.events.filter((event) => event.name === name);
}

describe('a person at a pull request', () => {
  it('pushes to it, closes and reopens it, and merges it', async () => {
    await ada().push('mine', { 'mine.txt': 'mine' }, 'Add mine');
    const number = await ada().openPullRequest({ head: 'mine', title: 'Mine' });
    await ada().push('mine', { 'mine.txt': 'still mine' });
    await ada().close(number);
    await ada().close(number);
    await ada().reopen(number);
    const sha = await ada().merge(number);
    const { data } = await octokit.rest.pulls.get({ ...SHOP, pull_number: number });
    expect(data).toMatchObject({
      user: { login: 'ada' },
      merged: true,
      merged_by: { login: 'ada' },
      merge_commit_sha: sha,
    });
    expect(await headOf(hub.get())).toBe(sha);
    expect((await heard('pull_request')).map(({ type, actor }) => [type, actor])).toEqual(
      ['opened', 'synchronize', 'closed', 'reopened', 'closed'].map((type) => [type, 'ada']),
    );
    await expect(ada().reopen(number)).rejects.toThrow(`pull request #${number} can't be reopened`);
  });

  it('can do no more than the role allows, which can change', async () => {
    const number = await ada()
      .openPullRequest({ head: 'mine-2', title: 'x' })
      .catch(() => 0);
    expect(number).toBe(0);
    const carol = hub.get().person('carol', REPOSITORY);
    await pushBranch(hub.get(), 'roles');
    const pull = await ada().openPullRequest({ head: 'roles', title: 'Roles' });
    const refused = `carol may not do that in ${REPOSITORY}: the role is`;
    await expect(carol.merge(pull)).rejects.toThrow(`${refused} none`);
    hub.get().setRole(REPOSITORY, 'carol', 'triage');
    await expect(carol.push('roles', { a: 'a' })).rejects.toThrow(`${refused} triage`);
    await carol.close(pull);
    await carol.reopen(pull);
    hub.get().setRole(REPOSITORY, 'carol', 'maintain');
    await carol.merge(pull, 'squash');
    hub.get().setRole(REPOSITORY, 'carol', null);
    await expect(carol.close(pull)).rejects.toThrow(`${refused} none`);
  });

  it('hears of no workflow while it conflicts with its base, and again when it does not', async () => {
    await ada().push('clash', { 'README.md': 'theirs\n' });
    const number = await ada().openPullRequest({ head: 'clash', title: 'Clash' });
    await ada().push('main', { 'README.md': 'ours\n' });
    await hub.get().settled();
    engine.events.splice(0);
    await ada().push('clash', { 'README.md': 'theirs, again\n' });
    await ada().close(number);
    await ada().reopen(number);
    expect(await heard('pull_request')).toEqual([]);
    await ada().push('clash', { 'README.md': 'shop\n', 'clash.txt': 'no clash\n' });
    expect((await heard('pull_request')).map(({ type }) => type)).toEqual(['synchronize']);
    await expect(ada().merge(number)).resolves.toMatch(/^[0-9a-f]{40}$/);
  });
});

describe('a schedule', () => {
  it('comes due by itself or with all others, on the default branch', async () => {
    const runs = await hub.get().tick(REPOSITORY, '0 3 * * 1');
    expect(runs).toHaveLength(1);
    await hub.get().tick(REPOSITORY);
    expect(
      (await heard('schedule')).map(({ ref, actor, payload }) => [ref, actor, payload['schedule']]),
    ).toEqual([
      ['refs/heads/main', 'acme', '0 3 * * 1'],
      ['refs/heads/main', 'acme', '17 * * * *'],
      ['refs/heads/main', 'acme', '0 3 * * 1'],
    ]);
  });

  it('that no workflow has can’t come due', async () => {
    await expect(hub.get().tick(REPOSITORY, '* * * * *')).rejects.toThrow(
      'no workflow of acme/shop has the schedule "* * * * *"',
    );
  });
});

describe('the Actions tab', () => {
  it('runs a form in the name of who sent it, and shows who ran it again', async () => {
    const run = await ada().runWorkflow('watch.yml', { reason: 'why not' });
    expect(engine.events).toMatchObject([
      {
        name: 'workflow_dispatch',
        actor: 'ada',
        workflow: '.github/workflows/watch.yml',
        inputs: { reason: 'why not' },
      },
    ]);
    await expect(hub.get().person('bob', REPOSITORY).runWorkflow('watch.yml')).rejects.toThrow(
      'the role is read',
    );
    expect(run.triggeringActor).toBe('ada');
  });

  it('lists runs by the time at which they were made', async () => {
    await ada().runWorkflow('watch.yml');
    const count = async (created: string) =>
      (await octokit.rest.actions.listWorkflowRunsForRepo({ ...SHOP, created })).data.total_count;
    const all = engine.runs(REPOSITORY).length;
    // The fake engine's runs are all of noon that day.
    for (const created of [
      '2026-11-21',
      '>=2026-11-21T12:00:00Z',
      '<=2026-11-21',
      '2026-11-20..2026-11-22',
    ]) {
      expect({ created, count: await count(created) }).toEqual({ created, count: all });
    }
    for (const created of [
      '2026-11-20',
      '>2026-11-21',
      '<2026-11-21T12:00:00.000Z',
      '2026-11-22..2026-11-23',
    ]) {
      expect({ created, count: await count(created) }).toEqual({ created, count: 0 });
    }
    await expect(count('yesterday')).rejects.toThrow('yesterday is not a valid date');
  });
});
