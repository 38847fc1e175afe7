import { describe, expect, test } from '@jest/globals';
import { renderForTerminal } from '../../../src/cli/demo/terminal-markdown.ts';

const paint = { bold: (text: string) => `[${text}]`, dim: (text: string) => `(${text})` };
const render = (...lines: readonly string[]) => renderForTerminal(lines.join('\n'), paint);

describe('a pull request in a terminal', () => {
  test('shows headings, words of links and code without their marks', () => {
    expect(
      render('## What was asked', '', '- Patch: `a` on [main](http://x/y), GITHUB\\_TOKEN, **b** &lt;c&gt;'),
    ).toBe('[What was asked]\n\n- Patch: a on main, GITHUB_TOKEN, b <c>');
  });

  test('aligns the columns of a table', () => {
    expect(render('| file | + |', '|---|--:|', '| <code>src/cart.js</code> | 1 |')).toBe(
      'file         +\nsrc/cart.js  1',
    );
  });

  test('keeps what is folded folded, and what is fenced as it is', () => {
    expect(
      render(
        '```',
        '# no `heading`',
        '```',
        '<details><summary>Output</summary>',
        '',
        '```',
        '</details>',
        'x',
        '```',
        '',
        '</details>',
        '',
        'after',
      ),
    ).toBe('# no `heading`\n(▸ Output)\n\nafter');
  });

  test('shows no comment', () => {
    expect(render('a', '', '<!-- ghost-runner: {"id":"a"} -->')).toBe('a');
  });
});
