import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { dieIn } from './dying.ts';
import { conclusions, GOOD, openShop, ROOT } from './shop.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(ROOT);
});
afterAll(() => sandbox.close());

const DEATHS = [
  { job: 'apply', at: '4 before' },
  { job: 'apply', at: '6 after' },
  { job: 'publish', at: '2 before' },
  { job: 'publish', at: '4 after' },
  { job: 'publish', at: '6 before' },
] as const;

test.each(DEATHS)(
  'the process of $job gets SIGKILL at request $at, and the watch settles the patch',
  async ({ job, at }) => {
    const name = `killed-${job}-${at.replace(' ', '-')}`;
    const shop = await openShop(sandbox, name, {
      moreWorkflows: ['ghost-watch.yml'],
      workflow: (text) => dieIn(text, job, { GHOST_DIE_AT: at }),
    });
    const run = await shop.deliver(GOOD);
    // Its end has started the watch, which saw to it by itself: it had what failed run again, or finished the claim.
    expect(run.attempt > 1 || conclusions(run)[job] === 'failure').toBe(true);
    const { branches, pullRequests, statuses, refs } = await shop.snapshot();
    const record = `refs/ghost/patches/${GOOD.id}` in refs ? await shop.record(GOOD.id) : null;
    const messages = shop.messages();
    if (record === null) {
      // It left nothing but a run that failed.
      expect({ branches: Object.keys(branches), pullRequests, messages }).toEqual({
        branches: ['main'],
        pullRequests: [],
        messages: [],
      });
      return;
    }
    expect(record.state).toBe('done');
    const opened = record.outcome?.kind === 'opened';
    expect(['opened', 'crashed']).toContain(record.outcome?.kind);
    expect(pullRequests.map(({ number, state }) => ({ number, state }))).toEqual(
      opened ? [{ number: record.pullRequest?.number, state: 'open' }] : [],
    );
    expect(`ghost/${GOOD.id}` in branches).toBe(opened);
    const sha = record.head ?? record.withdrawn ?? '';
    expect(statuses[sha]?.at(-1)?.state).toBe(opened ? 'success' : 'error');
    expect(messages.map(({ ts }) => ts)).toEqual([record.slack?.ts]);
    expect(messages[0]?.content.text).toContain(opened ? 'opened' : 'Something broke');
  },
  120_000,
);
