import { describe, expect, test } from '@jest/globals';
import { isElision, isWordedElision } from '../../src/patch/elision.ts';

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
    '(rest of the file unchanged)',
    '-- … same as before',
    '// ... keep existing handlers ...',
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
    'return rest;',
    ' */',
    '---',
    '# ---',
    '* * *',
    `// ... existing code ${'x'.repeat(500)}`,
  ])('%j is a line of a file', (line) => {
    expect([isElision(line), isWordedElision(line)]).toEqual([false, false]);
  });
});
