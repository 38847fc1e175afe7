import type { Random } from '../random.ts';
import type { MarkedLine } from './line-edit.ts';
import { type Sketch, type SketchedHunk, withLines } from './sketch.ts';
import { typo } from './typing.ts';

/** The new lines of a change stand above the old ones. */
export function additionsFirst(sketch: Sketch): Sketch {
  const hunks = sketch.hunks.map((hunk) => ({ ...hunk, lines: runsOf(hunk.lines).flatMap(newBeforeOld) }));
  return { ...sketch, hunks };
}

/** Lines with the same mark or with none of the two, together. */
function runsOf(lines: readonly MarkedLine[]): readonly (readonly MarkedLine[])[] {
  const runs: MarkedLine[][] = [];
  for (const line of lines) {
    const isChange = line[0] !== ' ';
    const last = runs.at(-1);
    if (last !== undefined && (last[0]?.[0] !== ' ') === isChange) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function newBeforeOld(run: readonly MarkedLine[]): readonly MarkedLine[] {
  return [...run.filter(([mark]) => mark === '+'), ...run.filter(([mark]) => mark !== '+')];
}

/** A line of context is written as removed and added again. */
export function replacedByItself(sketch: Sketch, random: Random): Sketch {
  const hunks = sketch.hunks.map((hunk) => {
    const context = hunk.lines.flatMap(([mark, text], index) =>
      mark === ' ' && text.trim() !== '' ? [index] : [],
    );
    const at = context.length === 0 ? -1 : random.pick(context);
    const lines = hunk.lines.flatMap((line, index): readonly MarkedLine[] =>
      index === at
        ? [
            ['-', line[1]],
            ['+', line[1]],
          ]
        : [line],
    );
    return { ...hunk, lines };
  });
  return { ...sketch, hunks };
}

export function reordered(sketch: Sketch): Sketch {
  return { ...sketch, hunks: sketch.hunks.toReversed() };
}

export function elided(sketch: Sketch, random: Random): Sketch | null {
  return inOneHunk(sketch, (hunk) => {
    const quiet = quietContext(hunk).filter((index, at, all) => all[at + 1] === index + 1);
    const [index] = quiet;
    if (index === undefined) return null;
    const sign = random.pick(['...', '    ...', '// ... existing code ...', '# ... rest unchanged ...']);
    const lines: readonly MarkedLine[] = [
      ...hunk.lines.slice(0, index),
      [' ', sign],
      ...hunk.lines.slice(index + 2),
    ];
    return { ...hunk, lines };
  });
}

export function skippedContext(sketch: Sketch, random: Random): Sketch | null {
  return inOneHunk(sketch, (hunk) => {
    const quiet = quietContext(hunk);
    return quiet.length === 0 ? null : { ...hunk, lines: hunk.lines.toSpliced(random.pick(quiet), 1) };
  });
}

/** Context far enough from any change that leaving it out moves none: indices into the hunk's lines. */
function quietContext({ lines }: SketchedHunk): readonly number[] {
  const isContext = (index: number) => lines[index]?.[0] === ' ';
  return lines.flatMap((_, index) => ([index - 1, index, index + 1].every(isContext) ? [index] : []));
}

export function typoInContext(sketch: Sketch, random: Random): Sketch | null {
  return typoIn(' ', sketch, random);
}

export function typoInRemoved(sketch: Sketch, random: Random): Sketch | null {
  return typoIn('-', sketch, random);
}

function typoIn(mark: ' ' | '-', sketch: Sketch, random: Random): Sketch | null {
  const damaged = inOneHunk(sketch, (hunk) => {
    const long = hunk.lines.flatMap(([own, text], index) =>
      own === mark && text.trim().length >= LEAST_TYPED ? [index] : [],
    );
    if (long.length === 0) return null;
    const at = random.pick(long);
    return withLines(hunk, ([own, text], index) => [own, index === at ? typo(random, text) : text]);
  });
  return damaged === null ? null : { ...damaged, pasteable: mark === ' ' };
}

/** In a shorter line, a typo makes another word of what is there. */
const LEAST_TYPED = 12;

/** Damages the first hunk in which there is something to damage; what is left can't be pasted any more. */
function inOneHunk(sketch: Sketch, damage: (hunk: SketchedHunk) => SketchedHunk | null): Sketch | null {
  for (const [index, hunk] of sketch.hunks.entries()) {
    const damaged = damage(hunk);
    if (damaged !== null) return { ...sketch, hunks: sketch.hunks.with(index, damaged), pasteable: false };
  }
  return null;
}
