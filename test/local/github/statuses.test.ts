import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { failureOf, headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';

const hub = useHub();
let octokit: Octokit;

beforeAll(() => {
  octokit = openOctokit(hub.get());
});

describe('statuses', () => {
  const status = (change: object) =>
    octokit.rest.repos.createCommitStatus({ ...SHOP, sha: '', state: 'success', context: 'test', ...change });

  it('the newest of each context counts', async () => {
    const sha = await pushBranch(hub.get(), 'counted');
    await status({ sha, context: 'a', state: 'failure' });
    await status({ sha, context: 'b' });
    const combined = async () =>
      (await octokit.rest.repos.getCombinedStatusForRef({ ...SHOP, ref: 'counted' })).data;
    expect(await combined()).toMatchObject({ state: 'failure', total_count: 2 });
    await status({ sha, context: 'a' });
    expect(await combined()).toMatchObject({ state: 'success', total_count: 2 });
    const { data } = await octokit.rest.repos.listCommitStatusesForRef({ ...SHOP, ref: sha });
    expect(data.map(({ context, state }) => `${context} ${state}`)).toEqual([
      'a success',
      'b success',
      'a failure',
    ]);
  });

  it.each([
    [
      'a long description',
      { description: 'x'.repeat(141) },
      'description is too long (maximum is 140 characters)',
    ],
    ['a long context', { context: 'x'.repeat(256) }, 'context is too long (maximum is 255 characters)'],
    ['a target that is no web address', { target_url: 'ftp://x' }, 'target_url must use http(s) scheme'],
  ])('%s is refused', async (_, wrong, message) => {
    const problem = await status({ sha: await headOf(hub.get()), ...wrong }).catch((cause: unknown) => cause);
    expect(problem).toMatchObject({ status: 422, response: { data: { errors: [{ message }] } } });
  });

  it('a commit takes a thousand statuses of one context and no more', async () => {
    const sha = await pushBranch(hub.get(), 'full');
    await status({ sha, context: 'full' });
    const { statuses } = hub.get().repository(REPOSITORY);
    const one = statuses.find(({ context }) => context === 'full');
    statuses.push(...Array.from({ length: 999 }, () => ({ ...one! })));
    expect((await failureOf(status({ sha, context: 'full' }))).status).toBe(422);
    await expect(status({ sha, context: 'other' })).resolves.toBeDefined();
  });
});
