import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { newEffort } from '../../../src/apply/effort.ts';
import { applyHunks } from '../../../src/apply/hunks.ts';
import { apply } from '../../../src/library/apply.ts';
import { readUnifiedDiff } from '../../../src/patch/formats/unified.ts';
import type { Input } from './inputs.ts';

/** The engine as such: a diff's text and a file's text in, a text out; null: refused. No limit on sizes. */
export function engine({ base, patch }: Input): string | null {
  const reading = readUnifiedDiff(patch);
  const [operation] = reading.ok ? reading.operations : [];
  if (operation?.action !== 'modify') throw new Error('The diff was not read as a change of one file.');
  const file = { hasBom: false, text: base, endings: '\n' } as const;
  const { path, hunks } = operation;
  const result = applyHunks({ file, path, hunks, change: 0, effort: newEffort() });
  return result.ok ? result.file.text : null;
}

/** All that stands around it, too: what the library does with a text of which nothing is known. */
export function library({ base, patch }: Input): string | null {
  const result = apply({ files: { 'f.js': base }, patch });
  return result.ok ? (result.files['f.js'] ?? null) : null;
}

export function jsdiff({ base, patch }: Input): string | null {
  const text = applyPatch(base, patch);
  return text === false ? null : text;
}

/** What finding each block, and then finding that there is no second one, costs at least: two passes over the text. */
export function twoSearches({ base, blocks }: Input): number {
  return blocks.reduce((sum, block) => sum + base.indexOf(block) + base.indexOf(block), 0);
}

/** A process of `git apply` for files in a folder of its own, and the library in this process for the same. */
export function createGitRace(files: { readonly [path: string]: string }, patch: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-speed-'));
  return {
    git: () => {
      for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
      return timed(() => {
        const { status, stderr } = spawnSync('git', ['apply'], {
          cwd: folder,
          input: patch,
          encoding: 'utf8',
        });
        if (status !== 0) throw new Error(`git apply failed: ${stderr}`);
      });
    },
    library: () =>
      timed(() => {
        if (!apply({ files, patch }).ok) throw new Error('The library refused the patch.');
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Milliseconds. */
export function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
