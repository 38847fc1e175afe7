import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { describeRepository } from '../repository.conformance.ts';
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

describe('the local GitHub', () => {
  it('knew every request, and every answer had the shape that GitHub describes', () => {
    expect(github.unknownRequests).toEqual([]);
    expect(github.validation.failures).toEqual([]);
  });
});
