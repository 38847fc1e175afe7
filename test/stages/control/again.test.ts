import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../../src/patch/digest.ts';
import { readPatch } from '../../../src/patch/read.ts';
import { inboxRef } from '../../../src/patch/refs.ts';
import type { RunRef } from '../../../src/record/record.ts';
import { type ApplyReport, apply } from '../../../src/stages/apply.ts';
import { dispatchKept } from '../../../src/stages/control/dispatch.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ config: 'test:\n  command: npm test\n' });
});
afterEach(() => world.close());

/** Milliseconds after which nothing is kept in the inbox that nobody has sent again. */
const DAYS = 5 * 24 * 3_600_000;

const REVISION = [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }];

/** The run of a revision has waited for its turn when something is sent on, and gets it first. */
function reviseBeforeSending(id: string, changes: readonly object[] = REVISION): void {
  const { runs } = world.context;
  Object.assign(world.context, {
    runs: {
      ...runs,
      dispatch: async (payload: { readonly [key: string]: unknown }) => {
        await world.deliver(id, {}, changes);
        await runs.dispatch(payload);
      },
    },
  });
}

async function branchOf(id: string): Promise<string> {
  return await world.git('show', `ghost/${id}:src/a.txt`);
}

describe('what is sent once more from its record', () => {
  test('after a pause takes no place of a revision that came before it', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('fix');
    reviseBeforeSending('fix');
    expect(await world.command('bob', 'resume')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({ sender: 'gpt', outcome: { kind: 'opened' } });
    expect(await branchOf('fix')).toContain('one\n2\nthree');
    expect(world.pipeline.runs()).toHaveLength(4);
  });

  test('for somebody who asked for another attempt takes none either, and they are told', async () => {
    await world.deliver('fix');
    reviseBeforeSending('fix');
    expect(await world.command('rita', 'retry fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Somebody else changed the same thing'),
    });
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
    expect(await branchOf('fix')).toContain('one\n2\nthree');
  });

  test('takes none either where its paths are known under another folder', async () => {
    await world.close();
    world = await openWorld({ config: 'test:\n  command: npm test\npath-prefixes: [app]\n' });
    const under = (replace: string) => [{ kind: 'edit', path: 'app/src/a.txt', find: 'two\n', replace }];
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('fix', {}, under('TWO\n'));
    reviseBeforeSending('fix', under('2\n'));
    await world.command('bob', 'resume');
    await world.pipeline.idle();
    expect(await branchOf('fix')).toContain('one\n2\nthree');
  });

  test('after a pause is worked on as its own, though the account that sends it on is locked', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('fix');
    await world.command('ada', 'lock from @acme a leaked token');
    expect(await world.command('bob', 'resume')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    const { outcome, sender, alsoSentBy } = await world.record('fix');
    expect({ outcome, sender, alsoSentBy }).toMatchObject({
      outcome: { kind: 'opened' },
      sender: 'gpt',
      alsoSentBy: undefined,
    });
  });

  test('lies in the inbox until its run has read it, though it was written there long ago and a pass of the watch looks', async () => {
    const content = `${'x'.repeat(99)}\n`.repeat(900);
    const patch = { version: 1, id: 'large', changes: [{ kind: 'write', path: 'large.txt', content }] };
    const { digest } = readPatch({ value: patch });
    world.pipeline.tests = 'failed';
    await dispatchKept(world.context, { id: 'large', digest, text: JSON.stringify(patch) });
    await world.pipeline.idle();
    Object.assign(world.clock, { ahead: DAYS, githubAhead: DAYS });
    const { runs } = world.context;
    const looked: string[] = [];
    Object.assign(world.context, {
      runs: {
        ...runs,
        dispatch: async (payload: { readonly [key: string]: unknown }) => {
          const pass = { ...world.context, history: null };
          const { found } = await watch(pass, { now: pass.clock.now(), occasion: { event: 'schedule' } });
          looked.push(...found.map(({ sentence }) => sentence));
          await runs.dispatch(payload);
        },
      },
    });
    world.pipeline.tests = 'passed';
    expect(await world.command('rita', 'retry large')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    // That is what came the first time, in other bytes.
    expect(looked).toEqual([expect.stringContaining('It lay in the inbox')]);
    expect(await world.record('large')).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
  });

  test('is worked on where a revision came to nothing before it, and it is held still', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('fix');
    reviseBeforeSending('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: '' }]);
    await world.command('bob', 'resume');
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({ outcome: { kind: 'opened' } });
    expect(await branchOf('fix')).toContain('one\nTWO\nthree');
  });
});

describe('a run whose patch is in the inbox no more', () => {
  const LARGE = [{ kind: 'write', path: 'large.txt', content: `${'x'.repeat(99)}\n`.repeat(900) }];

  async function sendLarge(): Promise<void> {
    const patch = { version: 1, id: 'large', title: 'A large one', changes: LARGE };
    const { digest } = readPatch({ value: patch });
    await dispatchKept(world.context, { id: 'large', digest, text: JSON.stringify(patch) });
    await world.github.settled();
    await world.pipeline.idle();
  }

  /** What GitHub does where somebody presses "Re-run all jobs" long after. */
  async function startAgain(): Promise<ApplyReport> {
    const [run] = world.pipeline.runs();
    return await deliverLater({ id: run?.id ?? 0, attempt: 2, url: run?.url ?? '' });
  }

  /** What the first run was sent, once it is in the inbox no more. */
  async function deliverLater(run: RunRef): Promise<ApplyReport> {
    for (const ref of await world.refs('refs/ghost/inbox/')) {
      await world.git('update-ref', '-d', ref);
    }
    const { payload, actor } = world.pipeline.runs()[0]?.event ?? {};
    const delivery = { payload: payload?.client_payload, sender: actor ?? '', dryRun: false };
    return await apply({ ...world.context, run }, delivery);
  }

  const standing = async () => await world.git('rev-parse', 'refs/ghost/patches/large');

  test.each(['open', 'merged', 'open, by a version that did not note its bytes'])(
    'and that is started again leaves the record of a patch that is %s',
    async (what) => {
      await sendLarge();
      const { fetched: _, ...older } = await world.record('large');
      const { pullRequest } = older;
      if (what.includes('version')) {
        await world.rewrite('large', older);
      }
      if (what === 'merged') {
        await world.person('bob').merge(pullRequest?.number ?? 0);
        await watch({ ...world.context, history: null }, { now: world.context.clock.now() });
      }
      const before = await standing();
      expect(await startAgain()).toMatchObject({
        kind: 'ended',
        outcome: { kind: 'duplicate', state: 'finished' },
        view: { record: { title: 'A large one' } },
      });
      expect(await standing()).toBe(before);
    },
  );

  test.each([
    ['was cancelled', [], []],
    ['was cancelled, and is locked out now', ['lock incident 12'], ['unlock', 'resume']],
  ])(
    'and that is started again leaves the record of a patch that %s, with what to do',
    async (_, stops, lifts) => {
      world.pipeline.tests = 'hang';
      const sent = sendLarge();
      await world.until('large', ({ state }) => state === 'applied');
      await world.command('rita', 'cancel large');
      await sent;
      for (const stop of stops) {
        await world.command('ada', stop);
      }
      const before = await standing();
      expect(await startAgain()).toMatchObject({
        outcome: {
          kind: 'refused',
          refusals: [{ code: 'reference_not_found', message: expect.stringContaining('/ghost retry large') }],
        },
      });
      expect(await standing()).toBe(before);
      for (const lift of lifts) {
        await world.command('bob', lift);
      }
      world.pipeline.tests = 'passed';
      expect(await world.command('rita', 'retry large')).toMatchObject({ done: 'done' });
      await world.pipeline.idle();
      expect(await world.record('large')).toMatchObject({ outcome: { kind: 'opened' } });
    },
  );

  test.each(['once', 'and was worked on again since'])(
    'and that is sent by the same reference later leaves the record of what came %s',
    async (what) => {
      await sendLarge();
      if (what !== 'once') {
        expect(await world.command('rita', 'retry large')).toMatchObject({ done: 'done' });
        await world.pipeline.idle();
      }
      const before = await standing();
      expect(await deliverLater({ id: 7_001, attempt: 1, url: '' })).toMatchObject({
        outcome: { kind: 'duplicate' },
      });
      expect(await standing()).toBe(before);
    },
  );

  test('and that was sent from the record of it, or of a revision before, leaves that', async () => {
    await sendLarge();
    const kept = await world.git('show', 'refs/ghost/patches/large:patch.json');
    const sha = sha256(kept);
    const payload = { id: 'large', ref: inboxRef(sha), sha256: sha, again: true };
    const before = await standing();
    const deliver = async () =>
      await apply(
        { ...world.context, run: { id: 7_000, attempt: 1, url: '' } },
        { payload, sender: 'acme', dryRun: false },
      );
    expect(await deliver()).toMatchObject({ outcome: { kind: 'duplicate' } });
    expect(await standing()).toBe(before);
    await world.deliver('large');
    const revised = await standing();
    expect(await deliver()).toMatchObject({ outcome: { kind: 'conflict', reason: 'revised' } });
    expect(await standing()).toBe(revised);
  });
});
