import { describe, expect, test } from '@jest/globals';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const patchOf = (hunks: string) =>
  ({ kind: 'apply_patch', patch: `*** Begin Patch\n*** Update File: f\n${hunks}*** End Patch` }) as const;

const blocksOf = (...blocks: readonly (readonly [string, string])[]) =>
  ({
    kind: 'blocks',
    text: `f\n${blocks.map(([search, replace]) => `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`).join('')}`,
  }) as const;

describe('apply/undone', () => {
  describe('lines that one hunk adds, and another one takes away where they stand already,', () => {
    test.each([
      ['below others', '@@\n-foo();\n+bar();\n@@\n a();\n+foo();\n', 'a();\nfoo();\nbar();\nb();\n'],
      ['above others', '@@\n-foo();\n+bar();\n@@\n+foo();\n b();\n', 'a();\nbar();\nfoo();\nb();\n'],
    ])('are added %s', (_where, hunks, after) => {
      const result = apply({ f: 'a();\nfoo();\nb();\n' }, patchOf(hunks));
      expect(textsOf(result)).toEqual({ f: after });
      expect(result.hunks).toMatchObject([{ status: 'applied' }, { status: 'applied' }]);
    });

    test('are added whatever else needs a look at each line', () => {
      const blocks = blocksOf(['foo();', 'bar();'], ['a();', 'a();\nfoo();'], ['b()  ;', 'c();']);
      expect(textsOf(apply({ f: 'a();\nfoo();\nb()  ;  \n' }, blocks))).toEqual({
        f: 'a();\nfoo();\nbar();\nc();\n',
      });
    });

    test('are moved to the end of the file', () => {
      const hunks =
        '@@\n import b;\n-export default App;\n+const Wrapped = memo(App);\n@@\n+export default App;\n*** End of File\n';
      expect(textsOf(apply({ f: 'import b;\nexport default App;\n' }, patchOf(hunks)))).toEqual({
        f: 'import b;\nconst Wrapped = memo(App);\nexport default App;\n',
      });
    });
  });

  test.each([
    [
      'has some of its lines taken away by another one',
      '@@\n-end();\n@@\n+end();\n+head();\n*** End of File\n',
      'x();\nend();\nhead();\n',
    ],
    [
      'has no other place than that',
      '@@\n a();\n-x();\n+foo();\n+goo();\n b();\n@@\n-foo();\n-goo();\n',
      'a();\nfoo();\ngoo();\nb();\n',
    ],
    [
      'removes what another one puts there',
      '@@\n begin();\n-x();\n close();\n@@\n begin();\n+x();\n close();\n',
      'begin();\nclose();\n',
    ],
  ])('a hunk that seems to be done and %s is refused', (_what, hunks, f) => {
    const result = apply({ f }, patchOf(hunks));
    expect(refusalsOf(result)).toMatchObject([{ code: 'overlap', path: 'f' }]);
    expect(refusalsOf(result)[0]?.message).toMatch(/ Make one hunk of the two\.$/);
  });

  test('a hunk that is placed after all undoes none that is done', () => {
    const diff =
      '--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a();\n-old();\n+foo();\n@@ -2 +2 @@\n-foo();\n+bar();\n@@ -4 +4,2 @@\n a();\n+old();  \n';
    const result = apply({ f: 'a();\nfoo();\nx();\na();\nold();  \n' }, { kind: 'diff', diff });
    expect(refusalsOf(result)).toMatchObject([{ code: 'overlap', hunk: 3, data: { other: 1 } }]);
  });

  test.each([
    ['context that another one changes', '@@\n-a();\n+A();\n@@\n a();\n+foo();\n', 'A();\nfoo();\nb();\n'],
    [
      'lines that another one writes anew',
      '@@\n-foo();\n+foo();\n+bar();\n@@\n a();\n+foo();\n',
      'a();\nfoo();\nbar();\nb();\n',
    ],
    [
      'a place next to that for what it moved',
      '@@\n a();\n-x();\n foo();\n@@\n foo();\n+x();\n b();\n',
      'a();\nfoo();\nx();\nb();\n',
    ],
  ])('a hunk is done beside %s', (_what, hunks, after) => {
    const result = apply({ f: 'a();\nfoo();\nb();\n' }, patchOf(hunks));
    expect(textsOf(result)).toEqual({ f: after });
    expect(result.hunks.map(({ status }) => status).toSorted()).toEqual(['already_applied', 'applied']);
  });
});
