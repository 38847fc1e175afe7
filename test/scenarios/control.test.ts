import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { VERBS } from '../../src/control/verbs.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { openShop, patch, ROOT } from './shop.ts';
import { commandLine, ended, runCommandLine, SURFACES, WORKFLOWS } from './surfaces.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(ROOT, { grace: { afterInterrupt: 50, afterTerminate: 50, inAll: 1000 } });
});
afterAll(() => sandbox.close());

/** The tests pass, and never end where the patch brings a file that says so. */
const CONFIG = `test:
  command: test ! -e hang || sleep 600
  timeout-minutes: 5
approval: required
slack:
  channel: ${LOCAL_CHANNEL.id}
`;

const HANGING = { changes: [{ kind: 'write', path: 'hang', content: 'on\n' }] };
const write = (path: string) => ({ changes: [{ kind: 'write', path, content: 'new\n' }] });

async function openControlled(name: string) {
  const shop = await openShop(sandbox, name, { config: CONFIG, moreWorkflows: [...WORKFLOWS] });
  const { repository } = shop;
  for (const [login, role] of [
    ['ada', 'admin'],
    ['bob', 'maintain'],
    ['rita', 'write'],
    ['vera', 'read'],
  ] as const) {
    sandbox.github.setRole(repository, login, role);
  }
  await shop.deliver(patch('one'));
  const git = async (...args: readonly string[]) => (await sandbox.github.git(repository, ...args)).trim();
  return {
    ...shop,
    git,
    /** Ghost branches that exist. */
    branches: async () => {
      const refs = await git('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/ghost/');
      return refs.split('\n').filter(Boolean);
    },
    pull: async (number: number) =>
      (await shop.snapshot()).pullRequests.find((pull) => pull.number === number),
    /** Sends a patch whose tests do not end, and waits until they run. */
    hang: async (id: string) => {
      const run = await shop.send(patch(id, HANGING));
      await until(async () => run.jobs.find(({ key }) => key === 'test')?.status === 'in_progress');
      return run;
    },
    settled: async (id: string): Promise<PatchRecord> => {
      await until(async () => (await shop.record(id).catch(() => null))?.outcome !== undefined);
      return shop.record(id);
    },
  };
}

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) {
    await delay(30);
  }
}

/** `all`: every command by every surface. Else most by one or two, for behind their doors they are the same code. */
const EVERYWHERE = process.env['GHOST_SURFACES'] === 'all';

const GROUPS = ['look', 'review', 'pause', 'lock', 'runs'] as const;
const TAKEN = {
  form: ['look', 'review', 'pause'],
  comment: GROUPS,
  cli: ['look', 'lock', 'runs'],
} as const satisfies { readonly [surface: string]: readonly (typeof GROUPS)[number][] };

describe.each(['form', 'comment', 'cli'] as const)('by %s', (surface) => {
  const taken: readonly string[] = EVERYWHERE ? GROUPS : TAKEN[surface];
  const of = (group: (typeof GROUPS)[number], tests: () => void) => taken.includes(group) && tests();
  let shop: Awaited<ReturnType<typeof openControlled>>;
  beforeAll(async () => {
    shop = await openControlled(`control-${surface}`);
  });
  const say = (who: string, line: string) =>
    SURFACES[surface]({ sandbox, repository: shop.repository, number: 1 }, who, line);

  of('look', () => {
    test('status, whoami, audit and preview answer, and change nothing', async () => {
      const before = await shop.git('for-each-ref');
      expect(await say('rita', 'status')).toMatchObject({
        done: 'done',
        text: expect.stringContaining('one'),
      });
      expect((await say('rita', 'whoami')).text).toContain('reviewer');
      expect((await say('rita', 'audit')).text).toContain('start');
      expect((await say('rita', 'preview one')).text).toContain('item.quantity');
      expect(await shop.git('for-each-ref')).toBe(before);
    });
  });

  of('review', () => {
    test('approve takes the pull request out of draft; retry makes another attempt, which needs its own', async () => {
      expect(await shop.pull(1)).toMatchObject({ draft: true });
      expect(await say('rita', 'approve one')).toMatchObject({ done: 'done' });
      expect(await shop.pull(1)).toMatchObject({ draft: false });
      expect(await say('rita', 'retry one')).toMatchObject({ done: 'done' });
      await sandbox.idle();
      expect(await shop.record('one')).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
      expect(await shop.pull(1)).toMatchObject({ draft: true });
    });
  });

  of('pause', () => {
    test('while paused nothing is pushed; resume works on what was held; reject closes it', async () => {
      expect(await say('ada', 'pause deploying')).toMatchObject({ done: 'done' });
      await shop.deliver(patch('two', write('two.txt')));
      expect(await shop.record('two')).toMatchObject({ state: 'held', outcome: { reason: 'deploying' } });
      expect(await shop.branches()).toEqual(['ghost/one']);
      expect(await say('bob', 'resume')).toMatchObject({ done: 'done' });
      await sandbox.idle();
      expect(await shop.record('two')).toMatchObject({ outcome: { kind: 'opened' }, attempt: 1 });
      expect(await say('rita', 'reject ghost/two')).toMatchObject({ done: 'done' });
      expect(await shop.pull(2)).toMatchObject({ state: 'closed' });
      expect(await shop.record('two')).toMatchObject({ outcome: { kind: 'closed', by: 'rita' } });
    });
  });

  of('review', () => {
    test('revert opens a pull request with the tree from before the patch', async () => {
      const before = await shop.git('rev-parse', 'main^{tree}');
      await say('rita', 'approve one');
      await sandbox.github.person('rita', shop.repository).merge(1);
      expect(await say('rita', 'revert one')).toMatchObject({ done: 'done' });
      await sandbox.idle();
      expect(await shop.record('revert-one')).toMatchObject({ revertOf: 'one', outcome: { kind: 'opened' } });
      expect(await shop.git('rev-parse', 'ghost/revert-one^{tree}')).toBe(before);
    });
  });

  of('lock', () => {
    test('while locked patches are refused, until another operator unlocks', async () => {
      expect(await say('ada', 'lock incident')).toMatchObject({ done: 'done' });
      await shop.deliver(patch('three', write('three.txt')));
      expect(await shop.record('three')).toMatchObject({ outcome: { kind: 'halted', reason: 'incident' } });
      expect(await say('ada', 'unlock')).toMatchObject({ done: 'refused' });
      expect(await say('bob', 'unlock')).toMatchObject({ done: 'done' });
      expect(await say('rita', 'retry three')).toMatchObject({ done: 'done' });
      await sandbox.idle();
      expect(await shop.record('three')).toMatchObject({ outcome: { kind: 'opened' } });
    });
  });

  of('runs', () => {
    test('cancel ends the run, and only then the record says so; the untested branch is gone', async () => {
      const run = await shop.hang('slow');
      expect(await say('rita', 'cancel slow')).toMatchObject({ done: 'done' });
      expect(run).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
      expect(await shop.record('slow')).toMatchObject({
        outcome: { kind: 'canceled', run: run.url, by: 'rita' },
      });
      expect(await shop.branches()).not.toContain('ghost/slow');
    });

    test('kill of one patch ends its run, and nothing else', async () => {
      const run = await shop.hang('slowest');
      expect(await say('rita', 'kill slowest')).toMatchObject({ done: 'refused' });
      expect(run.status).toBe('in_progress');
      expect(await say('bob', 'kill slowest')).toMatchObject({ done: 'done' });
      expect(run).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
      expect(await shop.record('slowest')).toMatchObject({ outcome: { kind: 'canceled', by: 'bob' } });
      expect((await say('rita', 'status')).text).not.toContain('locked');
    });

    test('kill all ends every run, locks, and names each run with its end', async () => {
      const run = await shop.hang('slower');
      expect(await say('rita', 'kill all confirm')).toMatchObject({ done: 'refused' });
      const killed = await say('ada', 'kill all confirm');
      expect(killed).toMatchObject({ done: 'done' });
      expect(killed.text).toContain('completed: cancelled');
      expect(killed.text).toContain(run.url);
      expect(run).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
      expect(await shop.record('slower')).toMatchObject({ outcome: { kind: 'canceled', by: 'ada' } });
      await shop.deliver(patch('late', write('late.txt')));
      expect(await shop.record('late')).toMatchObject({ outcome: { kind: 'halted' } });
      expect(await shop.branches()).not.toContain('ghost/late');
    });
  });
});

describe('the surfaces', () => {
  let shop: Awaited<ReturnType<typeof openControlled>>;
  beforeAll(async () => {
    shop = await openControlled('surfaces');
  });
  /** Runs of comments that were not there when this was asked for. */
  const commentRuns = () => {
    const before = sandbox.engine.runs(shop.repository).length;
    return () =>
      sandbox.engine
        .runs(shop.repository)
        .slice(before)
        .filter(({ event }) => event.name === 'issue_comment');
  };

  test('a refused form fails its run with one line; a comment only gets a face', async () => {
    const { github } = sandbox;
    const person = github.person('rita', shop.repository);
    const comments = () => github.repository(shop.repository).pulls.get(1)?.comments ?? [];
    const [before, later] = [comments().length, commentRuns()];
    const run = await person.runWorkflow('ghost-control.yml', { action: 'pause' });
    await ended(run);
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0]?.annotations[0]).toMatchObject({
      level: 'error',
      title: 'pause: refused',
      message: expect.stringContaining('operator'),
    });
    await github.person('vera', shop.repository).comment(1, '/ghost kill all confirm');
    await sandbox.idle();
    expect(later().map(({ conclusion }) => conclusion)).toEqual(['success']);
    expect(comments()).toHaveLength(before + 1);
  });

  test('a patch in a comment under an issue becomes a pull request, and is told of there', async () => {
    const { github, engine } = sandbox;
    const written = await openShop(sandbox, 'written', { moreWorkflows: [...WORKFLOWS] });
    const { repository } = written;
    github.setRole(repository, 'rita', 'write');
    const number = await openIssue(sandbox, repository);
    const diff = ['--- a/README.md', '+++ b/README.md', '@@ -1 +1 @@', '-# Shop', '+# The shop'];
    const body = ['/ghost apply', '', 'Name it', '', '```diff', ...diff, '```', ''].join('\r\n');
    const id = await github.person('rita', repository).comment(number, body);
    await sandbox.idle();
    const [command] = engine.runs(repository).filter(({ event }) => event.name === 'issue_comment');
    expect(command?.conclusion).toBe('success');
    expect(command?.jobs[0]?.outputs).toMatchObject({ outcome: 'done' });
    expect(await written.record(`comment-${id}`)).toMatchObject({
      title: 'Name it',
      sender: 'github-actions[bot]',
      outcome: { kind: 'opened' },
    });
    const { comments = [] } = github.repository(repository).issues.get(number) ?? {};
    expect(comments.map(({ author }) => author.login)).toEqual(['rita', 'github-actions[bot]']);
    expect(comments[0]?.reactions.map(({ content }) => content)).toEqual(['eyes', 'rocket']);
    expect(comments[1]?.body).toContain('apply: done');
  });

  test('a stop waits neither for the comments of others in its thread nor for what its own person wrote before', async () => {
    const { github, engine } = sandbox;
    const busy = await openShop(sandbox, 'busy', { moreWorkflows: [...WORKFLOWS] });
    const { repository } = busy;
    const ada = github.person('ada', repository);
    github.setRole(repository, 'ada', 'admin');
    const path = '.github/workflows/ghost-command.yml';
    const text = await github.git(repository, 'show', `main:${path}`);
    // A machine takes its time.
    const slow = text.replace('    steps:\n', '    steps:\n      - run: sleep 3\n');
    await ada.push('main', { [path]: slow });
    const number = await openIssue(sandbox, repository);
    for (const line of ['/ghost status', '/ghost status', '/ghost resume']) {
      await github.person('vera', repository).comment(number, line);
      await ada.comment(number, line);
    }
    await ada.comment(number, '/ghost pause wait');
    const runs = () => engine.runs(repository).filter(({ event }) => event.name === 'issue_comment');
    await until(async () => runs().length === 7 && runs()[6]?.conclusion === 'success');
    expect(runs().filter(({ status }) => status !== 'completed').length).toBeGreaterThanOrEqual(4);
    await sandbox.idle();
    const switches = await github.git(repository, 'log', '-1', '--format=%B', 'refs/ghost/control');
    expect(switches).toContain('paused');
  });

  test('an edited comment and one that is no command start no job', async () => {
    const { github } = sandbox;
    const later = commentRuns();
    const ada = github.person('ada', shop.repository);
    const id = await ada.comment(1, 'Nice work');
    await ada.editComment(id, '/ghost kill all confirm');
    await sandbox.idle();
    expect(later().flatMap(({ jobs }) => jobs.map(({ conclusion }) => conclusion))).toEqual(['skipped']);
    expect(await shop.git('log', '--oneline', 'refs/ghost/control')).not.toContain('kill');
  });

  test('whoever starts the run of a comment again commands in their own name', async () => {
    const { engine } = sandbox;
    const later = commentRuns();
    const say = async (line: string) =>
      SURFACES.comment({ sandbox, repository: shop.repository, number: 1 }, 'ada', line);
    await say('pause');
    const [paused] = later();
    await say('resume');
    const before = await shop.git('rev-parse', 'refs/ghost/control');
    expect(paused === undefined ? false : await engine.rerun(paused.id, { actor: 'rita' })).toBe(true);
    await sandbox.idle();
    expect(paused).toMatchObject({ attempt: 2, conclusion: 'success' });
    expect(paused?.jobs[0]?.outputs).toMatchObject({ outcome: 'refused' });
    expect(await shop.git('rev-parse', 'refs/ghost/control')).toBe(before);
  });

  test('help lists the commands on every surface', async () => {
    const place = { sandbox, repository: shop.repository, number: 1 };
    for (const surface of ['form', 'comment'] as const) {
      const { done, text } = await SURFACES[surface](place, 'rita', 'help');
      expect(done).toBe('done');
      expect(text).toContain('closes its pull request');
    }
    const { stdout, exitCode } = await runCommandLine(['help'], {});
    expect(exitCode).toBe(0);
    expect(VERBS.filter((verb) => !new RegExp(`^ {2}${verb} `, 'm').test(stdout))).toEqual([]);
  });

  test('status agrees with what the repository holds', async () => {
    await shop.git('branch', 'release', 'main');
    await commandLine(sandbox, { repository: shop.repository, who: 'ada' }, [
      'pause',
      'on',
      'branch',
      'release',
    ]);
    const { stdout } = await commandLine(sandbox, { repository: shop.repository, who: 'vera' }, ['status']);
    const { pullRequests } = await shop.snapshot();
    const place = { sandbox, repository: shop.repository, number: 1 };
    const { text } = await SURFACES.form(place, 'rita', 'status');
    for (const shown of ['release', 'paused', 'one', `/pull/${pullRequests[0]?.number}`, '1 opened']) {
      expect(text).toContain(shown);
    }
    expect(JSON.parse(stdout)).toMatchObject({
      confirmed: true,
      status: {
        control: { state: 'running' },
        switches: [{ scope: { kind: 'branch', branch: 'release' } }],
        total: 1,
        patches: [{ record: { id: 'one', pullRequest: { number: pullRequests[0]?.number } } }],
      },
    });
  });

  test('what was approved is a draft again while a revision of it is tested', async () => {
    const place = { sandbox, repository: shop.repository, number: 1 };
    expect(await SURFACES.comment(place, 'rita', 'approve one')).toMatchObject({ done: 'done' });
    expect(await shop.pull(1)).toMatchObject({ draft: false });
    const run = await shop.hang('one');
    expect(await shop.pull(1)).toMatchObject({
      draft: true,
      headSha: await shop.git('rev-parse', 'ghost/one'),
    });
    sandbox.github.person('rita', shop.repository).cancelRun(run.id);
    await sandbox.idle();
  });

  test('the exit code of the command line says how it ended', async () => {
    const ask = async (who: string, ...words: readonly string[]) =>
      (await commandLine(sandbox, { repository: shop.repository, who }, words)).exitCode;
    expect(await ask('vera', 'status')).toBe(0);
    expect(await ask('vera', 'pause')).toBe(2);
    expect(await ask('ada', 'pause', 'for', '2h')).toBe(0);
    expect(await ask('ada', 'kill', 'all')).toBe(2);
    expect(await ask('ada', 'retry', 'one', 'two')).toBe(64);
  });
});

/** By the repository's owner, over the API. */
async function openIssue({ github }: Sandbox, repository: string): Promise<number> {
  const token = github.createToken({ login: 'acme', permissions: { issues: 'write', metadata: 'read' } });
  const answer = await fetch(`${github.apiUrl}/repos/${repository}/issues`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ title: 'The shop has no name' }),
  });
  return z.object({ number: z.number() }).parse(await answer.json()).number;
}
