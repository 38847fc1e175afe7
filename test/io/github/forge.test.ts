import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createForge } from '../../../src/io/github/forge.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { createSeed } from '../seed.ts';
import { createWorld, type GitHubWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
});
afterEach(() => github.faults.clear());
afterAll(async () => {
  await github.close();
  rmSync(seed, { recursive: true });
});

async function openWorld(
  plan: { readonly drafts?: boolean; readonly actionsMayCreatePullRequests?: boolean } = {},
) {
  github.createUser({ login: 'grace' });
  github.createUser({ login: 'alan' });
  github.createUser({ login: 'stranger' });
  const world = await createWorld(github, { seed, collaborators: { grace: 'write', alan: 'read' }, ...plan });
  return {
    world,
    forge: createForge(world),
    repository: createApiRepository(world),
    plan: { ...PULL, head: 'other', base: 'main' },
  };
}

const MARKER = '<!-- ghost-runner: {"id":"other","digest":"d","attempt":1} -->';

const PULL = { title: 'A change', body: `What it does.\n${MARKER}`, draft: false };

function pulls(world: GitHubWorld) {
  return [...github.repository(`${world.owner}/${world.name}`).pulls.values()];
}

describe('opening a pull request', () => {
  it('gives its number, URL, node id, head and draft flag', async () => {
    const { world, forge, repository, plan } = await openWorld();
    const opened = await forge.openPullRequest({ ...plan, draft: true });
    expect(opened).toMatchObject({
      number: 1,
      draft: true,
      existing: false,
      nodeId: expect.any(String),
      url: expect.stringContaining(`${world.name}/pull/1`),
    });
    const { pullRequests } = await repository.read({ pullRequestsFrom: { branch: 'other' } });
    const { existing: _, ...state } = opened;
    expect(state.head).toBe(await world.git('rev-parse', 'other'));
    expect(pullRequests).toEqual([{ ...state, state: 'open', base: 'main', byUs: true }]);
  });

  it('happens without a draft where the plan has none, and says so', async () => {
    const { world, forge, plan } = await openWorld({ drafts: false });
    expect(await forge.openPullRequest({ ...plan, draft: true })).toMatchObject({ number: 1, draft: false });
    expect(pulls(world)).toHaveLength(1);
  });

  it('is a draft or none at all where the refusal only repeats a name with that word', async () => {
    const { forge, plan } = await openWorld();
    const said = 'No commits between main and ghost/draft-notes';
    github.faults.add({
      match: { method: 'POST', route: '/pulls' },
      times: 1,
      fault: {
        kind: 'status',
        status: 422,
        body: { message: 'Validation Failed', errors: [{ message: said }] },
      },
    });
    await expect(forge.openPullRequest({ ...plan, draft: true })).rejects.toThrow('ghost/draft-notes');
  });

  it('updates the one that is open already, and tells its own draft flag and head', async () => {
    const { world, forge, plan } = await openWorld();
    const first = await forge.openPullRequest(plan);
    const again = await forge.openPullRequest({ ...plan, title: 'Again', body: MARKER, draft: true });
    expect(again).toEqual({ ...first, existing: true });
    expect(pulls(world)).toHaveLength(1);
    expect(pulls(world)[0]).toMatchObject({ title: 'Again', body: MARKER, draft: false });
  });

  it('survives the loss of its answer without opening two', async () => {
    const { world, forge, plan } = await openWorld();
    github.faults.add({
      match: { method: 'POST', route: '/pulls' },
      times: 1,
      fault: { kind: 'drop_after' },
    });
    expect(await forge.openPullRequest(plan)).toMatchObject({ number: 1 });
    expect(pulls(world)).toHaveLength(1);
  });

  it('finds the one that a lost answer was about, whatever GitHub says to the next try', async () => {
    const { world, forge, plan } = await openWorld();
    const match = { method: 'POST', route: '/pulls' };
    github.faults.add({ match, times: 1, fault: { kind: 'drop_after' } });
    github.faults.add({ match, after: 1, fault: { kind: 'status', status: 404 } });
    expect(await forge.openPullRequest(plan)).toMatchObject({ number: 1, existing: true });
    expect(pulls(world)).toHaveLength(1);
  });

  it.each(['POST', 'GET'])(
    'that only a limit at %s keeps from being found is told as limited',
    async (method) => {
      const { world, forge, plan } = await openWorld();
      const match = { method: 'POST', route: '/pulls' };
      github.faults.add({ match, times: 1, fault: { kind: 'drop_after' } });
      github.faults.add({
        match: { method, route: '/pulls' },
        after: method === 'POST' ? 1 : 0,
        fault: { kind: 'rate_limit', retryAfter: 3_600 },
      });
      await expect(forge.openPullRequest(plan)).rejects.toMatchObject({ limitedUntil: expect.any(Date) });
      expect(pulls(world)).toHaveLength(1);
    },
  );

  it('is unclear where GitHub says that there is one and lists none, or lists one and takes no update', async () => {
    const { forge, plan } = await openWorld();
    await forge.openPullRequest(plan);
    github.faults.add({
      match: { method: 'GET', route: '/pulls' },
      times: 1,
      fault: { kind: 'status', status: 200, body: [] },
    });
    await expect(forge.openPullRequest(plan)).rejects.toMatchObject({
      unclear: true,
      said: expect.stringContaining('GitHub lists none'),
    });
    github.faults.add({
      match: { method: 'PATCH', route: '/pulls/' },
      fault: { kind: 'status', status: 403 },
    });
    await expect(forge.openPullRequest(plan)).rejects.toMatchObject({
      unclear: true,
      said: expect.stringContaining('#1 is open'),
    });
  });

  it.each([
    ['a person', 'User', 'By hand.', false],
    ['a person, in words that quote a marker of nothing', 'User', '<!-- ghost-runner: {} -->', false],
    ['whoever our token stands for', 'User', MARKER, true],
    ['an app', 'Bot', '', true],
  ] as const)('takes over one that %s opened, or leaves it as it is', async (_, type, body, isOurs) => {
    const { world, forge, plan } = await openWorld();
    await forge.openPullRequest({ ...plan, title: 'Opened before', body });
    world.octokit.hook.after('request', (response, options) => {
      if (options.method === 'GET' && options.url.endsWith('/pulls')) response.data[0].user.type = type;
    });
    const again = forge.openPullRequest(plan);
    await (isOurs
      ? expect(again).resolves.toMatchObject({ number: 1, existing: true })
      : expect(again).rejects.toMatchObject({
          unclear: false,
          said: expect.stringContaining('already exists'),
        }));
    expect(pulls(world)).toMatchObject([{ title: isOurs ? plan.title : 'Opened before' }]);
  });

  it('takes none over that comes from a fork of the same owner', async () => {
    const { world, forge, plan } = await openWorld();
    await forge.openPullRequest({ ...plan, title: 'Of a fork' });
    // The local GitHub has no forks.
    world.octokit.hook.after('request', (response, options) => {
      if (options.method === 'GET' && options.url.endsWith('/pulls')) response.data[0].head.repo.id = 1;
    });
    await expect(forge.openPullRequest(plan)).rejects.toMatchObject({
      unclear: true,
      said: expect.stringContaining('GitHub lists none'),
    });
    expect(pulls(world)).toMatchObject([{ title: 'Of a fork' }]);
  });

  it('fails with the words of GitHub where there is nothing to merge', async () => {
    const { forge, plan } = await openWorld();
    await expect(forge.openPullRequest({ ...plan, head: 'main' })).rejects.toThrow(
      /Could not open the pull request: .*No commits between/,
    );
  });
});

describe('the pull requests of a branch', () => {
  it('are none where there are none, and not told where they were not asked for', async () => {
    const { repository } = await openWorld();
    expect((await repository.read({ pullRequestsFrom: { branch: 'other' } })).pullRequests).toEqual([]);
    expect('pullRequests' in (await repository.read({}))).toBe(false);
  });

  it('can be given another title, body and base, and show their state', async () => {
    const { world, forge, repository, plan } = await openWorld();
    await world.git('branch', 'release', 'main');
    const { number } = await forge.openPullRequest({ ...plan, draft: true });
    const update = { title: 'Better', body: 'Words', base: 'release' };
    const head = await world.git('rev-parse', 'other');
    expect(await forge.updatePullRequest(number, update)).toEqual({ state: 'open', head, draft: true });
    expect(pulls(world)[0]).toMatchObject(update);
    const { pullRequests } = await repository.read({ pullRequestsFrom: { branch: 'other' } });
    expect(pullRequests).toMatchObject([{ base: 'release' }]);
  });

  it('show when somebody has closed one', async () => {
    const { world, forge, plan } = await openWorld();
    const { number } = await forge.openPullRequest(plan);
    const { owner, name: repo } = world;
    await world.octokit.rest.pulls.update({ owner, repo, pull_number: number, state: 'closed' });
    expect(await forge.updatePullRequest(number, plan)).toMatchObject({ state: 'closed' });
  });

  it.each(['Bot', 'User'] as const)('say whether a %s opened them, or whoever asks', async (type) => {
    const { world, forge, repository, plan } = await openWorld();
    const author = github.createUser({ login: `by-${type}`, type });
    const read = async () =>
      (await repository.read({ pullRequestsFrom: { branch: 'other' } })).pullRequests?.map(
        ({ byUs }) => byUs,
      );
    await forge.openPullRequest(plan);
    expect(await read()).toEqual([true]);
    for (const pull of pulls(world)) Object.assign(pull, { author });
    expect(await read()).toEqual([type === 'Bot']);
  });

  it.each([
    [99, 'open'],
    [100, 'open'],
    [100, 'closed'],
    [100, 'merged'],
  ] as const)('are found behind %s pull requests of forks that use its name, %s', async (many, state) => {
    const { world, forge, repository, plan } = await openWorld();
    await world.git('branch', 'release', 'refs/ghost/pinned');
    const { number } = await forge.openPullRequest({ ...plan, base: 'release' });
    const own = { owner: world.owner, repo: world.name, pull_number: number };
    if (state === 'merged') await world.octokit.rest.pulls.merge(own);
    if (state === 'closed') await world.octokit.rest.pulls.update({ ...own, state });
    const [before] = (await repository.read({ pullRequestsFrom: { branch: 'other' } })).pullRequests ?? [];
    // The local GitHub has no forks: theirs are put before its own in the page that the query asks for.
    world.octokit.hook.after('request', (response, options) => {
      const pullRequests = response.data?.data?.repository?.pullRequests;
      if (pullRequests === undefined) return;
      const size = Number(/pullRequests\([^)]*first: (\d+)/.exec(options['query'])?.[1]);
      const [own] = pullRequests.nodes;
      const forks = Array.from({ length: many }, () => ({ ...own, number: 999, isCrossRepository: true }));
      pullRequests.nodes = [...forks, own].slice(0, size);
    });
    const { pullRequests } = await repository.read({ pullRequestsFrom: { branch: 'other' } });
    expect(pullRequests).toMatchObject([{ number, state }]);
    // Who merged it is not in the list that has to be asked for behind so many.
    const merge = before?.merge && { ...before.merge, by: many < 100 ? before.merge.by : null };
    expect(pullRequests).toEqual([{ ...before, ...(merge === undefined ? {} : { merge }) }]);
  });

  it.each(['open', 'merged'] as const)(
    'are told with the one that is named, though a hundred came after it, %s',
    async (state) => {
      const { world, forge, repository, plan } = await openWorld();
      await world.git('branch', 'release', 'refs/ghost/pinned');
      const { number } = await forge.openPullRequest({ ...plan, base: 'release' });
      if (state === 'merged') {
        await world.octokit.rest.pulls.merge({ owner: world.owner, repo: world.name, pull_number: number });
      }
      // A hundred of others in the place of the newest page, and in that of the owner's list.
      world.octokit.hook.after('request', (response, options) => {
        const found = response.data?.data?.repository?.pullRequests;
        const others = (one: object) =>
          Array.from({ length: 100 }, (_, index) => ({ ...one, number: 500 + index }));
        if (found !== undefined) found.nodes = others(found.nodes[0]);
        if (options.method === 'GET' && options.url.endsWith('/pulls'))
          response.data = others(response.data[0]);
      });
      const read = (named?: number) =>
        repository.read({ refs: [], pullRequestsFrom: { branch: 'other', named: () => named } });
      const told = await read(number);
      expect(told.morePullRequests).toBe(true);
      expect(told.pullRequests).toHaveLength(101);
      expect(told.pullRequests?.at(-1)).toMatchObject({ number, state });
      expect((await read()).pullRequests).toHaveLength(100);
      // Not every number that a record claims is one of this branch.
      await world.git('branch', 'third', 'other');
      const { number: ofAnother } = await forge.openPullRequest({ ...plan, head: 'third' });
      expect((await read(ofAnother)).pullRequests).toHaveLength(100);
    },
  );

  it('are told with the one that is named, though it is so young that none is listed yet', async () => {
    const { world, forge, repository, plan } = await openWorld();
    const { number } = await forge.openPullRequest(plan);
    world.octokit.hook.after('request', (response) => {
      const found = response.data?.data?.repository?.pullRequests;
      if (found !== undefined) found.nodes = [];
    });
    const read = async (named?: number) => {
      const { pullRequests, namedElsewhere } = await repository.read({
        refs: [],
        pullRequestsFrom: { branch: 'other', named: () => named },
      });
      return { pullRequests, namedElsewhere };
    };
    expect(await read(number)).toMatchObject({ pullRequests: [{ number, state: 'open', base: plan.base }] });
    expect(await read()).toEqual({ pullRequests: [] });
    // One that GitHub does not know may be younger still; one from another branch is none of this one.
    expect(await read(number + 1)).toEqual({ pullRequests: [] });
    await world.git('branch', 'third', 'other');
    const { number: ofAnother } = await forge.openPullRequest({ ...plan, head: 'third' });
    expect(await read(ofAnother)).toEqual({ pullRequests: [], namedElsewhere: true });
  });
});

describe('open pull requests', () => {
  it('of branches that begin alike are listed newest first, without closed ones and those of forks', async () => {
    const { world, forge, repository, plan } = await openWorld();
    for (const name of ['ghost/one', 'ghost/two', 'ghost/three', 'ghosts/four']) {
      await world.git('branch', name, 'other');
      await forge.openPullRequest({ ...plan, head: name });
    }
    const { owner, name: repo } = world;
    await world.octokit.rest.pulls.update({ owner, repo, pull_number: 2, state: 'closed' });
    const listed = async () => (await repository.read({ openPullRequestsFrom: 'ghost/' })).openPullRequests;
    const [newest] = (await listed()) ?? [];
    expect(newest).toEqual({ number: 3, url: expect.stringMatching(/\/pull\/3$/), branch: 'ghost/three' });
    expect((await listed())?.map(({ number }) => number)).toEqual([3, 1]);
    world.octokit.hook.after('request', (response) => {
      const nodes = response.data?.data?.repository?.open?.nodes ?? [];
      for (const node of nodes) node.isCrossRepository = node.number === 1;
    });
    expect((await listed())?.map(({ number }) => number)).toEqual([3]);
  });

  it('are all found where there is more than one page, and not asked for where nobody wants them', async () => {
    const { world, forge, repository, plan } = await openWorld();
    for (const head of ['ghost/one', 'ghost/two', 'ghost/three']) {
      await world.git('branch', head, 'other');
      await forge.openPullRequest({ ...plan, head });
    }
    world.octokit.hook.before('request', (options) => {
      if (typeof options['query'] === 'string') {
        options['query'] = options['query'].replace('first: 100', 'first: 2');
      }
    });
    const requests = countRequests(world.octokit);
    const { openPullRequests } = await repository.read({ openPullRequestsFrom: 'ghost/' });
    expect(openPullRequests?.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(requests.count).toBe(2);
    expect('openPullRequests' in (await repository.read({}))).toBe(false);
  });
});

describe('more open pull requests than are looked at', () => {
  it.each([
    [10, undefined],
    [11, true],
  ])('are told where there are %s pages', async (pages, moreAreOpen) => {
    const { world, repository } = await openWorld();
    let asked = 0;
    world.octokit.hook.after('request', (response) => {
      const open = response.data?.data?.repository?.open;
      if (open === undefined) return;
      asked += 1;
      open.pageInfo = { hasNextPage: asked < pages, endCursor: 'next' };
    });
    world.octokit.hook.before('request', (options) => {
      const variables = options['variables'];
      if (typeof variables === 'object' && variables !== null) {
        options['variables'] = Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [name, value === 'next' ? null : value]),
        );
      }
    });
    expect((await repository.read({ openPullRequestsFrom: 'ghost/' })).moreAreOpen).toBe(moreAreOpen);
  });
});

describe('decorating a pull request', () => {
  it('labels, reviewers and the draft flag cost one request, and one more for all new labels', async () => {
    const { world, forge, repository, plan } = await openWorld();
    await world.octokit.rest.issues.createLabel({ owner: world.owner, repo: world.name, name: 'known' });
    const { labelIds, reviewerIds } = await repository.read({
      labels: ['known', 'new', 'newer'],
      reviewers: ['grace', 'nobody-at-all'],
    });
    expect([...labelIds.keys()]).toEqual(['known']);
    expect([...reviewerIds.keys()]).toEqual(['grace']);
    const { nodeId, number } = await forge.openPullRequest(plan);
    const requests = countRequests(world.octokit);
    const problems = await forge.decoratePullRequest({
      nodeId,
      number,
      labels: ['known', 'new', 'newer'],
      reviewers: ['grace', 'nobody-at-all'],
      labelIds,
      reviewerIds,
      draft: true,
    });
    expect(problems).toEqual(["nobody-at-all can't be asked for a review: GitHub knows no such user."]);
    expect(Object.fromEntries(requests.byRoute)).toEqual({
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': 1,
      'GraphQL Decorate': 1,
    });
    const [pull] = pulls(world);
    expect(pull?.labels.map(({ name }) => name).sort()).toEqual(['known', 'new', 'newer']);
    expect(pull?.reviewers.map(({ login }) => login)).toEqual(['grace']);
    expect(pull?.draft).toBe(true);
  });

  it('a reviewer who is no collaborator is a sentence, and everything else is done', async () => {
    const { world, forge, repository, plan } = await openWorld();
    const names = { labels: ['one'], reviewers: ['stranger', 'grace', 'alan'] };
    const { labelIds, reviewerIds } = await repository.read(names);
    const { nodeId, number } = await forge.openPullRequest({ ...plan, draft: true });
    const problems = await forge.decoratePullRequest({
      ...names,
      nodeId,
      number,
      labelIds,
      reviewerIds,
      draft: false,
    });
    expect(problems).toEqual([expect.stringMatching(/^stranger could not be asked for a review: /)]);
    expect(pulls(world)[0]).toMatchObject({
      draft: false,
      labels: [{ name: 'one' }],
      reviewers: [{ login: 'grace' }, { login: 'alan' }],
    });
  });

  it('a label that somebody made in the meantime is used', async () => {
    const { world, forge, plan } = await openWorld();
    const { nodeId, number } = await forge.openPullRequest(plan);
    await world.octokit.rest.issues.createLabel({ owner: world.owner, repo: world.name, name: 'late' });
    expect(
      await forge.decoratePullRequest({
        nodeId,
        number,
        labels: ['late'],
        reviewers: [],
        labelIds: new Map(),
        reviewerIds: new Map(),
      }),
    ).toEqual([]);
    expect(pulls(world)[0]?.labels).toMatchObject([{ name: 'late' }]);
  });

  it('an outage is a sentence for each thing that was not done, never an exception', async () => {
    const { forge, repository, plan } = await openWorld();
    const { reviewerIds } = await repository.read({ reviewers: ['grace'] });
    const { nodeId, number } = await forge.openPullRequest(plan);
    github.faults.add({ match: { route: 'labels' }, fault: { kind: 'status', status: 503 } });
    github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'drop' } });
    const problems = await forge.decoratePullRequest({
      nodeId,
      number,
      labels: ['x'],
      reviewers: ['grace'],
      labelIds: new Map(),
      reviewerIds,
      draft: true,
    });
    expect(problems).toEqual([
      expect.stringMatching(/^The labels "x" could not be added: /),
      expect.stringMatching(/^grace could not be asked for a review: /),
      expect.stringMatching(/^It could not be made a draft: /),
    ]);
  });

  it('nothing to do is no request', async () => {
    const { world, forge, plan } = await openWorld();
    const { nodeId, number } = await forge.openPullRequest(plan);
    const requests = countRequests(world.octokit);
    expect(
      await forge.decoratePullRequest({
        nodeId,
        number,
        labels: [],
        reviewers: [],
        labelIds: new Map(),
        reviewerIds: new Map(),
      }),
    ).toEqual([]);
    expect(requests.count).toBe(0);
  });
});

describe('a status', () => {
  it('is set on the commit, its description cut to what GitHub takes', async () => {
    const { world, forge } = await openWorld();
    const sha = await world.git('rev-parse', 'main');
    await forge.setStatus(sha, {
      context: 'ghost-runner',
      state: 'success',
      description: '🦊'.repeat(200),
      targetUrl: 'https://example.com/run',
    });
    const { data } = await world.octokit.rest.repos.listCommitStatusesForRef({
      owner: world.owner,
      repo: world.name,
      ref: sha,
    });
    expect(data).toMatchObject([
      { context: 'ghost-runner', state: 'success', target_url: 'https://example.com/run' },
    ]);
    expect(data[0]?.description).toBe(`${'🦊'.repeat(69)}…`);
  });

  it('of an unknown commit is an error that says what was attempted', async () => {
    const { world } = await openWorld();
    const forge = createForge(world);
    await expect(
      forge.setStatus('1'.repeat(40), { context: 'x', state: 'error', description: 'y' }),
    ).rejects.toThrow(`Could not set the status of ${'1'.repeat(40)}`);
  });
});

describe('a job whose repository does not let Actions open pull requests', () => {
  it('is told which setting to change', async () => {
    github.faults.add({
      match: { method: 'POST', route: '/pulls' },
      fault: {
        kind: 'status',
        status: 403,
        body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
      },
    });
    const { forge, plan } = await openWorld();
    await expect(forge.openPullRequest(plan)).rejects.toThrow(
      /Allow GitHub Actions to create and approve pull requests/,
    );
  });
});

describe('a wrong token', () => {
  it('is named as the cause', async () => {
    const octokit = createOctokit({ token: 'ghp_wrong', apiUrl: github.apiUrl });
    await expect(createApiRepository({ octokit, owner: 'octo', name: 'x' }).read({})).rejects.toThrow(
      'Check the token',
    );
  });
});
