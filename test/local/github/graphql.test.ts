import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { connect, headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';

const ZERO = '0'.repeat(40);

const hub = useHub();
let octokit: Octokit;
let repositoryId: string;

beforeAll(async () => {
  octokit = openOctokit(hub.get());
  repositoryId = (await query<{ repository: { id: string } }>('{repository(owner:"acme",name:"shop"){id}}'))
    .repository.id;
});

function query<Data>(text: string, variables: { readonly [name: string]: unknown } = {}): Promise<Data> {
  return octokit.graphql<Data>(text, variables);
}

/** The first error of a query that must have one, and the data that came with it. */
async function problemOf(request: Promise<unknown>) {
  const { errors, data } = GraphqlProblem.parse(await request.catch((cause: unknown) => cause));
  return { type: errors[0]?.type, message: errors[0]?.message, data };
}

const GraphqlProblem = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })),
  data: z.unknown(),
});

type Update = { name: string; beforeOid?: string; afterOid: string; force?: boolean };

function updateRefs(refUpdates: readonly Update[], as: Octokit = octokit): Promise<unknown> {
  const text = 'mutation($input:UpdateRefsInput!){updateRefs(input:$input){clientMutationId}}';
  return as.graphql(text, { input: { repositoryId, refUpdates } });
}

async function refs(): Promise<string> {
  return hub
    .get()
    .git(REPOSITORY, 'for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/ghost');
}

describe('reading', () => {
  it('one query reads branch, commit, files, refs, pull requests and labels', async () => {
    await hub
      .get()
      .commitFiles(REPOSITORY, 'bytes', { binary: Uint8Array.of(0, 1, 2), latin: Uint8Array.of(0xe9, 0x0a) });
    const text = `query($branch: String!) {
      repository(owner: "acme", name: "shop") {
        ref(qualifiedName: $branch) { name prefix target { ... on Commit {
          message tree { oid }
          binary: file(path: "binary") { mode type object { ... on Blob { text isBinary isTruncated byteSize } } }
          latin: file(path: "latin") { object { ... on Blob { text isBinary } } }
          script: file(path: "run.sh") { mode }
          folder: file(path: "src/deep") { mode type oid object { __typename } }
          missing: file(path: "nowhere/at/all") { oid }
        } } }
        defaultBranchRef { name }
        none: ref(qualifiedName: "refs/ghost/none") { name }
        refs(refPrefix: "refs/ghost/", first: 1) { totalCount }
        object(expression: "main:README.md") { ... on Blob { text } }
        label(name: "nope") { id }
        pullRequests(headRefName: "none", first: 1) { nodes { number } }
      }
      rateLimit { cost remaining }
    }`;
    expect(await query(text, { branch: 'refs/heads/bytes' })).toEqual({
      repository: {
        ref: {
          name: 'bytes',
          prefix: 'refs/heads/',
          target: {
            message: 'Change files',
            tree: { oid: expect.stringMatching(/^[0-9a-f]{40}$/) },
            binary: {
              mode: 0o100644,
              type: 'blob',
              object: { text: null, isBinary: true, isTruncated: false, byteSize: 3 },
            },
            latin: { object: { text: 'é\n', isBinary: false } },
            script: { mode: 0o100755 },
            folder: { mode: 0o040000, type: 'tree', oid: expect.any(String), object: { __typename: 'Tree' } },
            missing: null,
          },
        },
        defaultBranchRef: { name: 'main' },
        none: null,
        refs: { totalCount: 0 },
        object: { text: 'shop\n' },
        label: null,
        pullRequests: { nodes: [] },
      },
      rateLimit: { cost: 1, remaining: expect.any(Number) },
    });
  });

  it('a text above 512 KB is cut and says so', async () => {
    await hub.get().commitFiles(REPOSITORY, 'large', { 'large.txt': 'x'.repeat(600_000) });
    const { repository } = await query<{ repository: { object: { text: string; isTruncated: boolean } } }>(
      '{repository(owner:"acme",name:"shop"){object(expression:"large:large.txt"){... on Blob{text isTruncated}}}}',
    );
    expect(repository.object.isTruncated).toBe(true);
    expect(repository.object.text).toHaveLength(512_000);
  });

  it('a user that is not known is null beside what is known', async () => {
    const problem = await problemOf(
      query('{user(login:"nobody"){id} repository(owner:"acme",name:"shop"){name}}'),
    );
    expect(problem).toEqual({
      type: 'NOT_FOUND',
      message: "Could not resolve to a User with the login of 'nobody'.",
      data: { user: null, repository: { name: 'shop' } },
    });
  });

  it('a field that GitHub does not have is an error', async () => {
    const problem = await problemOf(query('{repository(owner:"acme",name:"shop"){colour}}'));
    expect(problem.message).toContain('Cannot query field "colour" on type "Repository"');
  });

  it('a field that GitHub has and we do not serve is an error, and no silent null', async () => {
    const problem = await problemOf(query('{repository(owner:"acme",name:"shop"){description}}'));
    expect(problem.message).toBe('the local GitHub does not serve Repository.description');
  });

  it('a connection without a limit is refused', async () => {
    const problem = await problemOf(
      query('{repository(owner:"acme",name:"shop"){refs(refPrefix:"refs/heads/"){totalCount}}}'),
    );
    expect(problem.type).toBe('MISSING_PAGINATION_BOUNDARIES');
  });

  it('nobody is not answered, and a token reads no more than it may', async () => {
    await expect(connect(hub.get()).graphql('{viewer{login}}')).rejects.toMatchObject({ status: 401 });
    const poor = openOctokit(hub.get(), { permissions: { issues: 'read' } });
    const problem = await problemOf(
      poor.graphql('{repository(owner:"acme",name:"shop"){defaultBranchRef{name}}}'),
    );
    expect(problem.type).toBe('FORBIDDEN');
  });
});

describe('updateRefs', () => {
  it('several refs are created, moved and deleted in one step', async () => {
    const head = await headOf(hub.get());
    const next = await pushBranch(hub.get(), 'next');
    await updateRefs([
      { name: 'refs/heads/ghost/all', beforeOid: ZERO, afterOid: head },
      { name: 'refs/ghost/patches/all', beforeOid: ZERO, afterOid: head },
    ]);
    await updateRefs([
      { name: 'refs/heads/ghost/all', beforeOid: head, afterOid: next },
      { name: 'refs/ghost/patches/all', afterOid: ZERO },
    ]);
    expect(await refs()).toContain(`refs/heads/ghost/all ${next}`);
    expect(await refs()).not.toContain('refs/ghost/patches/all');
  });

  it.each([
    ['a ref that must not exist does', { name: 'refs/heads/main', beforeOid: ZERO }],
    ['a guard does not hold', { name: 'refs/ghost/guard', beforeOid: 'main', afterOid: 'main' }],
    ['a guard for absence does not hold', { name: 'refs/heads/main', beforeOid: ZERO, afterOid: ZERO }],
    ['a ref is elsewhere', { name: 'refs/heads/main', beforeOid: 'next' }],
    ['the object is not there', { name: 'refs/heads/other', afterOid: 'c'.repeat(40) }],
    ['a name is no ref name', { name: 'refs/heads/a..b' }],
    ['absence is to stay absence', { name: 'refs/heads/gone', beforeOid: ZERO, afterOid: ZERO }],
    ['a ref to delete is not there', { name: 'refs/heads/gone', afterOid: ZERO }],
    ['a name is a folder of another', { name: 'refs/heads/main/below' }],
  ])('when %s, nothing moves', async (_, wrong) => {
    const named: { [name: string]: string } = {
      main: await headOf(hub.get()),
      next: await pushBranch(hub.get(), 'next'),
    };
    const oid = (name: string | undefined) => named[name ?? 'main'] ?? name ?? '';
    const before = await refs();
    const update = {
      name: wrong.name,
      afterOid: oid('afterOid' in wrong ? wrong.afterOid : undefined),
      ...('beforeOid' in wrong ? { beforeOid: oid(wrong.beforeOid) } : {}),
    };
    const good = { name: 'refs/heads/good', beforeOid: ZERO, afterOid: oid('main') };
    expect((await problemOf(updateRefs([good, update]))).type).toBe('UNPROCESSABLE');
    expect(await refs()).toBe(before);
  });

  it('a guard that holds changes nothing and lets the others move', async () => {
    const head = await headOf(hub.get());
    await updateRefs([
      { name: 'refs/heads/main', beforeOid: head, afterOid: head },
      { name: 'refs/ghost/guarded', beforeOid: ZERO, afterOid: head },
    ]);
    expect(await refs()).toContain(`refs/ghost/guarded ${head}`);
  });

  it('of many that race to create one ref, exactly one wins', async () => {
    const head = await headOf(hub.get());
    const race = Array.from({ length: 20 }, () =>
      updateRefs([{ name: 'refs/ghost/race', beforeOid: ZERO, afterOid: head }]),
    );
    const results = await Promise.allSettled(race);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('history is lost by force only', async () => {
    const { data } = await octokit.rest.git.createCommit({
      ...SHOP,
      tree: (await hub.get().git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim(),
      parents: [],
      message: 'unrelated',
    });
    const next = await pushBranch(hub.get(), 'rewound');
    const update = { name: 'refs/heads/rewound', beforeOid: next, afterOid: data.sha };
    expect((await problemOf(updateRefs([update]))).message).toContain('not a fast-forward');
    await updateRefs([{ ...update, force: true }]);
    expect(await headOf(hub.get(), 'rewound')).toBe(data.sha);
  });

  it('reading does not suffice to write', async () => {
    const reader = openOctokit(hub.get(), { permissions: { contents: 'read' } });
    const head = await headOf(hub.get());
    const problem = await problemOf(updateRefs([{ name: 'refs/heads/mine', afterOid: head }], reader));
    expect(problem.type).toBe('FORBIDDEN');
  });

  it('a workflow file is not changed without the permission for it', async () => {
    const author = openOctokit(hub.get(), { permissions: { contents: 'write' } });
    const evil = await hub
      .get()
      .commitFiles(REPOSITORY, 'workflows', { '.github/workflows/evil.yml': 'name: evil\n' });
    const plain = await pushBranch(hub.get(), 'plain');
    await updateRefs([{ name: 'refs/heads/ghost/plain', beforeOid: ZERO, afterOid: plain }], author);
    const problem = await problemOf(
      updateRefs([{ name: 'refs/heads/ghost/evil', beforeOid: ZERO, afterOid: evil }], author),
    );
    expect(problem).toMatchObject({
      type: 'FORBIDDEN',
      message:
        'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/evil.yml` without `workflow` scope',
    });
  });
});

describe('pull requests', () => {
  it('labels, reviewers and the draft flag change in one document', async () => {
    await pushBranch(hub.get(), 'decorated');
    const { data: pull } = await octokit.rest.pulls.create({
      ...SHOP,
      title: 'Decorated',
      head: 'decorated',
      base: 'main',
    });
    const { createLabel } = await query<{ createLabel: { label: { id: string } } }>(
      'mutation($r:ID!){createLabel(input:{repositoryId:$r,name:"Ghost",color:"ededed"}){label{id}}}',
      { r: repositoryId },
    );
    const { user } = await query<{ user: { id: string } }>('{user(login:"ada"){id}}');
    await query(
      `mutation($pull:ID!,$label:ID!,$user:ID!) {
        addLabelsToLabelable(input:{labelableId:$pull,labelIds:[$label]}) { labelable { labels(first:1) { totalCount } } }
        requestReviews(input:{pullRequestId:$pull,userIds:[$user],union:true}) { pullRequest { number } }
        convertPullRequestToDraft(input:{pullRequestId:$pull}) { pullRequest { isDraft } }
      }`,
      { pull: pull.node_id, label: createLabel.label.id, user: user.id },
    );
    const { data } = await octokit.rest.pulls.get({ ...SHOP, pull_number: pull.number });
    expect(data).toMatchObject({
      draft: true,
      labels: [{ name: 'Ghost' }],
      requested_reviewers: [{ login: 'ada' }],
    });
    const { repository } = await query<{ repository: { pullRequests: { nodes: readonly unknown[] } } }>(
      `{repository(owner:"acme",name:"shop"){pullRequests(headRefName:"decorated",states:[OPEN],first:5,
        orderBy:{field:CREATED_AT,direction:DESC}){nodes{number state isDraft merged headRefOid}}}}`,
    );
    expect(repository.pullRequests.nodes).toEqual([
      {
        number: pull.number,
        state: 'OPEN',
        isDraft: true,
        merged: false,
        headRefOid: await headOf(hub.get(), 'decorated'),
      },
    ]);
    await query(
      'mutation($p:ID!){markPullRequestReadyForReview(input:{pullRequestId:$p}){pullRequest{isDraft}}}',
      {
        p: pull.node_id,
      },
    );
    expect(hub.get().repository(REPOSITORY).pulls.get(pull.number)?.draft).toBe(false);
  });
});
