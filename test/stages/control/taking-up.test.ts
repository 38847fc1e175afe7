import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watch } from '../../../src/stages/watch/watch.ts';
import { openWorld, type World } from './world.ts';

// What is confirmed is what became of that which a command has sent, and not of what stood there when it did.

let world: World;
let issue: number;
beforeEach(async () => {
  world = await openWorld({ config: 'test:\n  command: npm test\n' });
  const { conversation } = world.context;
  issue = (await conversation.openIssue({ title: 'It is wrong', body: '', labels: [] })).number;
});
afterEach(() => world.close());

const DIFF = ['```diff', '--- a/src/a.txt', '+++ b/src/a.txt', '@@', '-three', '+THREE', '```'].join('\n');

/** Resolves when so many runs were started. */
async function started(count: number): Promise<void> {
  while (world.pipeline.runs().length < count) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a patch in a comment is not confirmed by the end of the one that it revises', async () => {
  const { pipeline } = world;
  pipeline.tests = 'hang';
  await world.send('fix', { title: 'The first one' });
  await pipeline.hanging();
  pipeline.idling = true;
  const report = world.comment('rita', issue, `/ghost apply id=fix\n\nThe second one\n\n${DIFF}`);
  await started(2);
  pipeline.release();
  expect(await report).toMatchObject({ done: 'unconfirmed' });
  expect(await world.record('fix')).toMatchObject({ title: 'The first one', outcome: { kind: 'opened' } });
});

test('a patch in a comment that another one has taken the place of is told as that', async () => {
  const { pipeline } = world;
  pipeline.tests = 'hang';
  const report = world.comment('rita', issue, `/ghost apply id=fix\n\nThe one of rita\n\n${DIFF}`);
  await started(1);
  await pipeline.hanging();
  await world.until('fix', ({ state }) => state === 'applied');
  await world.send('fix', { title: 'The one of gpt' });
  await world.until('fix', ({ title }) => title === 'The one of gpt');
  expect(await report).toMatchObject({ sentence: expect.stringContaining('Overtaken by a newer revision') });
});

test('another attempt is not confirmed by the end of the one before it', async () => {
  const { context, pipeline } = world;
  pipeline.tests = 'failed';
  await world.deliver('fix');
  pipeline.idling = true;
  const report = world.command('rita', 'retry fix');
  await started(2);
  await world.person('bob').close((await world.record('fix')).pullRequest?.number ?? 0);
  await watch({ ...context, history: null }, { now: context.clock.now(), occasion: { event: 'schedule' } });
  expect(await report).toMatchObject({ done: 'unconfirmed' });
  expect(await world.record('fix')).toMatchObject({ attempt: 1, outcome: { kind: 'closed' } });
});

test('what is canceled before its run begins is not said to be worked on', async () => {
  const { pipeline } = world;
  await world.command('ada', 'pause looking');
  await world.deliver('fix');
  pipeline.idling = true;
  const report = world.command('ada', 'resume');
  await started(2);
  expect(await world.command('rita', 'cancel fix')).toMatchObject({ done: 'done' });
  const { done, sentence } = await report;
  expect(done).toBe('done');
  expect(sentence).not.toContain('worked on');
});
