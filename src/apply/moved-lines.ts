import type { Hunk } from '../patch/hunk.ts';
import type { LineEdit } from './line-edit.ts';
import type { TextFile } from './text-file.ts';

/** What one change of the patch has done to the lines of a file so far. */
export type Moves = {
  /** Index of the change. */
  readonly change: number;
  /** What it has left; whatever else the file holds, something else was done to it since. */
  readonly left: TextFile;
  /** One list after the other, each for the file as those before it left it. */
  readonly edits: readonly (readonly LineEdit[])[];
};

/**
 * The hunks, each with the place by now of the line that it names. Who writes down all hunks at once numbers them as the
 * file is before all of them, and who makes one diff after the other as those before it left the file.
 */
export function withMovedLines(hunks: readonly Hunk[], edits: Moves['edits']): readonly Hunk[] {
  if (edits.length === 0) return hunks;
  return hunks.map((hunk) => {
    const moved = hunk.lineHint === undefined ? null : movedLine(hunk.lineHint - 1, edits);
    return moved === null || moved + 1 === hunk.lineHint ? hunk : { ...hunk, movedHint: moved + 1 };
  });
}

/** null: the line is not there any more. */
function movedLine(line: number, edits: Moves['edits']): number | null {
  let moved = line;
  for (const list of edits) {
    let shift = 0;
    for (const edit of list) {
      if (edit.line > moved) break;
      if (moved < edit.line + edit.remove) return null;
      shift += edit.insert.length - edit.remove;
    }
    moved += shift;
  }
  return moved;
}
