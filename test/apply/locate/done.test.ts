import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'src/cart.js';

/** Each puts what it changes below itself, as it was. */
const HUNKS: { readonly [name: string]: { file: string; hunk: string; numbers: string } } = {
  'a function that becomes another one': {
    file: `import { tax } from './tax.js';

/** In cents. */
export function total(items) {
  return items.reduce((sum, item) => sum + item.price, 0);
}

export function title(cart) {
  return cart.name;
}
`,
    hunk: ` /** In cents. */
-export function total(items) {
+export function subtotal(items) {
   return items.reduce((sum, item) => sum + item.price, 0);
 }
+
+/** In cents. */
+export function total(items) {
+  return items.reduce((sum, item) => sum + item.price, 0);
+}
`,
    numbers: '-3,4 +3,9',
  },
  'a case above one that is like it': {
    file: `switch (kind) {\n  case 'a':\n    log(kind);\n    return 1;\n  default:\n    return 0;\n}\n`,
    hunk: `-  case 'a':
+  case 'b':
     log(kind);
     return 1;
+  case 'a':
+    log(kind);
+    return 1;
   default:
`,
    numbers: '-2,4 +2,7',
  },
};

const head = `--- a/${PATH}\n+++ b/${PATH}\n`;

const FORMS: { readonly [form: string]: (hunk: string, numbers: string) => string } = {
  'a diff': (hunk, numbers) => `${head}@@ ${numbers} @@\n${hunk}`,
  'a diff without numbers': (hunk) => `${head}@@\n${hunk}`,
  apply_patch: (hunk) => `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${hunk}*** End Patch\n`,
};

const CASES = Object.entries(HUNKS).flatMap(([name, given]) =>
  Object.entries(FORMS).map(([form, toPatch]) => ({ name, form, toPatch, ...given })),
);

describe('apply/done, a hunk that puts what it changes below itself', () => {
  test.each(CASES)('is done once: $name, as $form', ({ file, hunk, numbers, toPatch }) => {
    const patch = toPatch(hunk, numbers);
    const once = apply({ files: { [PATH]: file }, patch });
    const text = once.ok ? (once.files[PATH] ?? '') : '';
    expect(text).not.toBe('');
    expect(apply({ files: { [PATH]: text }, patch })).toMatchObject({
      ok: true,
      files: {},
      hunks: [{ status: 'already_applied' }],
    });
  });

  test('is done once where one text has it twice', () => {
    const { file = '', hunk = '', numbers = '' } = HUNKS['a function that becomes another one'] ?? {};
    const fence = `\`\`\`diff\n${FORMS['a diff']?.(hunk, numbers)}\`\`\`\n`;
    const result = apply({ files: { [PATH]: file }, patch: `${fence}\nAll of it:\n\n${fence}` });
    expect(result).toMatchObject({ ok: true, hunks: [{ status: 'applied' }, { status: 'already_applied' }] });
  });

  test('is done where its line number names what it changes, and not what it makes', () => {
    const { file = '', hunk = '' } = HUNKS['a case above one that is like it'] ?? {};
    const once = apply({ files: { [PATH]: file }, patch: FORMS['a diff']?.(hunk, '-2,4 +2,7') ?? '' });
    const text = once.ok ? (once.files[PATH] ?? '') : '';
    expect(
      apply({ files: { [PATH]: text }, patch: FORMS['a diff']?.(hunk, '-5,4 +5,7') ?? '' }),
    ).toMatchObject({
      ok: true,
      hunks: [{ at: 5, status: 'applied' }],
    });
  });
});
