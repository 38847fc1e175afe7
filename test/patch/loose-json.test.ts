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
    [
      '```json\n{"a": 1}\n```',
      { a: 1 },
      ['The JSON was taken out of its code fence, without the text around it'],
    ],
    [
      'So:\n~~~\n[1]\n~~~\nDone {ok}',
      [1],
      ['The JSON was taken out of its code fence, without the text around it'],
    ],
    ['Take {"a": 1} please', { a: 1 }, ['The JSON was taken out of the text around it']],
  ])('%j is read, and each repair is told', (text, value, repairs) => {
    expect(parseLooseJson(text)).toEqual({ ok: true, value, repairs });
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

  test('a repaired text holds what the text without the damage holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('/* x */', ' // "\n', '\n'), (json, noise) => {
        const spaced = JSON.stringify(JSON.parse(json), null, 1).replaceAll('\n', `${noise}\n`);
        expect(parseLooseJson(spaced)).toMatchObject({ ok: true, value: JSON.parse(json) });
      }),
    );
  });

  test.each([['{"a":"'], ['/*'], [',]'], ['"\\'], ['```\n'], ['{ '], ['//\n']])(
    'a megabyte of %j takes no longer than a text of its size should',
    (part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const start = performance.now();
      parseLooseJson(text);
      expect(performance.now() - start).toBeLessThan(1500);
    },
  );
});
