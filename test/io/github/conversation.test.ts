import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createConversation } from '../../../src/io/github/conversation.ts';
import { createForge } from '../../../src/io/github/forge.ts';
import type { ActionsHost } from '../../../src/local/contract.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { createFakeEngine } from '../../local/github/fake-engine.ts';
import { createSeed } from '../seed.ts';
import { createWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
let host: ActionsHost;
beforeAll(async () => {
  github = await startLocalGitHub({
    createEngine(given) {
      host = given;
      return createFakeEngine(given);
    },
  });
});
afterEach(() => github.faults.clear());
afterAll(async () => {
  expect(github.validation.failures).toEqual([]);
  await github.close();
  rmSync(seed, { recursive: true });
});

/** A repository with one open pull request, from `other` to `main`. */
async function openWorld(plan: { readonly drafts?: boolean; readonly draft?: boolean } = {}) {
  const { draft = false, ...rest } = plan;
  const world = await createWorld(github, { seed, collaborators: { grace: 'maintain' }, ...rest });
  const forge = createForge(world);
  const pull = { title: 'A change', body: 'What it does.', head: 'other', base: 'main', draft };
  const fullName = `${world.owner}/${world.name}`;
  return {
    world,
    forge,
    opened: await forge.openPullRequest(pull),
    talk: createConversation(world),
    grace: github.person('grace', fullName),
    pull: () => [...github.repository(fullName).pulls.values()][0],
    fullName,
  };
}

describe('a pull request', () => {
  it('shows who wrote it, where it stands and what it is labelled', async () => {
    const { world, talk, opened } = await openWorld({ draft: true });
    await talk.addLabels(1, ['ghost:needs-approval', 'two']);
    const facts = await talk.pullRequest(1);
    expect(facts).toMatchObject({
      number: 1,
      url: opened.url,
      nodeId: opened.nodeId,
      title: 'A change',
      body: 'What it does.',
      state: 'open',
      draft: true,
      author: 'octo',
      head: { branch: 'other', sha: await world.git('rev-parse', 'other'), sameRepository: true },
      base: { branch: 'main', sha: await world.git('rev-parse', 'main') },
      labels: ['ghost:needs-approval', 'two'],
      merge: null,
      closedAt: null,
    });
  });

  it('that was merged names the commit and who did it', async () => {
    const { world, talk, grace } = await openWorld();
    await grace.push('fits', { 'new.txt': 'new' });
    const number = await grace.openPullRequest({ head: 'fits', title: 'It fits' });
    const sha = await grace.merge(number, 'squash');
    expect(await world.git('rev-parse', 'main')).toBe(sha);
    expect(await talk.pullRequest(number)).toMatchObject({
      state: 'merged',
      merge: { sha, by: 'grace', at: expect.stringMatching(/^\d{4}-.*Z$/) },
      closedAt: expect.any(String),
    });
  });

  it('that was merged as nobody says what commit is an error, for no record could name that', async () => {
    const { world, talk } = await openWorld();
    world.octokit.hook.after('request', (response) => {
      if (response.data?.merged_at === null) {
        Object.assign(response.data, { merged_at: '2026-01-01T12:00:00Z', merge_commit_sha: null });
      }
    });
    await expect(talk.pullRequest(1)).rejects.toThrow('#1 is merged, and not as which commit');
  });

  it('that is closed, by us or by somebody, is not merged', async () => {
    const { talk } = await openWorld();
    await talk.closePullRequest(1);
    expect(await talk.pullRequest(1)).toMatchObject({ state: 'closed', merge: null });
    await talk.closePullRequest(1);
    await talk.reopenPullRequest(1);
    expect(await talk.pullRequest(1)).toMatchObject({ state: 'open', merge: null });
  });

  it('from a fork, or from one that is gone, is not of the same repository', async () => {
    const { world, talk } = await openWorld();
    for (const repo of [{ id: 1 }, null]) {
      // The local GitHub has no forks.
      world.octokit.hook.after('request', (response) => {
        if (response.data?.head !== undefined) response.data.head.repo = repo;
      });
      expect((await talk.pullRequest(1))?.head.sameRepository).toBe(false);
    }
  });

  it('that is not there is null, an issue too', async () => {
    const { talk } = await openWorld();
    const { number } = await talk.openIssue({ title: 'Late', body: '', labels: [] });
    expect(await talk.pullRequest(number)).toBeNull();
    expect(await talk.pullRequest(99)).toBeNull();
  });
});

describe('labels', () => {
  it('are made where they do not exist, and removed as often as asked', async () => {
    const { world, talk, pull } = await openWorld();
    await talk.addLabels(1, ['a/b c', 'keep']);
    await talk.removeLabel(1, 'a/b c');
    await talk.removeLabel(1, 'a/b c');
    await talk.removeLabel(1, 'never seen');
    expect(pull()?.labels.map(({ name }) => name)).toEqual(['keep']);
    const requests = countRequests(world.octokit);
    await talk.addLabels(1, []);
    expect(requests.count).toBe(0);
  });

  it('that could not be removed are an error', async () => {
    const { talk } = await openWorld();
    github.faults.add({ match: { route: 'labels' }, fault: { kind: 'status', status: 403 } });
    await expect(talk.removeLabel(1, 'x')).rejects.toThrow('Could not remove a label of #1');
  });
});

describe('the draft flag', () => {
  it('changes, and is answered as it is afterwards', async () => {
    const { talk, opened, pull } = await openWorld({ draft: true });
    expect(await talk.setDraft(opened.nodeId, false)).toBe(false);
    expect(pull()?.draft).toBe(false);
    expect(await talk.setDraft(opened.nodeId, true)).toBe(true);
    expect(await talk.setDraft(opened.nodeId, true)).toBe(true);
  });

  it('stays off on a plan without drafts, and that is no failure', async () => {
    const { talk, opened } = await openWorld({ drafts: false });
    expect(await talk.setDraft(opened.nodeId, true)).toBe(false);
  });

  it('of what is no pull request is an error', async () => {
    const { talk } = await openWorld();
    await expect(talk.setDraft('PR_nonsense', true)).rejects.toThrow(
      'Could not make the pull request a draft: Could not resolve to a node',
    );
  });
});

describe('comments', () => {
  it('are added to pull requests and issues, and give their address', async () => {
    const { talk, opened, pull } = await openWorld();
    const { id, url } = await talk.comment(1, 'Done.');
    expect(url).toBe(`${opened.url}#issuecomment-${id}`);
    expect(pull()?.comments).toMatchObject([{ id, body: 'Done.', author: { login: 'octo' } }]);
    const issue = await talk.openIssue({ title: 'Late', body: 'x', labels: [] });
    expect((await talk.comment(issue.number, 'Here too.')).url).toContain(`${issue.url}#issuecomment-`);
  });

  it('that are too long are refused with the reason', async () => {
    const { talk } = await openWorld();
    await expect(talk.comment(1, 'x'.repeat(65_537))).rejects.toThrow(
      /^Could not comment on #1: .*body is too long/,
    );
  });

  it.each([
    { kind: 'drop_after' },
    { kind: 'spoil', answer: 'half' },
    { kind: 'spoil', answer: 'error' },
  ] as const)('stand there once where their answer is lost: %o', async (fault) => {
    const { talk, pull } = await openWorld();
    github.faults.add({ match: { method: 'POST', route: '/comments' }, fault });
    const { id } = await talk.comment(1, 'Done.');
    expect(pull()?.comments).toMatchObject([{ id, body: 'Done.' }]);
  });

  it('are said again where nothing of them is there, and not for ever', async () => {
    const { talk, pull } = await openWorld();
    const rule = {
      match: { method: 'POST', route: '/comments' },
      fault: { kind: 'status', status: 502 },
    } as const;
    github.faults.add({ ...rule, times: 2 });
    await talk.comment(1, 'Done.');
    expect(pull()?.comments).toHaveLength(1);
    github.faults.add(rule);
    await expect(talk.comment(1, 'Another.')).rejects.toThrow('Could not comment on #1');
  });

  it('are read from a time on', async () => {
    const { talk, grace } = await openWorld();
    await grace.comment(1, 'Please look');
    const since = new Date(Date.now() - 60_000);
    expect(await talk.comments(1, since)).toEqual([{ author: 'grace', body: 'Please look' }]);
    expect(await talk.comments(1, new Date(Date.now() + 60_000))).toEqual([]);
  });

  it('take a reaction, and the same once more without harm', async () => {
    const { talk, pull, grace } = await openWorld();
    const id = await grace.comment(1, '/ghost status');
    for (const reaction of ['eyes', 'rocket', 'rocket'] as const) await talk.react(id, reaction);
    expect(pull()?.comments[0]?.reactions.map(({ content }) => content)).toEqual(['eyes', 'rocket']);
    await expect(talk.react(4711, 'eyes')).rejects.toThrow('Could not react to comment 4711');
  });
});

describe('checks', () => {
  it('are the check runs and statuses of the commit, ours left out', async () => {
    const { world, forge, talk, fullName } = await openWorld();
    const sha = await world.git('rev-parse', 'other');
    const app = createOctokit({
      token: host.mintJobToken(fullName, { checks: 'write' }),
      apiUrl: github.apiUrl,
    });
    const check = async (name: string, more: object = {}) => {
      const { owner, name: repo } = world;
      await app.request('POST /repos/{owner}/{repo}/check-runs', {
        owner,
        repo,
        name,
        head_sha: sha,
        ...more,
      });
    };
    await check('queued');
    await check('running', { status: 'in_progress' });
    await check('good', { conclusion: 'success', details_url: 'https://ci.example.com/1' });
    await check('not needed', { conclusion: 'skipped' });
    await check('stopped', { conclusion: 'cancelled' });
    await check('ghost-runner / watch', { conclusion: 'success' });
    const status = { description: 'x', targetUrl: 'https://ci.example.com/2' };
    await forge.setStatus(sha, { ...status, context: 'lint', state: 'failure' });
    await forge.setStatus(sha, { ...status, context: 'lint', state: 'success' });
    await forge.setStatus(sha, { ...status, context: 'deploy', state: 'error' });
    await forge.setStatus(sha, { ...status, context: 'ghost-runner', state: 'success' });
    const checks = await talk.checks(sha);
    expect(Object.fromEntries(checks.map(({ name, state }) => [name, state]))).toEqual({
      queued: 'pending',
      running: 'pending',
      good: 'success',
      'not needed': 'neutral',
      stopped: 'failure',
      lint: 'success',
      deploy: 'failure',
    });
    expect(checks).toContainEqual({
      name: 'lint',
      state: 'success',
      url: 'https://ci.example.com/2',
      updatedAt: expect.stringMatching(/Z$/),
    });
  });

  it('on a second page count too', async () => {
    const { world, forge, talk } = await openWorld();
    const sha = await world.git('rev-parse', 'other');
    for (let count = 0; count < 101; count += 1) {
      const status = { context: `c${count}`, description: '', targetUrl: 'https://ci.example.com' };
      await forge.setStatus(sha, { ...status, state: count === 0 ? 'failure' : 'success' });
    }
    expect(await talk.checks(sha)).toHaveLength(101);
  });

  it('have ours among them, however many others there are', async () => {
    const { world, forge, talk } = await openWorld();
    const sha = await world.git('rev-parse', 'other');
    const status = { description: '', targetUrl: 'https://ci.example.com', state: 'success' } as const;
    // In the middle, so that it is on no first page from either end.
    for (let count = 0; count <= 200; count += 1) {
      await forge.setStatus(sha, { ...status, context: count === 100 ? 'ghost-runner' : `c${count}` });
    }
    expect(await talk.ownStatus(sha)).toEqual({ state: 'success', description: '' });
    expect(await talk.ownStatus(await world.git('rev-parse', 'main'))).toBeNull();
  });

  it('of an unknown commit are an error, never an empty list', async () => {
    const { talk } = await openWorld();
    await expect(talk.checks('1'.repeat(40))).rejects.toThrow('Could not read the checks of 1111');
  });
});

describe('issues', () => {
  it('are opened with labels, found by them, and closed with a word', async () => {
    const { talk, fullName } = await openWorld();
    const { number, url } = await talk.openIssue({
      title: 'The canary is late',
      body: 'Since noon.',
      labels: ['ghost:canary'],
    });
    await talk.openIssue({ title: 'Another', body: '', labels: ['other'] });
    await talk.addLabels(1, ['ghost:canary']);
    expect(await talk.issues('ghost:canary')).toEqual([{ number, title: 'The canary is late', url }]);
    await talk.closeIssue(number, 'It arrived.');
    expect(await talk.issues('ghost:canary')).toEqual([]);
    expect(github.repository(fullName).issues.get(number)).toMatchObject({
      state: 'closed',
      stateReason: 'completed',
      comments: [{ body: 'It arrived.' }],
    });
  });

  it('are not opened a second time when an answer is lost', async () => {
    const { talk, fullName } = await openWorld();
    github.faults.add({
      match: { method: 'POST', route: '/issues' },
      fault: { kind: 'drop_after' },
    });
    const issue = { title: 'Once', body: '', labels: ['ghost:alert'] };
    await expect(talk.openIssue(issue)).rejects.toThrow('Could not open an issue: there was no answer');
    expect(await talk.issues('ghost:alert')).toHaveLength(1);
    expect(github.repository(fullName).issues.size).toBe(1);
  });
});
