import type { HunkLine } from '../../patch/hunk.ts';
import type { Pair } from './compare.ts';
import type { Rewrite } from './correction.ts';
import type { Place } from './nearest.ts';
import type { Scene } from './scene.ts';

/**
 * What a hunk wants at a place that looks like it, with the file's own text for every line that stays. null: not
 * certain, because a line to be removed, or one whose mark may be lost, is another one there, or nothing tells where an added
 * line goes.
 */
export function rewriteAt(scene: Scene, lines: readonly HunkLine[], place: Place): Rewrite | null {
  const matches = new Map<number, Match>();
  const old = lines.filter(([mark]) => mark !== '+');
  const expected = old.map(([, text]) => text);
  for (const pair of place.pairs) {
    const position = place.origin + pair.found;
    const isSame = isSameLine(pair, expected[pair.expected] ?? '', scene.line(position));
    matches.set(pair.expected, { position, isSame });
  }
  const isOpen = ([, text, note]: HunkLine, row: number) =>
    note === 'unmarked' && text.trim() !== '' && matches.get(row)?.isSame !== true;
  if (old.some(isOpen)) return null;
  const edits: Edit[] = [];
  for (const run of runsOf(lines)) {
    const edit = editOf(run, { matches, count: expected.length });
    if (edit === null || edit.at < (edits.at(-1)?.end ?? 0)) return null;
    edits.push(edit);
  }
  return joinEdits(scene, edits);
}

type Match = { readonly position: number; readonly isSame: boolean };

/** Lines of the file from `at` up to `end` become `insert`. */
type Edit = { readonly at: number; readonly end: number; readonly insert: readonly string[] };

/** Changed lines in a row: old lines from `first` on, `removed` of them, become `inserted`. */
type Run = { readonly first: number; removed: number; readonly inserted: string[] };

function runsOf(lines: readonly HunkLine[]): readonly Run[] {
  const runs: Run[] = [];
  let old = 0;
  let open: Run | undefined;
  for (const [mark, text] of lines) {
    if (mark === ' ') {
      open = undefined;
      old += 1;
      continue;
    }
    if (open === undefined) {
      open = { first: old, removed: 0, inserted: [] };
      runs.push(open);
    }
    if (mark === '+') {
      open.inserted.push(text);
    } else {
      open.removed += 1;
      old += 1;
    }
  }
  return runs;
}

/** Misspelt, but the same line: alike, equally far to the right, and with the same ends. */
function isSameLine({ difference, likeness }: Pair, expected: string, found: string): boolean {
  if (difference === 'none') return true;
  const [left, right] = [expected.trim(), found.trim()];
  return (
    likeness >= SURE_LIKENESS &&
    indentOf(expected) === indentOf(found) &&
    left.at(0) === right.at(0) &&
    left.at(-1) === right.at(-1)
  );
}

/** Two typing errors in a short line leave this much. */
const SURE_LIKENESS = 0.6;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function editOf(
  { first, removed, inserted }: Run,
  { matches, count }: { matches: ReadonlyMap<number, Match>; count: number },
): Edit | null {
  if (removed === 0) {
    const at = gapAt(first, { matches, count });
    return at === null ? null : { at, end: at, insert: inserted };
  }
  const at = matches.get(first)?.position ?? -1;
  const isThere = Array.from({ length: removed }, (_, offset) => matches.get(first + offset)).every(
    (match, offset) => match?.isSame === true && match.position === at + offset,
  );
  return isThere ? { at, end: at + removed, insert: inserted } : null;
}

/** The file's line before which a pure insertion goes: its neighbours must be known, and beside each other. */
function gapAt(
  next: number,
  { matches, count }: { matches: ReadonlyMap<number, Match>; count: number },
): number | null {
  const before = matches.get(next - 1);
  const after = matches.get(next);
  const isKnown = (next === 0 || before?.isSame === true) && (next === count || after?.isSame === true);
  if (!isKnown || (before === undefined && after === undefined)) return null;
  if (before !== undefined && after !== undefined && after.position !== before.position + 1) return null;
  return after?.position ?? (before?.position ?? 0) + 1;
}

function joinEdits(scene: Scene, edits: readonly Edit[]): Rewrite | null {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return null;
  const lines: string[] = [];
  let done = first.at;
  for (const { at, end, insert } of edits) {
    lines.push(...scene.lines(done, at), ...insert);
    done = end;
  }
  return { from: first.at, to: last.end, lines };
}
