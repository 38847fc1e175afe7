import * as fc from 'fast-check';
import { type Draft, draftsOf, type LineEdit, withEdits } from '../../bench/apply/cases/line-edit.ts';

/** A file and what becomes of it. */
export type ChangedText = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly hunks: readonly Draft[];
};

/** No two lines are alike, so that every hunk belongs in one place. */
export const changedText: fc.Arbitrary<ChangedText> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 4, maxLength: 60 }),
    fc.array(fc.constantFrom('keep', 'keep', 'keep', 'keep', 'remove', 'replace', 'insert'), {
      minLength: 60,
      maxLength: 60,
    }),
    fc.boolean(),
  )
  .map(([numbers, wishes, grows]) =>
    changedBy(
      numbers.map((number) => `line ${number} of the file`),
      wishes,
      grows,
    ),
  )
  .filter(({ hunks }) => hunks.length > 0);

/** The way back. */
export function reversed({ before, after, hunks }: ChangedText): ChangedText {
  let drift = 0;
  const back = hunks.map((hunk): Draft => {
    const lines = hunk.lines.map(([mark, text]) => [OTHER_WAY[mark], text] as const);
    const span = lines.filter(([mark]) => mark !== '+').length;
    const start = hunk.start + drift;
    drift += span - hunk.span;
    return { start, span, lines };
  });
  return { before: after, after: before, hunks: back };
}

const OTHER_WAY = { ' ': ' ', '-': '+', '+': '-' } as const;

type Wish = 'keep' | 'remove' | 'replace' | 'insert';

function changedBy(before: readonly string[], wishes: readonly Wish[], grows: boolean): ChangedText {
  // The first line stays, so that no hunk has nothing to hold on to.
  const edits = before.flatMap((line, at): LineEdit[] => {
    const wish = at === 0 ? 'keep' : (wishes[at] ?? 'keep');
    if (wish === 'keep') return [];
    const insert = wish === 'remove' ? [] : [`instead of ${line}`];
    return [{ at, remove: wish === 'insert' ? 0 : 1, insert }];
  });
  // At the end there is nothing behind that would tell whether it has been done.
  if (grows) edits.push({ at: before.length, remove: 0, insert: ['one line more'] });
  return { before, after: withEdits(before, edits), hunks: draftsOf(before, edits, 3) };
}
