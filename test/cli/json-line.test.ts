import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { jsonLine } from '../../src/cli/json-line.ts';

test('what a terminal obeys or nobody sees is escaped, and what is read is the same', () => {
  const text = 'red \u001b[31m, again \u009b31m\u009d0;title\u009c, \u202eback, tag \u{e0041}, \u2028, é 😀';
  const line = jsonLine({ [text]: [text] });
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(line).toContain('é 😀');
  expect(JSON.parse(line)).toEqual({ [text]: [text] });
});

test('every value is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sent: unknown = JSON.parse(JSON.stringify({ value }));
      expect(JSON.parse(jsonLine({ value }))).toEqual(sent);
    }),
  );
});
