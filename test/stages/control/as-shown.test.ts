import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../src/control/command.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const REVISION = { kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' };

/** Looks after which a revision takes the place of what is named; after the last one the command is done. */
const LOOKS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** A command that names the digest of what is on record, with a revision that comes after so many of its looks. */
async function commandMeanwhile(
  { verb, actor, id }: { readonly verb: string; readonly actor: string; readonly id: string },
  { looks, revise }: { readonly looks: number; readonly revise: () => Promise<void> },
) {
  const { digest } = await world.record(id);
  const { repository } = world.context;
  let looked = 0;
  const read: ControlContext['repository']['read'] = async (request) => {
    const seen = await repository.read(request);
    looked += 1;
    if (looked === looks) await revise();
    return seen;
  };
  if (looks === 0) await revise();
  const parsed = parseCommand(`${verb} ${id}`);
  if (!parsed.ok) throw new Error(parsed.problem);
  const order = { command: parsed.command, surface: 'api', actor, shown: { digest } } as const;
  const report = await execute({ ...world.context, repository: { ...repository, read } }, order);
  return { report, digest, came: looked >= looks };
}

describe.each([
  ['cancel', 'rita'],
  ['kill', 'ada'],
])('%s that names a digest', (verb, actor) => {
  beforeEach(() => {
    world.pipeline.tests = 'hang';
  });

  test.each(LOOKS)('leaves a revision alone that took its place after %d looks', async (looks) => {
    const id = `${verb}-${looks}`;
    await world.send(id);
    await world.until(id, ({ state }) => state === 'applied');
    const { report, digest, came } = await commandMeanwhile(
      { verb, actor, id },
      {
        looks,
        revise: async () => {
          await world.send(id, {}, [REVISION]);
          await world.until(id, (record) => record.state === 'applied' && record.attempt === 2);
        },
      },
    );
    const record = await world.record(id);
    if (!came) {
      expect(record).toMatchObject({ digest, outcome: { kind: 'canceled', by: actor } });
      return;
    }
    expect(record).toMatchObject({ state: 'applied', attempt: 2 });
    expect(world.pipeline.run(record.run.id)?.status).toBe('in_progress');
    if (report.done !== 'done') {
      expect(report).toMatchObject({
        done: 'refused',
        sentence: `${id} has changed since this was written; look at it as it is now, then write "${verb} ${id}" again.`,
      });
    }
  });
});

describe('reject that names a digest', () => {
  test.each(LOOKS)('leaves a revision open that took its place after %d looks', async (looks) => {
    world.pipeline.tests = 'passed';
    const id = `reject-${looks}`;
    await world.deliver(id);
    const { report, digest, came } = await commandMeanwhile(
      { verb: 'reject', actor: 'rita', id },
      { looks, revise: async () => await world.deliver(id, {}, [REVISION]) },
    );
    const { pullRequest, ...record } = await world.record(id);
    const shown = await world.pull(pullRequest?.number ?? 0);
    if (report.done === 'done') {
      expect(record).toMatchObject({ digest, outcome: { kind: 'closed', by: 'rita' } });
      expect(shown).toMatchObject({ state: 'closed' });
      return;
    }
    expect(came).toBe(true);
    expect(report).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('has changed since this was written'),
    });
    expect(record.outcome?.kind).not.toBe('closed');
    expect(shown).toMatchObject({ state: 'open' });
  });
});

test.each([0, 1, 2, 3])(
  'retry that names a digest has no revision worked on that took its place after %d looks',
  async (looks) => {
    world.pipeline.tests = 'passed';
    const id = `retry-${looks}`;
    await world.deliver(id);
    const { report } = await commandMeanwhile(
      { verb: 'retry', actor: 'rita', id },
      { looks, revise: async () => await world.deliver(id, {}, [REVISION]) },
    );
    await world.pipeline.idle();
    expect(report).toMatchObject({ done: 'refused' });
    expect(await world.record(id)).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
  },
);
