import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const BIN = join(import.meta.dirname, '../../../src/cli/bin.ts');

/** The temporary directory of the demos; whatever one of them starts has it in its environment, arguments or folder. */
let temporary: string;

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'ghost-runner-interrupted-'));
});

afterAll(() => {
  rmSync(temporary, { recursive: true });
});

/** For a machine that does much else. */
const PATIENCE_MS = 60_000;

describe('a demo that is ended before its end', () => {
  test.each([
    ['SIGTERM', 143, ['--control']],
    ['SIGINT', 130, ['--app', '--json']],
  ] as const)(
    'by %s exits with %d, and leaves no folder and no process (%j)',
    async (signal, code, options) => {
      const demo = start(process.execPath, [BIN, 'demo', ...options]);
      await firstWords(demo);
      expect(left()).not.toEqual(NOTHING);
      demo.kill(signal);
      expect(await once(demo, 'exit')).toEqual([code, null]);
      await delay(A_MOMENT_MS);
      expect(left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );

  test(
    'by the end of the shell that npm put around it ends too, and leaves as little',
    async () => {
      const shell = start('sh', ['-c', '"$0" "$@"; exit', process.execPath, BIN, 'demo', '--keep'], {
        npm_lifecycle_event: 'demo',
      });
      await firstWords(shell);
      shell.kill('SIGTERM');
      await until(() => left().processes.length === 0);
      expect(left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );
});

const NOTHING = { folders: [], processes: [] };

/** Milliseconds in which processes that were killed disappear. */
const A_MOMENT_MS = 200;

function start(program: string, args: readonly string[], env: { readonly [name: string]: string } = {}) {
  return spawn(program, args, {
    env: { PATH: process.env['PATH'], TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when it says something: then it has begun to send patches. */
async function firstWords({ stdout, stderr }: ReturnType<typeof start>): Promise<void> {
  await Promise.race([once(stdout, 'data'), once(stderr, 'data')]);
}

function left(): { readonly folders: readonly string[]; readonly processes: readonly string[] } {
  return { folders: readdirSync(temporary), processes: readdirSync('/proc').filter(isTheirs) };
}

function isTheirs(id: string): boolean {
  if (!/^\d+$/.test(id)) {
    return false;
  }
  try {
    return ['environ', 'cmdline'].some((file) =>
      readFileSync(join('/proc', id, file), 'latin1').includes(temporary),
    );
  } catch {
    // It ended meanwhile, or is somebody else's.
    return false;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await delay(A_MOMENT_MS);
  }
}
