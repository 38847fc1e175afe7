import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CONTROL_REF } from '../../../src/record/record.ts';
import { answerComment } from '../../../src/stages/control/comment.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let issue: number;
beforeAll(async () => {
  world = await openWorld({ config: 'test:\n  command: npm test\n' });
  issue = (await world.context.conversation.openIssue({ title: 'Wrong', body: '', labels: [] })).number;
});
afterAll(() => world.close());

/** Answers a comment now that was written so many seconds ago. */
async function answer(
  id: string,
  to: string,
  { writtenAgo, context = world.context }: { readonly writtenAgo: number; readonly context?: ControlContext },
) {
  const diff = ['--- a/src/a.txt', '+++ b/src/a.txt', '@@', '-three', `+${to}`].join('\n');
  const body = `/ghost apply id=${id}\n\n\`\`\`diff\n${diff}\n\`\`\``;
  const comment = await world.person('rita').comment(issue, body);
  const createdAt = new Date(Math.floor(Date.now() / 1000) * 1000 - writtenAgo * 1000);
  return answerComment(context, { id: comment, number: issue, author: 'rita', body, createdAt });
}

async function shown(id: string): Promise<string | undefined> {
  return (await world.git('show', `ghost/${id}:src/a.txt`)).split('\n')[2];
}

const REFUSED = { done: 'refused', sentence: expect.stringContaining('write this patch again') };

describe('a patch in a comment that is answered late', () => {
  test('does not take the place of a later one that was answered before it', async () => {
    expect(await answer('late', 'newer', { writtenAgo: 30 })).toMatchObject({ done: 'done' });
    const runs = world.pipeline.runs().length;
    expect(await answer('late', 'older', { writtenAgo: 60 })).toMatchObject(REFUSED);
    expect(world.pipeline.runs()).toHaveLength(runs);
    expect(await shown('late')).toBe('newer');
    expect(await world.acts()).toHaveLength(1);
  });

  test('does not take the place of one that was sent since and is on no record yet', async () => {
    world.pipeline.idling = true;
    await answer('queued', 'newer', { writtenAgo: 30 });
    expect(await answer('queued', 'older', { writtenAgo: 60 })).toMatchObject(REFUSED);
    world.pipeline.idling = false;
  });

  test('is told what to do where the later one was asked for and never came', async () => {
    const runs = { ...world.context.runs, dispatch: async () => Promise.reject(new Error('502')) };
    const broken = { ...world.context, runs };
    expect(await answer('lost', 'newer', { writtenAgo: 30, context: broken })).toMatchObject({
      done: 'failed',
    });
    expect(await answer('lost', 'older', { writtenAgo: 60 })).toMatchObject({
      done: 'refused',
      sentence: expect.stringMatching(/was asked for after this was written.* if that one never came/),
    });
    expect(await answer('lost', 'older', { writtenAgo: 0 })).toMatchObject({ done: 'done' });
  });

  test('does not take the place of one that came in another way since', async () => {
    await world.deliver('other-way');
    expect(await answer('other-way', 'older', { writtenAgo: 60 })).toMatchObject(REFUSED);
    expect(await answer('other-way', 'newer', { writtenAgo: 0 })).toMatchObject({ done: 'done' });
  });

  test('takes the place of one that was written before it, though that was answered as late', async () => {
    expect(await answer('in-order', 'older', { writtenAgo: 60 })).toMatchObject({ done: 'done' });
    expect(await answer('in-order', 'newer', { writtenAgo: 30 })).toMatchObject({ done: 'done' });
    expect(await shown('in-order')).toBe('newer');
  });

  test('is refused where a later one is answered at the same time, and comes into the log after it', async () => {
    const { context } = world;
    const { repository } = context;
    let raced = false;
    const slow: ControlContext = {
      ...context,
      repository: {
        ...repository,
        write: async (transaction) => {
          const written = await repository.write(transaction);
          if (!raced && transaction.refs.some(({ ref }) => ref === CONTROL_REF)) {
            raced = true;
            expect(await answer('raced', 'newer', { writtenAgo: 30 })).toMatchObject({ done: 'done' });
          }
          return written;
        },
      },
    };
    expect(await answer('raced', 'older', { writtenAgo: 60, context: slow })).toMatchObject(REFUSED);
    expect(await shown('raced')).toBe('newer');
  });
});
