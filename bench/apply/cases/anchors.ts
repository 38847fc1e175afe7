import type { Random } from '../random.ts';
import { nameFrom } from './languages.ts';
import { occurrencesOf, withEdits } from './line-edit.ts';
import type { Sketch } from './sketch.ts';

/** Lines that stand there twice; the patch means those below a line that it names, as `@@ def name():` does. */
export function anchored(sketch: Sketch, random: Random): Sketch | null {
  const [hunk, other] = sketch.hunks;
  if (hunk === undefined || other !== undefined) return null;
  const block = sketch.base.slice(hunk.start, hunk.start + hunk.span);
  const at = random.int(hunk.start + hunk.span + 1, sketch.base.length + 1);
  if (at > sketch.base.length) return null;
  const anchor = `section ${nameFrom(random)} ${random.int(1000, 9999)}:`;
  const base = withEdits(sketch.base, [{ at, remove: 0, insert: ['', anchor, ...block, ''] }]);
  if (occurrencesOf(base, block) !== 2) return null;
  const meant = { ...hunk, start: at + 2, anchor };
  const insert = hunk.lines.flatMap(([mark, text]) => (mark === '-' ? [] : [text]));
  const after = withEdits(base, [{ at: meant.start, remove: meant.span, insert }]);
  return { ...sketch, base, after, hunks: [meant] };
}
