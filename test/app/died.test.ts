import { describe, expect, test } from '@jest/globals';
import type { RunState, RunsRequest } from '../../src/stages/control/ports.ts';
import { hasDied } from '../../src/stages/intake/died.ts';
import { runState } from '../stages/watch/world.ts';

const SENT_AT = '2026-03-01T12:00:00.000Z';

function run(title: string, ended: Partial<Pick<RunState, 'status' | 'conclusion'>>): RunState {
  return {
    ...runState(7, '', new Date(SENT_AT)),
    title,
    status: 'completed',
    conclusion: 'failure',
    ...ended,
  };
}

/** Whether nothing of the patch `mute` can arrive any more, where GitHub lists these runs. */
async function died(listed: readonly RunState[] | Error): Promise<boolean> {
  const asked: RunsRequest[] = [];
  const list = async (request: RunsRequest) => {
    asked.push(request);
    if (listed instanceof Error) {
      throw listed;
    }
    return listed;
  };
  const never = async () => Promise.reject(new Error('nobody asks for this'));
  const runs = { list, get: never, jobs: never, cancel: never, dispatch: never, rerun: never };
  const said = await hasDied({ runs }, { id: 'mute', sentAt: SENT_AT });
  expect(asked).toMatchObject([{ event: 'repository_dispatch', since: '2026-03-01T11:59:50.000Z' }]);
  return said;
}

describe('a patch that GitHub has taken, and no record tells of,', () => {
  test.each([
    ['was cancelled', [run('Ghost patch Mute', { conclusion: 'cancelled' })]],
    [
      'has failed',
      [run('Ghost patch mute', {}), run('Ghost patch other', { status: 'running', conclusion: null })],
    ],
  ])('arrives no more where its run %s', async (_, listed) => {
    expect(await died(listed)).toBe(true);
  });

  test.each([
    ['no run of it is there yet', [run('Ghost patch other', {})]],
    ['its run is under way', [run('Ghost patch mute', { status: 'running', conclusion: null })]],
    [
      'one of its runs came to its end',
      [run('Ghost patch mute', {}), run('Ghost patch mute', { conclusion: 'success' })],
    ],
    ['GitHub does not say it', new Error('away')],
  ])('may arrive where %s', async (_, listed) => {
    expect(await died(listed)).toBe(false);
  });
});
