import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { obeyForm } from '../../../src/action/control.ts';
import type { ActionInputs } from '../../../src/io/workflow.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let directory: string;
const { GITHUB_EVENT_PATH } = process.env;
beforeEach(async () => {
  world = await openWorld();
  directory = await mkdtemp(join(tmpdir(), 'form-'));
});
afterEach(async () => {
  restore();
  await rm(directory, { recursive: true });
  await world.close();
});

function restore(): void {
  if (GITHUB_EVENT_PATH === undefined) {
    delete process.env['GITHUB_EVENT_PATH'];
  } else {
    process.env['GITHUB_EVENT_PATH'] = GITHUB_EVENT_PATH;
  }
}

const SECOND_MS = 1000;

/** The form as its run answers it, which was made so many seconds ago. */
async function form(
  actor: string,
  boxes: Partial<ActionInputs>,
  { id = 7, attempt = 1, secondsAgo = 0 } = {},
) {
  process.env['GITHUB_EVENT_PATH'] = join(directory, 'event.json');
  await writeFile(join(directory, 'event.json'), JSON.stringify({ sender: { login: actor } }));
  const createdAt = new Date(Date.now() - secondsAgo * SECOND_MS).toISOString();
  const made: RunState = { ...RUN, id, attempt, createdAt };
  const runs = { ...world.context.runs, get: async (wanted: number) => (wanted === id ? made : null) };
  const run = { ...world.context.run, id, attempt };
  const inputs: ActionInputs = { ...EMPTY, ...boxes };
  return obeyForm({ ...world.context, runs, run }, { inputs, actor, run });
}

async function stops(): Promise<readonly string[]> {
  const { status } = await world.command('ada', 'status');
  return status?.switches.map(({ state, reason }) => `${state}: ${reason}`) ?? [];
}

test.each([
  ['pause', 'resume'],
  ['lock', 'unlock'],
])('a form that waited in the queue leaves the %s that came after it was sent', async (stop, lift) => {
  await world.deliver('first');
  await form('ada', { action: stop, reason: 'what comes out is wrong' });
  const late = await form('bob', { action: lift }, { secondsAgo: 5 });
  expect(late).toMatchObject({ done: 'unchanged', sentence: expect.stringContaining('write it again') });
  expect(await stops()).toHaveLength(1);
  expect(await form('bob', { action: lift })).toMatchObject({ done: 'done' });
  expect(await stops()).toEqual([]);
});

const RUN: Omit<RunState, 'id' | 'attempt' | 'createdAt'> = {
  path: '.github/workflows/ghost-control.yml',
  name: 'Ghost Runner control',
  title: 'control',
  event: 'workflow_dispatch',
  head: { sha: 'a'.repeat(40), branch: 'main' },
  actor: 'ada',
  status: 'running',
  conclusion: null,
  url: 'https://github.example/run',
  updatedAt: '2026-01-01T00:00:00Z',
};

const EMPTY: ActionInputs = {
  stage: 'control',
  token: '',
  githubToken: '',
  payload: '',
  dryRun: false,
  sha: '',
  command: '',
  timeoutMinutes: 5,
  handover: '',
  testResult: '',
  testReport: '',
  commands: '',
  testEffect: '',
  action: '',
  patch: '',
  reason: '',
  for: '',
  scope: '',
  confirm: false,
  slackToken: '',
  slackChannel: '',
  slackApiUrl: '',
  slackButtons: false,
};
