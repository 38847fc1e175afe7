import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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
  expect(await readInput('/dev/zero')).toHaveLength(MAX_PATCH_TEXT_BYTES + 1);
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
