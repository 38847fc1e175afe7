import * as fc from 'fast-check';
import { generateCases } from '../../bench/apply/cases/generate.ts';
import { generatedBase } from '../../bench/apply/cases/texts.ts';

const CASES = generateCases({ seed: 1, each: 1, baseFrom: generatedBase });

/** Patches in every format and with every kind of damage that models do to them. */
const DAMAGED_PATCHES: readonly string[] = [...new Set(CASES.map(({ patch }) => patch))];

/** The files that those patches are for. */
export const BASES: readonly string[] = [...new Set(CASES.map(({ base }) => base))];

/** Pieces that mean something to one reader or another, or that no reader expects. */
export const PIECES: readonly string[] = [
  '@@ -1 +1 @@\n',
  '@@ -1,99999999999 +1,0 @@ x\n',
  '@@\n',
  '--- a/f\n+++ b/f\n',
  '--- /dev/null\n+++ b/f\n',
  '--- "a/\\303\\244\\n"\n',
  'diff --git a/f b/f\n',
  'diff --git "a/f" b/f\n',
  'rename from f\n',
  'rename to g\n',
  'new file mode 120000\n',
  'GIT binary patch\nliteral 4\n',
  'Binary files a/f and b/f differ\n',
  '\\ No newline at end of file\n',
  'From 0000000 Mon Sep 17 00:00:00 2001\nFrom: a\nSubject: b\n\n',
  '-- \n2.30\n',
  '<<<<<<< SEARCH\n',
  '------- SEARCH\n',
  '=======\n',
  '>>>>>>> REPLACE\n',
  '+++++++ REPLACE\n',
  ':start_line:1\n-------\n',
  '*** Begin Patch\n',
  '*** Update File: f\n',
  '*** Add File: f\n',
  '*** Delete File: f\n',
  '*** Move to: g\n',
  '*** End of File\n',
  '*** End Patch\n',
  "apply_patch <<'EOF'\n",
  '```\n',
  '```diff\n',
  '```json\n',
  '````ts f\n',
  '// ... existing code ...\n',
  '{"path":"f","edits":[{"old_str":"a","new_str":"b"}]}\n',
  '{"edits":[',
  '{"changes":[{"kind":"text","text":"',
  '{"patch":{"pattern":"(a+)+$","replacement":""}}',
  '{"__proto__":{"a":1},"constructor":1,"toString":2}',
  '"\\u0000\\ud800"',
  '1 | a\n',
  'f\n',
  ' a\n',
  '-a\n',
  '+a\n',
  'a\n',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\u2028',
  '\u00a0',
  '\u202e',
  '\\',
  '"',
  '{',
  '[',
  '}',
  '</script>',
  '${{ github.token }}',
];

/** A patch with a few slips: pieces gone, doubled, moved, put in, or another patch begun in the middle. */
export const mutatedPatch: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...DAMAGED_PATCHES), fc.array(mutation(), { minLength: 1, maxLength: 6 }))
  .map(([patch, mutations]) => mutations.reduce((text, mutate) => mutate(text), patch));

/** Pieces in any order, and anything between them. */
export const patchlikeText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

type Mutation = (text: string) => string;

function mutation(): fc.Arbitrary<Mutation> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const length = fc.integer({ min: 0, max: 80 });
  const put = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...DAMAGED_PATCHES),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  return fc.oneof(
    fc.tuple(place, length).map(([at, count]) => spliced(at, count, () => '')),
    fc.tuple(place, length).map(([at, count]) => spliced(at, count, (cut) => cut + cut)),
    fc
      .tuple(place, length)
      .map(([at, count]) => spliced(at, count, (cut) => cut.split('').toReversed().join(''))),
    fc.tuple(place, put).map(([at, piece]) => spliced(at, 0, () => piece)),
    place.map(
      (at): Mutation =>
        (text) =>
          text.slice(0, Math.floor(at * text.length)),
    ),
  );
}

function spliced(at: number, count: number, change: (cut: string) => string): Mutation {
  return (text) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + change(text.slice(start, start + count)) + text.slice(start + count);
  };
}
