import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../random.ts';
import { randomEdits } from './edits.ts';
import { withEdits } from './line-edit.ts';
import type { Sketch } from './sketch.ts';

/** How far from the patch's own edits the file has changed since, in lines. */
export const DISTANCES = { drift_near: [1, 3], drift_mid: [4, 12], drift_far: [15, 60] } as const;

/**
 * The sketch on a file that has changed since, with what `git merge-file` makes of both changes.
 * null: git calls it a conflict, or there is no room at that distance.
 */
export function drifted(
  sketch: Sketch,
  random: Random,
  [least, most]: readonly [least: number, most: number],
): Sketch | null {
  const [hunk] = sketch.hunks;
  if (hunk === undefined || sketch.after === null) return null;
  const below = random.chance(0.5);
  const edge = below ? lastChange(hunk) + least : firstChange(hunk) - most;
  const from = Math.max(0, edge);
  const to = Math.min(sketch.base.length, edge + most - least + 1);
  if (from >= to) return null;
  const base = withEdits(sketch.base, randomEdits(random, sketch.base, { count: 1, from, to }));
  const after = mergedByGit({ base: sketch.base, ours: base, theirs: sketch.after });
  return after === null ? null : { ...sketch, base, after, pasteable: false };
}

function firstChange({ start, lines }: Sketch['hunks'][number]): number {
  return start + lines.findIndex(([mark]) => mark !== ' ');
}

/** The line behind the last changed one. */
function lastChange({ start, span, lines }: Sketch['hunks'][number]): number {
  const behind = lines.length - 1 - lines.findLastIndex(([mark]) => mark !== ' ');
  return start + span - behind;
}

type Sides = {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
};

/** null: a conflict. */
function mergedByGit(sides: Sides): readonly string[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-merge-'));
  try {
    for (const [name, lines] of Object.entries(sides))
      writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    const merged = execFileSync('git', ['merge-file', '-p', '-q', 'ours', 'base', 'theirs'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return merged.replace(/\n$/, '').split('\n');
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
