import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CONTROL_REF } from '../../../src/record/record.ts';
import { answerComment } from '../../../src/stages/control/comment.ts';
import type { Repository } from '../../../src/stages/ports.ts';
import { openWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let issue: number;
beforeAll(async () => {
  world = await openWorld({
    config: CONFIG,
    files: { 'src/greet.ts': 'export function greet(name: string): string {\n  return name;\n}\n' },
  });
  await world.deliver('fix', {}, [edit('two', 'TWO')]);
  issue = (
    await world.context.conversation.openIssue({ title: 'Say @everyone it is wrong', body: '', labels: [] })
  ).number;
});
afterAll(() => world.close());

const CONFIG = 'test:\n  command: npm test\n';

function edit(find: string, replace: string): object {
  return { kind: 'edit', path: 'src/a.txt', find: `${find}\n`, replace: `${replace}\n` };
}

function diffOf(from: string, to: string, path = 'src/a.txt'): string {
  return ['```diff', `--- a/${path}`, `+++ b/${path}`, '@@', `-${from}`, `+${to}`, '```'].join('\n');
}

/** A dispatch that arrives, and after which nothing happens any more. */
function sendAndDie({ context }: World): World['context']['runs']['dispatch'] {
  return async (payload) => {
    await context.runs.dispatch(payload);
    await new Promise(() => {});
  };
}

/** What stands under the newest comment that is not ours. */
function thread(number: number) {
  const repository = world.github.repository(REPOSITORY);
  const { comments = [] } = repository.pulls.get(number) ?? repository.issues.get(number) ?? {};
  const at = comments.findLastIndex(({ author }) => author.login !== 'acme');
  return {
    reactions: comments[at]?.reactions.map(({ content }) => content),
    replies: comments.slice(at + 1).map(({ body }) => body),
  };
}

const say = async (author: string, number: number, ...parts: readonly string[]) =>
  await world.comment(author, number, parts.join('\r\n\r\n').replaceAll(/\r?\n/g, '\r\n'));

describe('a patch in a comment', () => {
  test('becomes a pull request, and the reply says so', async () => {
    const report = await say('rita', issue, '/ghost apply', 'Make it three', diffOf('three', 'THREE'));
    const id = String(report?.patch);
    expect(report).toMatchObject({ verb: 'apply', done: 'done', by: 'rita', surface: 'comment' });
    expect(id).toMatch(/^comment-\d+$/);
    const record = await world.record(id);
    expect(record).toMatchObject({ title: 'Make it three', outcome: { kind: 'opened' } });
    const { reactions, replies } = thread(issue);
    expect(reactions).toEqual(['eyes', 'rocket']);
    expect(replies).toEqual([expect.stringContaining(record.pullRequest?.url ?? 'none')]);
    expect((await world.pull(record.pullRequest?.number ?? 0))?.body).toContain('rita');
    expect(await world.acts()).toMatchObject([
      { verb: 'apply', by: 'rita', patch: id, digest: record.digest },
      {},
    ]);
  });

  test.each(['approval: required\n', 'policy:\n  rules:\n    not-done: review\n'])(
    'that waits for an approval is told so: %j',
    async (config) => {
      const own = await openWorld({ config: `${config}${CONFIG}` });
      try {
        const { number } = await own.context.conversation.openIssue({ title: 'Wrong', body: '', labels: [] });
        const waits = expect.stringContaining('It waits for an approval of somebody else than its sender');
        const write = async (name: string, change: object) => {
          const patch = { version: 1, title: 'x', shell: ['npm run build'], changes: [change] };
          const body = `/ghost apply ${name}\n\n\`\`\`json\n${JSON.stringify(patch)}\n\`\`\`\n`;
          const id = await own.person('rita').comment(number, body);
          return { id, number, author: 'rita', body, createdAt: new Date(), answerer: 'acme' };
        };
        const once = await write('once', edit('three', 'THREE'));
        expect(await answerComment(own.context, once)).toMatchObject({ done: 'done', sentence: waits });
        // Also where it comes once more, because the process that sent it died before its answer.
        const twice = await write('twice', edit('four', 'FOUR'));
        void answerComment(
          { ...own.context, runs: { ...own.context.runs, dispatch: sendAndDie(own) } },
          twice,
        );
        await own.until('twice', ({ outcome }) => outcome?.kind === 'opened');
        expect(await answerComment(own.context, twice)).toMatchObject({ done: 'unchanged', sentence: waits });
      } finally {
        await own.close();
      }
    },
  );

  test('is not approved by who wrote it, though another token sent it', async () => {
    const own = await openWorld({ config: `approval: required\n${CONFIG}` });
    try {
      const body = `/ghost apply once\n\n${diffOf('three', 'THREE')}`;
      const { conversation } = own.context;
      const { number } = await conversation.openIssue({ title: 'Wrong', body: '', labels: [] });
      expect(await own.comment('rita', number, body)).toMatchObject({ done: 'done', patch: 'once' });
      expect(await own.command('rita', 'approve once')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('rita sent this patch'),
      });
      expect(await own.command('ada', 'approve once')).toMatchObject({ done: 'done' });
      // Also where the process that sent it dies before it has seen what came of it.
      const dies = { ...own.context, runs: { ...own.context.runs, dispatch: sendAndDie(own) } };
      const dying = `/ghost apply twice\n\n${diffOf('four', 'FOUR')}`;
      const id = await own.person('rita').comment(number, dying);
      void answerComment(dies, { id, number, author: 'rita', body: dying });
      await own.until('twice', ({ outcome }) => outcome?.kind === 'opened');
      expect(await own.command('rita', 'approve twice')).toMatchObject({ done: 'refused' });
    } finally {
      await own.close();
    }
  });

  test('is approved neither by who wrote it nor by who had its run started again, and bears the name of the first', async () => {
    const own = await openWorld({ config: `approval: required\n${CONFIG}` });
    try {
      const { number } = await own.context.conversation.openIssue({ title: 'Wrong', body: '', labels: [] });
      const again = async (body: string) => {
        const id = await own.person('rita').comment(number, body);
        return answerComment(own.context, { id, number, author: 'rita', startedBy: 'ada', body });
      };
      expect(await again(`/ghost apply once\n\n${diffOf('three', 'THREE')}`)).toMatchObject({
        done: 'done',
        by: 'ada',
      });
      const { sentFor } = await own.until('once', ({ outcome }) => outcome?.kind === 'opened');
      // Both count for stops and approvals, and the last one says whose it is.
      expect(sentFor).toEqual(['ada', 'rita']);
      expect(await own.acts()).toMatchObject([
        { verb: 'apply', by: 'rita', patch: 'once', result: expect.stringContaining('ada started its run') },
        { verb: 'apply', by: 'ada', role: 'operator', patch: 'once' },
      ]);
      expect((await own.pull(number + 1))?.body).toContain('rita');
      expect(await own.command('rita', 'approve once')).toMatchObject({ done: 'refused' });
      expect(await own.command('ada', 'approve once')).toMatchObject({ done: 'refused' });
      // Words of one and the press of another are nobody's approval.
      expect(await again('/ghost approve once')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('write one of your own'),
      });
      expect(await own.command('bob', 'approve once')).toMatchObject({ done: 'done' });
      await own.command('bob', 'pause a leak from @rita');
      expect(await again(`/ghost apply twice\n\n${diffOf('four', 'FOUR')}`)).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('a leak'),
      });
    } finally {
      await own.close();
    }
  });

  test('that does not fit is refused with its nearest lines, and nothing of it is kept', async () => {
    const refs = await world.refs('refs/');
    const wrong = 'export function greet(nam: string): string {';
    const report = await say(
      'rita',
      issue,
      '/ghost apply id=bad',
      diffOf(wrong, '@team <b>', 'src/greet.ts'),
    );
    expect(report).toMatchObject({ done: 'refused', patch: 'bad', refusals: [{ code: expect.any(String) }] });
    const { reactions, replies } = thread(issue);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(replies[0]).toContain('Nearest lines');
    expect(replies[0]).toContain('new comment');
    expect(await world.refs('refs/')).toEqual(refs);
    expect(world.pipeline.runs().some(({ event }) => JSON.stringify(event.payload).includes('"bad"'))).toBe(
      false,
    );
  });

  test('that can not be read is refused like any other', async () => {
    await say('rita', issue, '/ghost apply', '```json\n{"version": 1, "changes": [{"kind": "edit"}]}\n```');
    expect(thread(issue).replies[0]).toContain('malformed');
  });

  test('with a secret is refused, and the reply does not repeat it', async () => {
    const key = ['ghp', 'x7Rk2mQ9vT4wZ8bN1cJ6hL3fD5gS0aPyUe'].join('_') + 'Qk';
    await say('rita', issue, '/ghost apply', diffOf('for', `token = ${key}`));
    const [reply = ''] = thread(issue).replies;
    expect(reply).toContain('refused');
    expect(reply).not.toContain(key);
  });

  test('below "preview" is only tried, and shown', async () => {
    const refs = await world.refs('refs/');
    const report = await say('rita', issue, '/ghost preview', diffOf('four', 'FOUR'));
    expect(report).toMatchObject({ verb: 'apply', done: 'done', diff: expect.stringContaining('+FOUR') });
    expect(thread(issue).replies[0]).toContain('```diff');
    expect(await world.refs('refs/')).toEqual(refs);
  });

  test('below "preview" is tried during a pause too, which is told beside', async () => {
    await world.command('ada', 'pause looking into it');
    const fits = await say('rita', issue, '/ghost preview', diffOf('four', 'FOUR'));
    const told = expect.stringContaining('just now, for Ghost Runner is paused');
    expect(fits).toMatchObject({ done: 'done', sentence: told, diff: expect.stringContaining('+FOUR') });
    const misfit = await say('rita', issue, '/ghost preview', diffOf('nowhere', 'FOUR'));
    expect(misfit).toMatchObject({ done: 'refused', sentence: told });
    await world.command('ada', 'resume');
  });

  test('under the pull request of a patch is a revision of it', async () => {
    const before = await world.record('fix');
    const number = before.pullRequest?.number ?? 0;
    const report = await say('rita', number, '/ghost apply', diffOf('two', 'TWO!'));
    expect(report).toMatchObject({
      done: 'done',
      patch: 'fix',
      sentence: expect.stringContaining('takes the place'),
    });
    expect(await world.record('fix')).toMatchObject({
      outcome: { kind: 'updated' },
      pullRequest: { number },
    });
    expect(await world.git('show', 'ghost/fix:src/a.txt')).toContain('TWO!');
  });

  test('under one that a person closed is a patch of its own', async () => {
    await world.deliver('shut', {}, [edit('five', 'FIVE')]);
    const closed = (await world.record('shut')).pullRequest?.number ?? 0;
    await world.person('ada').close(closed);
    const report = await say('rita', closed, '/ghost apply', diffOf('five', '5'));
    expect(report).toMatchObject({ done: 'done', patch: expect.stringMatching(/^comment-\d+$/) });
  });

  test('that is done already is told so, and not done twice', async () => {
    const number = (await world.record('fix')).pullRequest?.number ?? 0;
    const runs = world.pipeline.runs().length;
    const { title } = await world.record('fix');
    const report = await say('rita', number, '/ghost apply', title, diffOf('two', 'TWO!'));
    expect(report).toMatchObject({ done: 'unchanged', sentence: expect.stringContaining('retry fix') });
    expect(world.pipeline.runs()).toHaveLength(runs);
  });

  test('that somebody else has done already is told so, and not approved by who wrote it again', async () => {
    const patch = ['Shout eight', diffOf('eight', 'EIGHT')] as const;
    await say('rita', issue, '/ghost apply id=both', ...patch);
    await say('bob', issue, '/ghost preview id=both', ...patch);
    expect((await world.record('both')).alsoSentBy).toBeUndefined();
    const report = await say('bob', issue, '/ghost apply id=both', ...patch);
    expect(report).toMatchObject({ done: 'unchanged', sentence: expect.stringContaining('retry both') });
    expect(await world.record('both')).toMatchObject({ sentFor: ['rita'], alsoSentBy: ['bob'] });
    expect(await world.command('bob', 'approve both')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
  });

  test.each([
    ['a reader', 'vera', []],
    ['an outsider', 'mallory', []],
    ['a bot that nobody named', 'other[bot]', []],
  ])('of %s is not applied, and gets no words', async (_, author, replies) => {
    const runs = world.pipeline.runs().length;
    const report = await say(author, issue, '/ghost apply', diffOf('five', 'FIVE'));
    expect(report).toMatchObject({ done: 'refused' });
    expect(thread(issue).replies).toEqual(replies);
    expect(thread(issue).reactions).toContain('confused');
    expect(world.pipeline.runs()).toHaveLength(runs);
  });

  test('of a reader under our pull request is not even tried', async () => {
    const number = (await world.record('fix')).pullRequest?.number ?? 0;
    for (const verb of ['apply', 'preview']) {
      expect(await say('vera', number, `/ghost ${verb}`, diffOf('five', 'FIVE'))).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('"apply" needs the role reviewer'),
      });
    }
    expect(thread(number).replies).toEqual([]);
  });

  test('is not sent where the log can not say first who wrote it', async () => {
    const runs = world.pipeline.runs().length;
    const { repository } = world.context;
    const losing: Repository = {
      ...repository,
      write: async (transaction) =>
        transaction.refs.some(({ ref }) => ref === CONTROL_REF)
          ? { ok: false, moved: [CONTROL_REF] }
          : await repository.write(transaction),
    };
    const body = `/ghost apply id=unlogged\n\n${diffOf('four', 'FOUR')}`;
    const id = await world.person('rita').comment(issue, body);
    const comment = { id, number: issue, author: 'rita', body };
    expect(await answerComment({ ...world.context, repository: losing }, comment)).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('was not sent'),
    });
    expect(world.pipeline.runs()).toHaveLength(runs);
  });

  test('without a fence gets an answer', async () => {
    await say('rita', issue, '/ghost apply', '--- a/src/a.txt');
    expect(thread(issue)).toEqual({
      reactions: ['eyes', 'confused'],
      replies: [expect.stringContaining('no patch below')],
    });
  });

  test('is answered once by who may hear it twice, and by others that only say so', async () => {
    const body = `/ghost apply id=twice\n\n${diffOf('six', 'SIX')}`;
    const id = await world.person('rita').comment(issue, body);
    const comment = { id, number: issue, author: 'rita', body, createdAt: new Date(), answerer: 'acme' };
    await world.person('vera').comment(issue, `<!-- ghost-runner: reply to ${id} -->`);
    expect(await answerComment(world.context, comment)).toMatchObject({ done: 'done', patch: 'twice' });
    expect(await answerComment(world.context, comment)).toBeNull();
    // As after a death between the reaction and the reply.
    const { comments = [] } = world.github.repository(REPOSITORY).issues.get(issue) ?? {};
    comments.splice(
      comments.findIndex(({ body: text }) => text.includes(`reply to ${id}`) && text.includes('twice')),
      1,
    );
    expect(await answerComment(world.context, comment)).toMatchObject({ done: 'unchanged' });
  });
});

describe('while patches are stopped, one in a comment', () => {
  test('is held by a pause, and worked on afterwards', async () => {
    await world.command('bob', 'pause a look');
    const report = await say('rita', issue, '/ghost apply id=later', diffOf('seven', 'SEVEN'));
    expect(report).toMatchObject({ done: 'done', sentence: expect.stringContaining('Held') });
    expect(await world.record('later')).toMatchObject({ state: 'held' });
    await world.command('bob', 'resume');
    expect(await world.until('later', ({ outcome }) => outcome?.kind === 'opened')).toBeDefined();
  });

  test('waits for a pause that is about who wrote it', async () => {
    await world.command('bob', 'pause too many from @rita');
    const report = await say('rita', issue, '/ghost apply id=mine', diffOf('eight', 'EIGHT'));
    expect(report).toMatchObject({ done: 'refused', sentence: expect.stringContaining('resume from') });
    expect(await world.refs('refs/ghost/patches/mine')).toEqual([]);
    await world.command('bob', 'resume from @rita');
  });

  test('stays held after the pause while who wrote it is locked, until that ends', async () => {
    await world.command('bob', 'pause a look');
    await say('rita', issue, '/ghost apply id=leak', diffOf('six', 'SIX'));
    expect(await world.record('leak')).toMatchObject({ state: 'held', sender: 'acme', sentFor: ['rita'] });
    await world.command('bob', 'lock a leak from @Rita');
    expect(await world.command('bob', 'resume')).toMatchObject({
      done: 'done',
      sentence: expect.not.stringContaining('worked on now'),
    });
    expect(await world.command('bob', 'retry leak')).toMatchObject({ done: 'refused' });
    await world.pipeline.idle();
    expect(await world.record('leak')).toMatchObject({ state: 'held' });
    expect(await world.command('ada', 'unlock from @rita')).toMatchObject({ done: 'done' });
    expect(await world.until('leak', ({ outcome }) => outcome?.kind === 'opened')).toMatchObject({
      sender: 'acme',
      sentFor: ['rita'],
    });
  });

  test('is not set going again by who is stopped, nor for them, though it was sent by us', async () => {
    await world.command('bob', 'lock a leak from @rita');
    const refused = { done: 'refused', sentence: expect.stringContaining('unlock from') };
    expect(await world.command('rita', 'retry later')).toMatchObject(refused);
    expect(await world.command('ada', 'retry later')).toMatchObject(refused);
    expect(await world.command('ada', 'approve later')).toMatchObject(refused);
    expect(await world.command('rita', 'revert fix')).toMatchObject(refused);
    expect(await world.command('rita', 'reject later')).toMatchObject({ done: 'done' });
    await world.command('ada', 'unlock from @rita');
  });

  test('is refused by a lock', async () => {
    await world.command('bob', 'lock a leak');
    const report = await say('rita', issue, '/ghost apply id=never', diffOf('eight', 'EIGHT'));
    expect(report).toMatchObject({ done: 'refused', sentence: expect.stringContaining('locked') });
    await world.command('ada', 'unlock');
  });
});

test('a patch that no run takes up is told as sent, and one whose tests go on as under way', async () => {
  world.pipeline.tests = 'hang';
  const body = (id: string) => `/ghost apply ${id}\n\n${diffOf('one', 'ONE')}`;
  expect(await world.comment('rita', issue, body('slow'))).toMatchObject({
    done: 'done',
    sentence: expect.stringContaining('under way'),
  });
  world.pipeline.idling = true;
  expect(await world.comment('rita', issue, body('queued'))).toMatchObject({
    done: 'unconfirmed',
    sentence: expect.stringContaining('status queued'),
  });
  world.pipeline.release();
  await world.pipeline.idle();
});
