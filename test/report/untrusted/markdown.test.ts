import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { codeBlock } from '../../../src/report/untrusted/code-block.ts';
import { codeCell, codeSpan, markdownLine, markdownLink } from '../../../src/report/untrusted/markdown.ts';
import { LIVE_ON_GITHUB, renderPage } from '../github-page.ts';
import { hostileLines, hostileText } from '../hostile.ts';

describe('a line of Markdown', () => {
  test.each([
    ['a mention', '@octocat', '@\u200Boctocat'],
    ['a closing keyword', 'fixes #1', 'fixes #\u200B1'],
    ['a reference to another repository', 'octo/shop#12', 'octo/shop#\u200B12'],
    ['an address', 'see https://x.example', 'see https:\u200B//x.example'],
    ['an address of mail that no mail server has', 'x@.x', 'x@\u200B.x'],
    ['a comment', '<!-- x -->', '&lt;\u200B\\!-- x --&gt;'],
    ['an image', '![a](b)', '\\!\\[a\\](b)'],
    ['a heading', '# a', '\\# a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a bar', 'a|b', 'a&#124;b'],
    ['a mark that skips checks', '[skip ci]', '\\[\u200Bskip ci\\]'],
  ])('%s is only text', (_, text, shown) => {
    expect(markdownLine(text)).toBe(shown);
  });

  test('it reads as what was written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (text) => {
        const html = renderPage(`x${markdownLine(text)}x`);
        expect([...html.elements]).toEqual(['p']);
        const visible = html.prose.replaceAll('\u200B', '').trim();
        expect(visible.replaceAll(/\s+/g, '')).toBe(`x${text.replaceAll(/\s+/g, '')}x`);
      }),
    );
  });

  test('as the cell of a table it stays one cell', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (left, right) => {
        const page = renderPage(`| a | b |\n|---|---|\n| ${markdownLine(left)} | ${codeCell(right)} |`);
        expect(page.elements).not.toContain('img');
        for (const pattern of Object.values(LIVE_ON_GITHUB)) {
          expect(page.prose).not.toMatch(pattern);
        }
        expect([...page.elements].toSorted()).toEqual(['code', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
      }),
    );
  });

  test('a link goes nowhere but to a plain address', () => {
    expect(markdownLink('run', 'https://github.example/a/b/actions/runs/1')).toBe(
      '[run](https://github.example/a/b/actions/runs/1)',
    );
    expect(markdownLink('run', 'https://x.example/) [y](z')).toBe('`https://x.example/) [y](z`');
    expect(markdownLink('run', 'javascript:alert(1)')).toBe('`javascript:alert(1)`');
  });
});

describe('code', () => {
  test.each([
    ['plain', 'a', '`a`'],
    ['empty', '', '""'],
    ['with quotes inside', 'a`b', '``a`b``'],
    ['with quotes at its end', 'a`', '`` a` ``'],
  ])('%s code in a line', (_, code, shown) => {
    expect(codeSpan(code)).toBe(shown);
  });

  test('a fence is longer than any in its block', () => {
    expect(codeBlock({ lines: ['```', 'a', '~~~'], budget: 4000, keep: 'first' })).toBe(
      '````\n```\na\n~~~\n````',
    );
  });

  test('a block can not be left by what is in it', () => {
    fc.assert(
      fc.property(hostileLines, (lines) => {
        const page = renderPage(`${codeBlock({ lines, budget: 4000, keep: 'first' })}\n\nafter`);
        expect([...page.elements].toSorted()).toEqual(['code', 'p', 'pre']);
        expect(page.prose.trim()).toBe('after');
      }),
    );
  });

  test('a block keeps its budget and says how much it left out, at the end that matters less', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`);
    const first = codeBlock({ lines, budget: 1500, keep: 'first' });
    const last = codeBlock({ lines, budget: 1500, keep: 'last' });
    expect(first.length).toBeLessThanOrEqual(1500);
    expect(first).toMatch(/^```\nline 0\n[\s\S]*\n… \d+ more lines\n```$/);
    expect(last.length).toBeLessThanOrEqual(1500);
    expect(last).toMatch(/^```\n… \d+ more lines\n[\s\S]*\nline 499\n```$/);
  });
});
