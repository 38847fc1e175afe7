import type { Random } from '../random.ts';
import { randomEdits } from './edits.ts';
import { type Draft, draftsOf, type LineEdit, occurrencesOf, oldLines, withEdits } from './line-edit.ts';
import type { Sketch } from './sketch.ts';
import type { Base } from './texts.ts';
import { PLAIN_WRITING } from './write.ts';

/**
 * A sketch without damage: edits of a file as hunks, each with so much context that it stands in one place
 * only. null: the file repeats itself too much for that.
 */
export function plainSketch(
  random: Random,
  base: Base,
  { count, context = LEAST_CONTEXT }: { count: number; context?: number | undefined },
): Sketch | null {
  const edits = randomEdits(random, base.lines, { count });
  const hunks = uniqueDrafts(base.lines, edits, context);
  const after = withEdits(base.lines, edits);
  if (hunks === null || hunks.length < count || sameLines(base.lines, after)) return null;
  return sketchOf(base, { after, hunks });
}

function sketchOf(base: Base, parts: Pick<Sketch, 'after' | 'hunks'>): Sketch {
  return {
    path: base.path,
    base: base.lines,
    ending: '\n',
    finalNewline: true,
    pasteable: true,
    writing: PLAIN_WRITING,
    ...parts,
  };
}

function uniqueDrafts(
  lines: readonly string[],
  edits: readonly LineEdit[],
  least: number,
): readonly Draft[] | null {
  for (let context = least; context <= MOST_CONTEXT; context += 1) {
    const drafts = draftsOf(lines, edits, context);
    if (drafts.every((draft) => occurrencesOf(lines, oldLines(draft)) === 1)) return drafts;
  }
  return null;
}

/** Lines of context that diffs have by custom. */
const LEAST_CONTEXT = 3;

const MOST_CONTEXT = 12;

function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}
