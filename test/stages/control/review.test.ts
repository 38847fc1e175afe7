import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createOctokit } from '../../../src/io/github/client.ts';
import { createRuns } from '../../../src/io/github/runs.ts';
import { APPROVAL_LABEL } from '../../../src/record/approval.ts';
import { recordRef } from '../../../src/record/record.ts';
import { apply } from '../../../src/stages/apply.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { readPatchState } from '../../../src/stages/control/patch.ts';
import { redraftUnapproved } from '../../../src/stages/control/stale-approval.ts';
import { EDIT, openWorld, type World } from './world.ts';

const THREE = [{ kind: 'edit', path: 'src/a.txt', find: 'three\n', replace: 'THREE\n' }];
const APPROVAL = 'test:\n  command: npm test\napproval: required\n';

let world: World;
afterEach(() => world.close());

describe('approve', () => {
  beforeEach(async () => {
    world = await openWorld({ config: APPROVAL });
    await world.deliver('fix');
  });

  test('until somebody approves, the pull request is a draft with a label; then it is ready', async () => {
    expect(await world.pull(1)).toMatchObject({ draft: true, labels: [APPROVAL_LABEL] });
    const report = await world.command('rita', 'approve fix');
    expect(report).toMatchObject({ done: 'done', observed: [{ state: 'open, ready' }, {}, {}] });
    expect(await world.pull(1)).toMatchObject({ draft: false, labels: [] });
    const record = await world.record('fix');
    expect(record.approval).toMatchObject({ by: 'rita', digest: record.digest, sha: record.head });
    expect(await world.command('bob', 'approve fix')).toMatchObject({ done: 'unchanged' });
    expect(await world.acts()).toMatchObject([{ verb: 'approve', by: 'rita', patch: 'fix' }, {}]);
  });

  test('nobody approves what they sent, nor without write access, nor while paused', async () => {
    expect(await world.command('gpt', 'approve fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
    expect(await world.command('vera', 'approve fix')).toMatchObject({ done: 'refused' });
    expect(await world.command('stranger', 'approve fix')).toMatchObject({ done: 'refused', role: 'none' });
    await world.command('ada', 'pause');
    expect(await world.command('rita', 'approve fix')).toMatchObject({ done: 'refused' });
    expect(await world.pull(1)).toMatchObject({ draft: true, labels: [APPROVAL_LABEL] });
  });

  test('what a person committed to is not approved with it', async () => {
    await world.person('gpt').push('ghost/fix', { 'src/b.txt': 'sneaked in\n' });
    expect(await world.command('rita', 'approve fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Somebody else committed'),
    });
  });

  test('a new commit makes the approval stale, and the pull request a draft again', async () => {
    await world.command('rita', 'approve fix');
    const look = async () => {
      const state = await readPatchState(world.context.repository, 'fix');
      return typeof state === 'string' ? null : redraftUnapproved(world.context, state);
    };
    expect(await look()).toBe('none');
    await world.person('gpt').push('ghost/fix', { 'src/b.txt': 'more\n' });
    expect(await look()).toBe('drafted');
    expect(await world.pull(1)).toMatchObject({ draft: true, labels: [APPROVAL_LABEL] });
    expect(await look()).toBe('none');
  });

  test('a revision needs an approval of its own', async () => {
    await world.command('rita', 'approve fix');
    await world.deliver('fix', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }]);
    expect(await world.pull(1)).toMatchObject({ draft: true, labels: [APPROVAL_LABEL] });
    expect((await world.record('fix')).approval).toEqual({ required: true });
  });

  test('what came after a comment was written is not approved by it', async () => {
    const createdAt = new Date();
    await world.deliver('fix', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }]);
    const before = new Date(createdAt.getTime() - 2000);
    expect(await world.comment('rita', 1, '/ghost approve', { createdAt: before })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('has changed since this was written'),
    });
    expect(await world.pull(1)).toMatchObject({ draft: true });
    const after = { createdAt: new Date() };
    expect(await world.comment('rita', 1, '/ghost approve', after)).toMatchObject({ done: 'done' });
  });

  test('what commands made while an approval waited in a queue is not approved by it', async () => {
    const record = await world.record('fix');
    const [asked, published, later] = [0, 60_000, 120_000].map((ms) => new Date(Date.now() + ms));
    const changes = [{ path: 'src/b.txt', action: 'modify', added: 1, removed: 1 }];
    await world.rewrite('fix', {
      ...record,
      generated: { commands: ['format'], changes, onto: record.head },
      steps: [...record.steps, { stage: 'publish', at: published?.toISOString(), seconds: 1 }],
    });
    expect(await approveAt(asked)).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('has changed since this was written'),
    });
    expect(await approveAt(later)).toMatchObject({ done: 'done' });
  });

  test('what was on its way when a comment was written, and not yet on the branch, is not approved by it', async () => {
    const record = await world.record('fix');
    const [asked, published, later] = [30_000, 60_000, 120_000].map((ms) => new Date(Date.now() + ms));
    await world.rewrite('fix', {
      ...record,
      steps: [...record.steps, { stage: 'publish', at: published?.toISOString(), seconds: 1 }],
    });
    expect(await approveAt(asked)).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('has changed since this was written'),
    });
    expect(await approveAt(later)).toMatchObject({ done: 'done' });
  });

  test('who sent it does not approve it, though a revision came before we sent it once more for somebody', async () => {
    const patch: unknown = JSON.parse(await world.git('show', `${recordRef('fix')}:patch.json`));
    await world.deliver('fix', {}, [REVISION]);
    // As what does not say that it is sent from its record, such as an older server.
    await world.context.runs.dispatch({ id: 'fix', patch });
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({ sender: 'acme', outcome: { kind: 'updated' } });
    expect(await world.command('gpt', 'approve fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
    expect(await world.command('rita', 'approve fix')).toMatchObject({ done: 'done' });
  });

  test.each(['while it is tested', 'after that'])(
    'who sends what another one has sent does not approve it, though that was %s',
    async (when) => {
      world.pipeline.tests = 'hang';
      await world.send('both', {}, THREE);
      await world.until('both', ({ state }) => state === 'applied');
      const written = JSON.parse(await world.git('show', `${recordRef('both')}:patch.json`));
      const run = { id: 4_711, attempt: 1, url: '' };
      const sendToo = async (sender: string) =>
        await apply(
          { ...world.context, run },
          { payload: { id: 'both', patch: written }, sender, dryRun: false },
        );
      if (when === 'while it is tested') await sendToo('rita');
      world.pipeline.release();
      await world.until('both', ({ outcome }) => outcome?.kind === 'opened');
      if (when === 'after that') await sendToo('rita');
      expect(await world.record('both')).toMatchObject({ sender: 'gpt', alsoSentBy: ['rita'] });
      expect(await world.command('rita', 'approve both')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('nobody approves their own'),
      });
    },
  );

  test('a stop of who sends what another one has in test holds that', async () => {
    world.pipeline.tests = 'hang';
    await world.send('both', {}, THREE);
    await world.until('both', ({ state }) => state === 'applied');
    const written = JSON.parse(await world.git('show', `${recordRef('both')}:patch.json`));
    const delivery = { payload: { id: 'both', patch: written }, sender: 'rita', dryRun: false };
    await apply({ ...world.context, run: { id: 4_711, attempt: 1, url: '' } }, delivery);
    await world.command('ada', 'pause from @rita');
    world.pipeline.release();
    await world.until('both', ({ outcome }) => outcome?.kind === 'held');
  });

  test('who sent it does not approve it, though another one had sent the same before and nothing came of that', async () => {
    await world.command('ada', 'lock a drill');
    await world.deliver('drill');
    expect(await world.record('drill')).toMatchObject({ sender: 'gpt', outcome: { kind: 'halted' } });
    await world.command('bob', 'unlock');
    const patch: unknown = JSON.parse(await world.git('show', `${recordRef('drill')}:patch.json`));
    const token = world.github.createToken({
      login: 'rita',
      permissions: { metadata: 'read', contents: 'write' },
    });
    const { apiUrl } = world.github;
    await createRuns({ octokit: createOctokit({ token, apiUrl }), owner: 'acme', name: 'shop' }).dispatch({
      id: 'drill',
      patch,
    });
    await world.pipeline.idle();
    await world.until('drill', ({ outcome }) => outcome?.kind === 'opened');
    for (const login of ['gpt', 'rita']) {
      expect(await world.command(login, 'approve drill')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('nobody approves their own'),
      });
    }
    expect(await world.command('bob', 'approve drill')).toMatchObject({ done: 'done' });
  });

  test('who sent what its branch shows does not approve it, though a later attempt that came to nothing is on record', async () => {
    const shown = await world.record('fix');
    await world.deliver('fix', {}, [{ ...REVISION, find: 'nowhere' }]);
    const later = await world.record('fix');
    expect(later).toMatchObject({ head: shown.head, outcome: { kind: 'refused' } });
    // As where somebody else had sent that, and what counted before counts again, because it was closed and reopened.
    const { outcome, approval } = shown;
    await world.rewrite('fix', { ...later, sender: 'acme', digest: 'f'.repeat(64), outcome, approval });
    expect(await world.command('gpt', 'approve fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
  });

  test.each(['paused', 'locked'])(
    'what a sender who is %s sends under its id keeps nobody from approving what another one has sent',
    async (state) => {
      const shown = await world.record('fix');
      await world.command('ada', state === 'paused' ? 'pause from @rita' : 'lock from @rita');
      await sendAs('rita', [REVISION]);
      // The same as what is shown, behind a revision: who is stopped is no sender of that either.
      await sendAs('rita', [EDIT]);
      if (state === 'paused') {
        expect(await world.command('bob', 'approve fix')).toMatchObject({
          done: 'refused',
          sentence: expect.stringContaining('write "cancel fix" first, then "approve fix"'),
        });
        await world.command('bob', 'cancel fix');
      }
      expect(await world.record('fix')).toMatchObject({ sender: 'rita', head: shown.head });
      expect(await world.command('rita', 'approve fix')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('nobody approves their own'),
      });
      expect(await world.command('bob', 'approve fix')).toMatchObject({ done: 'done' });
      expect(await world.command('ada', 'approve fix')).toMatchObject({ done: 'unchanged' });
      expect(await world.record('fix')).toMatchObject({ sender: 'gpt', approval: { by: 'bob' } });
      expect(await world.pull(1)).toMatchObject({ draft: false, head: { sha: shown.head } });
    },
  );

  test('what a sender who is locked has sent is not approved behind what another one sent since', async () => {
    await sendAs('rita', [{ ...REVISION, find: 'nowhere' }]);
    expect(await world.record('fix')).toMatchObject({ sender: 'rita', outcome: { kind: 'refused' } });
    await world.command('ada', 'lock from @gpt');
    expect(await world.command('bob', 'approve fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Patches from gpt are locked'),
    });
    expect(await world.pull(1)).toMatchObject({ draft: true });
  });

  test('what somebody wrote into a comment is not approved while they are locked, whoever sent what since', async () => {
    const { number } = await world.context.conversation.openIssue({ title: 'Wrong', body: '', labels: [] });
    const body = '/ghost apply wrote\n\n```diff\n--- a/src/a.txt\n+++ b/src/a.txt\n@@\n-three\n+THREE\n```';
    expect(await world.comment('rita', number, body)).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    // As where an older server sent it, which named nobody.
    const { sentFor: _, ...record } = await world.record('wrote');
    await world.rewrite('wrote', record);
    const ref = recordRef('wrote');
    await world.force(ref, await world.git('log', '-1', '--format=%B', ref), { tree: `${ref}^{tree}` });
    await world.deliver('wrote', {}, [{ ...REVISION, find: 'nowhere' }]);
    expect(await world.record('wrote')).toMatchObject({ sender: 'gpt', outcome: { kind: 'refused' } });
    await world.command('ada', 'lock from @rita');
    expect(await world.command('bob', 'approve wrote')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Patches from rita are locked'),
    });
  });

  test('a stop of a branch that a later delivery is for, which came to nothing, keeps nobody from approving', async () => {
    await world.git('branch', 'release', 'main');
    await world.command('ada', 'lock on branch release');
    await world.deliver('fix', { base: { branch: 'release' } }, [REVISION]);
    expect(await world.record('fix')).toMatchObject({ outcome: { kind: 'halted' } });
    expect(await world.command('bob', 'approve fix')).toMatchObject({ done: 'done' });
  });

  test('who wrote it into a comment does not approve it, though somebody else wrote the same one again', async () => {
    const { number } = await world.context.conversation.openIssue({ title: 'Wrong', body: '', labels: [] });
    const body = '/ghost apply twice\n\n```diff\n--- a/src/a.txt\n+++ b/src/a.txt\n@@\n-three\n+THREE\n```';
    world.pipeline.tests = 'hang';
    expect(await world.comment('rita', number, body)).toMatchObject({ done: 'done' });
    expect(await world.command('rita', 'cancel twice')).toMatchObject({ done: 'done' });
    world.pipeline.tests = 'passed';
    expect(await world.comment('bob', number, body)).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    // As where an older server sent both, which named nobody.
    const { sentFor: _, alsoSentBy: __, ...record } = await world.record('twice');
    await world.rewrite('twice', record);
    const ref = recordRef('twice');
    await world.force(ref, await world.git('log', '-1', '--format=%B', ref), { tree: `${ref}^{tree}` });
    for (const login of ['bob', 'rita']) {
      expect(await world.command(login, 'approve twice')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('nobody approves their own'),
      });
    }
    expect(await world.command('ada', 'approve twice')).toMatchObject({ done: 'done' });
  });

  test('for who may not ask, no history is read', async () => {
    const read: string[] = [];
    const { ledger } = world.context;
    const history: typeof ledger.history = (ref, limit) => {
      read.push(ref);
      return ledger.history(ref, limit);
    };
    const counted = { ...world.context, ledger: { ...ledger, history } };
    for (const verb of ['approve', 'retry'] as const) {
      const command = { verb, id: 'fix' } as const;
      expect(await execute(counted, { command, surface: 'comment', actor: 'vera' })).toMatchObject({
        done: 'refused',
      });
    }
    expect(read).toEqual([]);
  });

  test('a revision that comes while an approval is written stays a draft, also where the page is slow to show it', async () => {
    const { conversation } = world.context;
    const before = await world.record('fix');
    const racing = {
      ...world.context,
      conversation: {
        ...conversation,
        // GitHub moves the pull request some time after its branch.
        pullRequest: async (number: number) => {
          const facts = await conversation.pullRequest(number);
          return facts && { ...facts, draft: false, head: { ...facts.head, sha: before.head ?? '' } };
        },
        setDraft: async (nodeId: string, draft: boolean) => {
          if (!draft) {
            world.pipeline.tests = 'hang';
            await world.send('fix', {}, [REVISION]);
            await world.pipeline.hanging();
          }
          return await conversation.setDraft(nodeId, draft);
        },
      },
    };
    const command = { verb: 'approve', id: 'fix' } as const;
    const report = await execute(racing, { command, surface: 'form', actor: 'rita' });
    expect(report).toMatchObject({ done: 'unconfirmed' });
    expect(await world.pull(1)).toMatchObject({ draft: true });
    world.pipeline.release();
    await world.pipeline.idle();
  });

  const REVISION = { kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' };

  async function sendAs(sender: string, changes: readonly object[]): Promise<void> {
    const run = { id: 4_711, attempt: 1, url: '' };
    const patch = { version: 1, title: 'Change fix', changes };
    await apply({ ...world.context, run }, { payload: { id: 'fix', patch }, sender, dryRun: false });
  }

  function approveAt(createdAt = new Date()) {
    return world.comment('rita', 1, '/ghost approve', { createdAt });
  }

  test('failing tests are not approved away', async () => {
    world.pipeline.tests = 'failed';
    await world.deliver('broken', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    expect(await world.command('rita', 'approve broken')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('not known to have passed'),
    });
  });
});

test('without drafts the title says that an approval is missing, until there is one', async () => {
  world = await openWorld({ config: APPROVAL, drafts: false });
  await world.deliver('fix');
  expect(await world.pull(1)).toMatchObject({
    draft: false,
    title: '[needs approval] Change fix',
    labels: [APPROVAL_LABEL],
  });
  expect(await world.command('rita', 'approve fix')).toMatchObject({ done: 'done' });
  expect(await world.pull(1)).toMatchObject({ title: 'Change fix', labels: [] });
});

describe('reject', () => {
  beforeEach(async () => {
    world = await openWorld();
    await world.deliver('fix');
  });

  test('says why, closes, and puts it on record', async () => {
    const report = await world.command('rita', 'reject fix it breaks the @everyone budget');
    expect(report).toMatchObject({ done: 'done', observed: [{ state: 'closed' }, { state: 'closed' }] });
    expect(await world.record('fix')).toMatchObject({
      outcome: { kind: 'closed', by: 'rita', reason: 'it breaks the @everyone budget' },
    });
    const { pullRequests } = await world.github.snapshot('acme/shop');
    expect(pullRequests[0]).toMatchObject({ state: 'closed' });
    const comments = [...(world.github.repository('acme/shop').pulls.get(1)?.comments ?? [])];
    expect(comments.at(-1)?.body).toContain('it breaks the');
    expect(comments.at(-1)?.body).not.toContain('@everyone');
    expect(await world.command('rita', 'reject fix')).toMatchObject({ done: 'unchanged' });
  });

  test('what is merged while it is being rejected is merged, and the record is left alone', async () => {
    const { conversation } = world.context;
    const context = {
      ...world.context,
      conversation: {
        ...conversation,
        closePullRequest: async (number: number) => {
          await world.person('bob').merge(number);
        },
      },
    };
    const command = { verb: 'reject', id: 'fix', reason: null } as const;
    expect(await execute(context, { command, surface: 'form', actor: 'rita' })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('merged already'),
    });
    expect(await world.record('fix')).toMatchObject({ outcome: { kind: 'opened' } });
  });

  test('what is held is not rejected with what its pull request shows, and what is shown when that is cancelled', async () => {
    await world.command('ada', 'pause');
    await world.deliver('fix', {}, [{ kind: 'edit', path: 'src/b.txt', find: 'b', replace: 'c' }]);
    expect((await world.record('fix')).state).toBe('held');
    expect(await world.command('rita', 'reject fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('"cancel fix" first'),
    });
    expect((await world.record('fix')).state).toBe('held');
    await world.command('rita', 'cancel fix');
    expect(await world.command('rita', 'reject fix')).toMatchObject({ done: 'done' });
  });

  test('what is merged, under way or without a pull request is not rejected', async () => {
    await world.person('rita').merge(1);
    expect(await world.command('rita', 'reject fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('revert fix'),
    });
    await world.deliver('misfit', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: '' }]);
    expect(await world.command('rita', 'reject misfit')).toMatchObject({ done: 'refused' });
    world.pipeline.tests = 'hang';
    await world.send('slow', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    await world.until('slow', ({ state }) => state === 'applied');
    expect(await world.command('rita', 'reject slow')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('A run works on slow'),
    });
    world.pipeline.release();
    await world.pipeline.idle();
  });
});

describe('retry', () => {
  beforeEach(async () => {
    world = await openWorld();
    await world.deliver('fix');
  });

  test("works on the patch again, on today's base, in the same pull request", async () => {
    await world.person('ada').push('main', { 'src/b.txt': 'moved on\n' });
    const report = await world.command('rita', 'retry fix');
    expect(report).toMatchObject({ done: 'done', observed: [{ kind: 'record', name: 'fix' }] });
    await world.pipeline.idle();
    expect(await world.record('fix')).toMatchObject({
      attempt: 2,
      sender: 'gpt',
      outcome: { kind: 'updated' },
      pullRequest: { number: 1 },
    });
    expect(await world.git('show', 'refs/heads/ghost/fix:src/b.txt')).toBe('moved on\n');
    // A plain redelivery of what is finished is a duplicate still.
    await world.deliver('fix');
    expect(await world.record('fix')).toMatchObject({ attempt: 2 });
  });

  test('an id that is no ref name is sent on as it was written', async () => {
    await world.deliver('Fix the Cart!', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    const [ref = ''] = (await world.refs('refs/ghost/patches/')).filter((one) => one.includes('cart'));
    const slug = ref.split('/').at(-1) ?? '';
    expect(await world.command('rita', `retry ${slug}`)).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record(slug)).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
  });

  test('what is kept of a patch that was refused is not sent on where it reads as another one', async () => {
    await world.deliver('two', { id: 'other' }, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    expect(await world.record('two')).toMatchObject({ sender: 'gpt', outcome: { kind: 'refused' } });
    expect(await world.command('rita', 'retry two')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('reads otherwise than what was sent'),
    });
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test("a person's commit and a closed or merged pull request are left as they are", async () => {
    await world.person('ada').push('ghost/fix', { 'src/b.txt': 'mine\n' });
    expect(await world.command('rita', 'retry fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Somebody else committed'),
    });
    await world.deliver('two', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    await world.person('rita').close(2);
    expect(await world.command('rita', 'retry two')).toMatchObject({ done: 'refused' });
    await world.deliver('three', {}, [{ kind: 'write', path: 'd.txt', content: 'c\n' }]);
    await world.person('rita').merge(3);
    expect(await world.command('rita', 'retry three')).toMatchObject({ done: 'refused' });
    expect(world.pipeline.runs()).toHaveLength(3);
  });

  test('one whose place another patch took is left as it is, and the answer names that patch', async () => {
    await world.person('rita').close(1);
    const { pullRequest } = await world.record('fix');
    const superseded = { kind: 'superseded', by: 'better', pullRequest };
    await world.rewrite('fix', { ...(await world.record('fix')), outcome: superseded });
    for (const verb of ['retry', 'approve']) {
      expect(await world.command('rita', `${verb} fix`)).toMatchObject({
        done: 'refused',
        sentence: expect.stringMatching(/patch better took the place of fix.*reopen it to have both/),
      });
    }
    expect(world.pipeline.runs()).toHaveLength(1);
  });

  test('what is under way is not asked for twice', async () => {
    world.pipeline.tests = 'hang';
    await world.send('slow', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    await world.until('slow', ({ state }) => state === 'applied');
    expect(await world.command('rita', 'retry slow')).toMatchObject({ done: 'unchanged' });
    world.pipeline.release();
    await world.pipeline.idle();
  });

  test('when something breaks after it was sent, that is told and stands in the log', async () => {
    world.pipeline.idling = true;
    const context = { ...world.context, wait: async () => Promise.reject(new Error('the clock is gone')) };
    const command = { verb: 'retry', id: 'fix' } as const;
    expect(await execute(context, { command, surface: 'form', actor: 'rita' })).toMatchObject({
      done: 'failed',
      sentence: expect.stringContaining('the clock is gone'),
    });
    expect(await world.acts()).toMatchObject([
      { verb: 'retry', by: 'rita', result: expect.stringContaining('did not come to its end') },
      { verb: 'retry', by: 'rita', result: 'fix is sent. It is to be attempt 2.' },
      { verb: 'start' },
    ]);
  });

  test('is refused with the stop where the account is locked by which it is sent, and the patch stays as it was', async () => {
    const before = await world.record('fix');
    await world.command('ada', 'lock from @acme a leaked token');
    expect(await world.command('rita', 'retry fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringMatching(/from acme are locked by ada: a leaked token/),
    });
    expect(await world.record('fix')).toEqual(before);
  });

  test('when no run takes it up, that is not confirmed', async () => {
    world.pipeline.idling = true;
    const report = await world.command('rita', 'retry fix');
    expect(report).toMatchObject({ done: 'unconfirmed' });
    expect(report.confirmedAt).toBeUndefined();
  });
});
