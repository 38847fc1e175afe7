import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readComment, readDelivery, readFormWriter } from '../../src/io/workflow.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghost-delivery-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a delivery is from whoever made its event, and not from whoever starts its run again', () => {
  const sender = { login: 'mallory' };

  test.each([
    ['of a dispatch', { client_payload: { patch: 'x' }, sender }, ''],
    ['of the form', { inputs: { patch: 'x' }, sender }, ''],
    ['of a workflow that calls ours', { sender }, '{"patch": "x"}'],
  ])('%s', async (_, event, payload) => {
    expect(await read(event, payload)).toEqual({ payload: { patch: 'x' }, sender: 'mallory', dryRun: false });
  });

  test('of an event that nobody made, such as a schedule', async () => {
    expect(await read({}, '{"patch": "x"}')).toMatchObject({ sender: 'starts-it-again' });
  });
});

describe('a command is from whoever wrote it, beside whoever starts its run again', () => {
  const comment = {
    id: 1,
    html_url: 'https://github.com/acme/shop/pull/7#issuecomment-1',
    body: '/ghost apply',
    user: { login: 'mallory' },
    created_at: '2026-01-01T00:00:00Z',
  };
  const commented = { action: 'created', comment, issue: { number: 7, title: 'T' } };
  const again = jobOf(2);

  test('in a comment', async () => {
    expect(await readComment(again, place(commented))).toMatchObject({
      author: 'mallory',
      startedBy: 'starts-it-again',
    });
    const first = await readComment(jobOf(1), place(commented));
    expect(first).toMatchObject({ author: 'mallory' });
    expect(first).not.toHaveProperty('startedBy');
  });

  test('in a form', async () => {
    const sent = { inputs: {}, sender: { login: 'mallory' } };
    expect(await readFormWriter(again, place(sent))).toBe('mallory');
    expect(await readFormWriter(jobOf(1), place(sent))).toBeUndefined();
    expect(await readFormWriter(again, place({ sender: { login: 'Starts-it-again' } }))).toBeUndefined();
  });
});

function jobOf(attempt: number) {
  return { actor: 'starts-it-again', run: { id: 1, attempt, url: '' } };
}

function read(event: object, payload: string) {
  return readDelivery({ ...jobOf(2), inputs: { payload, dryRun: false } }, place(event));
}

function place(event: object) {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return { GITHUB_EVENT_PATH: path };
}
