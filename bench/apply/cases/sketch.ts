import type { Case, Format } from '../case.ts';
import { type Draft, type MarkedLine, newLines } from './line-edit.ts';
import { type Writing, writePatch } from './write.ts';

/** A case while it is made: a file, the hunks of a patch for it, and what must come of the two. */
export type Sketch = {
  readonly path: string;
  readonly base: readonly string[];
  /** null: the patch must be refused. */
  readonly after: readonly string[] | null;
  readonly hunks: readonly SketchedHunk[];
  /** How base and result are stored. */
  readonly ending: '\n' | '\r\n';
  readonly finalNewline: boolean;
  /** Do the hunks' lines stand where `start` and `span` say, one for one? Then pasting them is a way to be nearly right. */
  readonly pasteable: boolean;
  readonly writing: Writing;
};

/** A hunk with what its header says. */
export type SketchedHunk = Draft & {
  /** Lines by which the line number is off. */
  readonly shift?: number;
  /** By how much the counts of old and new lines are off. */
  readonly miscount?: readonly [old: number, now: number];
  /** A line above the hunk that names where it is. */
  readonly anchor?: string;
};

export function caseOf(sketch: Sketch, format: Format): Omit<Case, 'id' | 'format' | 'damage'> {
  const { path, base, after } = sketch;
  const want =
    after === null
      ? ({ kind: 'refusal' } as const)
      : ({
          kind: 'text',
          text: textOf(sketch, after),
          ...(sketch.pasteable ? { pasted: pastedText(sketch) } : {}),
        } as const);
  return { path, base: textOf(sketch, base), patch: writePatch(format, sketch), want };
}

export function withLines(
  hunk: SketchedHunk,
  change: (line: MarkedLine, index: number) => MarkedLine,
): SketchedHunk {
  return { ...hunk, lines: hunk.lines.map(change) };
}

function textOf({ ending, finalNewline }: Sketch, lines: readonly string[]): string {
  return lines.join(ending) + (finalNewline && lines.length > 0 ? ending : '');
}

function pastedText(sketch: Sketch): string {
  const result: string[] = [];
  let done = 0;
  for (const hunk of sketch.hunks.toSorted((left, right) => left.start - right.start)) {
    result.push(...sketch.base.slice(done, hunk.start), ...newLines(hunk));
    done = hunk.start + hunk.span;
  }
  return textOf(sketch, [...result, ...sketch.base.slice(done)]);
}
