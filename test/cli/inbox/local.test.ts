import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalContext } from '../../../src/cli/apply.ts';
import { createLocalDoor } from '../../../src/cli/inbox/local-door.ts';
import { type WatchOptions, watchCommand } from '../../../src/cli/inbox/watch.ts';
import { formatControl } from '../../../src/control/control.ts';
import { slugId } from '../../../src/patch/id.ts';
import { createWorld, type World } from '../../stages/world.ts';
import { runInProcess } from '../in-process.ts';
import { createInbox, type Inbox } from './world.ts';

let world: World;
let inbox: Inbox;
beforeEach(() => {
  world = createWorld();
  inbox = createInbox();
});
afterEach(() => {
  inbox.remove();
  world.remove();
});

function patch(replace = 'TWO', id = 'fix'): string {
  const changes = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace }];
  return JSON.stringify({ version: 1, id, changes });
}

function door() {
  const { directory } = world;
  return createLocalDoor(createLocalContext(directory), { directory, sender: 'ada' });
}

describe('into a local clone', () => {
  test('a patch is applied once, however often it is dropped, and again where its branch was deleted', async () => {
    inbox.drop('fix.json', patch());
    expect(await inbox.watch(door())).toMatchObject({ completed: 1 });
    const head = world.head('fix');
    expect(inbox.result('.completed/fix.json')).toMatchObject({
      outcome: 'applied',
      branch: 'ghost/fix',
      head,
      headline: 'Applied on branch ghost/fix',
      detail: 'One file changed; no tests were run.',
    });
    inbox.drop('fix.json', patch());
    expect(await inbox.watch(door())).toMatchObject({ completed: 1 });
    expect(world.head('fix')).toBe(head);
    expect(world.record('fix').attempt).toBe(1);
    world.git('branch', '-D', 'ghost/fix');
    inbox.drop('fix.json', patch());
    expect(await inbox.watch(door())).toMatchObject({ completed: 1 });
    expect(world.record('fix').attempt).toBe(2);
  });

  test('a patch whose id is no name of a ref is applied under the one that is made of it', async () => {
    inbox.drop('fix.json', patch('TWO', 'Fix it'));
    expect(await inbox.watch(door())).toMatchObject({ completed: 1, failed: 0 });
    const branch = `ghost/${slugId('Fix it')}`;
    expect(inbox.result('.completed/fix.json')).toMatchObject({ outcome: 'applied', branch });
  });

  test('a patch without an effect is never completed, nor is one over a commit of somebody else', async () => {
    inbox.drop('nothing.json', patch('two'));
    inbox.drop('fix.json', patch());
    expect(await inbox.watch(door())).toMatchObject({ completed: 1, failed: 1 });
    expect(inbox.result('.failed/nothing.json')).toMatchObject({ outcome: 'no_change' });
    world.git('checkout', '-q', 'ghost/fix');
    world.commit({ 'src/a.txt': 'mine\n' });
    inbox.drop('fix.json', patch('ZWEI'));
    expect(await inbox.watch(door())).toMatchObject({ completed: 0, failed: 1 });
    expect(inbox.result('.failed/fix.json')).toMatchObject({ outcome: 'conflict' });
  });

  test('what is read otherwise, not done or not run is told as apply tells it, also where nothing changes', async () => {
    world.commit({ '.github/ghost-runner.yml': 'test: {command: "true"}\ncommands: {format: touch made}\n' });
    const asked = { commands: ['npm install lodash'], branch: 'feature/x' };
    const patches: { readonly [id: string]: object } = {
      words: { id: 'words', ...asked, files: [{ path: 'b.ts', content: 'b\n' }] },
      nothing: {
        id: 'nothing',
        ...asked,
        changes: [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'two' }],
      },
      named: {
        version: 1,
        id: 'named',
        changes: [
          { kind: 'write', path: 'c.ts', content: 'c\n' },
          { kind: 'run', command: 'format' },
        ],
      },
    };
    for (const [id, patch] of Object.entries(patches)) {
      writeFileSync(join(inbox.directory, `${id}.patch.txt`), JSON.stringify(patch));
      inbox.drop(`${id}.json`, JSON.stringify(patch));
    }
    const { stdout } = await run('.', '--apply', '--repo', world.directory, '--once', '--settle', '0');
    for (const id of Object.keys(patches)) {
      const under = id === 'nothing' ? '.failed' : '.completed';
      const once = await runInProcess(['apply', `${id}.patch.txt`, '--repo', world.directory, '--json'], {
        cwd: inbox.directory,
      });
      const { notes, notDone, commandsNotRun = [] } = JSON.parse(once.stdout);
      const result = inbox.result(`${under}/${id}.json`);
      expect({ notes: [], notDone: [], commandsNotRun: [], ...result }).toMatchObject({
        notes,
        notDone,
        commandsNotRun,
      });
      for (const sentence of [...notes, ...notDone]) {
        expect(stdout).toContain(`\n   ${sentence}\n`);
      }
    }
    expect(inbox.result('.completed/words.json')['notDone']).toHaveLength(2);
    expect(inbox.result('.failed/nothing.json')['notDone']).toHaveLength(2);
    expect(inbox.result('.completed/named.json')['commandsNotRun']).toEqual(['format']);
    expect(stdout).toContain('\n   Not run here: the command format. Run what you trust by hand');
  });

  test('in a pause it stays where it is', async () => {
    const at = '2026-01-01T00:00:00.000Z';
    const entry = formatControl({
      version: 1,
      switches: [{ state: 'paused', scope: { kind: 'repository' }, reason: 'a try', by: 'ada', at }],
      act: { verb: 'pause', surface: 'cli', by: 'ada', at },
    });
    world.git('update-ref', 'refs/ghost/control', world.git('commit-tree', '-m', entry, 'HEAD^{tree}'));
    inbox.drop('fix.json', patch());
    expect(await inbox.watch(door())).toEqual({ completed: 0, failed: 0, left: 1 });
    expect(inbox.names('.working')).toEqual(['0.1.fix.json']);
    expect(world.head('fix')).toBeNull();
  });

  test('what is no repository closes the door', async () => {
    const directory = inbox.directory;
    const nowhere = createLocalDoor(createLocalContext(directory), { directory, sender: 'ada' });
    await expect(inbox.watch(nowhere)).rejects.toThrow(/can't apply to .*; name a local clone with --repo$/);
  });
});

describe('ghost-runner watch', () => {
  test('--once works on what is there, prints a result a line, and passes over what is no file', async () => {
    inbox.drop('fix.json', patch());
    inbox.drop('misfit.json', patch().replace('"two"', '"nowhere"').replace('"fix"', '"misfit"'));
    symlinkSync('/etc/passwd', join(inbox.directory, 'link.json'));
    mkdirSync(join(inbox.directory, 'folder.patch'));
    const { code, stdout, stderr } = await run(
      inbox.directory,
      '--apply',
      '--repo',
      world.directory,
      '--once',
      '--settle',
      '0',
      '--json',
    );
    const results = stdout
      .trim()
      .split('\n')
      .map((line): { outcome: string; movedTo: string } => JSON.parse(line));
    expect(new Set(results.map(({ outcome, movedTo }) => `${outcome} ${movedTo}`))).toEqual(
      new Set(['applied .completed/fix.json', 'refused .failed/misfit.json']),
    );
    expect(stderr).toContain('link.json stays: it is a symbolic link, which is never followed');
    expect(stderr).toContain('folder.patch stays: it is a folder');
    expect(code).toBe(2);
  });

  test('says for people what became of each file, in one line and without colours elsewhere than on a terminal', async () => {
    inbox.drop('fix.json', patch());
    const { code, stdout } = await run(
      inbox.directory,
      '--apply',
      '--repo',
      world.directory,
      '--once',
      '--settle',
      '0',
    );
    expect(stdout).toBe('✔  fix.json  Applied on branch ghost/fix  → .completed/fix.json\n');
    expect(code).toBe(0);
  });

  test.each([
    [['.'], 64, 'say where patches go, with --server <url>, --dispatch or --apply'],
    [['.', '--apply', '--dispatch'], 64, "option '--dispatch' cannot be used with option '--apply'"],
    [['/nowhere', '--apply'], 69, 'name a folder that you may read and write'],
  ])('%j ends with %i and says what to do', async (args, code, words) => {
    expect(await run(...args)).toMatchObject({
      code,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^(?:error|ghost-runner): .*${words}\n`)),
    });
  });

  test.each<[string, Partial<WatchOptions>, string]>([
    ['a token in the clear', { server: 'http://ghost.example.com', token: 'x' }, 'begins with https://'],
    ['a server that is no address', { server: 'ghost', token: 'x' }, 'begins with https://, not ghost'],
    ['no repository', { dispatch: true, token: 'x' }, 'no repository: give --repo owner/name'],
    ['what is no repository', { dispatch: true, token: 'x', repo: 'shop' }, '--repo must be owner/name'],
    ['no number of seconds', { apply: true, settle: 'soon' }, '--settle takes a number of seconds, not soon'],
  ])('refuses %s', async (_, more, words) => {
    const options = { apiUrl: 'http://127.0.0.1:1', settle: '0', once: true, json: false };
    await expect(
      watchCommand(inbox.directory, { ...options, dispatch: false, apply: false, ...more }),
    ).rejects.toThrow(words);
    expect(inbox.names('.working')).toEqual([]);
  });
});

function run(...args: readonly string[]) {
  return runInProcess(['watch', ...args], { cwd: inbox.directory, env: inbox.environment });
}
