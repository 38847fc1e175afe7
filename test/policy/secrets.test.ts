import { describe, expect, test } from '@jest/globals';
import { addedSecrets, type FoundSecret, secretRefusals } from '../../src/policy/secrets.ts';

describe('secrets that a patch adds', () => {
  test.each([
    ['on a new line', 'a\n', 'a\nKEY\n', [2]],
    ['in a new file', null, 'KEY', [1]],
    ['beside other text of a changed line', 'a\nx = 1\n', 'a\nx = KEY\n', [2]],
    ['once more', 'KEY\n', 'KEY\nKEY\n', [2]],
    ['not: it stood there before', 'a\nKEY\n', 'b\nKEY\n', []],
    ['not: it only moved', 'KEY\na\n', 'a\nKEY\n', []],
  ])('%s', (_, before, after, lines) => {
    expect(addedSecrets('f', { before, after }, find(after, /KEY/g)).map(({ line }) => line)).toEqual(lines);
  });

  test('a secret of many lines counts where one of them is new, and that line is named', () => {
    const after = 'BEGIN\none\nnew\nEND\n';
    const secrets = addedSecrets(
      'f',
      { before: 'BEGIN\none\ntwo\nEND\n', after },
      find(after, /BEGIN.*END/gs),
    );
    expect(secrets).toEqual([{ kind: 'key', path: 'f', line: 3 }]);
  });

  test('two rules that find one secret give one refusal', () => {
    const secret = { kind: 'key', path: 'f', line: 3 };
    expect(secretRefusals([secret, secret, { ...secret, line: 4 }])).toHaveLength(2);
  });
});

function find(text: string, pattern: RegExp): readonly FoundSecret[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    kind: 'key',
    start: index,
    end: index + match.length,
  }));
}
