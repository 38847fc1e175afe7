import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countRequests } from '../../../src/io/github/client.ts';
import { createPeople } from '../../../src/io/github/people.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { createSeed } from '../seed.ts';
import { createWorld } from './world.ts';

const seed = createSeed();
let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(async () => {
  expect(github.validation.failures).toEqual([]);
  await github.close();
  rmSync(seed, { recursive: true });
});

it('the role is the one that GitHub names, not the old level that several share', async () => {
  const roles = { grace: 'maintain', alan: 'triage', ada: 'write', bob: 'read' } as const;
  const people = createPeople(await createWorld(github, { seed, collaborators: roles }));
  for (const [login, role] of Object.entries(roles)) expect(await people.roleOf(login)).toBe(role);
  expect(await people.roleOf('octo')).toBe('admin');
  expect(await people.roleOf('GRACE')).toBe('maintain');
});

it('a role of the organisation’s own making counts for the level that it is made of', async () => {
  const people = createPeople(await createWorld(github, { seed, collaborators: { ada: 'admin-of-docs' } }));
  expect(await people.roleOf('ada')).toBe('read');
});

it('strangers read what is public and have no role in what is private', async () => {
  github.createUser({ login: 'stranger' });
  expect(await createPeople(await createWorld(github, { seed })).roleOf('stranger')).toBe('read');
  expect(
    await createPeople(await createWorld(github, { seed, private: true })).roleOf('stranger'),
  ).toBeNull();
});

it('nobody, bots, and what is no login have none', async () => {
  const world = await createWorld(github, { seed });
  const people = createPeople(world);
  expect(await people.roleOf('nobody-at-all')).toBeNull();
  expect(await people.roleOf('github-actions[bot]')).toBeNull();
  const requests = countRequests(world.octokit);
  for (const login of ['', '..', '../../octo', 'octo/permission?', 'octo\u202e', 'a b']) {
    expect(await people.roleOf(login)).toBeNull();
  }
  expect(requests.count).toBe(0);
});

it('an outage is an error, never a role', async () => {
  const people = createPeople(await createWorld(github, { seed }));
  github.faults.add({ match: { route: 'permission' }, fault: { kind: 'status', status: 503 } });
  await expect(people.roleOf('octo')).rejects.toThrow('Could not read the role of octo');
  github.faults.clear();
});
