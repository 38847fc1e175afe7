import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import { CONTROL_REF, recordRef } from '../../src/record/record.ts';
import { apply } from '../../src/stages/apply.ts';
import { createWorld, type World } from './world.ts';

/** Put together here, so that no file of this repository holds what looks like a secret. */
const TOKEN = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');

const BASE64 = Buffer.from(`token = "${TOKEN}"\n`).toString('base64');
const LONG = Buffer.from(`${'# a line that stands before it\n'.repeat(3)}token = "${TOKEN}"\n`).toString(
  'base64',
);
const WRAPPED = LONG.replaceAll(/.{76}/g, '$&\n');
const LAST_LINE = WRAPPED.slice(WRAPPED.lastIndexOf('\n') + 1);
const CRLF = JSON.stringify(WRAPPED.replaceAll('\n', '\r\n'));
const FOR_URLS = Buffer.from(`\u00fb token = "${TOKEN}"\n`, 'latin1').toString('base64url');
const ESCAPED = TOKEN.replace('_', String.raw`\u005f`);
const COLOURED = TOKEN.replace('ghp_', '\u001B[31mghp_\u001B[0m');
const OCTAL = TOKEN.replace('p', String.raw`\160`);
const HOOK = ['https://hooks.slack.com/services/T12345678', 'B12345678', 'abcdefghijklmnopqrstuvwx'].join(
  '/',
);
const NOWHERE = { kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' };

const DIFF = '--- a/src/a.txt\n+++ b/src/a.txt\n@@ -1,3 +1,3 @@\n one\n-two\n+TWO\n three\n';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

describe('a patch that adds a secret', () => {
  test('is refused with file, line and kind, and makes no branch', async () => {
    const report = await deliver([write('src/key.ts', `one\nconst token = "${TOKEN}";\n`)]);
    expect(report).toMatchObject({
      kind: 'ended',
      outcome: {
        kind: 'refused',
        refusals: [{ code: 'secret_found', path: 'src/key.ts', data: { kind: 'github token', line: 2 } }],
      },
    });
    expect(world.head('fix')).toBeNull();
  });

  test.each([
    ['in a file', {}, `x = "${TOKEN}"\n`],
    ['in its title', { title: `Use ${TOKEN}` }, 'x\n'],
    ['in its description', { description: `The token is ${TOKEN}.` }, 'x\n'],
    ['behind an escape', {}, `{"say": "the token is\\n${TOKEN}"}\n`],
    ['behind an escape of an address', {}, `https://api.example/?token%3D${TOKEN}\n`],
    ['behind a colour', {}, `the token is \u001B[1;31m${TOKEN}\u001B[0m\n`],
    ['in two colours', {}, `\u001B[31mghp_\u001B[0m${TOKEN.slice(4)}\n`],
    ['on a line of its own', { description: `The token:\n${TOKEN}` }, 'x\n'],
    ['in both', { title: `Use ${TOKEN}`, description: TOKEN }, `x = "${TOKEN}"\n`],
  ])(
    'leaves it nowhere: not in the repository, the record, the message or the report (%s)',
    async (_, words, content) => {
      const report = await deliver([write('src/key.ts', content)], words);
      expect(report).toMatchObject({
        outcome: { refusals: expect.arrayContaining([expect.objectContaining({ code: 'secret_found' })]) },
      });
      expect(JSON.stringify(report)).not.toContain(TOKEN);
      expect(JSON.stringify(world.chat.posts)).not.toContain(TOKEN);
      expect(everythingIn(world)).not.toContain(TOKEN);
      expect(world.record('fix')).toMatchObject({
        state: 'done',
        digest: expect.stringMatching(/^[\da-f]{64}$/),
      });
      expect(world.git('ls-tree', '--name-only', recordRef('fix'))).toBe('withheld.txt');
    },
  );

  test.each([
    ['fits', write('src/key.ts', 'x\n')],
    ['does not fit', NOWHERE],
  ])('is refused in a name for whom it is sent, which is not kept (a patch that %s)', async (_, change) => {
    const { payload, ...sent } = delivery([change]);
    await apply(world.context, { ...sent, payload: { ...payload, for: ['shop-gpt', TOKEN] } });
    expect(world.record('fix')).toMatchObject({ outcome: { kind: 'refused' }, sentFor: ['shop-gpt'] });
    expect(everythingIn(world)).not.toContain(TOKEN);
  });

  test('is refused in a dry run too, which shows no diff of it', async () => {
    const report = await deliver([write('src/key.ts', TOKEN)], { dryRun: true });
    expect(report).toMatchObject({ kind: 'previewed', outcome: { kind: 'refused' }, changes: [] });
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  });

  test('is refused while patches are held, which would keep it', async () => {
    pause();
    expect(await deliver([write('src/key.ts', TOKEN)])).toMatchObject({ outcome: { kind: 'refused' } });
    expect(everythingIn(world)).not.toContain(TOKEN);
  });

  test('is found by no comment that switches the check off', async () => {
    const content = `// secretlint-disable\nconst token = "${TOKEN}"; // secretlint-disable-line\n`;
    expect(await deliver([write('src/key.ts', content)])).toMatchObject({ outcome: { kind: 'refused' } });
  });

  test('does not take the record from a run that is at work', async () => {
    await deliver([write('src/b.ts', 'x\n')]);
    const { digest, run } = world.record('fix');
    const head = world.head('fix');
    const other = { ...world.context, run: { id: 2, attempt: 1, url: '' } };
    const words = { title: `Use ${TOKEN}` };
    expect(await apply(other, delivery([write('src/key.ts', TOKEN)], words))).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused' },
    });
    expect(world.head('fix')).toBe(head);
    // What was turned away is noted there, and nothing of the secret.
    const refusals = [{ code: 'secret_found' }, { code: 'secret_found' }];
    const turnedAway = [{ outcome: { kind: 'refused', refusals } }];
    expect(world.record('fix')).toMatchObject({ state: 'applied', digest, run, turnedAway });
    expect(everythingIn(world)).not.toContain(TOKEN);
  });

  test('passes in files that the config excepts', async () => {
    world.commit({
      '.github/ghost-runner.yml': 'test: {command: x}\npolicy: {secrets: {except-paths: ["test/**"]}}\n',
    });
    expect(await deliver([write('test/data.ts', TOKEN)])).toMatchObject({ kind: 'applied' });
    expect(await deliver([write('src/data.ts', TOKEN)], {}, 'two')).toMatchObject({
      outcome: { kind: 'refused' },
    });
  });
});

describe('a secret beside what a patch changes', () => {
  test.each([
    ['in a command that is not run', { commands: [`curl -H "Authorization: ${TOKEN}" x`], patch: DIFF }],
    ['in a log above a diff', { changes: [{ kind: 'text', text: `\u001B[31m${TOKEN}\n\n${DIFF}` }] }],
    ['in words above a diff', { changes: [{ kind: 'text', text: `Use ${TOKEN}\n\n${DIFF}` }] }],
    [
      'in a file that a later change takes away',
      { changes: [write('b', TOKEN), { kind: 'delete', path: 'b' }, write('c', 'x')] },
    ],
  ])('leaves nothing of it either: %s', async (_, patch) => {
    const report = await apply(world.context, {
      payload: { id: 'fix', patch },
      sender: 'gpt',
      dryRun: false,
    });
    expect(report).toMatchObject({ outcome: { refusals: [{ code: 'secret_found' }] } });
    expect(JSON.stringify([report, world.chat.posts])).not.toContain(TOKEN);
    expect(everythingIn(world)).not.toContain(TOKEN);
  });
});

describe('a secret that is no news', () => {
  test('is taken out by a patch', async () => {
    world.commit({ 'src/key.ts': `a\nconst token = "${TOKEN}";\n` });
    const edit = {
      kind: 'edit',
      path: 'src/key.ts',
      find: `const token = "${TOKEN}";`,
      replace: 'const token = "";',
    };
    expect(await deliver([edit])).toMatchObject({ kind: 'applied' });
  });

  test('is taken out line by line, whatever marks the patch puts before them', async () => {
    const key =
      ['-----BEGIN', 'PRIVATE KEY-----\n'].join(' ') +
      `${'aB3/'.repeat(16)}\n`.repeat(3) +
      ['-----END', 'PRIVATE KEY-----\n'].join(' ');
    world.commit({ 'key.pem': `one\n${key}two\n` });
    const removed = key.replaceAll(/^(?=.)/gm, '-');
    const diff = `--- a/key.pem\n+++ b/key.pem\n@@ -1,7 +1,2 @@\n one\n${removed} two\n`;
    expect(await deliver([{ kind: 'diff', diff }])).toMatchObject({ kind: 'applied' });
  });

  test('is taken out by a patch that is held, and kept for that', async () => {
    world.commit({ 'src/key.ts': `a\nconst token = "${TOKEN}";\n` });
    pause();
    const edit = { kind: 'edit', path: 'src/key.ts', find: TOKEN, replace: '' };
    expect(await deliver([edit])).toMatchObject({ outcome: { kind: 'held' } });
    expect(world.git('ls-tree', '--name-only', recordRef('fix'))).toBe('patch.json');
  });

  test("is in nobody's way on another line of the file", async () => {
    world.commit({ 'src/key.ts': `a\nconst token = "${TOKEN}";\n` });
    expect(await deliver([{ kind: 'edit', path: 'src/key.ts', find: 'a\n', replace: 'b\n' }])).toMatchObject({
      kind: 'applied',
    });
  });
});

describe('a patch that goes no further anyway', () => {
  test('is not kept with a secret, and its refusals do not quote it', async () => {
    const edit = { kind: 'edit', path: 'src/a.txt', find: `two\n${TOKEN}`, replace: TOKEN };
    const report = await deliver([edit], { title: `Remove ${TOKEN}` });
    expect(report).toMatchObject({ outcome: { kind: 'refused', refusals: [{ code: 'not_found' }] } });
    expect(JSON.stringify(report)).not.toContain(TOKEN);
    expect(everythingIn(world)).not.toContain(TOKEN);
    expect(world.record('fix')).toMatchObject({
      title: 'Remove ****',
      warnings: [expect.stringContaining('its text was not kept')],
    });
  });

  test('is not kept with a secret either where it can not be read', async () => {
    const report = await apply(world.context, {
      payload: { id: 'fix', patch: `{"version": 1, "${TOKEN}` },
      sender: 'gpt',
      dryRun: false,
    });
    expect(report).toMatchObject({ outcome: { kind: 'refused', refusals: [{ code: 'malformed' }] } });
    expect(everythingIn(world)).not.toContain(TOKEN);
  });

  test.each([
    ['in base64', { changes: [{ ...write('a', BASE64), encoding: 'base64' }, NOWHERE] }, BASE64],
    ['in base64, in what can not be read', `{"changes": [{"content": "${BASE64}"`, BASE64],
    ['in base64 in lines', { changes: [{ ...write('a', WRAPPED), encoding: 'base64' }] }, LAST_LINE],
    ['in base64 in lines of Windows', `{"changes": [{"content": ${CRLF}`, LAST_LINE],
    ['in base64 for addresses', `{"changes": [{"content": "${FOR_URLS}"`, FOR_URLS],
    ['behind escapes of JSON', `{"changes": [{"content": "${ESCAPED}"`, ESCAPED],
  ])('is not kept with a secret either that it holds %s', async (_, patch, written) => {
    const report = await apply(world.context, {
      payload: { id: 'fix', patch },
      sender: 'gpt',
      dryRun: false,
    });
    expect(report).toMatchObject({ outcome: { kind: 'refused' } });
    expect(everythingIn(world)).not.toContain(written);
  });

  test('is refused and not held, where nobody can tell what it would add', async () => {
    pause();
    const edit = { kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: TOKEN };
    expect(await deliver([edit])).toMatchObject({ outcome: { kind: 'refused' } });
    expect(everythingIn(world)).not.toContain(TOKEN);
  });
});

describe('a secret that a patch writes in another way than it is shown', () => {
  const END = TOKEN.slice(4);
  const OF_HOOK = HOOK.slice(HOOK.lastIndexOf('/') + 1);
  const fits = [write('src/key.ts', 'x\n')];

  test.each<[string, string, unknown]>([
    ['in two colours in a title', END, { title: `Use ${COLOURED}`, changes: fits }],
    ['in two colours in a path', END, { changes: [write(`logs/${COLOURED}`, 'x\n')] }],
    ['in two colours in the name of a field', END, { changes: fits, [COLOURED]: 1 }],
    ['in two colours in the name of a branch', END, { base: { branch: COLOURED }, changes: fits }],
    ['as an address in a JSON pointer', OF_HOOK, { changes: fits, [HOOK]: 1 }],
    [
      'in a path that is cut off',
      END.slice(0, 20),
      { changes: [write(`/${'p'.repeat(162)}/${TOKEN}`, 'x\n')] },
    ],
    ['in a path, and in its file', END, { changes: [write(`logs/${TOKEN}`, TOKEN)] }],
    ['as an address with escaped slashes', OF_HOOK, slashed({ version: 2, x: HOOK, changes: fits })],
    [
      'as an address with escaped slashes in a text',
      OF_HOOK,
      { changes: [{ kind: 'text', text: slashed([write(`x/../${HOOK}`, 'x\n')]) }] },
    ],
    [
      'as an address with escaped slashes in a file',
      OF_HOOK,
      { changes: [write('src/hook.json', slashed({ hook: HOOK }))] },
    ],
    ['in an octal number in the name of a file', END, { changes: [fileOf(`x/${OCTAL}`)] }],
    ['in an octal number in a name that is refused', END, { changes: [fileOf(`x/../${OCTAL}`)] }],
  ])('is nowhere: %s', async (_, secret, sent) => {
    const patch = typeof sent === 'object' ? { version: 1, ...sent } : sent;
    const report = await apply(world.context, {
      payload: { id: 'fix', patch },
      sender: 'gpt',
      dryRun: false,
    });
    expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'refused' } });
    expect(world.head('fix')).toBeNull();
    for (const text of [report, world.chat.posts, world.record('fix')].map((part) => JSON.stringify(part))) {
      expect(text).not.toContain(secret);
    }
    expect(everythingIn(world)).not.toContain(secret);
  });

  /** As some programs write JSON. */
  function slashed(value: unknown): string {
    return JSON.stringify(value).replaceAll('/', String.raw`\/`);
  }

  function fileOf(path: string) {
    return { kind: 'diff', diff: `--- /dev/null\n+++ "b/${path}"\n@@ -0,0 +1 @@\n+b\n` };
  }
});

function write(path: string, content: string) {
  return { kind: 'write', path, content };
}

function delivery(changes: readonly object[], more: object = {}, id = 'fix') {
  return {
    payload: { id, patch: { version: 1, title: 'Fix it', changes, ...more } },
    sender: 'gpt',
    dryRun: false,
  };
}

function deliver(changes: readonly object[], more: object = {}, id = 'fix') {
  return apply(world.context, delivery(changes, more, id));
}

/** Every object of the repository, in words. */
function everythingIn({ git }: World): string {
  const oids = git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)').split(
    '\n',
  );
  return oids
    .filter((line) => !line.endsWith(' tree'))
    .map((line) => git('cat-file', '-p', line.slice(0, line.indexOf(' '))))
    .join('\n');
}

function pause(): void {
  const at = '2026-01-01T00:00:00.000Z';
  const one = { state: 'paused', scope: { kind: 'repository' }, reason: 'release', by: 'op', at } as const;
  const message = formatControl({
    version: 1,
    switches: [one],
    act: { verb: 'pause', surface: 'form', by: 'op', at },
  });
  world.git('update-ref', CONTROL_REF, world.git('commit-tree', '-m', message, 'main^{tree}'));
}
