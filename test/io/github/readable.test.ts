import { describe, expect, test } from '@jest/globals';
import { readable, UnreadableAnswer } from '../../../src/io/github/readable.ts';
import { resolveMoves } from '../../../src/io/ref-moves.ts';

describe('an answer of GitHub', () => {
  test.each([
    ['an object', 200, { sha: 'a' }],
    ['an empty list', 200, []],
    ['nothing, where nothing is promised', 204, undefined],
    ['an empty object, where something was only accepted', 202, {}],
  ])('is readable with %s', (_, status, data) => {
    expect(readable({ status, data })).toEqual({ status, data });
  });

  test.each([
    ['half a JSON text', 201, '{"sha": "ab'],
    ['a page', 200, '<!doctype html>'],
    ['an empty object', 200, {}],
    ['nothing', 200, ''],
    ['a page, where nothing is promised', 204, '<!doctype html>'],
  ])('is not readable with %s', (_, status, data) => {
    expect(() => readable({ status, data })).toThrow(UnreadableAnswer);
  });
});

test('a commit without an id never becomes the deletion of its ref', () => {
  const answer: { readonly oid: string } = JSON.parse('{}');
  const move = { ref: 'refs/heads/main', before: null, after: { commit: 'made' } };
  expect(() => resolveMoves([move], { made: answer })).toThrow('is not the id of a commit');
});
