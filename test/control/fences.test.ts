import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { partFences } from '../../src/control/fences.ts';

/** Languages and contents of the fences that a whole Markdown parser makes of a text. */
function codeOf(text: string): readonly string[] {
  const html = micromark(text, {
    allowDangerousHtml: true,
    extensions: [{ disable: { null: ['codeIndented'] } }],
  });
  return [...html.matchAll(/<pre><code(?: class="language-([^"]*)")?>([\s\S]*?)<\/code><\/pre>/g)].map(
    ([, language = '', code = '']) => `${language}|${code}`,
  );
}

function fencesOf(text: string): readonly string[] | string {
  const parted = partFences(text);
  return parted.ok
    ? parted.parts.flatMap((part) =>
        typeof part === 'string'
          ? []
          : [`${part.info.split(/\s/)[0]}|${part.lines.map((line) => `${escape(line)}\n`).join('')}`],
      )
    : parted.why;
}

function escape(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('>', '&gt;');
}

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
        // An open one goes on to the end of the text, which is refused here.
        fc.pre(found !== 'open');
        expect(found).toEqual(codeOf(text));
      }),
      { numRuns: 2000 },
    );
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
  ])('are refused where they are %s', (why, text) => {
    expect(fencesOf(text)).toBe(why);
  });

  test('are found in time that grows with the text', () => {
    const lines = ['```'.repeat(5_000), `<a${'-'.repeat(15_000)}`, ' '.repeat(15_000), '`'.repeat(15_000)];
    const before = process.cpuUsage();
    for (const line of lines) {
      partFences(`${line}\n`.repeat(100));
      partFences(`~~~\n${line} \n`.repeat(100));
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
