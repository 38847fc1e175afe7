import { describe, expect, test } from '@jest/globals';
import { isElision, isWordedElision, mayBeElision } from '../../../src/patch/elision/elision.ts';

describe('patch/elision', () => {
  test.each([
    '// ... existing code ...',
    '# ... (rest of file unchanged)',
    '  // ... rest of the code unchanged ...',
    '# rest unchanged',
    '{/* ... existing code ... */}',
    '<!-- ... other sections ... -->',
    '    # ... other methods',
    '// existing code',
    '// [snip]',
    '... rest of code ...',
    '[keep existing "total" handler]',
    '(rest of the file unchanged)',
    '-- … same as before',
    '// ... keep existing handlers ...',
    '// ... 其余代码不变 ...',
    '// ... el resto sin cambios ...',
    '# … дальше как было …',
    '/* ... và phần còn lại ... */',
    '// ... 其余代码保持不变',
    '// ... 既存のコード',
    '// ... 기존 코드',
    '// ... resto del código',
    '// ... código existente',
    '// ... reste du code',
    '// ... restlicher Code',
    '// ... остальной код',
    '// ... codice esistente',
  ])('%j stands for lines that are left out, in words', (line) => {
    expect([isElision(line), isWordedElision(line)]).toEqual([true, true]);
  });

  test.each(['...', '  …', '/* ... */', '// ...', '<!-- ... -->', '[...]'])(
    '%j stands for lines that are left out, without words',
    (line) => {
      expect([isElision(line), isWordedElision(line)]).toEqual([true, false]);
    },
  );

  test.each([
    '// your existing code here',
    '// existing implementation',
    '// implementation unchanged',
    '// (no changes to this part)',
    '// loop stays the same',
    '// (unchanged loop)',
    '# no change',
    '// as before',
    '/* same as above */',
    '// leave as is',
    '# continue as before',
    '// unchanged',
  ])('%j may stand for lines in the place of several', (line) => {
    expect(mayBeElision(line, { isProse: false })).toBe(true);
  });

  test.each([
    '// existing users keep their carts',
    '// the same price for all',
    '// no change is given back by the machine',
    '# as before, but without the tax',
    'return unchanged;',
    `// ${'a '.repeat(90)}same`,
  ])('%j says something of the code', (line) => {
    expect(mayBeElision(line, { isProse: false })).toBe(false);
  });

  test.each([
    '',
    '  ',
    '...args',
    '...rest',
    '  ...other,',
    '...event.actions.map((a) => a)',
    'foo(...)',
    'Loading...',
    '# Wait for the rest...',
    '# existing users',
    '// rest of arguments',
    '// the rest is handled here',
    '// ...and then',
    '// ... arresto',
    "['...', name, '...']",
    '...a, b, ...',
    '[..., zero, ...]',
    '[...existing, ...more]',
    '[...existing],',
    "['keep-existing', 'keep'],",
    '["rest unchanged"]',
    "  ('existing code', other),",
    '[keep, "existing", more]',
    '<T extends "existing code">',
    '(...rest: string[]) => {',
    '(...others) => f(others),',
    '... print(x, ...)',
    '// resto del código',
    '// 其余',
    'return rest;',
    ' * unchanged.',
    ' */',
    '---',
    '# ---',
    '* * *',
    `// ... existing code ${'x'.repeat(500)}`,
  ])('%j is a line of a file', (line) => {
    expect([isElision(line), isWordedElision(line)]).toEqual([false, false]);
  });
});
