import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createOctokit } from '../../../src/io/github/client.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { objectId } from '../../../src/io/object-id.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { CONFIG_PATH } from '../../../src/policy/config.ts';
import type { ConfigSource } from '../../../src/policy/config-source.ts';

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
  for (const owner of ['acme', 'secret', 'empty', 'odd', 'long', 'alone']) {
    await github.createRepository(`${owner}/shop`, { files: { [CONFIG_PATH]: 'own\n' } });
  }
  await github.createRepository('acme/.github', { files: { [CONFIG_PATH]: 'of acme\n' } });
  await github.createRepository('secret/.github', { private: true, files: { [CONFIG_PATH]: 'hidden\n' } });
  await github.createRepository('empty/.github', { files: { 'README.md': '# Empty\n' } });
  // GraphQL gives no text of what is not UTF-8.
  await github.createRepository('long/.github', {
    files: { [CONFIG_PATH]: Buffer.from('caf\u00e9', 'latin1') },
  });
  await github.createRepository('odd/.github', { files: { [`${CONFIG_PATH}/a.txt`]: 'a folder\n' } });
});
afterAll(() => github.close());
afterEach(() => github.faults.clear());

/** As a job reads it, whose token is for the one repository. */
async function readConfig(repository: string): Promise<ConfigSource> {
  const [owner = '', name = ''] = repository.split('/');
  const token = github.createToken({
    login: 'ada',
    repositories: [repository],
    permissions: { contents: 'read' },
  });
  const octokit = createOctokit({ token, apiUrl: github.apiUrl, sleep: async () => {} });
  return (await createApiRepository({ octokit, owner, name }).read({ config: CONFIG_PATH })).config;
}

test('the config of the owner comes with that of the repository, in one request', async () => {
  github.clearRequests();
  expect(await readConfig('acme/shop')).toEqual({
    own: 'own\n',
    organisation: { repository: 'acme/.github', text: 'of acme\n' },
  });
  expect(github.requests).toHaveLength(1);
});

test.each([
  ['is no such repository', 'alone/shop'],
  ['is one that the token may not see', 'secret/shop'],
  ['is one without a config', 'empty/shop'],
])('the repository stands alone where there %s', async (_, repository) => {
  expect(await readConfig(repository)).toBe('own\n');
});

test('the repository of the owner itself stands alone too', async () => {
  expect(await readConfig('acme/.github')).toBe('of acme\n');
});

test('what GraphQL gives no text of is read in full from the repository that it is in', async () => {
  expect(await readConfig('long/shop')).toMatchObject({ organisation: { text: 'caf\uFFFD' } });
});

test('what is no file is not taken for none', async () => {
  expect(await readConfig('odd/shop')).toEqual({
    own: 'own\n',
    organisation: { repository: 'odd/.github', text: null },
  });
});

test('who may not read the repository is told of that one, and not of its owner’s besides', async () => {
  const refused = 'Resource not accessible by personal access token';
  const errors = [
    { type: 'NOT_FOUND', path: ['organisation'], message: "Could not resolve to 'secret/.github'." },
    { type: 'FORBIDDEN', path: ['repository', 'refs'], message: refused },
    { type: 'FORBIDDEN', path: ['repository', 'object'], message: refused },
  ];
  const fault = { kind: 'status', status: 200, body: { data: { repository: null }, errors } } as const;
  github.faults.add({ match: { graphql: 'Snapshot' }, fault });
  await expect(readConfig('secret/shop')).rejects.toThrow(
    /^Could not read secret\/shop: Resource not accessible by personal access token\. Give the token .*: contents and pull-requests, each "read"\.$/,
  );
});

test('an outage of the one field fails, and does not pass for an owner who says nothing', async () => {
  const errors = [{ type: 'INTERNAL', path: ['organisation'], message: 'Something went wrong' }];
  const data = {
    repository: { id: 'R_1', defaultBranchRef: { name: 'main', target: null } },
    organisation: null,
  };
  const fault = { kind: 'status', status: 200, body: { data, errors } } as const;
  github.faults.add({ match: { graphql: 'Snapshot' }, fault });
  await expect(readConfig('acme/shop')).rejects.toThrow('Something went wrong');
});

test('a file that GitHub finds under the name of the owner in somebody else’s hands is none of the owner’s', async () => {
  const text = 'approval: none\n';
  const entry = { mode: 0o100644, type: 'blob', oid: objectId('blob', Buffer.from(text)) };
  const config = { ...entry, object: { byteSize: text.length, text, isTruncated: false } };
  const answerWith = (nameWithOwner: string) => {
    const data = {
      repository: {
        id: 'R_1',
        nameWithOwner: 'Acme/shop',
        defaultBranchRef: { name: 'main', target: { config: null } },
      },
      organisation: { nameWithOwner, defaultBranchRef: { target: { config } } },
    };
    const fault = { kind: 'status', status: 200, body: { data } } as const;
    github.faults.add({ match: { graphql: 'Snapshot' }, times: 1, fault });
  };
  for (const moved of ['mallory/.github', 'acme/old-defaults']) {
    answerWith(moved);
    expect(await readConfig('acme/shop')).toBeNull();
  }
  answerWith('acme/.github');
  expect(await readConfig('acme/shop')).toMatchObject({ organisation: { text } });
});
