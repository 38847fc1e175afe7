import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Task } from './applier.ts';
import type { Answer } from './score.ts';

/** A folder with nothing in it but the file that a patch is for, and the patch beside it. */
export type Scratch = { readonly folder: string; readonly file: string; readonly patch: string };

/** Lets a tool change the file of a task on disk, and reads what it left. */
export function inScratch(task: Task, change: (scratch: Scratch) => string | null): Answer {
  const root = mkdtempSync(join(tmpdir(), 'bench-apply-'));
  try {
    const folder = join(root, 'tree');
    const scratch = { folder, file: join(folder, task.path), patch: join(root, 'patch') };
    mkdirSync(dirname(scratch.file), { recursive: true });
    writeFileSync(scratch.file, task.base);
    writeFileSync(scratch.patch, task.patch);
    const reason = change(scratch);
    return reason === null ? { ok: true, text: readFileSync(scratch.file, 'utf8') } : { ok: false, reason };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** null: the command ended with 0; otherwise what it said. */
export function runIn(
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
  input = '',
): string | null {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CEILING_DIRECTORIES: tmpdir(),
    },
  });
  return status === 0 ? null : stderr + stdout || 'It failed and said nothing.';
}
