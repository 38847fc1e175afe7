import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ config: 'test:\n  command: npm test\nlimits: {open-pull-requests: 1}\n' });
});
afterEach(() => world.close());

test('with as many pull requests open as may be, status says so, and people still get their revert and retry', async () => {
  await world.deliver('fix', {}, [write('fix')]);
  expect(await world.command('vera', 'status')).toMatchObject({
    status: { open: { count: 1, limit: 1 } },
    sentence: expect.stringContaining('1 pull request from a patch is open, and new patches are refused'),
  });
  await world.deliver('next', {}, [write('next')]);
  expect((await world.record('next')).outcome).toMatchObject({
    refusals: [{ code: 'too_many_open', data: { pullRequests: [{ number: 1, id: 'fix' }], underWay: [] } }],
  });
  await world.person('rita').merge(1);
  await world.deliver('next', {}, [write('next')]);
  expect((await world.record('next')).outcome).toMatchObject({ kind: 'opened' });
  await world.command('rita', 'revert fix');
  await world.pipeline.idle();
  expect((await world.record('revert-fix')).outcome).toMatchObject({ kind: 'opened' });
  await world.command('rita', 'retry next');
  await world.pipeline.idle();
  expect(await world.record('next')).toMatchObject({ attempt: 3, outcome: { kind: 'updated' } });
  await world.deliver('third', {}, [write('third')]);
  expect((await world.record('third')).outcome).toMatchObject({
    refusals: [{ data: { pullRequests: [{ id: 'revert-fix' }, { id: 'next' }] } }],
  });
});

function write(name: string): object {
  return { kind: 'write', path: `${name}.txt`, content: `${name}\n` };
}
