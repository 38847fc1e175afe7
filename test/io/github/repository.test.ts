import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { commitLargeFile, describeRepository } from '../repository.conformance.ts';
import { createSeed, SEED_FILES } from '../seed.ts';
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

describeRepository("GitHub's API", async () => await createWorld(github, { seed }));

describe('a look at files', () => {
  it('costs no request more where what lies beside them is named', async () => {
    const repository = (await createWorld(github, { seed })).open();
    const files = ['dir/deep/new.txt', 'text.txt'];
    const costs = [];
    for (const besides of [[], files]) {
      github.clearRequests();
      await repository.read({ files, besides });
      costs.push(github.requests.length);
    }
    expect(costs).toEqual([1, 1]);
  });
});

describe('files that are too large', () => {
  it('are not asked for, so that nobody has to hold them', async () => {
    const world = await createWorld(github, { seed });
    await commitLargeFile(world, 'large');
    github.clearRequests();
    await world.open().read({ base: { branch: 'large' }, files: ['large.bin', 'text.txt'] });
    expect(github.requests).toHaveLength(1);
  });

  it('are those too that are too much together, and the config is read all the same', async () => {
    const { octokit, owner, name } = await createWorld(github, { seed });
    octokit.hook.after('request', (response) => {
      response.data.data = JSON.parse(
        JSON.stringify(response.data.data).replaceAll(/"byteSize":\d+/g, '"byteSize":4000000'),
      );
    });
    const repository = createApiRepository({ octokit, owner, name });
    const config = '.github/ghost-runner.yml';
    const files = Object.keys(SEED_FILES).filter((path) => path.startsWith('dir') || path.startsWith('odd'));
    const read = await repository.read({ files: [...files, config], config });
    const unread = [...(read.base?.entries.values() ?? [])].filter(({ tooLarge }) => tooLarge === 4_000_000);
    expect(unread).toHaveLength(files.length + 1 - Math.floor((32 * 1024 * 1024) / 4_000_000));
    expect(read.config).toBe('version: 1\n');
  });

  it('are no config, and do not pass for one that says nothing', async () => {
    const world = await createWorld(github, { seed });
    await commitLargeFile(world, 'main');
    await expect(world.open().read({ config: 'large.bin' })).rejects.toThrow(/The config has 5242881 bytes/);
  });
});

describe('the local GitHub', () => {
  it('knew every request, and every answer had the shape that GitHub describes', () => {
    expect(github.unknownRequests).toEqual([]);
    expect(github.validation.failures).toEqual([]);
  });
});
