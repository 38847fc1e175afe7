import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readBeginning, readInput } from '../../src/cli/input.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../src/patch/limits.ts';
import { runInProcess } from './in-process.ts';

const CONFIG = '.github/ghost-runner.yml';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'input-'));
  mkdirSync(join(directory, '.github'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('of what never ends, as many bytes are read as say that it is too long', async () => {
  async function* endless() {
    for (;;) yield Buffer.from('abc');
  }
  expect(await readBeginning(endless(), 7)).toBe('abcabca');
  const zeros = await readInput('/dev/zero');
  expect(zeros.ok && zeros.text).toHaveLength(MAX_PATCH_TEXT_BYTES + 1);
});

test('what is too long is read as such where it is cut within a character', async () => {
  const path = join(directory, 'long.txt');
  writeFileSync(path, `x${'é'.repeat(MAX_PATCH_TEXT_BYTES / 2 + 1)}`);
  const long = await readInput(path);
  expect(long.ok && long.text.startsWith('xéé')).toBe(true);
  writeFileSync(path, 'é'.repeat(MAX_PATCH_TEXT_BYTES / 2 + 1));
  const cut = await readInput(path);
  expect(cut.ok && cut.text.endsWith('é\uFFFD')).toBe(true);
});

test.each([['apply'], ['send', '--repo', 'acme/shop', '--token', 'none']])(
  'a patch that is not in UTF-8 is refused by %s, with what to do, before anything is made of it',
  async (...args) => {
    const change = { kind: 'write', path: 'menu.md', content: 'Caf\u00e9\n' };
    writeFileSync(
      join(directory, 'menu.json'),
      Buffer.from(JSON.stringify({ version: 1, changes: [change] }), 'latin1'),
    );
    const spoken = await runInProcess([...args, 'menu.json'], { cwd: directory });
    expect(spoken).toMatchObject({ code: 2, stdout: expect.stringContaining('save it as UTF-8') });
    const { code, stdout } = await runInProcess([...args, 'menu.json', '--json'], { cwd: directory });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'refused', refusals: [{ code: 'malformed' }] });
  },
);

test('a patch with a byte order mark is read with it', async () => {
  const path = join(directory, 'marked.txt');
  writeFileSync(path, '\ufeffcaf\u00e9');
  expect(await readInput(path)).toEqual({ ok: true, text: '\ufeffcaf\u00e9' });
});

test('a config that never ends is refused for its length', async () => {
  symlinkSync('/dev/zero', join(directory, 'endless.yml'));
  const ended = await runInProcess(['explain', 'a.ts', '--config', 'endless.yml'], { cwd: directory });
  expect(ended).toMatchObject({ code: 2, stdout: expect.stringContaining('are the most that are read') });
});

test.each([
  ['a pipe', () => execFileSync('mkfifo', [join(directory, CONFIG)])],
  ['a device', () => symlinkSync('/dev/zero', join(directory, CONFIG))],
])('%s in the place of the config is not waited for', async (_, make) => {
  make();
  const ended = await runInProcess(['explain', 'a.ts'], { cwd: directory });
  expect(ended).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${CONFIG} is no file; put the config`),
  });
  rmSync(join(directory, CONFIG));
});
