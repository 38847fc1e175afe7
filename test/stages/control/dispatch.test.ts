import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../../src/patch/digest.ts';
import { readPatch } from '../../../src/patch/read.ts';
import { inboxRef } from '../../../src/patch/refs.ts';
import { arrivesAsMeant, dispatchKept, type Kept } from '../../../src/stages/control/dispatch.ts';
import { receive } from '../../../src/stages/receive.ts';
import type { Opened } from '../../../src/stages/received.ts';
import { UNDONE } from '../../../src/stages/undone.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
const sent: unknown[] = [];
beforeAll(() => {
  world = createWorld();
});
afterAll(() => world.remove());

function send(kept: Kept): Promise<'inline' | 'reference'> {
  const { repository, compute } = world.context;
  return dispatchKept({ repository, runs: { dispatch }, compute }, kept);
}

/** What is sent goes through JSON, as GitHub has it. */
async function dispatch(payload: object): Promise<void> {
  sent.push(JSON.parse(JSON.stringify(payload)));
}

const MARK = '\ufeff';
const LONG = 'y'.repeat(70_000);

function diff(line = 'TWO'): string {
  return `--- a/src/a.txt\n+++ b/src/a.txt\n@@ -1,2 +1,2 @@\n-two\n+${line}\n three\n`;
}

function json(content = '', more: object = {}): string {
  return JSON.stringify({ version: 1, changes: [{ kind: 'write', path: 'a.txt', content }], ...more });
}

function digestOf(text: string): string {
  return readPatch({ text }).digest;
}

/** A commit of a time of its own. */
function commitTree(directory: string, tree: string, dates: { readonly [name: string]: string }): string {
  const names = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  const options = { encoding: 'utf8', env: { ...process.env, ...dates } } as const;
  return execFileSync('git', ['-C', directory, ...names, 'commit-tree', tree, '-m', 'patch'], options).trim();
}

describe('a patch that we send', () => {
  test.each<[string, (words: string) => string]>([
    ['a byte order mark before a diff', (words) => `${MARK}${words}\n\n${diff()}`],
    ['two of them', (words) => `${MARK}${MARK}${words}\n\n${diff()}`],
    ['a byte order mark before JSON', (words) => `${MARK}${json(words)}`],
    ['a byte order mark within', (words) => `${words}\n\n${diff(`${MARK}TWO`)}`],
    ['line ends of Windows', (words) => `${words}\n\n${diff()}`.replaceAll('\n', '\r\n')],
    ['other ends of lines', (words) => `${words}\u2028\u0085\n\n${diff()}`],
    ['a NUL', (words) => `${words}\n\n${diff('T\0O')}`],
    ['JSON in a text in a text', (words) => JSON.stringify(JSON.stringify(json(words)))],
  ])('arrives as the one that was read, inline and by reference: %s', async (_, write) => {
    const { context } = world;
    for (const words of ['Words', LONG]) {
      const text = write(words);
      const { ok, id, digest } = await receive(context, { id: 'fix', patch: text });
      await send({ id, digest, text });
      expect([ok, await receive(context, sent.at(-1))]).toMatchObject([true, { ok, id, digest }]);
    }
    expect(sent.slice(-2)).toMatchObject([
      { patch: expect.anything() },
      { ref: expect.stringContaining('inbox') },
    ]);
  });

  test('says that it comes from its record, inline and by reference', async () => {
    const { repository, compute } = world.context;
    for (const text of [json(), json(LONG)]) {
      const kept = { id: 'fix', digest: digestOf(text), text };
      await dispatchKept({ repository, runs: { dispatch }, compute }, kept, { again: true });
      const { retry, again } = await receive(world.context, sent.at(-1));
      expect({ retry, again }).toEqual({ again: true });
    }
  });

  test('is put into the inbox anew each time, so that nothing takes it for what was read long ago', async () => {
    const { repository, compute } = world.context;
    const text = json(LONG);
    const kept = { id: 'fix', digest: digestOf(text), text };
    const ref = inboxRef(sha256(text));
    await send(kept);
    const tree = world.git('rev-parse', `${ref}^{tree}`);
    const read = await receive(world.context, sent.at(-1));
    for (const more of [{}, { tree }]) {
      const long = { GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z', GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' };
      world.git('update-ref', ref, commitTree(world.directory, tree, long));
      await dispatchKept({ repository, runs: { dispatch }, compute }, { ...kept, ...more });
      const age = Date.now() - Date.parse(world.git('log', '-1', '--format=%cI', ref));
      expect(age).toBeLessThan(600_000);
      expect(await receive(world.context, sent.at(-1))).toEqual(read);
    }
  });

  test.each([
    ['is another one', { digest: sha256('another'), text: json() }],
    ['has another id inside', { digest: digestOf(json()), text: json('', { id: 'own' }) }],
    ['was no text', { digest: sha256(`\ud800 ${diff()}`), text: `\ufffd ${diff()}` }],
    ['was cut', { digest: sha256(`${diff()}${LONG}`), text: `${diff()}\n… 70000 more characters` }],
  ])('is not sent where what is kept of it %s', async (_, kept) => {
    const before = sent.length;
    expect(await arrivesAsMeant(world.context.compute, { id: 'fix', ...kept })).toBe(false);
    await expect(send({ id: 'fix', ...kept })).rejects.toThrow('send the patch again');
    expect(sent).toHaveLength(before);
  });

  test('is not sent where it is too late when all is ready, inline or by reference', async () => {
    const { repository, compute } = world.context;
    const before = sent.length;
    for (const words of ['Words', LONG]) {
      const text = `${words}\n\n${diff()}`;
      const kept = { id: 'fix', digest: digestOf(text), text };
      await expect(
        dispatchKept({ repository, runs: { dispatch }, compute }, kept, { isLate: () => true }),
      ).rejects.toThrow('it is tried again');
    }
    expect(sent).toHaveLength(before);
  });

  test('is not sent where nobody could read to the end what is kept of it', async () => {
    const { repository } = world.context;
    const kept = { id: 'fix', digest: sha256(diff()), text: diff() };
    const compute = { read: async (opened: Opened) => UNDONE.read(opened, 'It took too long; send less.') };
    expect((await compute.read({ source: { text: kept.text }, id: kept.id })).digest).toBe(kept.digest);
    await expect(dispatchKept({ repository, runs: { dispatch }, compute }, kept)).rejects.toThrow(
      'send the patch again',
    );
  });
});
