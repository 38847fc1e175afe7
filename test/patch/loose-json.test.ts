import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseLooseJson } from '../../src/patch/loose-json.ts';

describe('patch/loose-json', () => {
  test.each([
    ['{"a": 1}', { a: 1 }, []],
    ['\ufeff{"a": 1}', { a: 1 }, ['A byte order mark was left out']],
    ['{"a": 1, // one\n "b": /* two */ 2}', { a: 1, b: 2 }, ['Comments were left out of the JSON']],
    ['{"a": [1, 2,], }', { a: [1, 2] }, ['Commas before a closing bracket were left out of the JSON']],
    [
      '{"a": "x\n\ty"}',
      { a: 'x\n\ty' },
      ['Raw line breaks or tabs in a string of the JSON were read as they stand'],
    ],
    ['```json\n{"a": 1}\n```', { a: 1 }, ['The JSON was taken out of its code fence']],
    [
      'So:\n~~~\n[1]\n~~~\nDone {ok}',
      [1],
      [
        'The JSON was taken out of its code fence',
        'Words that belong to no edit were passed over: "So:" (line 1); "Done {ok}" (line 5)',
      ],
    ],
    [
      'Take {"a": 1} please',
      { a: 1 },
      [
        'The JSON was taken out of the text around it',
        'Words that belong to no edit were passed over: "Take please" (line 1)',
      ],
    ],
  ])('%j is read, and each repair is told', (text, value, repairs) => {
    expect(parseLooseJson(text)).toEqual({ ok: true, value, repairs });
  });

  test('the beginning of a secret in the words around it is not told', () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    for (const words of [
      secret,
      `${'word '.repeat(29)}${secret}`,
      `${'word '.repeat(28)}AKIA-3-ABCDEFGHIJKLMN`,
    ]) {
      const read = parseLooseJson(`${words}\n\n{"a": 1}`);
      expect(read).toMatchObject({ ok: true, value: { a: 1 } });
      expect(read.ok && read.repairs.join()).not.toMatch(/ghp_|AKIA/);
    }
  });

  test.each([
    ['{"a": "// no comment, }"}'],
    ['{"a": "/* no comment */,]"}'],
    ['{"a": "```json\\n{}\\n```"}'],
  ])('what stands in the strings of %j stays there', (text) => {
    expect(parseLooseJson(text)).toEqual({ ok: true, value: JSON.parse(text), repairs: [] });
    expect(parseLooseJson(`${text.slice(0, -1)},}`)).toMatchObject({ ok: true, value: JSON.parse(text) });
  });

  test.each([
    ["{'a': 1}"],
    ['{a: 1}'],
    ['{"a": "\\d+"}'],
    ['{"a": "x\\\ny"}'],
    ['{"a": 1 "b": 2}'],
    ['{"a": 1,,}'],
    ['{"a": tru}'],
    ['{"a": 1'],
    ['{"a": 1 / }'],
    ['{"a": 1} or {"a": 2}'],
    ['```\n{"a": 1}\n```\nor\n```\n{"a": 2}\n```'],
    [''],
  ])('%j has more than one reading or none, and is refused', (text) => {
    expect(parseLooseJson(text)).toMatchObject({ ok: false, line: expect.any(Number) });
  });

  const json = '{"path": "b.txt", "content": "x"}';
  const fenced = `\`\`\`json\n${json}\n\`\`\`\n`;

  test.each([
    ['a line that a diff adds', `--- /dev/null\n+++ b/c.json\n@@ -0,0 +1 @@\n+${json}\n`],
    [
      'a line that a diff removes',
      `\`\`\`diff\n--- a/c.json\n+++ b/c.json\n@@ -1 +0,0 @@\n-${json}\n\`\`\`\n`,
    ],
    ['a line around which a diff changes others', `--- a/c\n+++ b/c\n@@ -1,2 +1,2 @@\n-a\n+b\n ${json}\n`],
    ['what a block writes', `c.json\n<<<<<<< SEARCH\n=======\n[\n  ${json}\n]\n>>>>>>> REPLACE\n`],
    ['what a patch adds', `*** Begin Patch\n*** Add File: c.json\n+${json}\n*** End Patch\n`],
    ['beside a diff', `${fenced}\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n+b\n`],
    ['a file that the line above names', `c.json\n${fenced}`],
    ['what a shell writes to a file', `cat > c.json <<'EOF'\n${json}\nEOF\n`],
    ['beside a file', `So:\n${fenced}\nb.md\n\`\`\`md\nb\n\`\`\`\n`],
  ])('JSON that is %s is not taken out of its text', (_what, text) => {
    expect(parseLooseJson(text)).toMatchObject({ ok: false });
  });

  test('JSON that holds an edit in a string is taken out all the same', () => {
    const diff = '--- a/c\n+++ b/c\n@@ -1 +1 @@\n-a\n+b\n';
    expect(parseLooseJson(`So:\n{"diff": "${diff}"}\nDone.`)).toMatchObject({ ok: true, value: { diff } });
  });

  test('a repaired text holds what the text without the damage holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('/* x */', ' // "\n', '\n'), (json, noise) => {
        const spaced = JSON.stringify(JSON.parse(json), null, 1).replaceAll('\n', `${noise}\n`);
        expect(parseLooseJson(spaced)).toMatchObject({ ok: true, value: JSON.parse(json) });
      }),
    );
  });

  test.each([['{"a":"'], ['/*'], [',]'], ['"\\'], ['```\n'], ['{ '], ['//\n'], ['{"a": 1}\n@@\n']])(
    'a megabyte of %j takes no longer than a text of its size should',
    (part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const start = process.cpuUsage();
      parseLooseJson(text);
      expect(process.cpuUsage(start).user / 1e3).toBeLessThan(1500);
    },
  );
});
