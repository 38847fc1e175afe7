import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { connect, openOctokit, SHOP, useHub } from './hub.ts';

const hub = useHub();
let octokit: Octokit;

beforeAll(() => {
  octokit = openOctokit(hub.get());
});

describe('people', () => {
  it('roles show under their own name and as one of the old four levels', async () => {
    const read = async (username: string) =>
      (await octokit.rest.repos.getCollaboratorPermissionLevel({ ...SHOP, username })).data;
    expect(await read('acme')).toMatchObject({ permission: 'admin', role_name: 'admin' });
    expect(await read('ada')).toMatchObject({ permission: 'write', role_name: 'write' });
    await hub.get().createRepository('acme/roles', {
      files: { a: 'a' },
      collaborators: { carol: 'maintain', dan: 'triage' },
    });
    const inRoles = async (username: string) =>
      (await octokit.rest.repos.getCollaboratorPermissionLevel({ owner: 'acme', repo: 'roles', username }))
        .data;
    expect(await inRoles('carol')).toMatchObject({ permission: 'write', role_name: 'maintain' });
    expect(await inRoles('dan')).toMatchObject({ permission: 'read', role_name: 'triage' });
  });

  it('a token knows whose it is, and what is left of its limit', async () => {
    expect((await octokit.rest.users.getAuthenticated()).data.login).toBe('acme');
    expect((await octokit.rest.users.getByUsername({ username: 'ada' })).data.login).toBe('ada');
    const { data, headers } = await octokit.rest.rateLimit.get();
    expect(data.rate.limit).toBe(5000);
    expect(headers['x-ratelimit-remaining']).toBe(String(data.rate.remaining));
    const nobody = connect(hub.get());
    expect((await nobody.rest.rateLimit.get()).data.rate.limit).toBe(60);
  });
});
