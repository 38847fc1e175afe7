import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { createConversation } from '../../../src/io/github/conversation.ts';
import { createPeople } from '../../../src/io/github/people.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { answerComment } from '../../../src/stages/control/comment.ts';
import { openWorld, REPOSITORY, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.deliver('fix');
});
afterEach(() => world.close());

const OURS = {
  login: 'acme',
  permissions: { contents: 'write', issues: 'write', metadata: 'read', 'pull-requests': 'write' },
} as const;

/** Reactions to the newest comment that is not ours, and the replies under the pull request. */
function thread(number: number) {
  const comments = [...(world.github.repository(REPOSITORY).pulls.get(number)?.comments ?? [])];
  return {
    reactions: comments
      .filter(({ author }) => author.login !== 'acme')
      .at(-1)
      ?.reactions.map(({ content }) => content),
    replies: comments.filter(({ author }) => author.login === 'acme').map(({ body }) => body),
  };
}

describe('a comment', () => {
  test('is seen, done for the patch of its pull request, and answered with what was observed', async () => {
    const report = await world.comment('rita', 1, '/ghost retry\n\nplease');
    expect(report).toMatchObject({
      verb: 'retry',
      done: 'done',
      surface: 'comment',
      patch: 'fix',
      by: 'rita',
    });
    const { reactions, replies } = thread(1);
    expect(reactions).toEqual(['eyes', 'rocket']);
    expect(replies).toEqual([expect.stringContaining('retry: done')]);
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({ attempt: 2 });
    expect(await world.acts()).toMatchObject([{ verb: 'retry', surface: 'comment' }, {}]);
  });

  test('with two commands is refused, and neither is done', async () => {
    const report = await world.comment('ada', 1, '/ghost lock from @shop-gpt\n/ghost lock from @other-gpt');
    expect(report).toMatchObject({ done: 'refused', sentence: expect.stringContaining('another one') });
    expect(thread(1)).toMatchObject({
      reactions: ['eyes', 'confused'],
      replies: [expect.stringContaining('write a comment for each')],
    });
    expect(await world.acts()).toHaveLength(1);
  });

  test.each([
    ['in a code block', '```\n/ghost kill all confirm\n```'],
    ['in indented code', '    /ghost kill all confirm'],
    ['in a quotation', '> /ghost kill all confirm'],
    ['on its second line', 'Look:\n/ghost kill all confirm'],
    ['for somebody else', '/ghostbusters'],
  ])('holds no command %s', async (_, body) => {
    expect(await world.comment('ada', 1, body)).toBeNull();
    expect(thread(1)).toEqual({ reactions: [], replies: [] });
    expect(await world.acts()).toHaveLength(1);
  });

  test('that nobody understands is answered with what was probably meant', async () => {
    await world.comment('rita', 1, '/ghost retyr');
    const { reactions, replies } = thread(1);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(replies[0]).toContain('did you mean "retry"?');
  });

  test('from somebody who may not is refused: in words to people who may write, by a face to all others', async () => {
    expect(await world.comment('rita', 1, '/ghost pause')).toMatchObject({ done: 'refused' });
    expect(thread(1)).toEqual({
      reactions: ['eyes', 'confused'],
      replies: [expect.stringContaining('operator')],
    });
    for (const author of ['vera', 'mallory']) {
      expect(await world.comment(author, 1, '/ghost kill all confirm')).toMatchObject({ done: 'refused' });
      expect(thread(1).reactions).toEqual(['confused']);
    }
    expect(thread(1).replies).toHaveLength(1);
    expect(await world.acts()).toHaveLength(1);
  });

  test('from a reader is answered where readers may ask', async () => {
    await world.comment('vera', 1, '/ghost status');
    expect(thread(1)).toEqual({ reactions: ['eyes', 'rocket'], replies: [expect.stringContaining('fix')] });
  });

  test('from a bot that the config does not name gets no words either', async () => {
    expect(await world.comment('helpful[bot]', 1, '/ghost retry')).toMatchObject({ done: 'refused' });
    expect(thread(1)).toEqual({ reactions: ['confused'], replies: [] });
  });

  test.each([
    ['mallory', '/ghost pause'],
    ['mallory', '/ghost reject this'],
    ['mallory', '/ghost apply\n\n```diff\n--- a/src/b.txt\n+++ b/src/b.txt\n@@ -1 +1 @@\n-b\n+c\n```'],
    ['vera', '/ghost retry'],
    ['vera', '/ghost status of everything'],
    ['helpful[bot]', '/ghost status'],
  ])('from %s, who may not, costs two requests, and one where little is left: %s', async (author, body) => {
    const costs = await Promise.all(
      [1, 0.49].map(async (hourLeft) => {
        const octokit = createOctokit({ token: world.github.createToken(OURS), apiUrl: world.github.apiUrl });
        const place = { octokit, owner: 'acme', name: 'shop' };
        const requests = countRequests(octokit);
        const context = {
          ...world.context,
          repository: createApiRepository(place),
          people: createPeople(place),
          conversation: createConversation(place),
          hourLeft: () => hourLeft,
        };
        const id = await world.person(author).comment(1, body);
        expect(await answerComment(context, { id, number: 1, author, body })).toMatchObject({
          done: 'refused',
        });
        return requests.count;
      }),
    );
    expect(costs).toEqual([2, 1]);
    expect(thread(1).replies).toEqual([]);
  });

  test.each([
    ['vera', '/ghost status', []],
    ['rita', '/ghost status', ['eyes', 'rocket']],
    ['bob', '/ghost pause', ['eyes', 'rocket']],
  ])(
    'leaves the second half of the hour to people who may write: %s, %s',
    async (author, body, reactions) => {
      const id = await world.person(author).comment(1, body);
      const context = { ...world.context, hourLeft: () => 0.49 };
      await answerComment(context, { id, number: 1, author, body });
      expect(thread(1).reactions).toEqual(reactions);
      expect(thread(1).replies).toHaveLength(reactions.length / 2);
    },
  );

  test('a rejection whose reason begins with the name of another patch rejects neither', async () => {
    await world.deliver('not', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    for (const line of ['/ghost reject not what we agreed on', '/ghost reject `not`']) {
      expect(await world.comment('rita', 1, line)).toMatchObject({ done: 'refused' });
    }
    expect(thread(1).replies.at(-1)).toContain('"reject fix &lt;why&gt;" for the one that this shows');
    expect(thread(1).replies.at(-1)).toContain('"reject ghost/not &lt;why&gt;" for the other one');
    expect([(await world.pull(1))?.state, (await world.pull(2))?.state]).toEqual(['open', 'open']);
    await world.comment('rita', 1, '/ghost reject fix not what we agreed on');
    expect([(await world.pull(1))?.state, (await world.pull(2))?.state]).toEqual(['closed', 'open']);
  });

  test('a rejection begins with its reason, unless it names a patch in full', async () => {
    await world.deliver('other', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    await world.comment('rita', 1, '/ghost reject ghost/other not this one');
    expect(await world.record('other')).toMatchObject({
      outcome: { kind: 'closed', reason: 'not this one' },
    });
    await world.comment('rita', 1, '/ghost reject too slow');
    expect(await world.record('fix')).toMatchObject({ outcome: { kind: 'closed', reason: 'too slow' } });
    // The reason stands in the command itself, so there is one answer and no second comment.
    expect(thread(1).replies).toHaveLength(2);
    // Under the other one nobody has read it yet.
    expect(thread(2).replies).toEqual([expect.stringContaining('not this one')]);
  });
});

describe('a pull request that is not ours', () => {
  let number: number;
  beforeEach(async () => {
    await world.person('gpt').push('ghost/forged', { 'src/b.txt': 'x\n' });
    number = await world.person('gpt').openPullRequest({ head: 'ghost/forged', title: 'Like one of yours' });
  });

  test('is told so to those who may write', async () => {
    await world.comment('rita', number, '/ghost retry');
    expect(thread(number)).toEqual({
      reactions: ['eyes', 'confused'],
      replies: [expect.stringContaining('was not made by Ghost Runner')],
    });
  });

  test('gets no words for anybody else', async () => {
    await world.comment('vera', number, '/ghost status');
    expect(thread(number)).toEqual({ reactions: ['confused'], replies: [] });
  });

  test('is a place like any other for commands that name a patch', async () => {
    expect(await world.comment('rita', number, '/ghost cancel fix')).toMatchObject({ done: 'unchanged' });
  });
});
