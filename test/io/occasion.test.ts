import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOccasion } from '../../src/io/workflow.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghost-occasion-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what woke the watch up', () => {
  test('is a run that has ended, with its commit', async () => {
    const event = { workflow_run: { id: 7, head_sha: 'a'.repeat(40) } };
    expect(await read('workflow_run', event)).toEqual({
      event: 'workflow_run',
      run: 7,
      sha: 'a'.repeat(40),
      canary: false,
    });
  });

  test('is a pull request that somebody closed, with its commit', async () => {
    const event = { action: 'closed', pull_request: { number: 7, head: { sha: 'b'.repeat(40) } } };
    expect(await read('pull_request', event)).toEqual({
      event: 'pull_request',
      sha: 'b'.repeat(40),
      canary: false,
    });
    expect(await read('pull_request', { pull_request: { head: null } })).toEqual({
      event: 'pull_request',
      canary: false,
    });
  });

  test('is a person who asks for a canary, as a form says it', async () => {
    expect(await read('workflow_dispatch', { inputs: { canary: 'true' } })).toMatchObject({ canary: true });
    expect(await read('workflow_dispatch', { inputs: { canary: 'false' } })).toMatchObject({ canary: false });
    expect(await read('workflow_dispatch', { inputs: null })).toMatchObject({ canary: false });
  });

  test('says nothing that it does not know', async () => {
    expect(await read('schedule', { schedule: '7 * * * *' })).toEqual({ event: 'schedule', canary: false });
    expect(await read('workflow_run', { workflow_run: { id: '7', head_sha: 8 } })).toEqual({
      event: 'workflow_run',
      canary: false,
    });
  });
});

function read(name: string, event: object) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(event));
  return readOccasion({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path });
}
