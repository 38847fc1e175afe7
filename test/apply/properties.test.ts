import { afterAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Format } from '../../bench/apply/case.ts';
import { PLAIN_WRITING, writePatch } from '../../bench/apply/cases/write.ts';
import { applyPatch } from '../../src/apply/apply.ts';
import { touchedPaths } from '../../src/apply/touched-paths.ts';
import { patchOf, type SentChange } from '../patch/patches.ts';
import { type ChangedText, changedText, reversed } from './changed-texts.ts';
import { createGitDiff } from './git-diff.ts';
import { apply, refusalsOf, sourceOf, textsOf } from './sources.ts';

const git = createGitDiff();
afterAll(() => git.remove());

/** Lines that repeat, that look like parts of a diff, and that git takes for headings. */
const line = fc.constantFrom(
  '',
  'a',
  'b',
  '  a',
  '}',
  'foo(',
  'class A {',
  '-- a',
  '++ b',
  '-- ',
  '@@ -1 +1 @@',
  '\\ x',
  'é🎉',
  ' ',
  'diff --git a/x b/x',
);
const lines = fc.array(line, { maxLength: 25 });
const text = fc
  .tuple(lines, fc.boolean())
  .map(([all, ends]) => all.join('\n') + (ends && all.length > 0 ? '\n' : ''));

describe('apply, with a diff that git made of two texts', () => {
  test.each([1, 3])('and %i lines of context, the first text becomes the second one', (context) => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const diff = git.diff(before, after, context);
        expect(textsOf(apply({ f: before }, { kind: 'diff', diff }))).toEqual({ f: after });
      }),
      { numRuns: 100 },
    );
  });

  test('carriage returns in the file are left there', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before.includes('\n'));
        const diff = git.diff(before, after, 3);
        const result = apply({ f: withReturns(before) }, { kind: 'diff', diff });
        expect(textsOf(result)).toEqual({ f: withReturns(after) });
      }),
      { numRuns: 40 },
    );
  });

  test('the diff the other way takes the change back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const there = textsOf(apply({ f: before }, { kind: 'diff', diff: git.diff(before, after, 3) }));
        const back = apply({ f: there['f'] ?? '' }, { kind: 'diff', diff: git.diff(after, before, 3) });
        expect(textsOf(back)).toEqual({ f: before });
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(['diff', 'blocks', 'apply_patch', 'edits'] as const)('apply, with %s', (format) => {
  test('what is changed is what the patch says', () => {
    fc.assert(
      fc.property(changedText, (changed) => {
        expect(textsOf(apply(fileOf(changed.before), ...changesIn(format, changed)))).toEqual(
          fileOf(changed.after),
        );
      }),
    );
  });

  test('as a text of which nothing is known but the file, it does the same', () => {
    fc.assert(
      fc.property(changedText, (changed) => {
        const change = { kind: 'text', path: 'f', text: textIn(format, changed) } as const;
        expect(textsOf(apply(fileOf(changed.before), change))).toEqual(fileOf(changed.after));
      }),
    );
  });

  test('the second time, nothing changes', () => {
    fc.assert(
      fc.property(changedText, (changed) => {
        const again = apply(fileOf(changed.after), ...changesIn(format, changed));
        expect(again.ok ? again.changes : []).toEqual([]);
      }),
    );
  });

  test('the way back leads back', () => {
    fc.assert(
      fc.property(changedText, (changed) => {
        const back = reversed(changed);
        expect(textsOf(apply(fileOf(back.before), ...changesIn(format, back)))).toEqual(fileOf(back.after));
      }),
    );
  });

  test('the order of hunks does not matter', () => {
    fc.assert(
      fc.property(changedText.chain(inAnyOrder), ({ changed, hunks }) => {
        const mixed = changesIn(format, { ...changed, hunks });
        expect(textsOf(apply(fileOf(changed.before), ...mixed))).toEqual(fileOf(changed.after));
      }),
    );
  });

  test('the order of changes does not matter, one for each hunk', () => {
    fc.assert(
      fc.property(changedText.chain(inAnyOrder), ({ changed, hunks }) => {
        const singly = hunks.flatMap((hunk) => changesIn(format, { ...changed, hunks: [hunk] }));
        expect(textsOf(apply(fileOf(changed.before), ...singly))).toEqual(fileOf(changed.after));
      }),
    );
  });
});

describe('apply, with several files', () => {
  const paths = ['a', 'b/c', 'b/d', 'e/f/g'];
  const files = Object.fromEntries(paths.map((path) => [path, `first of ${path}\nsecond of ${path}\n`]));
  const changes = fc
    .shuffledSubarray(paths, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((path) =>
          fc.constantFrom<SentChange>(
            { kind: 'edit', path, find: 'second', replace: 'last' },
            { kind: 'write', path, content: 'new\n' },
            { kind: 'delete', path },
            { kind: 'move', from: path, to: `moved/${path}` },
            { kind: 'write', path: `new/${path}`, content: '' },
          ),
        ),
      ),
    );

  test('the paths that change are those that the patch names', () => {
    fc.assert(
      fc.property(changes, (some) => {
        const patch = patchOf(...some);
        const result = applyPatch(patch, sourceOf(files));
        expect(touchedPaths(patch)).toMatchObject({ ok: true, paths: Object.keys(textsOf(result)).sort() });
      }),
    );
  });

  test('of a patch that is refused for one of its changes, nothing is done', () => {
    fc.assert(
      fc.property(changes, fc.nat(), (some, at) => {
        const bad = { kind: 'edit', path: 'a', find: 'nowhere to be found', replace: 'x' } as const;
        const source = sourceOf(files);
        const untouched = structuredClone(source);
        const result = applyPatch(patchOf(...some.toSpliced(at % (some.length + 1), 0, bad)), source);
        expect(refusalsOf(result).length).toBeGreaterThan(0);
        expect(result).not.toHaveProperty('changes');
        expect(source).toEqual(untouched);
      }),
    );
  });
});

function withReturns(content: string): string {
  return content.replaceAll('\n', '\r\n');
}

function fileOf(content: readonly string[]): { readonly f: string } {
  return { f: content.map((one) => `${one}\n`).join('') };
}

function textIn(format: Format, { before, after, hunks }: ChangedText): string {
  return writePatch(format, {
    path: 'f',
    base: before,
    after,
    hunks,
    ending: '\n',
    finalNewline: true,
    pasteable: true,
    writing: PLAIN_WRITING,
  });
}

function changesIn(format: Format, changed: ChangedText): readonly SentChange[] {
  const patch = textIn(format, changed);
  if (format === 'diff') return [{ kind: 'diff', diff: patch }];
  if (format === 'blocks') return [{ kind: 'blocks', text: patch }];
  if (format === 'apply_patch') return [{ kind: 'apply_patch', patch }];
  return changed.hunks.map(({ lines: marked }) => ({
    kind: 'edit',
    path: 'f',
    find: sideOf(marked, '+'),
    replace: sideOf(marked, '-'),
  }));
}

/** The lines of one side; `other` is the mark of those that only the other side has. */
function sideOf(marked: ChangedText['hunks'][number]['lines'], other: '-' | '+'): string {
  return marked.flatMap(([mark, content]) => (mark === other ? [] : [content])).join('\n');
}

function inAnyOrder(changed: ChangedText) {
  return fc
    .shuffledSubarray([...changed.hunks], { minLength: changed.hunks.length })
    .map((hunks) => ({ changed, hunks }));
}
