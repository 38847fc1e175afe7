import type { Format } from '../case.ts';
import type { Random } from '../random.ts';
import { changedLine } from './edits.ts';
import { occurrencesOf, oldLines, withEdits } from './line-edit.ts';
import type { Sketch } from './sketch.ts';

/** A patch that must not be applied to the file as it is, although there is a place that looks right. */
export type Trap = {
  readonly name: string;
  readonly formats: readonly Format[];
  /** null: no such trap can be set with the sketch. */
  readonly set: (sketch: Sketch, random: Random) => Sketch | null;
};

const ALL: readonly Format[] = ['diff', 'blocks', 'apply_patch', 'edits'];

export const TRAPS: readonly Trap[] = [
  { name: 'ambiguous', formats: ALL, set: ambiguous },
  { name: 'duplicate_wrong_number', formats: ['diff'], set: duplicateWrongNumber },
  { name: 'already_applied', formats: ALL, set: alreadyApplied },
  { name: 'gone_but_similar', formats: ALL, set: goneButSimilar },
  { name: 'gone_by_conflict', formats: ALL, set: goneByConflict },
  { name: 'gone_context', formats: ALL, set: goneContext },
  { name: 'elided_file', formats: ['whole'], set: elidedFile },
];

/** Places that must be told apart, and this one can't be. */
function ambiguous(sketch: Sketch, random: Random): Sketch | null {
  const twice = duplicated(sketch, random);
  return twice === null ? null : { ...twice, after: null, writing: { ...twice.writing, numbers: 'none' } };
}

/** Two places, and a line number that is neither of the two; those of the other hunks are right. */
function duplicateWrongNumber(sketch: Sketch, random: Random): Sketch | null {
  const twice = duplicated(sketch, random);
  if (twice === null) return null;
  const shift = random.pick([-3, -2, -1, 1, 2, 3]);
  const hunks = twice.hunks.map((hunk, index, all) => (index === all.length - 1 ? { ...hunk, shift } : hunk));
  return { ...twice, after: null, hunks };
}

/**
 * The last hunk's lines a second time, further down. Whatever stands above both of them tells neither.
 * Line numbers of the hunks are those of the file before.
 */
export function duplicated(sketch: Sketch, random: Random): Sketch | null {
  const last = sketch.hunks.at(-1);
  if (last === undefined) return null;
  const block = sketch.base.slice(last.start, last.start + last.span);
  const end = last.start + last.span;
  if (end > sketch.base.length - 1) return null;
  const at = random.int(end + 1, sketch.base.length);
  const base = withEdits(sketch.base, [{ at, remove: 0, insert: ['', ...block, ''] }]);
  return occurrencesOf(base, block) === 2 ? { ...sketch, base, pasteable: false } : null;
}

function alreadyApplied(sketch: Sketch): Sketch | null {
  const { after } = sketch;
  if (after === null || sketch.hunks.some((hunk) => occurrencesOf(after, oldLines(hunk)) > 0)) return null;
  return { ...sketch, base: after, after: null };
}

/** The lines are gone, and others that are much alike stand elsewhere. */
function goneButSimilar(sketch: Sketch, random: Random): Sketch | null {
  const [hunk] = sketch.hunks;
  const similar = hunk === undefined ? null : withOtherRemovals(hunk, random);
  if (hunk === undefined || similar === null) return null;
  const end = hunk.start + hunk.span;
  const at = random.int(end, sketch.base.length);
  const edits = [
    { at: hunk.start, remove: hunk.span, insert: [] },
    { at, remove: 0, insert: similar },
  ];
  return { ...sketch, base: withEdits(sketch.base, edits), after: null };
}

/** Somebody else has changed the very lines meanwhile. */
function goneByConflict(sketch: Sketch, random: Random): Sketch | null {
  const [hunk] = sketch.hunks;
  const other = hunk === undefined ? null : withOtherRemovals(hunk, random);
  if (hunk === undefined || other === null) return null;
  return {
    ...sketch,
    base: withEdits(sketch.base, [{ at: hunk.start, remove: hunk.span, insert: other }]),
    after: null,
  };
}

/** The hunk's old lines, each line to be removed changed, to none that it adds; null where it removes none that can be. */
function withOtherRemovals({ lines }: Sketch['hunks'][number], random: Random): readonly string[] | null {
  const removed = lines.filter(([mark]) => mark === '-');
  if (!removed.some(([, text]) => text.trim().length > 3)) return null;
  const added = new Set(lines.flatMap(([mark, text]) => (mark === '+' ? [text] : [])));
  const other = lines.flatMap(([mark, text]): [text: string, isChanged: boolean][] => {
    if (mark === '+') return [];
    const isChanged = mark === '-' && text.trim().length > 3;
    return [[isChanged ? changedLine(random, text) : text, isChanged]];
  });
  return other.some(([text, isChanged]) => isChanged && added.has(text)) ? null : other.map(([text]) => text);
}

/** Lines are to be added where everything around them is gone. */
function goneContext(sketch: Sketch): Sketch | null {
  const [hunk] = sketch.hunks;
  if (hunk === undefined || hunk.lines.some(([mark]) => mark === '-')) return null;
  const base = withEdits(sketch.base, [{ at: hunk.start, remove: hunk.span, insert: [] }]);
  return { ...sketch, base, after: null };
}

/** Two places, and a line number that is one of the two: the only case in which a number decides. */
export function duplicateRightNumber(sketch: Sketch, random: Random): Sketch | null {
  const twice = duplicated(sketch, random);
  if (twice === null || sketch.after === null) return null;
  return { ...twice, after: placedFirst(twice) };
}

function placedFirst({ base, hunks }: Sketch): readonly string[] {
  const edits = hunks.map(({ start, span, lines }) => ({
    at: start,
    remove: span,
    insert: lines.flatMap(([mark, text]) => (mark === '-' ? [] : [text])),
  }));
  return withEdits(base, edits);
}

/** A whole file that says of its rest that it stays as it is. */
function elidedFile(sketch: Sketch, random: Random): Sketch | null {
  const last = sketch.hunks.at(-1);
  if (last === undefined || sketch.base.length - last.start - last.span < 4) return null;
  const rest = random.pick([
    '// ... rest of the file unchanged ...',
    '# ... existing code ...',
    '...',
    '/* rest unchanged */',
  ]);
  return { ...sketch, after: null, writing: { ...sketch.writing, rest } };
}
