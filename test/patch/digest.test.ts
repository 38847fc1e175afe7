import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson, sha256 } from '../../src/patch/digest.ts';

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

  test('depth does not overflow', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('sha256 is of UTF-8, in hex', () => {
    expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])));
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
