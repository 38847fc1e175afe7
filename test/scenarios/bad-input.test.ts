import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { sha256 } from '../../src/patch/digest.ts';
import { inboxRef } from '../../src/patch/refs.ts';
import { conclusions, GOOD, job, openShop, patch, start } from './shop.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

const EDIT = { kind: 'edit', path: 'src/cart.js', find: 'item.price', replace: 'item.cost' };
const change = (one: object) => patch('bad', { changes: [one] });

describe('bad input', () => {
  test.each<[string, object, string, string?]>([
    ['JSON that breaks off', { id: 'bad', patch: '{"version": 1, "changes": [' }, 'malformed'],
    ['a payload without a patch', { id: 'bad' }, 'malformed'],
    ['wrong field types', { id: 'bad', patch: { version: '1', title: 7, changes: 'all' } }, 'malformed'],
    ['no changes', patch('bad', { changes: [] }), 'no_changes'],
    [
      'a path outside the repository',
      change({ kind: 'write', path: '../evil.js', content: '' }),
      'outside_repository',
    ],
    ['a missing file', change({ ...EDIT, path: 'src/card.js' }), 'not_found'],
    ['a text that is not there', change({ ...EDIT, find: 'nowhere' }), 'not_found'],
    ['a text that is there twice', change({ ...EDIT, find: 'price' }), 'ambiguous'],
    [
      'a protected path',
      change({ kind: 'write', path: '.github/workflows/evil.yml', content: 'on: push' }),
      'protected_path',
    ],
    [
      'too many files',
      patch('bad', {
        changes: Array.from({ length: 101 }, (_, index) => ({
          kind: 'write',
          path: `f/${index}`,
          content: '',
        })),
      }),
      'too_large',
    ],
    ['an unknown base branch', patch('bad', { base: { branch: 'nowhere' } }), 'unknown_base'],
    ['a base commit that is not there', patch('bad', { base: { sha: 'a'.repeat(40) } }), 'base_not_found'],
    [
      'a reference to nothing',
      { id: 'bad', ref: inboxRef('0'.repeat(64)), sha256: '0'.repeat(64) },
      'reference_not_found',
    ],
  ])('%s is refused in the run, the record and Slack, and leaves no branch', async (name, payload, code) => {
    const shop = await openShop(sandbox, `bad-${sha256(name).slice(0, 8)}`);
    const run = await shop.deliver(payload);
    expect(conclusions(run)).toEqual({ apply: 'failure', test: 'skipped', publish: 'skipped' });
    const reasons = job(run, 'apply').annotations.filter(({ title }) => title?.startsWith('Refused'));
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.message).not.toContain('\n');
    expect(await shop.record('bad')).toMatchObject({
      outcome: { kind: 'refused', refusals: expect.arrayContaining([expect.objectContaining({ code })]) },
    });
    expect(shop.messages()).toHaveLength(1);
    const { branches, pullRequests } = await shop.snapshot();
    expect(Object.keys(branches)).toEqual(['main']);
    expect(pullRequests).toEqual([]);
  });

  test('a by-reference patch with other bytes than announced is refused', async () => {
    const shop = await openShop(sandbox, 'mismatch');
    const { github } = sandbox;
    await github.commitFiles(shop.repository, 'inbox', { 'patch.json': JSON.stringify(GOOD.patch) });
    const digest = sha256('something else');
    await github.git(shop.repository, 'update-ref', inboxRef(digest), 'refs/heads/inbox');
    await github.git(shop.repository, 'update-ref', '-d', 'refs/heads/inbox');
    await shop.deliver({ id: 'bad', ref: inboxRef(digest), sha256: digest });
    expect(await shop.record('bad')).toMatchObject({ outcome: { refusals: [{ code: 'digest_mismatch' }] } });
  });

  test('a repository without config says what to add, in the channel that the workflow names', async () => {
    const shop = await openShop(sandbox, 'unconfigured', { config: null });
    const run = await shop.deliver(GOOD);
    expect(job(run, 'apply').annotations[0]?.message).toContain('.github/ghost-runner.yml');
    expect(await shop.record(GOOD.id)).toMatchObject({ outcome: { refusals: [{ code: 'not_configured' }] } });
    expect(shop.messages()).toHaveLength(1);
  });
});

describe('bad tests', () => {
  test.each([
    ['a test command that is not there', 'no-such-command', 'crashed'],
    ['tests that never end', 'sleep 600', 'timed_out'],
    ['tests that kill their runner', 'kill -9 $(ps -o ppid= -p $PPID) $PPID; sleep 5', 'crashed'],
  ])(
    '%s: a typed outcome, a status and a message, and the branch is gone',
    async (name, command, kind) => {
      const shop = await openShop(sandbox, `tests-${sha256(name).slice(0, 8)}`, {
        config: withTests(command),
      });
      const run = await shop.deliver(GOOD);
      expect(conclusions(run)).toEqual({ apply: 'success', test: 'failure', publish: 'failure' });
      const record = await shop.record(GOOD.id);
      expect(record).toMatchObject({ state: 'done', outcome: { kind } });
      expect(job(run, 'publish').annotations.some(({ level }) => level === 'error')).toBe(true);
      const { branches, pullRequests, statuses } = await shop.snapshot();
      expect(Object.keys(branches)).toEqual(['main']);
      expect(pullRequests).toEqual([]);
      expect(Object.values(statuses).map((all) => all.map(({ state }) => state))).toEqual([
        ['pending', kind === 'timed_out' ? 'failure' : 'error'],
      ]);
      expect(shop.messages()).toHaveLength(1);
    },
    60_000,
  );

  test('tests that print a hundred megabytes are counted and cut, and the patch goes on', async () => {
    const shop = await openShop(sandbox, 'flood', {
      config: withTests("head -c 100000000 /dev/zero | tr '\\0' 'x'; npm test"),
    });
    const run = await shop.deliver(GOOD);
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    expect(Buffer.byteLength(job(run, 'test').log)).toBeLessThan(10_000_000);
    const record = await shop.record(GOOD.id);
    const bytes =
      record.outcome !== undefined && 'tests' in record.outcome ? record.outcome.tests?.outputBytes : 0;
    expect(bytes).toBeGreaterThan(100_000_000);
  }, 60_000);

  test('a forged report that is too large for an environment is reported as none, and nothing stays open', async () => {
    const forge = `output=$(tr '\\0' '\\n' < /proc/$PPID/environ | sed -n 's/^GITHUB_OUTPUT=//p'); { printf report=; head -c 150000 /dev/zero | tr '\\0' x; echo; } > "$output"; kill -9 $PPID`;
    const shop = await openShop(sandbox, 'oversized', { config: withTests(forge) });
    const run = await shop.deliver(GOOD);
    expect(job(run, 'test').outputs['report']?.length).toBe(150_000);
    expect(job(run, 'publish').outputs['outcome']).toBe('crashed');
    expect(await shop.record(GOOD.id)).toMatchObject({
      state: 'done',
      outcome: { kind: 'crashed', stage: 'test' },
    });
    expect(Object.keys((await shop.snapshot()).branches)).toEqual(['main']);
    expect(shop.messages()).toHaveLength(1);
  });

  test('workflow commands that tests print do nothing', async () => {
    const commands = [
      '::error::forged',
      '::add-mask::shop',
      '::set-output name=report::forged',
      '::stop-commands::x',
      '::notice title=forged::forged',
    ];
    const shop = await openShop(sandbox, 'commands', {
      config: withTests(`printf '%s\\n' ${commands.map((one) => `'${one}'`).join(' ')}; npm test`),
    });
    const run = await shop.deliver(GOOD);
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    expect(job(run, 'test').annotations).toEqual([]);
    expect(job(run, 'test').log).toContain('::error::forged');
  });
});

function withTests(command: string): string {
  return `test:\n  command: ${JSON.stringify(command)}\n  timeout-minutes: ${command.startsWith('sleep') ? 0.02 : 1}\nslack:\n  channel: ${LOCAL_CHANNEL.id}\n`;
}
