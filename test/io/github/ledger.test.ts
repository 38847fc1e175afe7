import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createLedger } from '../../../src/io/github/ledger.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { describeLedger } from '../ledger.conformance.ts';
import { realGit } from '../real-git.ts';
import { createSeed } from '../seed.ts';
import { createWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(async () => {
  await github.close();
  rmSync(seed, { recursive: true });
});

describeLedger('the ledger over GitHub’s API', async () => {
  const world = await createWorld(github, { seed });
  return {
    open: () => createLedger(world),
    git: async (...args) => await world.git(...args),
    close: () => {},
  };
});

describe('what a look costs', () => {
  it('a thousand records are listed with ten requests', async () => {
    const world = await createWorld(github, { seed });
    const oid = await world.git('rev-parse', 'main');
    const names = Array.from({ length: 1000 }, (_, index) => `refs/ghost/patches/p${index}`);
    const { directory } = github.repository(`${world.owner}/${world.name}`).store;
    realGit(directory, ['update-ref', '--stdin'], names.map((name) => `create ${name} ${oid}\n`).join(''));
    const requests = countRequests(world.octokit);
    const listed = await createLedger(world).list('refs/ghost/patches/');
    expect(listed.map(({ ref }) => ref)).toEqual(names.toSorted());
    expect(requests.count).toBe(10);
  });

  it('a history is one request for each hundred commits that are wanted', async () => {
    const world = await createWorld(github, { seed });
    const { directory } = github.repository(`${world.owner}/${world.name}`).store;
    const commits = Array.from(
      { length: 250 },
      (_, index) => `commit refs/ghost/long\ncommitter Ada <a@b> ${1_700_000_000 + index} +0000\ndata 1\nx\n`,
    );
    realGit(directory, ['fast-import', '--quiet'], commits.join(''));
    const requests = countRequests(world.octokit);
    const ledger = createLedger(world);
    expect(await ledger.history('refs/ghost/long', 20)).toHaveLength(20);
    expect(requests.count).toBe(1);
    expect(await ledger.history('refs/ghost/long', 1000)).toHaveLength(250);
    expect(requests.count).toBe(4);
  });
});

it('a token that sees nothing is an error, never an empty list', async () => {
  const octokit = createOctokit({ token: 'ghp_wrong', apiUrl: github.apiUrl });
  const ledger = createLedger({ octokit, owner: 'octo', name: 'x' });
  await expect(ledger.list('refs/ghost/patches/')).rejects.toThrow('Check the token');
});
