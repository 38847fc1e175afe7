import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('status shows what holds and every patch, also one whose record is rubbish', async () => {
  await world.deliver('first');
  await world.git('branch', 'release', 'main');
  await world.command('ada', 'pause on branch release');
  await world.force('refs/ghost/patches/broken', 'no record', { tree: 'main^{tree}' });
  const report = await world.command('vera', 'status');
  expect(report).toMatchObject({ done: 'done', role: 'viewer' });
  expect(report.status).toMatchObject({
    control: { state: 'running' },
    switches: [{ state: 'paused', scope: { kind: 'branch', branch: 'release' } }],
    total: 2,
  });
  const patches = report.status?.patches ?? [];
  expect(patches.map((patch) => (patch.ok ? patch.record.id : patch.id)).toSorted()).toEqual([
    'broken',
    'first',
  ]);
  expect(await world.command('vera', 'status first')).toMatchObject({
    patch: 'first',
    status: { total: 1 },
    sentence: expect.stringMatching(
      /^first: Tests passed; pull request #1 opened\. .* Ghost Runner is running\.$/,
    ),
  });
  expect((await world.command('vera', 'status broken')).sentence).toMatch(
    /^The record of broken can't be read, .* Ghost Runner is running\.$/,
  );
  expect(await world.command('vera', 'status nobody')).toMatchObject({ done: 'refused' });
});

test("preview shows what the patch would change on today's base, and writes nothing", async () => {
  await world.deliver('first');
  await world.command('ada', 'lock');
  const before = await world.refs('refs/');
  const report = await world.command('vera', 'preview first');
  expect(report).toMatchObject({ done: 'done' });
  expect(report.diff).toContain('+TWO');
  expect(report.sentence).toMatch(/^first fits .* is locked by ada: .* "retry" has to wait; .* "unlock"\.$/);
  await world.command('bob', 'unlock');
  expect((await world.command('vera', 'preview first')).sentence).toContain('Write "retry first"');
  await world.command('bob', 'lock');
  await world.person('ada').push('main', { 'src/a.txt': 'all new\n' });
  expect(await world.command('vera', 'preview first')).toMatchObject({
    sentence: expect.stringContaining('first does not fit today'),
  });
  expect(await world.refs('refs/')).toEqual(before);
  expect(world.pipeline.runs()).toHaveLength(1);
});

test('audit lists what was commanded; looking and being refused leave no entry', async () => {
  await world.deliver('first');
  await world.command('ada', 'pause because of @everyone');
  await world.command('vera', 'status');
  await world.command('vera', 'resume');
  const { audit } = await world.command('vera', 'audit');
  expect(audit?.entries.map(({ entry }) => entry?.act)).toMatchObject([
    { verb: 'pause', by: 'ada', role: 'operator', surface: 'form', reason: 'because of @everyone' },
    { verb: 'start', by: 'gpt' },
  ]);
});

test('whoami and help answer everybody who has access', async () => {
  expect(await world.command('rita', 'whoami')).toMatchObject({
    sentence: expect.stringContaining('You are rita, with the role reviewer'),
  });
  expect(await world.command('vera', 'help')).toMatchObject({ done: 'done' });
  expect(await world.command('nobody-here', 'help')).toMatchObject({ done: 'refused', role: 'none' });
});

test('what breaks on the way is a report too', async () => {
  await world.deliver('first');
  const people = { roleOf: async () => Promise.reject(new Error('GitHub is away')) };
  const { execute } = await import('../../../src/stages/control/execute.ts');
  const command = { verb: 'retry', id: 'first' } as const;
  expect(
    await execute({ ...world.context, people }, { command, surface: 'api', actor: 'rita' }),
  ).toMatchObject({ done: 'failed', sentence: expect.stringContaining('GitHub is away') });
});
