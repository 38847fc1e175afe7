import { type PatchCase, patchOf } from './case.ts';

const tooLarge = { refused: 'too_large' } as const;

/** Deliveries, files and results that are too much of something, or become so on the way. */
export const SIZE_CASES: readonly PatchCase[] = [
  {
    name: 'a million hunks',
    payload: patchOf({
      kind: 'diff',
      diff: `--- a/src/cart.js\n+++ b/src/cart.js\n${'@@ -1 +1 @@\n-a\n+b\n'.repeat(1_000_000)}`,
    }),
    expected: tooLarge,
  },
  {
    name: 'one hunk more than there may be',
    payload: patchOf({
      kind: 'diff',
      diff: `--- a/src/cart.js\n+++ b/src/cart.js\n${'@@ -1 +1 @@\n-a\n+b\n'.repeat(5001)}`,
    }),
    expected: tooLarge,
  },
  {
    name: 'a line of 100 MB',
    payload: patchOf({ kind: 'write', path: 'x', content: 'x'.repeat(100_000_000) }),
    expected: tooLarge,
  },
  {
    name: 'a text of 100 MB that is no patch at all',
    payload: () => ({ patch: 'x'.repeat(100_000_000) }),
    expected: tooLarge,
  },
  {
    name: '100,001 lines in one text',
    payload: patchOf({
      kind: 'diff',
      diff: `--- /dev/null\n+++ b/x\n@@ -0,0 +1,100001 @@\n${'+\n'.repeat(100_001)}`,
    }),
    expected: tooLarge,
  },
  {
    name: '101 files',
    payload: patchOf(
      ...Array.from({ length: 101 }, (_, index) => ({ kind: 'write', path: `f/${index}`, content: '' })),
    ),
    expected: tooLarge,
  },
  {
    name: '100 files in five folders each',
    payload: patchOf(
      ...Array.from({ length: 100 }, (_, index) => ({ kind: 'delete', path: `${`${index}/`.repeat(5)}f` })),
    ),
    expected: tooLarge,
  },
  {
    name: '1,001 changes',
    payload: patchOf(
      ...Array.from({ length: 1001 }, () => ({
        kind: 'edit',
        path: 'src/cart.js',
        find: 'two',
        replace: 'two',
      })),
    ),
    expected: tooLarge,
  },
  {
    name: 'an edit that makes a gigabyte of 100,000 letters',
    payload: patchOf({
      kind: 'edit',
      path: 'letters.txt',
      find: 'a',
      replace: 'b'.repeat(10_000),
      count: 'all',
    }),
    expected: tooLarge,
  },
  {
    name: 'an expression that makes ten gigabytes of them',
    payload: patchOf({
      kind: 'regex',
      path: 'letters.txt',
      pattern: 'a',
      replacement: 'b'.repeat(100_000),
      count: 'all',
    }),
    expected: tooLarge,
  },
  {
    name: 'files of five megabytes, of a few words each',
    payload: patchOf(
      ...Array.from({ length: 5 }, (_, index) => [
        { kind: 'write', path: `f/${index}`, content: 'a'.repeat(5000) },
        { kind: 'edit', path: `f/${index}`, find: 'a', replace: 'b'.repeat(1000), count: 'all' },
      ]).flat(),
    ),
    expected: tooLarge,
  },
  {
    name: 'more lines than the config allows, beside a NUL',
    payload: patchOf({ kind: 'write', path: 'x.js', content: `${'steal();\n'.repeat(100)}/*\u0000*/\n` }),
    config: 'policy: {rules: {hidden-characters: allow}, limits: {changed-lines: {at-most: 9}}}\n',
    expected: { refused: 'too_large', rules: ['policy.limits.changed-lines'] },
  },
  {
    name: 'an expression that doubles a file, twelve times',
    payload: patchOf(
      ...Array.from({ length: 12 }, () => ({
        kind: 'regex',
        path: 'letters.txt',
        pattern: 'a+',
        replacement: '$&$&',
        count: 'all',
      })),
    ),
    expected: tooLarge,
  },
  {
    name: 'an edit that doubles a file, twelve times',
    payload: patchOf(
      ...Array.from({ length: 12 }, () => ({
        kind: 'edit',
        path: 'letters.txt',
        find: 'a',
        replace: 'aa',
        count: 'all',
      })),
    ),
    expected: tooLarge,
  },
  {
    name: 'a replacement that names the whole match a thousand times',
    payload: patchOf({
      kind: 'regex',
      path: 'letters.txt',
      pattern: 'a+',
      replacement: '$&'.repeat(1000),
      count: 'all',
    }),
    expected: tooLarge,
  },
  {
    name: 'a thousand searches of a long text for what is nearly there',
    payload: patchOf(
      ...Array.from({ length: 1000 }, (_, index) => ({
        kind: 'edit',
        path: 'letters.txt',
        find: `${'a'.repeat(900)}${index}`,
        replace: 'x',
      })),
    ),
    expected: { refused: 'not_found' },
  },
  {
    name: 'a title of 201 characters',
    payload: () => ({
      patch: { version: 1, title: 't'.repeat(201), changes: [{ kind: 'delete', path: 'README.md' }] },
    }),
    expected: tooLarge,
  },
  {
    name: 'a description of 20,001 characters',
    payload: () => ({
      patch: {
        version: 1,
        description: 't'.repeat(20_001),
        changes: [{ kind: 'delete', path: 'README.md' }],
      },
    }),
    expected: tooLarge,
  },
  {
    name: '21 labels',
    payload: () => ({
      patch: {
        version: 1,
        labels: Array.from({ length: 21 }, String),
        changes: [{ kind: 'delete', path: 'README.md' }],
      },
    }),
    expected: tooLarge,
  },
  {
    name: '16 reviewers',
    payload: () => ({
      patch: {
        version: 1,
        reviewers: Array.from({ length: 16 }, String),
        changes: [{ kind: 'delete', path: 'README.md' }],
      },
    }),
    expected: tooLarge,
  },
  {
    name: 'a hundred thousand problems, of which a hundred are listed',
    payload: () => ({
      patch: {
        version: 1,
        changes: Array.from({ length: 1000 }, () => ({ kind: 'write', path: '../x', content: 7 })),
      },
    }),
    expected: { refused: 'malformed' },
  },
  {
    name: 'objects in objects, a hundred thousand deep',
    payload: () => `${'{"patch":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    expected: tooLarge,
  },
  {
    name: 'lists in lists, a hundred thousand deep',
    payload: () => ({ patch: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
    expected: tooLarge,
  },
  {
    name: 'lists in lists, forty thousand deep',
    payload: () => ({ patch: `${'['.repeat(40_000)}${']'.repeat(40_000)}` }),
    expected: { refused: 'malformed' },
  },
  {
    name: 'a million numbers beside the changes',
    payload: () => ({ patch: `{"changes": [], "more": [${'1,'.repeat(1_000_000)}1]}` }),
    expected: tooLarge,
  },
  {
    name: 'texts of JSON in texts of JSON',
    payload: () => ({
      patch: Array.from({ length: 12 }).reduce<string>((text) => JSON.stringify({ patch: text }), '{}'),
    }),
    expected: { refused: 'malformed' },
  },
  {
    name: 'a hundred thousand fields that nobody knows',
    payload: () => ({
      patch: {
        version: 1,
        changes: [{ kind: 'delete', path: 'README.md' }],
        ...Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1])),
      },
    }),
    expected: { refused: 'malformed' },
  },
];
