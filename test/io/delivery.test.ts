import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDelivery } from '../../src/io/workflow.ts';

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

function read(event: object, payload: string) {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(event));
  const job = { actor: 'starts-it-again', inputs: { payload, dryRun: false } };
  return readDelivery(job, { GITHUB_EVENT_PATH: path });
}
