import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { apply as applyText } from '../../../src/library/apply.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, textsOf } from '../sources.ts';

const file = `class Cart:
    def __init__(self, items):
        self.items = items

    def total(self):
        return sum(i.price for i in self.items)

    def first(self):
        return self.items[0]
`;

const method = [
  ' def total(self):',
  '     return sum(i.price for i in self.items)',
  '+',
  '+def last(self):',
  '+    return self.items[-1]',
];

const above = ['+log(self)', ' return self.items[0]'];

const inTabs = [' \tdef __init__(self, items):', ' \t\tself.items = items', '+\t\tself.count = count(items)'];

const elided = [
  '         self.items = items',
  '+        self.count = count(items)',
  '     # ... existing code ...',
  '     def first(self):',
];

const elidedAbove = [
  ' class Cart:',
  '     # ... existing code ...',
  '+        log(self)',
  '         return self.items[0]',
];

function diffOf(lines: readonly string[], numbers = ''): SentChange & { readonly diff: string } {
  return { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@${numbers}\n${lines.join('\n')}\n` };
}

function sidesOf(lines: readonly string[]): { readonly find: string; readonly replace: string } {
  const side = (without: string) =>
    lines
      .filter((line) => !line.startsWith(without))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return { find: side('+'), replace: side('-') };
}

function blockOf(lines: readonly string[]): SentChange {
  const { find, replace } = sidesOf(lines);
  return { kind: 'blocks', text: `f\n<<<<<<< SEARCH\n${find}=======\n${replace}>>>>>>> REPLACE\n` };
}

function editOf(lines: readonly string[]): SentChange {
  return { kind: 'edit', path: 'f', ...sidesOf(lines) };
}

function afterOnce(text: string, sent: SentChange): string {
  return textsOf(apply({ f: text }, sent))['f'] ?? '';
}

describe('apply/inserted, lines that a hunk adds at its edge', () => {
  test.each([
    ['a diff, dedented', diffOf(method), 'indentation'],
    ['a diff, dedented, with its number', diffOf(method, ' -5,2 +5,5 @@'), 'indentation'],
    ['a block, dedented', blockOf(method), 'indentation'],
    ['an edit, dedented', editOf(method), 'indentation'],
    ['a diff, dedented, above its context', diffOf(above), 'indentation'],
    ['a block, dedented, above its context', blockOf(above), 'indentation'],
    ['a diff in tabs', diffOf(inTabs), 'indentation'],
    ['a block in tabs', blockOf(inTabs), 'indentation'],
    ['a diff, above what it leaves out', diffOf(elided), 'elision'],
    ['a block, above what it leaves out', blockOf(elided), 'elision'],
    ['a diff, below what it leaves out', diffOf(elidedAbove), 'elision'],
  ])('are not added once more, however the hunk is indented: %s', (_form, sent, rung) => {
    const once = afterOnce(file, sent);
    expect(once).not.toBe('');
    expect(apply({ f: once }, sent)).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ rung, status: 'already_applied' }],
    });
  });

  test('are added where the like stands at another depth than they are to have', () => {
    const nested = file.replace('return self.items[0]\n', 'return self.items[0]\nlog(self)\n');
    const sent = diffOf([' def first(self):', '     return self.items[0]', '+    log(self)']);
    expect(afterOnce(nested, sent)).toContain('        return self.items[0]\n        log(self)\nlog(self)\n');
  });

  test('are added above their context, though the like stands there, where the number of that still holds', () => {
    const logged = file.replace(
      '        return self.items[0]',
      '        log(self)\n        return self.items[0]',
    );
    const at = (line: number) => diffOf(above, ` -${line},1 +${line},2 @@`);
    expect(apply({ f: logged }, at(10)).hunks).toMatchObject([{ at: 10, status: 'applied' }]);
    expect(apply({ f: logged }, at(9)).hunks).toMatchObject([{ at: 10, status: 'already_applied' }]);
  });

  test('are added once above their context where a text has the same diff twice', () => {
    const { diff } = diffOf(['+        log(self)', '         return self.items[0]'], ' -9,1 +9,2 @@');
    const result = applyText({
      files: { f: file },
      patch: `\`\`\`diff\n${diff}\`\`\`\n\nAll:\n\n\`\`\`diff\n${diff}\`\`\`\n`,
    });
    expect(result).toMatchObject({
      ok: true,
      hunks: [{ status: 'applied' }, { status: 'already_applied' }],
    });
  });

  test('are added where the like stands on the other side of what is left out', () => {
    const below = file.replace('    def first', '        self.count = count(items)\n    def first');
    expect(afterOnce(below, diffOf(elided))).toContain(
      'self.items = items\n        self.count = count(items)\n\n',
    );
  });

  test('are there once, whatever the depth and the white space of the hunk', () => {
    const steps = fc.constantFrom('', '    ', '        ');
    fc.assert(
      fc.property(
        steps,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(diffOf, blockOf, editOf),
        (depth, isBelow, isInTabs, form) => {
          const text = `start();\n${depth}alpha(one);\n${depth}    beta(two);\n${depth}gamma(three);\nstop();\n`;
          const own = (line: string) => (isInTabs ? line.replace(/(?<=^.) {4}/, '\t') : line);
          const old = [' alpha(one);', `     beta(two);`, ' gamma(three);'].map(own);
          const added = ['+delta(four);', '+    epsilon(five);', '+zeta(six);'].map(own);
          const sent = form(isBelow ? [...old, ...added] : [...added, ...old]);
          expect(apply({ f: afterOnce(text, sent) }, sent)).toMatchObject({
            changes: [],
            hunks: [{ status: 'already_applied' }],
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
