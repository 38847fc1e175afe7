import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import type { Switch } from '../../src/control/switches.ts';
import type { TestReport } from '../../src/record/outcome.ts';
import { CONTROL_REF, recordRef } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';
import { fingerprintMessage } from '../../src/report/slack.ts';
import { apply } from '../../src/stages/apply.ts';
import type { Handover } from '../../src/stages/handover.ts';
import { publish } from '../../src/stages/publish.ts';
import { CONFIG, createWorld, type World } from './world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

describe('stages/publish', () => {
  test('a patch that passed becomes an open pull request, a success status, and a finished record', async () => {
    const handover = await applied();
    const report = await publish(world.context, handover, job(handover, 'passed'));
    expect(report.outcome).toMatchObject({ kind: 'opened', pullRequest: { number: 1 } });
    expect(world.forge.pulls).toMatchObject([
      { title: 'Fix it', head: 'ghost/fix', draft: false, labels: ['ghost'] },
    ]);
    expect(world.forge.statuses.map(({ sha, state }) => [sha, state])).toEqual([
      [handover.head, 'pending'],
      [handover.head, 'success'],
    ]);
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      head: handover.head,
      pullRequest: { number: 1 },
      outcome: { kind: 'opened' },
      slack: { channel: 'C0TEST', ts: '1.0' },
      steps: [{ stage: 'apply' }, { stage: 'test', seconds: 1.5 }, { stage: 'publish' }],
      warnings: [],
    });
    expect(world.chat.posts.map((post) => post.messages.length)).toEqual([2]);
    const shown = world.chat.posts[0]?.messages.at(-1);
    expect(world.record('fix').slack?.shown).toBe(shown && fingerprintMessage(shown));
    expect(world.git('show', `${recordRef('fix')}:patch.json`)).toContain('Fix it');
  });

  test('a patch that failed becomes a draft with the failing lines, and a failure status', async () => {
    const handover = await applied();
    const report = await publish(world.context, handover, job(handover, 'failed'));
    expect(report.outcome).toMatchObject({
      kind: 'tests_failed',
      tests: { failingLines: ['not ok 1 - adds up'] },
    });
    expect(world.forge.pulls).toMatchObject([
      { draft: true, body: expect.stringContaining('not ok 1 - adds up') },
    ]);
    expect(world.forge.statuses.at(-1)).toMatchObject({ state: 'failure' });
  });

  test.each([
    ['tests that never end', 'timed_out', 'timed_out'],
    ['a command that is not there', 'not_started', 'crashed'],
  ] as const)(
    '%s: no pull request, and the branch goes with its record in one step',
    async (_, verdict, kind) => {
      const handover = await applied();
      const report = await publish(world.context, handover, job(handover, verdict));
      expect(report.outcome).toMatchObject({ kind });
      expect(world.forge.pulls).toEqual([]);
      expect(world.head('fix')).toBeNull();
      expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind } });
      expect(world.forge.statuses.at(-1)).toMatchObject({
        sha: handover.head,
        state: kind === 'timed_out' ? 'failure' : 'error',
      });
    },
  );

  test.each([
    ['no report because the runner was lost', 'failure', ''],
    ['no report because the job was cancelled', 'cancelled', ''],
    ['a report that is not one', 'success', '{"verdict":"passed"}'],
    [
      'a report with more in it than there should be',
      'success',
      JSON.stringify({ ...testReport('a'.repeat(40), 'passed'), extra: 1 }),
    ],
    ['a report on another commit', 'success', JSON.stringify(testReport('a'.repeat(40), 'passed'))],
  ])('%s is a crash of the tests, never a pass', async (_, result, report) => {
    const handover = await applied();
    expect((await publish(world.context, handover, { result, report })).outcome).toMatchObject({
      kind: 'crashed',
      stage: 'test',
    });
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBeNull();
  });

  test('a run that is started again ends the status of the commit that its first attempt left', async () => {
    const first = await applied();
    const again = { ...world.context, run: { ...world.context.run, attempt: 2 } };
    world.commit({ 'src/b.txt': 'elsewhere\n' });
    const report = await apply(again, delivery());
    if (report.kind !== 'applied') throw new Error(report.kind);
    const { handover } = report;
    expect(handover.head).not.toBe(first.head);
    await publish(again, handover, job(handover, 'passed'));
    const statusOf = (head: string) => world.forge.statuses.findLast(({ sha }) => sha === head);
    expect(statusOf(first.head)).toMatchObject({
      state: 'error',
      description: expect.stringContaining('later'),
    });
    expect(statusOf(handover.head)).toMatchObject({ state: 'success' });
  });

  test('a run that is started again, and does not fit any more, ends that status too', async () => {
    const first = await applied();
    const again = { ...world.context, run: { ...world.context.run, attempt: 2 } };
    world.commit({ 'src/a.txt': 'one\nthree\n' });
    expect(await apply(again, delivery())).toMatchObject({ kind: 'ended', outcome: { kind: 'refused' } });
    expect(world.forge.statuses.at(-1)).toMatchObject({ sha: first.head, state: 'error' });
  });

  test('a pass from a job that went wrong afterwards is no pass', async () => {
    const handover = await applied();
    expect(
      (await publish(world.context, handover, { ...job(handover, 'passed'), result: 'failure' })).outcome,
    ).toMatchObject({ kind: 'crashed', stage: 'test' });
  });

  test('a pull request on record that GitHub does not show yet gets no second one beside it, and is moved on when it is shown', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    await expect(publish(unseen(), second, job(second, 'passed'))).rejects.toThrow(
      'pull request #1 of fix is on record and not seen on GitHub',
    );
    expect(world.forge.pulls).toHaveLength(1);
    expect(world.record('fix')).toMatchObject({ state: 'applied', attempt: 2 });
    const report = await publish(world.context, second, job(second, 'passed'));
    expect(report.outcome).toMatchObject({ kind: 'updated', pullRequest: { number: 1 } });
  });

  test('a pull request on record that GitHub does not show yet keeps its branch where a revision has no verdict', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    const { outcome } = await publish(unseen(), second, job(second, 'timed_out'));
    expect(outcome).toMatchObject({ kind: 'timed_out' });
    expect(world.git('rev-parse', 'refs/heads/ghost/fix')).toBe(second.head);
    expect(world.record('fix')).toMatchObject({ head: second.head, pullRequest: { number: 1 } });
  });

  test('a revision moves the same pull request on, out of its draft, and edits the same message', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'failed'));
    const second = await applied('zwei');
    const report = await publish(world.context, second, job(second, 'passed'));
    expect(report.outcome).toMatchObject({ kind: 'updated', pullRequest: { number: 1 } });
    expect(world.forge.pulls).toMatchObject([{ number: 1, draft: false, state: 'open' }]);
    expect(world.chat.posts.map((post) => post.messages.length)).toEqual([4]);
  });

  test('a revision that times out makes the pull request a draft that no longer claims a pass', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    expect(world.forge.pulls).toMatchObject([{ draft: false, body: expect.stringContaining('✅') }]);
    const second = await applied('zwei');
    expect((await publish(world.context, second, job(second, 'timed_out'))).outcome).toMatchObject({
      kind: 'timed_out',
    });
    expect(world.head('fix')).toBe(second.head);
    expect(world.forge.pulls).toMatchObject([
      { state: 'open', draft: true, body: expect.not.stringContaining('✅') },
    ]);
    expect(world.forge.pulls[0]?.body).toContain('gave no verdict');
  });

  test('a ready pull request is a draft from when its branch moves to what nobody has approved', async () => {
    requireApproval();
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    Object.assign(world.forge.pulls[0] ?? {}, { draft: false });
    await applied('zwei');
    expect(world.forge.pulls).toMatchObject([{ draft: true }]);
  });

  test('a draft that an approval makes ready while its branch moves is a draft again', async () => {
    requireApproval();
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    approveOnRecord();
    const { repository } = world.context;
    const racing: typeof repository = {
      ...repository,
      write: async (transaction) => {
        Object.assign(world.forge.pulls[0] ?? {}, { draft: false });
        return repository.write(transaction);
      },
    };
    await applied('zwei', { ...world.context, repository: racing });
    expect(world.forge.pulls).toMatchObject([{ draft: true }]);
  });

  test('a lock that comes while a revision is tested makes its pull request a draft', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    stop('locked');
    expect((await publish(world.context, second, job(second, 'passed'))).outcome).toMatchObject({
      kind: 'halted',
    });
    expect(world.forge.pulls).toMatchObject([
      { draft: true, body: expect.stringContaining('gave no verdict') },
    ]);
  });

  test('what is to wait is a draft before its status would let GitHub merge it', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    const { forge } = world.context;
    const flags: (boolean | undefined)[] = [];
    const watched = {
      ...forge,
      decoratePullRequest: async (request: Parameters<typeof forge.decoratePullRequest>[0]) => {
        await new Promise(setImmediate);
        return await forge.decoratePullRequest(request);
      },
      setStatus: async (...status: Parameters<typeof forge.setStatus>) => {
        flags.push(world.forge.pulls[0]?.draft);
        await forge.setStatus(...status);
      },
    };
    await publish({ ...world.context, forge: watched }, second, job(second, 'failed'));
    expect(flags).toEqual([true]);
  });

  test('a command that the test job makes up is not repeated: the one of the config is', async () => {
    const handover = await applied();
    const report = { ...testReport(handover.head, 'passed'), command: 'full-security-audit' };
    await publish(world.context, handover, { result: 'success', report: JSON.stringify(report) });
    expect(JSON.stringify([world.forge.pulls, world.forge.statuses])).not.toContain('full-security-audit');
  });

  test('failing lines that the test job makes up are as few and as short as real ones', async () => {
    const handover = await applied();
    const forged = {
      ...testReport(handover.head, 'failed'),
      failingLines: Array.from({ length: 90 }, () => 'x'.repeat(1000)),
    };
    const { outcome } = await publish(world.context, handover, {
      result: 'failure',
      report: JSON.stringify(forged),
    });
    expect(outcome).toMatchObject({ tests: { verdict: 'failed' } });
    const { failingLines = [] } = 'tests' in outcome ? (outcome.tests ?? {}) : {};
    expect([failingLines.length, Math.max(...failingLines.map(({ length }) => length))]).toEqual([20, 501]);
  });

  test.each([
    ['a pass with a failing exit code', { exitCode: 1 }],
    ['a pass that took longer than it may', { seconds: 1e300 }],
  ])('%s is no report', async (_, forged) => {
    const handover = await applied();
    const report = { ...testReport(handover.head, 'passed'), ...forged };
    expect(
      (await publish(world.context, handover, { result: 'success', report: JSON.stringify(report) })).outcome,
    ).toMatchObject({ kind: 'crashed', stage: 'test', reason: expect.stringContaining('contradicts') });
  });

  test('a pull request that shows a moment later what its branch shows is one all the same', async () => {
    const handover = await applied();
    const { forge } = world.context;
    const lagging = {
      ...forge,
      openPullRequest: async (request: Parameters<typeof forge.openPullRequest>[0]) => ({
        ...(await forge.openPullRequest(request)),
        head: 'f'.repeat(40),
      }),
    };
    expect(
      (await publish({ ...world.context, forge: lagging }, handover, job(handover, 'passed'))).outcome,
    ).toMatchObject({ kind: 'opened' });
  });

  test('a pull request that shows another commit than was tested is no success', async () => {
    const handover = await applied();
    const { forge } = world.context;
    const racing = {
      ...forge,
      openPullRequest: async (request: Parameters<typeof forge.openPullRequest>[0]) => {
        const opened = await forge.openPullRequest(request);
        world.git('checkout', '-q', 'ghost/fix');
        world.commit({ 'src/a.txt': 'by hand\n' });
        return { ...opened, head: world.head('fix') ?? '' };
      },
    };
    expect(
      (await publish({ ...world.context, forge: racing }, handover, job(handover, 'passed'))).outcome,
    ).toMatchObject({ kind: 'conflict', reason: 'branch_edited', pullRequest: { number: 1 } });
  });

  test('a pull request that a person closes at this very moment is no success', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    const { forge } = world.context;
    const racing = {
      ...forge,
      updatePullRequest: async (...args: Parameters<typeof forge.updatePullRequest>) => ({
        ...(await forge.updatePullRequest(...args)),
        state: 'closed' as const,
      }),
    };
    expect(
      (await publish({ ...world.context, forge: racing }, second, job(second, 'passed'))).outcome,
    ).toMatchObject({ kind: 'conflict', reason: 'pull_request_closed' });
  });

  test('a message that Slack may have taken is not written twice, and the record says so', async () => {
    world.chat.failures.always = Object.assign(new Error('no answer'), { maybePosted: true });
    const handover = await applied();
    world.chat.failures.always = null;
    await publish(world.context, handover, job(handover, 'passed'));
    expect(world.chat.posts).toEqual([]);
    expect(world.record('fix').warnings.some((warning) => warning.includes('no answer'))).toBe(true);
  });

  test("a message that Slack did not take is written when publishing, in the config's channel", async () => {
    world.chat.failures.always = new Error('ratelimited');
    const handover = await applied();
    world.chat.failures.always = null;
    await publish(world.context, handover, job(handover, 'passed'));
    expect(world.chat.posts).toMatchObject([{ ref: { channel: 'C0TEST' } }]);
  });

  test('a delivery that was revised while it was tested steps aside, and its message says so', async () => {
    const first = await applied();
    await apply({ ...world.context, run: { id: 2, attempt: 1, url: '' } }, delivery('zwei'));
    const before = world.git('for-each-ref');
    expect((await publish(world.context, first, job(first, 'passed'))).outcome).toMatchObject({
      kind: 'conflict',
      reason: 'revised',
    });
    expect(world.git('for-each-ref')).toBe(before);
    expect(world.forge.pulls).toEqual([]);
    expect(world.chat.posts.map((post) => post.messages.length)).toEqual([2, 1]);
  });

  test('running the job again after it has published changes nothing', async () => {
    const handover = await applied();
    await publish(world.context, handover, job(handover, 'passed'));
    const before = world.git('for-each-ref');
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'duplicate',
      pullRequest: { number: 1 },
    });
    expect(world.git('for-each-ref')).toBe(before);
    expect(world.forge.pulls).toHaveLength(1);
  });

  test('a job that died after opening the pull request is finished by running it again, with one pull request', async () => {
    const handover = await applied();
    const dying = { ...world.context, repository: failAt(2) };
    await expect(publish(dying, handover, job(handover, 'passed'))).rejects.toThrow('the line is dead');
    expect(world.record('fix')).toMatchObject({ state: 'publishing' });
    const report = await publish(world.context, handover, job(handover, 'passed'));
    expect(report.outcome).toMatchObject({ kind: 'opened', pullRequest: { number: 1 } });
    expect(world.forge.pulls).toHaveLength(1);
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      steps: [{ stage: 'apply' }, { stage: 'test' }, { stage: 'publish' }],
    });
  });

  test('a step without a report finishes what the one before it had claimed with one', async () => {
    const handover = await applied();
    const dying = { ...world.context, repository: failAt(2) };
    await expect(publish(dying, handover, job(handover, 'passed'))).rejects.toThrow('the line is dead');
    const report = await publish(world.context, handover, { result: 'success', report: '' });
    expect(report.outcome).toMatchObject({ kind: 'opened', tests: { verdict: 'passed' } });
    expect(world.forge.pulls).toMatchObject([{ draft: false, state: 'open' }]);
  });

  test('a pause before publishing holds the patch, whose branch stays for another attempt', async () => {
    const handover = await applied();
    stop('paused');
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'held',
      state: 'paused',
      reason: 'stop',
    });
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBe(handover.head);
    expect(world.record('fix')).toMatchObject({ state: 'held', head: handover.head, attempt: 1 });
    expect(world.forge.statuses.at(-1)).toMatchObject({ state: 'pending' });
    world.git('update-ref', CONTROL_REF, `${CONTROL_REF}^`);
    expect(await apply(world.context, delivery())).toMatchObject({
      kind: 'applied',
      handover: { attempt: 2 },
    });
  });

  test('what comes after a pause ends the status of the commit that was held, and says it once', async () => {
    const first = await applied();
    stop('paused');
    await publish(world.context, first, job(first, 'passed'));
    expect(await apply(world.context, delivery())).toMatchObject({ outcome: { kind: 'held' } });
    world.git('update-ref', CONTROL_REF, `${CONTROL_REF}^`);
    world.commit({ 'src/b.txt': 'elsewhere\n' });
    const second = await applied();
    await publish(world.context, second, job(second, 'passed'));
    const statusOf = (head: string) => world.forge.statuses.findLast(({ sha }) => sha === head);
    expect(statusOf(first.head)).toMatchObject({
      state: 'error',
      description: expect.stringMatching('later'),
    });
    expect(statusOf(second.head)).toMatchObject({ state: 'success' });
    expect(world.record('fix').replaced).toBeUndefined();
  });

  test('a status that nobody could end is ended by the attempt after that, a withdrawn commit too', async () => {
    const mute = async () => Promise.reject(new Error('no more for now'));
    const deaf = { ...world.context, forge: { ...world.context.forge, setStatus: mute } };
    const heads: string[] = [];
    for (const content of ['one\n', 'two\n', 'three\n']) {
      world.commit({ 'src/b.txt': content });
      const handover = await applied();
      heads.push(handover.head);
      await publish(
        heads.length < 3 ? deaf : world.context,
        handover,
        job(handover, heads.length < 3 ? 'timed_out' : 'passed'),
      );
    }
    const said = heads.map((head) => world.forge.statuses.findLast(({ sha }) => sha === head)?.state);
    expect(said).toEqual(['error', 'error', 'success']);
  });

  test('a publish job that is run again after the pause goes on where it was held', async () => {
    const handover = await applied();
    stop('paused');
    await publish(world.context, handover, job(handover, 'passed'));
    world.git('update-ref', CONTROL_REF, `${CONTROL_REF}^`);
    const dying = { ...world.context, repository: failAt(2) };
    await expect(publish(dying, handover, job(handover, 'passed'))).rejects.toThrow('the line is dead');
    expect(world.record('fix')).toMatchObject({ state: 'publishing' });
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'opened',
    });
    expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'opened' } });
    expect(world.forge.pulls).toHaveLength(1);
  });

  test('a lock before publishing ends it', async () => {
    const handover = await applied();
    stop('locked');
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'halted',
      state: 'locked',
    });
    expect(world.forge.pulls).toEqual([]);
    expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'halted' } });
  });

  test('a lock of one for whom it was sent before publishing ends it', async () => {
    const handover = await applied(undefined, world.context, ['shop-gpt']);
    stop('locked', { kind: 'sender', login: 'shop-gpt' });
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'halted',
    });
    expect(world.forge.pulls).toEqual([]);
  });

  test('a switch that is gone while the patch was tested holds it, and is not made anew', async () => {
    const handover = await applied();
    world.git('update-ref', '-d', CONTROL_REF);
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'held',
    });
    expect(world.record('fix')).toMatchObject({ state: 'held' });
    expect(world.resolve(CONTROL_REF)).toBeNull();
    expect(world.forge.pulls).toEqual([]);
  });

  test('a pause between reading and claiming stops it too', async () => {
    const handover = await applied();
    const { repository } = world.context;
    let reads = 0;
    const racing = {
      ...repository,
      read: async (request: Parameters<typeof repository.read>[0]) =>
        repository.read(request).finally(() => (reads++ === 0 ? stop('paused') : undefined)),
    };
    expect(
      (await publish({ ...world.context, repository: racing }, handover, job(handover, 'passed'))).outcome,
    ).toMatchObject({ kind: 'held' });
    expect(world.forge.pulls).toEqual([]);
  });

  test("a person's commit on the branch while it was tested is a conflict", async () => {
    const handover = await applied();
    world.git('checkout', '-q', 'ghost/fix');
    world.commit({ 'src/a.txt': 'by hand\n' });
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'conflict',
      reason: 'branch_edited',
    });
    expect(world.forge.pulls).toEqual([]);
  });

  test('a pull request that a person closed while its revision was tested stays closed', async () => {
    const first = await applied();
    await publish(world.context, first, job(first, 'passed'));
    const second = await applied('zwei');
    Object.assign(world.forge.pulls[0] ?? {}, { state: 'closed' });
    expect((await publish(world.context, second, job(second, 'passed'))).outcome).toMatchObject({
      kind: 'conflict',
      reason: 'pull_request_closed',
    });
    expect(world.forge.pulls).toMatchObject([{ state: 'closed' }]);
  });

  test('a pull request that can not be made is recorded with the reason, and the status says error', async () => {
    const handover = await applied();
    world.forge.failures.open = new Error('GitHub Actions is not permitted to create pull requests');
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'crashed',
      stage: 'publish',
      reason: expect.stringContaining('not permitted'),
    });
    expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'crashed' } });
    expect(world.forge.statuses.at(-1)).toMatchObject({ state: 'error' });
  });

  test('labels, statuses and messages that fail are warnings in the record', async () => {
    const handover = await applied();
    world.forge.failures.decorate = ['octocat can not review'];
    world.forge.failures.status = new Error('no statuses today');
    world.chat.failures.always = new Error('ratelimited');
    expect((await publish(world.context, handover, job(handover, 'passed'))).outcome).toMatchObject({
      kind: 'opened',
    });
    expect(world.record('fix').warnings).toEqual([
      'octocat can not review',
      expect.stringContaining('ratelimited'),
      expect.stringContaining('no statuses today'),
    ]);
  });
});

function delivery(replace = 'TWO') {
  const patch = {
    version: 1,
    title: 'Fix it',
    changes: [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace }],
  };
  return { payload: { id: 'fix', patch }, sender: 'gpt', dryRun: false };
}

/** As where GitHub lists pull requests from a copy that is some seconds old, and knows no such number either. */
function unseen(): World['context'] {
  const { repository } = world.context;
  const read: typeof repository.read = async (request) => ({
    ...(await repository.read(request)),
    pullRequests: [],
  });
  return { ...world.context, repository: { ...repository, read } };
}

function requireApproval(): void {
  world.commit({ '.github/ghost-runner.yml': `${CONFIG}approval: required\n` });
}

/** What `approve` writes before it makes the pull request ready. */
function approveOnRecord(): void {
  const record = world.record('fix');
  const approval = { required: true as const, by: 'rita', at: record.startedAt, digest: record.digest };
  const message = formatRecord(
    { ...record, approval: { ...approval, sha: record.head ?? '' } },
    { headline: 'Approved', detail: 'by rita' },
  );
  const ref = recordRef('fix');
  const commit = world.git('commit-tree', `${ref}^{tree}`, '-p', ref, '-m', message);
  world.git('update-ref', ref, commit);
}

async function applied(
  replace?: string,
  context = world.context,
  sentFor: readonly string[] = [],
): Promise<Handover> {
  const { payload, ...rest } = delivery(replace);
  const report = await apply(context, { ...rest, payload: { ...payload, for: sentFor } });
  if (report.kind !== 'applied') {
    throw new Error(`expected the patch to be applied: ${JSON.stringify(report)}`);
  }
  return report.handover;
}

function job(handover: Handover, verdict: TestReport['verdict']) {
  return {
    result: verdict === 'passed' ? 'success' : 'failure',
    report: JSON.stringify(testReport(handover.head, verdict)),
  };
}

function testReport(sha: string, verdict: TestReport['verdict']): TestReport {
  const failed = verdict === 'failed';
  return {
    verdict,
    sha,
    command: 'npm test',
    exitCode: failed ? 1 : 0,
    seconds: 1.5,
    failingLines: failed ? ['not ok 1 - adds up'] : [],
    tail: 'the end',
    outputBytes: 7,
  };
}

function stop(state: Switch['state'], scope: Switch['scope'] = { kind: 'repository' }): void {
  const at = '2026-01-01T00:00:00.000Z';
  const message = formatControl({
    version: 1,
    switches: [{ state, scope, reason: 'stop', by: 'op', at }],
    act: { verb: state === 'paused' ? 'pause' : 'lock', surface: 'form', by: 'op', at },
  });
  world.git(
    'update-ref',
    CONTROL_REF,
    world.git('commit-tree', '-p', CONTROL_REF, '-m', message, 'main^{tree}'),
  );
}

/** The repository port, dead from the Nth write on. */
function failAt(write: number) {
  const { repository } = world.context;
  let writes = 0;
  return {
    read: (request: Parameters<typeof repository.read>[0]) => repository.read(request),
    write: async (transaction: Parameters<typeof repository.write>[0]) => {
      writes += 1;
      if (writes >= write) {
        throw new Error('the line is dead');
      }
      return repository.write(transaction);
    },
  };
}
