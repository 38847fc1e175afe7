import { describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson } from '../../src/patch/canonical-json.ts';
import { sha256 } from '../../src/patch/digest.ts';

describe('patch/digest', () => {
  test('keys are sorted at every level, and nothing is added', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x"' }], a: true, '': -0.5 })).toBe(
      '{"":-0.5,"a":true,"b":[1,{"c":"x\\"","d":null}]}',
    );
  });

  test('members that are undefined are left out', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test('it is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order of keys does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  test.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}0${'}'.repeat(100_000)}`],
    ['both, with neighbours', `${'[1,{"":'.repeat(50_000)}null${',"z":2},3]'.repeat(50_000)}`],
  ])('100,000 levels of %s do not overflow', (_, text) => {
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('the work grows with the number of values, deep, broad or both', () => {
    const stringify = jest.spyOn(JSON, 'stringify');
    try {
      for (const value of [
        JSON.parse(`${'[0,'.repeat(50_000)}0${']'.repeat(50_000)}`),
        Array.from({ length: 50_000 }, () => 0),
        JSON.parse(`{${Array.from({ length: 50_000 }, (_, index) => `"${index}":{}`).join()}}`),
      ]) {
        stringify.mockClear();
        canonicalJson(value);
        expect(stringify.mock.calls.length).toBeLessThanOrEqual(50_001);
      }
    } finally {
      stringify.mockRestore();
    }
  });

  test('keys that mean something to JavaScript are keys like others', () => {
    const text = '{"__proto__":{"toJSON":1},"constructor":null,"length":[],"toJSON":"x"}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('sha256 is of UTF-8, in hex', () => {
    expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])));
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
