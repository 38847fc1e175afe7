import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { partFences } from '../../src/control/fences.ts';

/** Languages and contents of the fences that a whole Markdown parser makes of a text. */
function codeOf(
  text: string,
  extensions: NonNullable<Options['extensions']> = [{ disable: { null: ['codeIndented'] } }],
): readonly string[] {
  const html = micromark(text, { allowDangerousHtml: true, extensions, htmlExtensions: [gfmHtml()] });
  return [...html.matchAll(/<pre><code(?: class="language-([^"]*)")?>([\s\S]*?)<\/code><\/pre>/g)].map(
    ([, language = '', code = '']) => `${language}|${code}`,
  );
}

function fencesOf(text: string): readonly string[] | string {
  const parted = partFences(text, '/ghost apply');
  return parted.ok
    ? parted.parts.flatMap((part) =>
        typeof part === 'string'
          ? []
          : [`${part.info.split(/\s/)[0]}|${part.lines.map((line) => `${escape(line)}\n`).join('')}`],
      )
    : parted.why;
}

/** A tab before code counts as so many blanks, some of which belong to the fence. */
function withoutBlanks(code: string): string {
  return code.replaceAll(/[ \t]/g, '');
}

function escape(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('>', '&gt;');
}

const FENCE = '```diff\n-a\n```';

/** Texts of each kind that are compared. */
const RUNS = Number(process.env['GHOST_FUZZ_RUNS'] ?? 200);

describe('fences', () => {
  test('are those that a whole Markdown parser sees', () => {
    const line = fc.constantFrom(
      '',
      '',
      'a word',
      '  two in',
      '```',
      '````',
      '``` ',
      '```diff',
      ' ```js more words',
      '   ~~~',
      '~~~~',
      '~~~ a`b',
      '``` a`b',
      '``',
      '# a heading',
      '<!-- hidden',
      'end -->',
      '<!-- all of it -->',
      '<details>',
      '</details>',
      '<pre>',
      '<pre>b</pre>',
      '-old',
      '+new',
      '---',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        const found = fencesOf(text);
        // An open one goes on to the end of the text; that, and whatever is in doubt, is refused here.
        fc.pre(typeof found !== 'string');
        expect(found).toEqual(codeOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['tags', '|<foo>|<b>x|<a href="|<foo bar|<foo a="b" c>|</b >|<b/>|<div|<p>|</p|</STYLE>|<pre/>|<h1'],
    ['tags of raw text', '<pre/>|<style/>|<script/>|</style>|<textarea a/>'],
    ['what else hides', '<!-- h|<!-->|-->|<?php|?>|<!doctype|<![CDATA[|]]>|>|<div>|<textarea>|</textarea>'],
    [
      'lists',
      '- one|1. one|-|- - x|- > q|  more|   ```|  ```| ```|    ```|<!-- h|  <!-- h|-->|  <div>|- <!-- h',
    ],
    [
      'quotations',
      '> q|>```|> ```|>|> - x|> <!-- h|- > ```|  > x|-->|\t```| \t```|[^1]: ```|[^1]: x|    ```',
    ],
  ])('hold nothing that GitHub does not show as code, whatever is made of %s', (_, lines) => {
    const line = fc.constantFrom('', 'a word', '-old', '```', '```', '```diff', ...lines.split('|'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (drawn) => {
        const text = drawn.join('\n');
        const found = fencesOf(text);
        fc.pre(found !== 'open');
        // The command is a line of words right above.
        const shown = codeOf(`/ghost apply\n${text}`, [gfm()]).map(withoutBlanks);
        let from = 0;
        for (const fence of typeof found === 'string' ? [] : found.map(withoutBlanks)) {
          expect(shown.slice(from)).toContain(fence);
          from = shown.indexOf(fence, from) + 1;
        }
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['below a tag that begins no HTML', '</style>\n<?php\n\n```diff\n-a\n```\n?>'],
    ['below a tag that ends itself', '\n<style/>\n```diff\n-a\n```'],
    ['between code, as a tag that is not whole would have it', '<a href="\n```\n\n```\nnot shown\n```\n```'],
  ])('are not seen where GitHub shows none: %s', (_, text) => {
    expect(fencesOf(text)).not.toContain('diff|-a\n');
    expect(fencesOf(text)).not.toContain('|not shown\n');
  });

  test.each([
    ['in a quotation', '> ```diff\n> -a\n> ```'],
    ['in a comment of HTML', '<!--\n```diff\n-a\n```\n-->'],
    ['in a comment that is never closed', '<!--\n```diff\n-a\n```'],
    ['behind four spaces', '    ```diff\n    -a\n    ```'],
    ['in a script', '<script>\n```diff\n\n-a\n```\n</script>'],
  ])('are not looked for %s', (_, text) => {
    expect(fencesOf(text)).toEqual([]);
  });

  test('may stand below a picture, or in what can be unfolded', () => {
    const text =
      'a word\n\n<img width="10" src="a.png" />\n\n<details>\n<summary>a</summary>\n\n```\n-a\n```\n</details>';
    expect(fencesOf(text)).toEqual(['|-a\n']);
  });

  test.each([
    ['an attribute that is not closed', "<details title='\n\nFENCE\n\n'></details>"],
    ['an attribute without quotes', '<div>\nwords <b title=\n\nFENCE'],
    ['an attribute behind the end of its block', "<pre title='</pre>\nFENCE"],
    ['a tag that is not closed', '<div\n\nFENCE'],
    ['a comment that an empty line ends for Markdown only', '<div><!--\n\nFENCE\n\n<p>-->'],
    ['a comment that ends earlier for a browser', "<!--> <a title=' -->\nFENCE"],
    ['a comment among words that ends earlier for a browser', "a <!-- --!> <a title=' -->\n\nFENCE"],
    ['an instruction that ends earlier for a browser', "a <? > <a title=' ?>\n\nFENCE"],
    ['a section that ends earlier for a browser', "a <![CDATA[ > <a title=' ]]>\n\nFENCE"],
    ['a tag of which GitHub shows the beginning', "<title x='<div y='>\n\nFENCE"],
    ['a tag among words of which GitHub shows the beginning', "a <title x='<b y='>\n\nFENCE"],
    ['such a tag over two lines', "a <title\nx='<b y='>\n\nFENCE"],
    ['a tag in a quotation', "> <div title='\n\nFENCE"],
    ['a tag in a list', "- <div title='\n\nFENCE"],
    ['a tag in an item of an item', "- - one\n\n      <div title='\n\nFENCE"],
    ['a tag within HTML in a quotation', "> <div>\n> words <b title='\n\nFENCE"],
    ['what no browser shows', '<rp>\n\nFENCE\n\n</rp>'],
    ['what no browser shows, among words', 'so a <template>\n\nFENCE'],
    ['what no browser shows, in a heading', '# <select>\n\nFENCE'],
    ['what no browser shows, between pieces of code', '`a` <dialog> `b`\n\nFENCE'],
    ['what no browser shows, where code from above ends', 'a `b\nc` <svg/> `d`\n\nFENCE'],
    ['what no browser shows, where no code begins', 'a \\` <math> `\n\nFENCE'],
    ['the definition of a link, with a path that no page shows', '[r]:\nsrc/a.ts\nFENCE'],
    ['a definition whose name is longer than a line', '[r\ns]: /r\n"src/a.ts"\nFENCE'],
    ['a definition in a list', 'a\n- [r]:\n  src/a.ts\n\nFENCE'],
    ['a footnote', 'words\n[^1]: Create `src/a.ts`:\n\nFENCE'],
  ])('are refused below %s', (_, text) => {
    expect(fencesOf(`\n${text.replace('FENCE', FENCE)}`)).toBe('hidden');
  });

  test.each([
    ['a link', 'See [the words](https://example.com): they are [one]\n\nFENCE'],
    ['words about a type', 'It is now\n[string]: number\n\nFENCE'],
    ['a tag over several lines', '\n<details\n  open>\n<summary>a > b</summary>\n\nFENCE\n\n</details>'],
    ['a comment with dashes', '\n<!-- ---- a < b ---- -->\n\nFENCE'],
    ['the name of a tag', 'Puts the `<script>` below the `</title>`\n\nFENCE'],
    ['words that look like a tag', 'if a <b then\n\nFENCE'],
    ['an address in HTML', '\n<div><https://example.com/?a=1></div>\n\nFENCE'],
    ['an element in code', 'Mend the `<select>` of `<form>`.\n\nFENCE'],
    ['an element in code below other code', 'Mend `a`\nand the `<select>`.\n\nFENCE'],
    ['a type in a list', '- `Map<string, number>`, see <https://example.com>\n\nFENCE'],
    ['a type in a quotation', '> `Map<string, number>`\n\nFENCE'],
    ['nothing but above a tag that is not closed', "FENCE\n\n<details title='"],
  ])('may stand below %s', (_, text) => {
    expect(fencesOf(text.replace('FENCE', FENCE))).toEqual(['diff|-a\n']);
  });

  test('may hold shorter ones', () => {
    expect(fencesOf('````diff\n+```js\n```\n````')).toEqual(['diff|+```js\n```\n']);
  });

  test('lose the indentation of their mark, and nothing more', () => {
    expect(fencesOf('  ```\n    a\n b\n  ```')).toEqual(['|  a\nb\n']);
  });

  test.each([
    ['open', '```diff\n-a'],
    ['open', '```diff\n-a\n~~~'],
    ['nested', '- ```diff\n  -a\n  ```'],
    ['nested', '1. ```'],
    ['nested', '-\t```\n-a\n```'],
    ['nested', '- one\n  ```diff\n  -a\n  ```'],
    ['nested', '- one\n  <!-- hidden\n```\n-a\n```'],
    ['html', 'a word\n<img src="a.png">\n\n```\n-a\n```'],
  ])('are refused where they are %s', (why, text) => {
    expect(fencesOf(text)).toBe(why);
  });

  test('are found in time that grows with the text', () => {
    const lines = [
      '```'.repeat(5_000),
      `<a${'-'.repeat(15_000)}`,
      `<a${' a = "b"'.repeat(2_000)}`,
      `<a${' '.repeat(15_000)}`,
      `<a a${' '.repeat(15_000)}=`,
      `- <a${' a = "b"'.repeat(2_000)}`,
      `- ${'<a>'.repeat(5_000)}`,
      '<title '.repeat(3_000),
      `> <!--${'<!--'.repeat(4_000)}`,
      `<div>${'- '.repeat(7_000)}<`,
      `> ${'1. '.repeat(5_000)}<`,
      ' '.repeat(15_000),
      '`'.repeat(15_000),
    ];
    const before = process.cpuUsage();
    for (const line of lines) {
      partFences(`${line}\n`.repeat(100), line);
      partFences(`~~~\n${line} \n`.repeat(100), line);
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
