import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { neededRole } from '../../src/control/authorise.ts';
import { parseCommand } from '../../src/control/command.ts';
import { VERBS } from '../../src/control/verbs.ts';
import { openWorld, REPOSITORY, type World } from '../stages/control/world.ts';
import { codeBlocks, firstColumn } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/control.md');
const ID = 'fix-greeting';

/** All that stands in blocks and in the table of what to write, without the `/ghost` of comments. */
const written = codeBlocks(page)
  .filter(({ language }) => language === 'text')
  .flatMap(({ text }) => text.trim().split('\n'))
  .map((line) => line.replace('/ghost ', ''));
const wanted = page
  .split('\n')
  .flatMap((line) => /^\| [^|`]+ \| `([^`]+)` \| (?:viewer|reviewer|operator)/.exec(line)?.[1] ?? []);
const commands = [...new Set([...wanted, ...written])];

const verbOf = (line: string) => line.split(' ')[0] ?? '';

describe('docs/control.md', () => {
  test('shows every verb', () => {
    expect([...new Set(commands.map(verbOf))].toSorted()).toEqual([...VERBS].toSorted());
    expect(wanted.length).toBeGreaterThan(7);
  });

  test('shows a patch in a comment that becomes a pull request', async () => {
    const [, example = ''] = /^````markdown\n([^]*?)^````$/m.exec(page) ?? [];
    const greet = "export function greet(person) {\n  return 'Hello, you';\n}\n";
    const world = await openWorld({ files: { 'src/greet.js': greet } });
    try {
      const { conversation } = world.context;
      const { number } = await conversation.openIssue({ title: 'Be nice', body: '', labels: [] });
      expect(await world.comment('rita', number, example)).toMatchObject({ done: 'done' });
      expect(await world.record('friendlier-greeting')).toMatchObject({
        title: 'Greet people by their name',
        outcome: { kind: 'opened' },
      });
    } finally {
      await world.close();
    }
  });

  test('says of every box of the form what goes in', () => {
    const form = z
      .object({
        on: z.object({ workflow_dispatch: z.object({ inputs: z.record(z.string(), z.unknown()) }) }),
      })
      .parse(parse(read('.github/workflows/ghost-control.yml')));
    const boxes = firstColumn(page, 'box').map((cell) => cell.replaceAll('`', ''));
    expect(boxes).toEqual(Object.keys(form.on.workflow_dispatch.inputs));
  });

  test('says who may what', () => {
    const rows = [...page.matchAll(/^\| `(viewer|reviewer|operator)` \|[^|]*\|([^|]*)\|$/gm)];
    const named = rows.flatMap(([, role, verbs = '']) =>
      [...verbs.matchAll(/`(\w+)`/g)].map(([, verb]) => `${verb}: ${role}`),
    );
    expect(named.toSorted()).toEqual(VERBS.map((verb) => `${verb}: ${neededRole(verb)}`).toSorted());
  });

  test('says of every exit code and of every answer what it means', () => {
    const codes = firstColumn(page, 'exit code');
    const source = read('src/cli/control.ts');
    expect(codes).toEqual([...source.matchAll(/^ \* \| (\d+) \|/gm)].map(([, code]) => code));
    const answers = firstColumn(page, 'answer').map((cell) => cell.replaceAll('`', ''));
    const union = /readonly done: ([^;]+);/.exec(read('src/report/command/report.ts'))?.[1] ?? '';
    expect(answers.toSorted()).toEqual([...union.matchAll(/'(\w+)'/g)].map(([, one = '']) => one).toSorted());
  });

  test.each(commands)('its command "%s" does what it says', async (line) => {
    const approval = verbOf(line) === 'approve' ? { config: `approval: required\n${CONFIG}` } : {};
    const world = await openWorld(approval);
    try {
      if (line === 'apply') {
        await world.deliver(ID);
        const body = `/ghost ${line}\n\n\`\`\`json\n${JSON.stringify({ changes: [OTHER_EDIT] })}\n\`\`\``;
        expect(await world.comment('rita', 1, body)).toMatchObject({ done: 'done', verb: line });
        return;
      }
      await prepare(world, line);
      const parsed = parseCommand(line, { own: ID });
      const needed = parsed.ok ? neededRole(parsed.command.verb) : 'viewer';
      const pull = verbOf(line) === 'retry' || !(await hasPullRequest(world)) ? null : 1;
      const actor = needed === 'operator' ? 'bob' : 'rita';
      const report =
        pull === null ? await world.command(actor, line) : await world.comment(actor, pull, `/ghost ${line}`);
      expect(report).toMatchObject({ done: 'done', verb: verbOf(line) });
    } finally {
      world.pipeline.release();
      await world.close();
    }
  });
});

const OTHER_EDIT = { kind: 'edit', path: 'src/b.txt', find: 'b', replace: 'B' };

const CONFIG = 'test:\n  command: npm test\n';

/** What must be so before a command makes sense. */
async function prepare(world: World, line: string): Promise<void> {
  const verb = verbOf(line);
  if (['cancel', 'kill'].includes(verb)) {
    world.pipeline.tests = 'hang';
    await world.send(ID);
    await world.until(ID, ({ state }) => state === 'applied');
    return;
  }
  if (verb === 'retry') {
    world.pipeline.tests = 'failed';
  }
  await world.deliver(ID);
  world.pipeline.tests = 'passed';
  if (verb === 'revert') {
    await world.person('ada').merge(1);
  }
  if (verb === 'resume') {
    await world.command('ada', line.replace('resume', 'pause'));
  }
  if (verb === 'unlock') {
    await world.command('ada', 'lock');
  }
}

async function hasPullRequest(world: World): Promise<boolean> {
  return (await world.github.snapshot(REPOSITORY)).pullRequests.length > 0;
}

describe('the script that moves the switch with git', () => {
  const script = codeBlocks(page).find(({ text }) => text.startsWith('verb=pause'))?.text ?? '';
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.deliver(ID);
    await world.command('ada', 'lock on branch main keys leaked');
  });
  afterAll(() => world.close());

  test('changes nothing where git does not know who commits', async () => {
    const before = await world.refs('refs/ghost/control');
    expect((await run('pause', {})).code).not.toBe(0);
    expect(await world.refs('refs/ghost/control')).toEqual(before);
  });

  test('pauses everything, and leaves what stands there', async () => {
    expect(await run('pause', BOB)).toMatchObject({ code: 0 });
    const { status } = await world.command('rita', 'status');
    expect(status?.switches).toMatchObject([
      { state: 'locked', scope: { kind: 'branch', branch: 'main' } },
      { state: 'paused', scope: { kind: 'repository' }, by: 'bob', reason: 'looking into something' },
    ]);
  });

  test('lifts all of it, and pauses where nothing stands', async () => {
    expect(await run('resume', BOB)).toMatchObject({ code: 0 });
    expect((await world.command('rita', 'status')).status?.switches).toEqual([]);
    expect(await run('pause', BOB)).toMatchObject({ code: 0 });
    expect((await world.command('rita', 'status')).status?.switches).toMatchObject([{ by: 'bob' }]);
  });

  test('is read whatever somebody is called, and whatever the reason is', async () => {
    const named = { ...BOB, 'user.name': 'Bob "B\\" Builder' };
    expect(await run('pause', named, `it's "odd" \\ and 100%s`)).toMatchObject({ code: 0 });
    expect((await world.command('rita', 'status')).status?.switches).toMatchObject([
      {},
      { by: 'Bob B Builder', reason: "it's odd  and 100%s" },
    ]);
    expect(await run('resume', named)).toMatchObject({ code: 0 });
    expect((await world.command('rita', 'status')).status?.switches).toEqual([]);
  });

  async function run(verb: string, names: { readonly [name: string]: string }, reason?: string) {
    const token = world.github.createToken({ login: 'bob', permissions: COMMANDING });
    const directory = mkdtempSync(join(tmpdir(), 'ghost-runner-script-'));
    const remote = `${world.github.url.replace('//', `//x-access-token:${token}@`)}/${REPOSITORY}.git`;
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      REASON: reason ?? '',
    };
    try {
      await promisify(execFile)('git', ['clone', '-q', remote, join(directory, 'shop')], { env });
      const config = Object.entries(names).map(([name, value]) => `git config ${name} '${value}'\n`);
      const asked = script.replace('verb=pause', `verb=${verb}`);
      const because = reason === undefined ? asked : asked.replace(/reason='[^']*'/, 'reason="$REASON"');
      const text = `${config.join('')}${because}`;
      return await promisify(execFile)('sh', ['-c', text], { cwd: join(directory, 'shop'), env }).then(
        () => ({ code: 0 }),
        ({ code }: { readonly code: unknown }) => ({ code }),
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
});

const BOB = { 'user.name': 'bob', 'user.email': 'bob@example.com', 'user.useConfigOnly': 'true' };

describe('in a terminal', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.deliver(ID);
  });
  afterAll(() => world.close());

  const lines = codeBlocks(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.startsWith('npm run -s ghost-runner'));

  test.each(lines)('"%s" does what it says', async (line) => {
    const token = world.github.createToken({ login: 'ada', permissions: COMMANDING });
    const { stdout } = await promisify(execFile)('sh', ['-c', line.replace('OWNER/REPO', REPOSITORY)], {
      cwd: root,
      env: { ...process.env, GITHUB_TOKEN: token, GITHUB_API_URL: world.github.apiUrl },
    });
    expect(stdout).toMatch(/done|running/i);
  });

  test('there are some, and the drill among them', () => {
    expect(lines.length).toBeGreaterThan(2);
    expect(page).toContain('npm run demo -- --control');
  });
});

const COMMANDING = {
  actions: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  statuses: 'write',
} as const;
