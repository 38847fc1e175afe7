import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** docs/testing.md has the figures of long runs. */
const PATCHES = process.env['GHOST_CHAOS_PATCHES'] ?? '8';

test('through failing platforms and dying processes every acknowledged patch comes to one true end', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'main.ts'),
      '--patches',
      PATCHES,
      '--json',
    ],
    { env: { PATH: process.env['PATH'] } },
  ).catch((failed: { readonly stdout: string; readonly stderr: string }) => failed);
  const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect({ figures, stderr }).toMatchObject({
    figures: { patches: Number(PATCHES), lost: 0, twice: 0, unsettled: 0 },
  });
  expect(Object.keys(figures ?? {})).toEqual([
    'patches',
    'acknowledged',
    'lost',
    'twice',
    'unsettled',
    'kills',
    'faults',
    'seconds',
  ]);
}, 1_200_000);
