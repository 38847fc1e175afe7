import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import type { Transaction } from '../../../src/stages/ports.ts';
import { createSeed } from '../seed.ts';
import { createWorld, type GitHubWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
let world: GitHubWorld;
beforeAll(async () => {
  github = await startLocalGitHub();
  world = await createWorld(github, { seed });
});
afterEach(() => github.faults.clear());
afterAll(async () => {
  await github.close();
  rmSync(seed, { recursive: true });
});

/** Opens the port, reads, and gives a transaction of a branch and a record on the base that it read. */
async function prepare(name: string, text = 'new\n') {
  const { octokit, owner } = world;
  const repository = createApiRepository({ octokit, owner, name: world.name });
  const { base } = await repository.read({ files: ['text.txt'], config: '.github/ghost-runner.yml' });
  if (base === null) throw new Error('there is no base');
  const transaction: Transaction = {
    commits: {
      branch: {
        tree: { base: base.tree, changes: [{ path: 'text.txt', mode: '100644', bytes: Buffer.from(text) }] },
        parents: [base.sha],
        message: () => name,
      },
      record: {
        tree: { base: null, changes: [{ path: 'patch.json', mode: '100644', bytes: Buffer.from('{}') }] },
        parents: [],
        message: () => name,
      },
    },
    refs: [
      { ref: `refs/heads/ghost/${name}`, before: null, after: { commit: 'branch' } },
      { ref: `refs/ghost/patches/${name}`, before: null, after: { commit: 'record' } },
    ],
  };
  return { repository, transaction };
}

async function refsOf(name: string): Promise<readonly string[]> {
  const listed = await world.git(
    'for-each-ref',
    '--format=%(refname)',
    `refs/heads/ghost/${name}`,
    `refs/ghost/patches/${name}`,
  );
  return listed.split('\n').filter(Boolean);
}

describe('the cost', () => {
  it('a read is one request, and a transaction of two commits is five, three deep', async () => {
    const requests = countRequests(world.octokit);
    const { repository, transaction } = await prepare('cost');
    expect([requests.count, requests.longestChain]).toEqual([1, 1]);
    await repository.write(transaction);
    expect(Object.fromEntries(requests.byRoute)).toEqual({
      'GraphQL Snapshot': 1,
      'POST /repos/{owner}/{repo}/git/trees': 2,
      'POST /repos/{owner}/{repo}/git/commits': 2,
      'GraphQL UpdateRefs': 1,
    });
    expect(requests.longestChain).toBe(4);
  });

  it('only bytes that GraphQL spoils are read again', async () => {
    const requests = countRequests(world.octokit);
    const { octokit, owner, name } = world;
    await createApiRepository({ octokit, owner, name }).read({
      files: ['text.txt', 'latin1.txt', 'big.txt', 'binary.bin', 'bom.txt', 'run.sh'],
    });
    expect(Object.fromEntries(requests.byRoute)).toEqual({
      'GraphQL Snapshot': 1,
      'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': 3,
    });
    expect(requests.longestChain).toBe(2);
  });

  it('more than a hundred files are read in parallel queries after the first', async () => {
    const requests = countRequests(world.octokit);
    const { octokit, owner, name } = world;
    const files = Array.from({ length: 250 }, (_, index) => `file-${index}`);
    await createApiRepository({ octokit, owner, name }).read({ files });
    expect(Object.fromEntries(requests.byRoute)).toEqual({ 'GraphQL Snapshot': 1, 'GraphQL Files': 2 });
    expect(requests.longestChain).toBe(2);
  });
});

describe('a tree', () => {
  it('is asked for without removals that follow from what is written, so that their order can not matter', async () => {
    const { repository, transaction } = await prepare('tree');
    const branch = transaction.commits['branch'];
    if (branch === undefined || typeof branch.tree === 'string')
      throw new Error('there is no tree to change');
    const change = (path: string, text: string | null) => {
      return { path, mode: '100644' as const, bytes: text === null ? null : Buffer.from(text) };
    };
    const changes = [
      change('text.txt', null),
      change('text.txt/inside', 'in'),
      change('dir/a.txt', null),
      change('dir', 'file'),
      change('crlf.txt', null),
    ];
    const asked: unknown[] = [];
    world.octokit.hook.before('request', (options) => {
      if (options.url.endsWith('/git/trees')) asked.push(options['tree']);
    });
    await repository.write({
      commits: { branch: { ...branch, tree: { ...branch.tree, changes } } },
      refs: [],
    });
    expect(asked).toEqual([
      [
        expect.objectContaining({ path: 'text.txt/inside', content: 'in' }),
        expect.objectContaining({ path: 'dir', content: 'file' }),
        expect.objectContaining({ path: 'crlf.txt', sha: null }),
      ],
    ]);
  });
});

describe('an answer that was lost', () => {
  it('counts as done when the refs are where they should be', async () => {
    const { repository, transaction } = await prepare('lost');
    github.faults.add({ match: { graphql: 'updateRefs' }, times: 1, fault: { kind: 'drop_after' } });
    expect(await repository.write(transaction)).toMatchObject({ ok: true });
    expect(await refsOf('lost')).toHaveLength(2);
  });

  it('leads to another try when nothing happened', async () => {
    const { repository, transaction } = await prepare('again');
    github.faults.add({ match: { graphql: 'updateRefs' }, times: 1, fault: { kind: 'drop' } });
    expect(await repository.write(transaction)).toMatchObject({ ok: true });
    expect(await refsOf('again')).toHaveLength(2);
  });

  it('is an error in the end, when nothing ever happens', async () => {
    const { repository, transaction } = await prepare('never');
    github.faults.add({ match: { graphql: 'updateRefs' }, fault: { kind: 'status', status: 502 } });
    await expect(repository.write(transaction)).rejects.toThrow(`Could not write to octo/${world.name}`);
    expect(await refsOf('never')).toEqual([]);
  });

  it('of an object is made good by making it once more', async () => {
    const { repository, transaction } = await prepare('objects');
    for (const route of ['git/trees', 'git/commits']) {
      github.faults.add({ match: { method: 'POST', route }, times: 1, fault: { kind: 'drop_after' } });
    }
    expect(await repository.write(transaction)).toMatchObject({ ok: true });
  });
});

describe('a ref that must not exist, and is made while the others move', () => {
  /** Moves under such a guard; `meanwhile` happens once, right after GitHub has moved them. */
  async function moveUnder(guard: string, meanwhile: () => Promise<unknown>) {
    const heads = {
      main: await world.git('rev-parse', 'main'),
      other: await world.git('rev-parse', 'other'),
    };
    await world.git('update-ref', `${guard}-deleted`, heads.other);
    const { octokit, owner, name } = world;
    let happened = false;
    const once = async (_: unknown, options: object) => {
      if (happened || !/mutation/.test(String(Reflect.get(options, 'query')))) return;
      happened = true;
      await meanwhile();
    };
    octokit.hook.after('request', once);
    try {
      return await createApiRepository({ octokit, owner, name }).write({
        commits: {},
        refs: [
          { ref: guard, before: null, after: null },
          { ref: `${guard}-made`, before: null, after: heads.main },
          { ref: `${guard}-deleted`, before: heads.other, after: null },
        ],
      });
    } finally {
      octokit.hook.remove('request', once);
    }
  }

  async function refsUnder(prefix: string): Promise<string> {
    return await world.git('for-each-ref', '--format=%(refname) %(objectname)', `${prefix}*`);
  }

  it('has them taken back, and is named', async () => {
    const guard = 'refs/ghost/came';
    const other = await world.git('rev-parse', 'other');
    const result = await moveUnder(guard, async () => await world.git('update-ref', guard, other));
    expect(result).toEqual({ ok: false, moved: [guard] });
    expect(await refsUnder(guard)).toBe(`${guard} ${other}\n${guard}-deleted ${other}`);
  });

  it('is an error that asks for a look by hand, when they can not be taken back', async () => {
    const guard = 'refs/ghost/stays';
    const other = await world.git('rev-parse', 'other');
    const result = moveUnder(guard, async () => {
      await world.git('update-ref', guard, other);
      await world.git('update-ref', `${guard}-made`, other);
    });
    await expect(result).rejects.toThrow(
      /could not be taken back \(refs\/ghost\/stays-made moved on\)\. Check the refs by hand/,
    );
  });

  it('is such an error too, when GitHub does not let them be taken back', async () => {
    const guard = 'refs/ghost/forbidden';
    const other = await world.git('rev-parse', 'other');
    const fault = { kind: 'status', status: 403, body: { message: 'No more.' } } as const;
    github.faults.add({ match: { graphql: 'updateRefs' }, after: 1, fault });
    const result = moveUnder(guard, async () => await world.git('update-ref', guard, other));
    await expect(result).rejects.toThrow(/could not be taken back \(No more\.\)\. Check the refs by hand/);
  });
});

describe('a refusal', () => {
  it('of a token that may not write says which permission is missing, and moves nothing', async () => {
    const token = github.createToken({ login: 'octo', permissions: { contents: 'read' } });
    const octokit = createOctokit({ token, apiUrl: github.apiUrl });
    const { transaction } = await prepare('refused');
    const reader = createApiRepository({ octokit, owner: world.owner, name: world.name });
    await expect(reader.write(transaction)).rejects.toThrow(/permission/);
    expect(await refsOf('refused')).toEqual([]);
  });

  it('of an unknown repository says so', async () => {
    const { octokit } = world;
    await expect(createApiRepository({ octokit, owner: 'octo', name: 'nope' }).read({})).rejects.toThrow(
      'Check the name of the repository',
    );
  });
});
