import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { failureOf, headOf, openOctokit, REPOSITORY, SHOP, useHub } from './hub.ts';

const hub = useHub();
let octokit: Octokit;
let base: { readonly commit: string; readonly tree: string };

beforeAll(async () => {
  octokit = openOctokit(hub.get());
  const commit = await headOf(hub.get());
  const { data } = await octokit.rest.git.getCommit({ ...SHOP, commit_sha: commit });
  base = { commit, tree: data.tree.sha };
});

type TreeEntries = NonNullable<Parameters<Octokit['rest']['git']['createTree']>[0]>['tree'];

async function createTree(tree: TreeEntries): Promise<string> {
  return (await octokit.rest.git.createTree({ ...SHOP, base_tree: base.tree, tree })).data.sha;
}

async function listFiles(tree: string): Promise<string[]> {
  const text = await hub.get().git(REPOSITORY, 'ls-tree', '-r', tree);
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^(\d+) \w+ \w+\t/, '$1 '));
}

const UNTOUCHED = ['100644 .github/workflows/ci.yml', '100644 README.md'];

describe('blobs', () => {
  it('any bytes come back as they were sent', async () => {
    const content = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('base64');
    const { data } = await octokit.rest.git.createBlob({ ...SHOP, content, encoding: 'base64' });
    const { data: blob } = await octokit.rest.git.getBlob({ ...SHOP, file_sha: data.sha });
    expect(Buffer.from(blob.content, 'base64').toString('base64')).toBe(content);
    expect(blob.size).toBe(256);
  });

  it('a blob that is not there is not found', async () => {
    const missing = octokit.rest.git.getBlob({ ...SHOP, file_sha: 'a'.repeat(40) });
    expect(await failureOf(missing)).toEqual({ status: 404, message: 'Not Found' });
  });
});

describe('trees', () => {
  it('entries are added, changed and removed, and all others stay', async () => {
    const tree = await createTree([
      { path: 'src/cart.ts', mode: '100644', type: 'blob', content: 'changed\n' },
      { path: 'src/deep/tax.ts', mode: '100644', type: 'blob', sha: null },
      { path: 'bin/tool', mode: '100755', type: 'blob', content: '#!/bin/sh\n' },
      { path: 'bin/link', mode: '120000', type: 'blob', content: 'tool' },
    ]);
    expect(await listFiles(tree)).toEqual([
      ...UNTOUCHED,
      '120000 bin/link',
      '100755 bin/tool',
      '100755 run.sh',
      '100644 src/cart.ts',
    ]);
    expect(await hub.get().git(REPOSITORY, 'show', `${tree}:src/cart.ts`)).toBe('changed\n');
  });

  it('what comes out is a tree that git itself finds nothing wrong with', async () => {
    const names = ['a.b', 'a-b', 'a/x', 'ab', 'ä', 'z z'];
    const tree = await createTree(
      names.map((path) => ({ path, mode: '100644', type: 'blob', content: path })),
    );
    const { data } = await octokit.rest.git.createCommit({ ...SHOP, tree, parents: [], message: 'sorted' });
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/ghost/fsck', sha: data.sha });
    await expect(hub.get().git(REPOSITORY, 'fsck', '--strict', '--no-dangling')).resolves.toBe('');
  });

  it('a file can take the place of a folder, and a folder that of a file', async () => {
    const tree = await createTree([
      { path: 'src/cart.ts', mode: '100644', type: 'blob', sha: null },
      { path: 'src/deep/tax.ts', mode: '100644', type: 'blob', sha: null },
      { path: 'src', mode: '100644', type: 'blob', content: 'now a file\n' },
      { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      { path: 'README.md/inside', mode: '100644', type: 'blob', content: 'now a folder\n' },
    ]);
    expect(await listFiles(tree)).toEqual([
      '100644 .github/workflows/ci.yml',
      '100644 README.md/inside',
      '100755 run.sh',
      '100644 src',
    ]);
  });

  it.each([
    ['../outside', 'tree.path contains a malformed path component'],
    ['.git/config', 'tree.path contains a malformed path component'],
    ['a//b', 'tree.path contains a malformed path component'],
  ])('the path %s is refused', async (path, message) => {
    const request = createTree([{ path, mode: '100644', type: 'blob', content: 'x' }]);
    expect(await failureOf(request)).toEqual({ status: 422, message });
  });

  it('removing what is not there is refused', async () => {
    const request = createTree([{ path: 'missing', mode: '100644', type: 'blob', sha: null }]);
    expect(await failureOf(request)).toEqual({ status: 422, message: 'GitRPC::BadObjectState' });
  });

  it('a recursive listing names every entry with its full path', async () => {
    const { data } = await octokit.rest.git.getTree({ ...SHOP, tree_sha: base.tree, recursive: '1' });
    expect(data.tree.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src', 'src/deep', 'src/deep/tax.ts', '.github/workflows/ci.yml']),
    );
    expect(data.truncated).toBe(false);
  });
});

describe('commits', () => {
  it('a commit without an author is its maker’s', async () => {
    const { data } = await octokit.rest.git.createCommit({
      ...SHOP,
      tree: base.tree,
      parents: [base.commit],
      message: 'plain',
    });
    expect(data.author).toMatchObject({
      name: 'acme',
      email: expect.stringMatching(/^\d+\+acme@users\.noreply\./),
    });
    expect(data.verification.verified).toBe(false);
  });

  it('a commit on a parent or tree that is not there is refused', async () => {
    const missing = 'b'.repeat(40);
    const commit = (tree: string, parents: string[]) =>
      failureOf(octokit.rest.git.createCommit({ ...SHOP, tree, parents, message: 'x' }));
    expect((await commit(base.tree, [missing])).status).toBe(422);
    expect((await commit(base.commit, [])).message).toBe('Tree SHA does not exist');
  });
});

describe('refs', () => {
  it('a ref is created once, read, moved and deleted, in any namespace', async () => {
    const ref = 'refs/ghost/patches/one';
    await octokit.rest.git.createRef({ ...SHOP, ref, sha: base.commit });
    const again = octokit.rest.git.createRef({ ...SHOP, ref, sha: base.commit });
    expect(await failureOf(again)).toEqual({ status: 422, message: 'Reference already exists' });
    const { data } = await octokit.rest.git.getRef({ ...SHOP, ref: 'ghost/patches/one' });
    expect(data).toMatchObject({ ref, object: { type: 'commit', sha: base.commit } });
    await octokit.rest.git.deleteRef({ ...SHOP, ref: 'ghost/patches/one' });
    expect((await failureOf(octokit.rest.git.getRef({ ...SHOP, ref: 'ghost/patches/one' }))).status).toBe(
      404,
    );
  });

  it('a branch is not rewound unless by force', async () => {
    const { data } = await octokit.rest.git.createCommit({
      ...SHOP,
      tree: base.tree,
      parents: [],
      message: 'other',
    });
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/rewind', sha: base.commit });
    const rewind = { ...SHOP, ref: 'heads/rewind', sha: data.sha };
    expect(await failureOf(octokit.rest.git.updateRef(rewind))).toEqual({
      status: 422,
      message: 'Update is not a fast forward',
    });
    await octokit.rest.git.updateRef({ ...rewind, force: true });
    expect(await headOf(hub.get(), 'rewind')).toBe(data.sha);
  });

  it.each([
    'refs/heads/a..b',
    'refs/heads/a b',
    'refs/heads/.a',
    'refs/heads/a.lock',
    'refs/main',
    'heads/x',
  ])('the name %j is refused', async (ref) => {
    const request = octokit.rest.git.createRef({ ...SHOP, ref, sha: base.commit });
    expect((await failureOf(request)).message).toBe(`${ref} is not a valid ref name.`);
  });

  it('refs are found by the beginning of their name', async () => {
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/feature-a', sha: base.commit });
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/feature-b', sha: base.commit });
    const { data } = await octokit.rest.git.listMatchingRefs({ ...SHOP, ref: 'heads/feature-' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/feature-a', 'refs/heads/feature-b']);
  });
});

describe('files, commits and comparisons', () => {
  it('a file, a folder and a symlink show as what they are', async () => {
    await hub.get().commitFiles(REPOSITORY, 'links', { link: { content: 'README.md', mode: '120000' } });
    const read = async (path: string) =>
      (await octokit.rest.repos.getContent({ ...SHOP, path, ref: 'links' })).data;
    expect(await read('README.md')).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: 'c2hvcAo=\n',
    });
    expect(await read('src')).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'src/deep', type: 'dir' })]),
    );
    expect(await read('link')).toMatchObject({ type: 'symlink', target: 'README.md' });
    expect((await failureOf(read('nowhere'))).status).toBe(404);
  });

  it('two branches are compared from where they parted', async () => {
    await hub.get().commitFiles(REPOSITORY, 'ahead', { 'new.txt': 'new\n' });
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...SHOP,
      basehead: 'main...ahead',
    });
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(data.files).toEqual([
      expect.objectContaining({
        filename: 'new.txt',
        status: 'added',
        additions: 1,
        patch: '@@ -0,0 +1 @@\n+new',
      }),
    ]);
  });

  it('branches are listed page by page, and one shows its commit', async () => {
    const first = await octokit.rest.repos.listBranches({ ...SHOP, per_page: 1 });
    expect(first.headers.link).toContain('rel="next"');
    const all = await octokit.paginate(octokit.rest.repos.listBranches, { ...SHOP, per_page: 1 });
    expect(all.map(({ name }) => name)).toContain('main');
    const { data } = await octokit.rest.repos.getBranch({ ...SHOP, branch: 'main' });
    expect(data.commit.sha).toBe(base.commit);
  });
});
