import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { Probot } from 'probot';
import { GOOD } from '../../src/local/sample/patches.ts';
import { branchName, type PatchRecord, recordRef } from '../../src/record/record.ts';
import { parseRecord } from '../../src/record/text.ts';
import { formatWatchEntry, WATCH_REF, type WatchEntry } from '../../src/record/watch-entry.ts';
import { EMPTY_ENTRY } from '../../src/stages/watch/lease.ts';
import { messageAt } from '../local/github/commits.ts';
import { opened, writeRecord } from './records.ts';
import { type Answer, createWorld, REPOSITORY, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({ settings: { metricsToken: METRICS_TOKEN } });
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
});
afterAll(() => world.close());

describe('what is no business of the watch', () => {
  test('is no pass: other branches, and our own status', async () => {
    const ada = world.github.person('ada', REPOSITORY);
    const head = await ada.push('other', { 'other.txt': 'a text\n' });
    const { head: ours } = await propose('own-status');
    // The pass of the server's own start, which finds this patch where the machine is slow.
    await gathered();
    const before = await passes();
    await setStatus(head);
    await setStatus(ours, 'ghost-runner');
    await ada.close(await ada.openPullRequest({ head: 'other', title: 'Other' }));
    await world.github.settled();
    await gathered();
    expect(await passes()).toBe(before);
  });
});

describe('what becomes of a pull request', () => {
  test('is on record and in the list, though no workflow watches: it was merged', async () => {
    const { number } = await propose('merged-here');
    await world.github.person('ada', REPOSITORY).merge(number);
    const { outcome } = await until('merged-here', (record) => record.outcome?.kind === 'merged');
    expect(outcome).toMatchObject({ kind: 'merged', by: 'ada' });
    await eventually(
      async () => (await world.request('/api/patches/merged-here')).body['outcome'] === 'merged',
    );
  });

  test.each([
    ['a status', setStatus],
    ['a check of an App', endCheck],
  ])('is on record: it has %s that failed', async (kind, fail) => {
    const id = kind.replaceAll(' ', '-').toLowerCase();
    const { head } = await propose(id);
    await fail(head);
    const { ci } = await until(id, (record) => record.ci !== undefined);
    expect(ci).toMatchObject({ state: 'failure', sha: head });
  });

  test('is waited for where another pass is at work', async () => {
    const { number } = await propose('busy');
    await writeWatch({ ...EMPTY_ENTRY, lease: { run: 'https://example.com/99', until: inMinutes(10) } });
    await world.github.person('ada', REPOSITORY).close(number);
    await eventually(async () => (await passes('busy')) > 0);
    expect((await readRecord('busy'))?.outcome?.kind).toBe('opened');
    await writeWatch(EMPTY_ENTRY);
  });
});

/** Put together here, so that no file of this repository holds what looks like a secret. */
const TOKEN = `ghp_${'0aB'.repeat(12)}`;

describe('a patch that somebody sends to GitHub itself', () => {
  test('is in the list before its run tells of it, and is not sent again', async () => {
    await dispatch({ ...GOOD, id: 'direct' });
    const { body } = await seen('direct');
    expect(body).toMatchObject({ stage: 'sent', finished: false, title: GOOD.patch.title });
    expect(world.dispatches()).toBe(1);
  });

  test('does not take its id from whoever has it', async () => {
    const other = { ...GOOD.patch, title: 'Of another sender' };
    expect(
      (await world.request('/api/patches', { method: 'POST', body: { ...GOOD, id: 'mine' } })).status,
    ).toBe(202);
    await writeRecord(world, 'on-record', {});
    for (const id of ['mine', 'on-record']) {
      await dispatch({ ...GOOD, id, patch: other });
    }
    await world.github.settled();
    expect((await world.request('/api/patches/mine')).body['title']).toBe(GOOD.patch.title);
    expect((await world.request('/api/patches/on-record')).body['title']).toBe('Count quantities');
    const again = { ...GOOD, id: 'mine', patch: { ...GOOD.patch, title: 'Of the first one' } };
    expect((await world.request('/api/patches', { method: 'POST', body: again })).status).toBe(202);
  });

  test.each([
    ['behind an escape', `Use key%3D${TOKEN}`],
    ['in a colour', `Use \u001B[31m${TOKEN}\u001B[0m`],
    ['in two colours', `Use ${TOKEN.slice(0, 12)}\u001B[31m${TOKEN.slice(12)}`],
    [
      'behind so many words that it is cut off',
      `${'So many words. '.repeat(12)}Use ${TOKEN}${'!'.repeat(80)}`,
    ],
  ])('is shown without a secret that its title holds %s', async (_, title) => {
    const id = `hidden-${title.length}`;
    await dispatch({ ...GOOD, id, patch: { ...GOOD.patch, title } });
    expect((await seen(id)).body['title']).toBe(id);
  });

  test('is shown without what looks like a secret, and not at all where it only tries', async () => {
    const title = `Use ${TOKEN}`;
    await dispatch({ ...GOOD, id: 'leaky', patch: { ...GOOD.patch, title } });
    await dispatch({ ...GOOD, id: 'trial', patch: { ...GOOD.patch, dryRun: true } });
    expect((await seen('leaky')).body['title']).toBe('leaky');
    await world.github.settled();
    expect((await world.request('/api/patches/trial')).status).toBe(404);
  });
});

async function dispatch(payload: { readonly [name: string]: unknown }): Promise<void> {
  const auth = world.github.createToken({ login: 'ada', permissions: { contents: 'write' } });
  const octokit = new Octokit({ auth, baseUrl: world.github.apiUrl });
  await octokit.rest.repos.createDispatchEvent({
    ...SHOP,
    event_type: 'ghost-patch',
    client_payload: payload,
  });
}

async function seen(id: string): Promise<Answer> {
  let answer = await world.request(`/api/patches/${id}`);
  await eventually(async () => {
    answer = await world.request(`/api/patches/${id}`);
    return answer.status === 200;
  });
  return answer;
}

/** A patch whose pull request is open. */
async function propose(id: string): Promise<{ readonly number: number; readonly head: string }> {
  const ada = world.github.person('ada', REPOSITORY);
  const head = await ada.push(branchName(id), { [`${id}.txt`]: 'a text\n' });
  const number = await ada.openPullRequest({ head: branchName(id), title: id });
  const url = `${world.github.url}/${REPOSITORY}/pull/${number}`;
  await writeRecord(world, id, { ...opened('c'.repeat(64), { number, url }), head });
  return { number, head };
}

async function setStatus(sha: string, context = 'ci'): Promise<void> {
  const auth = world.github.createToken({ login: 'ada', permissions: { statuses: 'write' } });
  const octokit = new Octokit({ auth, baseUrl: world.github.apiUrl });
  await octokit.rest.repos.createCommitStatus({ ...SHOP, sha, context, state: 'failure' });
}

/** GitHub takes checks of Apps alone. */
async function endCheck(sha: string): Promise<void> {
  const app = world.github.createApp({
    slug: 'other-ci',
    owner: 'acme',
    permissions: { checks: 'write', metadata: 'read' },
    repositories: [REPOSITORY],
  });
  const { id: appId, privateKey } = app;
  const probot = new Probot({ appId, privateKey, baseUrl: world.github.apiUrl, logLevel: 'fatal' });
  const own = await (await probot.auth()).rest.apps.getRepoInstallation(SHOP);
  const octokit = await probot.auth(own.data.id);
  await octokit.rest.checks.create({ ...SHOP, name: 'lint', head_sha: sha, conclusion: 'failure' });
}

const [owner = '', repo = ''] = REPOSITORY.split('/');
const SHOP = { owner, repo };

async function until(id: string, condition: (record: PatchRecord) => boolean): Promise<PatchRecord> {
  let found: PatchRecord | null = null;
  await eventually(async () => {
    const record = await readRecord(id);
    found = record !== null && condition(record) ? record : null;
    return found !== null;
  });
  return found ?? (await Promise.reject(new Error('nothing was found')));
}

async function readRecord(id: string): Promise<PatchRecord | null> {
  const parsed = parseRecord(
    await messageAt({ github: world.github, repository: REPOSITORY }, recordRef(id)),
  );
  return parsed.ok ? parsed.record : null;
}

async function writeWatch(entry: WatchEntry): Promise<void> {
  const tree = (await world.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
  const author = ['-c', 'user.name=ghost', '-c', 'user.email=ghost@example.com'];
  const message = formatWatchEntry(entry);
  const commit = await world.github.git(REPOSITORY, ...author, 'commit-tree', '-m', message, tree);
  await world.github.git(REPOSITORY, 'update-ref', WATCH_REF, commit.trim());
}

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

/** Passes that came to this, or to anything. */
async function passes(result = '.*'): Promise<number> {
  const answer = await fetch(`${world.server().url}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  const lines = new RegExp(`^ghost_runner_watch_passes_total\\{result="${result}"\\} (\\d+)$`, 'gm');
  return [...(await answer.text()).matchAll(lines)].reduce((sum, [, count]) => sum + Number(count), 0);
}

const METRICS_TOKEN = 'a-token-for-metrics-only';

async function gathered(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_THEY_GATHER_MS));
}

const LONGER_THAN_THEY_GATHER_MS = 5_000;

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
