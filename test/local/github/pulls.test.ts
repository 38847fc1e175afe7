import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { failureOf, headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';

const hub = useHub();
let octokit: Octokit;

beforeAll(() => {
  octokit = openOctokit(hub.get());
});

async function openPull(branch: string, more: { readonly draft?: boolean; readonly body?: string } = {}) {
  await pushBranch(hub.get(), branch);
  return (await octokit.rest.pulls.create({ ...SHOP, title: branch, head: branch, base: 'main', ...more }))
    .data;
}

async function readPull(number: number) {
  return (await octokit.rest.pulls.get({ ...SHOP, pull_number: number })).data;
}

describe('opening', () => {
  beforeAll(() => openPull('twice'));

  it('a pull request shows what git knows of its branches', async () => {
    const pull = await openPull('shown', { body: 'Why.' });
    expect(pull).toMatchObject({
      state: 'open',
      draft: false,
      body: 'Why.',
      user: { login: 'acme' },
      commits: 1,
      changed_files: 1,
      additions: 1,
      deletions: 0,
      mergeable: true,
      head: { ref: 'shown', sha: await headOf(hub.get(), 'shown') },
      base: { ref: 'main', sha: await headOf(hub.get()) },
    });
    const { data: files } = await octokit.rest.pulls.listFiles({ ...SHOP, pull_number: pull.number });
    expect(files).toEqual([
      expect.objectContaining({ filename: 'shown.txt', status: 'added', patch: '@@ -0,0 +1 @@\n+shown' }),
    ]);
    const ref = `refs/pull/${pull.number}/head`;
    expect((await hub.get().git(REPOSITORY, 'rev-parse', ref)).trim()).toBe(pull.head.sha);
  });

  it.each([
    ['the head is missing', { head: 'no-such-branch' }, { field: 'head', code: 'invalid' }],
    ['the base is missing', { base: 'no-such-branch' }, { field: 'base', code: 'invalid' }],
    ['nothing differs', { head: 'main' }, { message: 'No commits between main and main' }],
    [
      'there is one already',
      { head: 'acme:twice' },
      { message: 'A pull request already exists for acme:twice.' },
    ],
    ['the title is empty', { title: ' ' }, { field: 'title', code: 'missing_field' }],
    [
      'the body is too long',
      { body: 'x'.repeat(65_537) },
      { message: 'body is too long (maximum is 65536 characters)' },
    ],
  ])('when %s, it is refused as GitHub does', async (_, wrong, error) => {
    const request = octokit.rest.pulls.create({ ...SHOP, title: 'x', head: 'twice', base: 'main', ...wrong });
    const problem = await request.catch((cause: { status: number; response: { data: unknown } }) => cause);
    expect(problem).toMatchObject({
      status: 422,
      response: { data: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', ...error }] } },
    });
  });

  it('is not moved onto a base onto which another one from its branch is open', async () => {
    const { number } = await openPull('twin');
    await hub.get().git(REPOSITORY, 'branch', 'later', 'main');
    await octokit.rest.pulls.create({ ...SHOP, title: 'Two', head: 'twin', base: 'later' });
    expect(
      await failureOf(octokit.rest.pulls.update({ ...SHOP, pull_number: number, base: 'later' })),
    ).toMatchObject({
      status: 422,
    });
  });

  it('of many that race to open one for the same branch, exactly one wins', async () => {
    await pushBranch(hub.get(), 'raced');
    const open = () => octokit.rest.pulls.create({ ...SHOP, title: 'raced', head: 'raced', base: 'main' });
    const results = await Promise.allSettled(Array.from({ length: 10 }, open));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a plan without drafts refuses them', async () => {
    await hub.get().createRepository('acme/plain', { files: { a: 'a' }, drafts: false });
    await hub.get().commitFiles('acme/plain', 'topic', { b: 'b' });
    const plan = { owner: 'acme', repo: 'plain', title: 'x', head: 'topic', base: 'main' };
    expect(await failureOf(octokit.rest.pulls.create({ ...plan, draft: true }))).toEqual({
      status: 422,
      message: 'Draft pull requests are not supported in this repository.',
    });
    await expect(octokit.rest.pulls.create(plan)).resolves.toMatchObject({ data: { draft: false } });
  });
});

describe('following its branches', () => {
  it('a push to the head moves it, and deleting the head closes it', async () => {
    const pull = await openPull('moving');
    const next = await hub.get().commitFiles(REPOSITORY, 'moving', { 'more.txt': 'more\n' });
    expect(await readPull(pull.number)).toMatchObject({ commits: 2, head: { sha: next } });
    await octokit.rest.git.deleteRef({ ...SHOP, ref: 'heads/moving' });
    expect(await readPull(pull.number)).toMatchObject({
      state: 'closed',
      merged: false,
      head: { sha: next },
    });
  });

  it('a conflict with the base shows, and can’t be merged', async () => {
    const pull = await openPull('conflicting');
    await hub.get().commitFiles(REPOSITORY, 'main', { 'conflicting.txt': 'mine\n' });
    expect(await readPull(pull.number)).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    const merge = octokit.rest.pulls.merge({ ...SHOP, pull_number: pull.number });
    expect(await failureOf(merge)).toEqual({ status: 405, message: 'Pull Request is not mergeable' });
  });

  it('a head that is rewritten without any common history shows, and can’t be merged', async () => {
    const pull = await openPull('unrelated');
    const blank = await octokit.rest.git.createTree({
      ...SHOP,
      tree: [{ path: 'alone.txt', mode: '100644', content: 'alone\n' }],
    });
    const root = await octokit.rest.git.createCommit({
      ...SHOP,
      message: 'root',
      tree: blank.data.sha,
      parents: [],
    });
    const { sha } = root.data;
    await octokit.rest.git.updateRef({ ...SHOP, ref: 'heads/unrelated', sha, force: true });
    expect(await readPull(pull.number)).toMatchObject({
      head: { sha },
      commits: 1,
      mergeable: false,
      mergeable_state: 'dirty',
    });
    const merge = octokit.rest.pulls.merge({ ...SHOP, pull_number: pull.number });
    expect(await failureOf(merge)).toEqual({ status: 405, message: 'Pull Request is not mergeable' });
  });

  it.each(['merge', 'squash'] as const)(
    'merging by %s moves the base and closes it',
    async (merge_method) => {
      const pull = await openPull(`by-${merge_method}`);
      const { data } = await octokit.rest.pulls.merge({ ...SHOP, pull_number: pull.number, merge_method });
      expect(await headOf(hub.get())).toBe(data.sha);
      expect(await readPull(pull.number)).toMatchObject({
        state: 'closed',
        merged: true,
        merged_by: { login: 'acme' },
      });
      const parents = (await hub.get().git(REPOSITORY, 'log', '-1', '--format=%P', 'main')).trim().split(' ');
      expect(parents).toHaveLength(merge_method === 'merge' ? 2 : 1);
      await expect(
        octokit.rest.pulls.checkIfMerged({ ...SHOP, pull_number: pull.number }),
      ).resolves.toBeDefined();
    },
  );

  it('a merge binds to the head that was reviewed, and waits for drafts', async () => {
    const pull = await openPull('bound', { draft: true });
    const merge = (sha: string) =>
      failureOf(octokit.rest.pulls.merge({ ...SHOP, pull_number: pull.number, sha }));
    expect(await merge(pull.head.sha)).toEqual({ status: 405, message: 'Pull Request is still a draft' });
    hub.get().repository(REPOSITORY).pulls.get(pull.number)!.draft = false;
    expect((await merge('d'.repeat(40))).status).toBe(409);
  });
});

describe('editing', () => {
  it('title, body and state change, and a merged one stays closed', async () => {
    const pull = await openPull('edited');
    const update = (change: object) =>
      octokit.rest.pulls.update({ ...SHOP, pull_number: pull.number, ...change });
    expect((await update({ title: 'New', body: 'Text' })).data).toMatchObject({ title: 'New', body: 'Text' });
    expect((await update({ state: 'closed' })).data.state).toBe('closed');
    expect((await update({ state: 'open' })).data.state).toBe('open');
    await octokit.rest.pulls.merge({ ...SHOP, pull_number: pull.number });
    expect((await failureOf(update({ state: 'open' }))).status).toBe(422);
  });

  it('lists filter by state, head and base, the newest first', async () => {
    const [first, second] = [await openPull('listed-1'), await openPull('listed-2')];
    const list = async (filter: object) =>
      (await octokit.rest.pulls.list({ ...SHOP, per_page: 100, ...filter })).data.map(({ number }) => number);
    expect((await list({})).slice(0, 2)).toEqual([second.number, first.number]);
    expect(await list({ head: 'acme:listed-1' })).toEqual([first.number]);
    expect(await list({ base: 'elsewhere' })).toEqual([]);
    expect(await list({ state: 'closed' })).not.toContain(first.number);
  });

  it('reviews are asked of collaborators only, and never of the author', async () => {
    hub.get().createUser({ login: 'stranger' });
    const pull = await openPull('reviewed');
    const request = (...reviewers: string[]) =>
      octokit.rest.pulls.requestReviewers({ ...SHOP, pull_number: pull.number, reviewers });
    expect((await request('ada')).data.requested_reviewers).toMatchObject([{ login: 'ada' }]);
    expect((await failureOf(request('stranger'))).message).toMatch(
      /^Reviews may only be requested from collaborators/,
    );
    expect((await failureOf(request('acme'))).message).toBe(
      'Review cannot be requested from pull request author.',
    );
  });
});

describe('labels and comments', () => {
  it('a label that is new is made on the way, and the name ignores case', async () => {
    const pull = await openPull('labelled');
    const add = (...labels: string[]) =>
      octokit.rest.issues.addLabels({ ...SHOP, issue_number: pull.number, labels });
    await add('Ghost');
    expect((await add('ghost', 'second')).data.map(({ name }) => name)).toEqual(['Ghost', 'second']);
    expect((await octokit.rest.issues.getLabel({ ...SHOP, name: 'GHOST' })).data.name).toBe('Ghost');
    const again = octokit.rest.issues.createLabel({ ...SHOP, name: 'ghost', color: 'ff0000' });
    expect((await failureOf(again)).status).toBe(422);
    await octokit.rest.issues.removeLabel({ ...SHOP, issue_number: pull.number, name: 'second' });
    const { data } = await octokit.rest.issues.listLabelsOnIssue({ ...SHOP, issue_number: pull.number });
    expect(data.map(({ name }) => name)).toEqual(['Ghost']);
  });

  it('comments are added, changed and listed', async () => {
    const pull = await openPull('discussed');
    const { data: comment } = await octokit.rest.issues.createComment({
      ...SHOP,
      issue_number: pull.number,
      body: 'One',
    });
    await octokit.rest.issues.updateComment({ ...SHOP, comment_id: comment.id, body: 'Two' });
    const { data } = await octokit.rest.issues.listComments({ ...SHOP, issue_number: pull.number });
    expect(data.map(({ body, user }) => [user?.login, body])).toEqual([['acme', 'Two']]);
  });
});

describe('what a person sees', () => {
  it('pull requests, statuses, branches and refs are in one snapshot', async () => {
    const pull = await openPull('seen', { draft: true });
    await octokit.rest.repos.createCommitStatus({
      ...SHOP,
      sha: pull.head.sha,
      state: 'failure',
      description: 'No.',
    });
    const snapshot = await hub.get().snapshot(REPOSITORY);
    expect(snapshot.pullRequests.at(-1)).toMatchObject({
      number: pull.number,
      state: 'open',
      draft: true,
      head: 'seen',
      diff: expect.stringContaining('+++ b/seen.txt\n@@ -0,0 +1 @@\n+seen\n'),
    });
    expect(snapshot.statuses[pull.head.sha]).toMatchObject([
      { state: 'failure', description: 'No.', creator: 'acme' },
    ]);
    expect(snapshot.branches['seen']).toBe(pull.head.sha);
  });
});
