import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { understand } from '../../src/cli/understand.ts';
import { waitForOutcome } from '../../src/cli/wait-for-outcome.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { slugId } from '../../src/patch/id.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';
import type { CommitInfo } from '../../src/stages/ports.ts';
import { opened, writeRecord } from '../app/records.ts';
import { patchRecord } from '../report/views.ts';
import { runInProcess } from './in-process.ts';
import { createPayloadLog } from './payload-log.ts';

const PATCH = JSON.stringify({
  version: 1,
  id: 'fix-cart',
  changes: [{ kind: 'edit', path: 'a.txt', find: 'one', replace: 'two' }],
});

/** Of all dispatches, as a run would have them. */
const payloads: unknown[] = [];

let place: string;
let github: LocalGitHub;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'send-'));
  writeFileSync(join(place, 'fix.json'), PATCH);
  github = await startLocalGitHub({ createEngine: () => createPayloadLog(payloads) });
  await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } });
  github.setRole('acme/shop', 'ada', 'write');
});
afterAll(async () => {
  await github.close();
  rmSync(place, { recursive: true, force: true });
});

/** With a token that may do what `init` asks for, and no more. */
function ghostRunner(...args: readonly string[]) {
  const permissions = { contents: 'write', metadata: 'read' } as const;
  const env = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_TOKEN: github.createToken({ login: 'ada', permissions }),
  };
  return runInProcess(args, { cwd: place, env });
}

function digestOf(text: string): string {
  const understood = understand(text);
  if (!understood.ok) throw new Error('the patch of this test is none');
  return understood.digest;
}

/** Until GitHub was asked for a run after so many requests. */
async function sentAgain(after: number): Promise<void> {
  while (!github.requests.slice(after).some(({ path }) => path.endsWith('/dispatches'))) await setTimeout(5);
}

describe('send tells people', () => {
  test('how to follow a patch that it did not wait for, by a command that the same token may give', async () => {
    expect(await ghostRunner('send', 'fix.json', '--repo', 'acme/shop')).toEqual({
      code: 0,
      stdout: 'Sent fix-cart (inline). See what becomes of it: ghost-runner list --repo acme/shop\n',
      stderr: '',
    });
    await writeRecord({ github }, 'fix-cart', { repository: 'acme/shop', ...opened('a'.repeat(64)) });
    const looked = await ghostRunner('list', '--repo', 'acme/shop');
    expect(looked).toMatchObject({ code: 0, stdout: expect.stringMatching(/fix-cart +opened .*#3/) });
  });

  test('where the run is that ended without a pull request', async () => {
    const sending = ghostRunner('send', 'fix.json', '--repo', 'acme/shop', '--wait');
    await sentAgain(github.requests.length);
    await writeRecord({ github }, 'fix-cart', {
      repository: 'acme/shop',
      digest: digestOf(PATCH),
      state: 'done',
      outcome: { kind: 'no_change' },
    });
    const { code, stdout } = await sending;
    expect(stdout).toMatch(/\nWorkflow run: https:\/\/github\.com\/acme\/shop\/actions\/runs\/7\n$/);
    expect(code).toBe(3);
  });

  test('that it waits, and where the pull request is', async () => {
    await writeRecord({ github }, 'fix-cart', { repository: 'acme/shop', ...opened(digestOf(PATCH)) });
    const { code, stdout, stderr } = await ghostRunner('send', 'fix.json', '--repo', 'acme/shop', '--wait');
    expect(stderr).toBe('Sent fix-cart (inline); waiting up to 10 min for its outcome\n');
    expect(stdout).toMatch(/^Tests passed; pull request #3 opened\n/);
    expect(stdout).toMatch(/\nPull request: https:\/\/github\.com\/acme\/shop\/pull\/3\n$/);
    expect(code).toBe(0);
  });

  test('what its record tells beside, each sentence once, and that it waits for an approval', async () => {
    const labels = 'Labels were left out that patch-labels does not name: deploy';
    const notes = ['Hunk 1 of a.txt was found with other indentation'];
    const plan = { changes: [], notes, notDone: [labels], labels: [], reviewers: [], draft: true };
    await writeRecord({ github }, 'fix-cart', {
      repository: 'acme/shop',
      ...opened(digestOf(PATCH)),
      plan,
      approval: { required: true },
    });
    const { stdout } = await ghostRunner('send', 'fix.json', '--repo', 'acme/shop', '--wait');
    expect(stdout.split(labels)).toHaveLength(2);
    expect(stdout).toContain(`${notes[0]}\n`);
    expect(stdout).toContain(
      'waits for an approval of somebody else than its sender: "/ghost approve fix-cart"',
    );
    const json = await ghostRunner('send', 'fix.json', '--repo', 'acme/shop', '--wait', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      notes: [...notes, labels],
      remedy: expect.stringContaining('approve'),
    });
  });

  test('that a time is none before anything is sent', async () => {
    const before = github.requests.length;
    const { code, stderr } = await ghostRunner('send', 'fix.json', '--repo', 'acme/shop', '--wait', 'long');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'ghost-runner: --wait takes a number of seconds, not long\n',
    });
    expect(github.requests).toHaveLength(before);
  });
});

test('what of a file is read otherwise, or not done, is said, and goes as it came so that it is told there too', async () => {
  const { id, ...patch } = JSON.parse(PATCH);
  const file = { id, patch, retry: true, mood: 'hopeful', postMutationBuild: { shell: ['npm run build'] } };
  writeFileSync(join(place, 'other.json'), JSON.stringify(file));
  const sent = await ghostRunner('send', 'other.json', '--repo', 'acme/shop');
  expect(sent).toMatchObject({ code: 0, stderr: expect.stringMatching(/here: `mood`$/m) });
  expect(sent.stderr).toMatch(/npm run build/);
  const { postMutationBuild } = file;
  expect(payloads.at(-1)).toMatchObject({ id, retry: true, patch: { patch, postMutationBuild } });
  const { stdout } = await ghostRunner('send', 'other.json', '--repo', 'acme/shop', '--json');
  expect(JSON.parse(stdout).notes.join('\n')).toMatch(/here: `mood`[^]*npm run build/);
});

test('a patch that names another repository than --repo is not sent', async () => {
  const { id, ...patch } = JSON.parse(PATCH);
  writeFileSync(join(place, 'strange.json'), JSON.stringify({ id, repo: 'acme/other', patch }));
  const before = payloads.length;
  expect(await ghostRunner('send', 'strange.json', '--repo', 'acme/shop')).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('is for the repository acme/other, and was sent to acme/shop'),
  });
  expect(payloads).toHaveLength(before);
  const same = await ghostRunner('send', 'strange.json', '--repo', 'acme/other');
  expect(same.stdout + same.stderr).not.toContain('repository acme/other, and was sent');
});

test('a dry run, of which nothing is recorded, is not waited for, and is said to stand on the page of its run', async () => {
  writeFileSync(join(place, 'dry.json'), JSON.stringify({ ...JSON.parse(PATCH), dryRun: true }));
  const before = payloads.length;
  expect(await ghostRunner('send', 'dry.json', '--repo', 'acme/shop', '--wait', '9')).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/^\/dryRun .*without --wait/),
  });
  expect(payloads).toHaveLength(before);
  expect(await ghostRunner('send', 'dry.json', '--repo', 'acme/shop')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/only tried.*page of its run/),
  });
  expect(payloads).toHaveLength(before + 1);
});

test('a patch goes with the id that it has, and its answer is looked for under the name that is made of it', async () => {
  const name = slugId('Fix cart');
  expect(name).not.toBe('Fix cart');
  const named = JSON.stringify({ ...JSON.parse(PATCH), id: 'Fix cart' });
  writeFileSync(join(place, 'named.json'), named);
  await writeRecord({ github }, name, { repository: 'acme/shop', ...opened(digestOf(named)) });
  const sent = await ghostRunner('send', 'named.json', '--repo', 'acme/shop', '--wait', '9');
  expect(sent).toMatchObject({ code: 0, stderr: expect.stringMatching(`^Sent ${name} \\(inline\\)`) });
  expect(payloads.at(-1)).toMatchObject({ id: 'Fix cart', patch: { id: 'Fix cart' } });
});

test.each([
  ['retry', { retry: true }],
  ['again', { again: true }],
  ['for whom it is sent', { for: ['shop-gpt', 'ada'] }],
])('what stands beside a patch in its file goes with it: %s', async (_, beside) => {
  const content = 'y'.repeat(19_000);
  const { id, ...patch } = JSON.parse(PATCH);
  const long = { ...patch, changes: LETTERS.map((name) => write(`${name}.txt`, content)) };
  for (const [one, form] of [
    [patch, 'patch'],
    [long, 'ref'],
  ] as const) {
    writeFileSync(join(place, 'beside.json'), JSON.stringify({ id, patch: one, ...beside }));
    expect(await ghostRunner('send', 'beside.json', '--repo', 'acme/shop')).toMatchObject({ code: 0 });
    expect(payloads.at(-1)).toMatchObject({ id, ...beside, [form]: expect.anything() });
  }
});

test.each([
  ['is that attempt, where another one is asked for', { retry: true } as const, opened, 2],
  ['is what is there, where no attempt was asked for', {}, opened, 1],
  ['is what is there, where it is merged', { retry: true } as const, merged, 1],
])('the outcome that is waited for %s', async (_, beside, standing, attempt) => {
  const digest = 'd'.repeat(64);
  const reads = [
    standing(digest),
    standing(digest),
    { digest, state: 'applied' as const, attempt: 2 },
    { ...standing(digest), attempt: 2 },
  ].map(commitOf);
  const record = await waitForOutcome({
    destination: { readRecord: () => Promise.resolve(reads.shift()) },
    id: 'fix-cart',
    digest,
    before: reads[0],
    beside,
    seconds: 5,
    pollMs: 1,
    progress: () => {},
  });
  expect(record).toMatchObject({ state: 'done', attempt });
});

test('whoever waits hears of each step of this delivery once, and of no other', async () => {
  const digest = 'd'.repeat(64);
  const applied = { digest, state: 'applied' } as const;
  const older = { digest, state: 'done', outcome: CANCELED } as const;
  const reads = [opened('e'.repeat(64)), older, applied, applied, opened(digest)].map(commitOf);
  const before = reads[1];
  const heard: string[] = [];
  const record = await waitForOutcome({
    destination: { readRecord: () => Promise.resolve(reads.shift()) },
    id: 'fix-cart',
    digest,
    before,
    seconds: 60,
    pollMs: 1,
    progress: (sentence) => heard.push(sentence),
  });
  expect(record?.outcome).toMatchObject({ kind: 'opened' });
  expect(heard).toEqual(['The patch fits; its tests are under way']);
});

test('whoever waits for what is turned away beside another delivery hears why, and not of one before it', async () => {
  const digest = 'd'.repeat(64);
  const turnedAway = (id: number, code: 'not_found' | 'ambiguous') => ({
    digest,
    title: 'Fix the cart',
    run: { id, attempt: 1, url: `https://github.example/octo/shop/actions/runs/${id}` },
    at: '2026-11-21T10:00:00.000Z',
    outcome: { kind: 'refused' as const, refusals: [{ code, message: 'It is not there.' }] },
  });
  const standing = { digest: 'e'.repeat(64), state: 'applied' } as const;
  const older = { ...standing, turnedAway: [turnedAway(1, 'ambiguous')] };
  const newer = { ...standing, turnedAway: [turnedAway(1, 'ambiguous'), turnedAway(2, 'not_found')] };
  const reads = [older, older, newer].map(commitOf);
  const record = await waitForOutcome({
    destination: { readRecord: () => Promise.resolve(reads.shift()) },
    id: 'fix-cart',
    digest,
    before: reads[0],
    seconds: 5,
    pollMs: 1,
    progress: () => {},
  });
  expect(record).toMatchObject({
    digest,
    run: { id: 2 },
    outcome: { kind: 'refused', refusals: [{ code: 'not_found' }] },
  });
});

test('whoever waits does not take what is noted of the delivery of somebody else for the answer to theirs', async () => {
  const digest = 'd'.repeat(64);
  const paused = { kind: 'held', state: 'paused', reason: 'a release' } as const;
  const held: Partial<PatchRecord> = { digest, state: 'held', outcome: paused };
  const misfit = {
    digest: 'e'.repeat(64),
    title: 'A misfit',
    run: { id: 2, attempt: 1, url: 'https://github.example/octo/shop/actions/runs/2' },
    at: '2026-11-21T10:00:00.000Z',
    outcome: { kind: 'refused' as const, refusals: [] },
  };
  const reads = [held, { ...held, turnedAway: [misfit] }, opened(digest)].map(commitOf);
  const record = await waitForOutcome({
    destination: { readRecord: () => Promise.resolve(reads.shift()) },
    id: 'fix-cart',
    digest,
    before: reads[0],
    seconds: 5,
    pollMs: 1,
    progress: () => {},
  });
  expect(record?.outcome).toMatchObject({ kind: 'opened' });
});

/** Together too long to go inline. */
const LETTERS = ['b', 'c', 'd', 'e'];

function write(path: string, content: string) {
  return { kind: 'write', path, content };
}

function merged(digest: string): Partial<PatchRecord> {
  const { pullRequest } = opened(digest);
  if (pullRequest === undefined) throw new Error('it is opened');
  return { ...opened(digest), outcome: { kind: 'merged', pullRequest, sha: 'c'.repeat(40) } };
}

/** Not finished: whoever sends the same patch again has it worked on anew. */
const CANCELED = { kind: 'canceled' } as const;

function commitOf(more: Partial<PatchRecord>, index: number): CommitInfo {
  const message = formatRecord(patchRecord(more), { headline: 'A record', detail: 'For a test.' });
  return { oid: String(index).repeat(40), tree: 'f'.repeat(40), message };
}
