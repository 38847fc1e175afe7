import { decodeText, linesIn } from '../text-file.ts';
import type { SourceEntry } from '../tree.ts';
import { type Clash, cutLines } from './clash.ts';
import { compareLines, lineNumbering } from './line-diff.ts';

/** The places in which a merged file differs from the same file with the patch put where its lines stand now. */
export function whereTheyDiffer(
  path: string,
  merged: SourceEntry | undefined,
  placed: SourceEntry | undefined,
): readonly Clash[] {
  const [left, right] = [linesOf(merged), linesOf(placed)];
  const numbersOf = lineNumbering();
  const { spans } = compareLines(numbersOf(left), numbersOf(right));
  const clashes = spans.map(({ start, end, newStart, newEnd }): Clash => {
    const inMerged = cutLines(left.slice(start, end));
    const inPlaced = cutLines(right.slice(newStart, newEnd));
    const cut = inMerged.cut || inPlaced.cut;
    return {
      kind: 'two_places',
      path,
      line: start + 1,
      merged: inMerged.lines,
      placed: inPlaced.lines,
      ...(cut ? { cut } : {}),
    };
  });
  // What differs besides lines, such as a mode, is told without any.
  return clashes.length > 0 ? clashes : [{ kind: 'two_places', path, line: 1, merged: [], placed: [] }];
}

function linesOf(entry: SourceEntry | undefined): readonly string[] {
  const text = entry?.kind === 'file' ? decodeText(entry.bytes) : null;
  return text === null ? [] : linesIn(text.text);
}
