import { type PatchCase, patchOf } from './case.ts';

const bad = { refused: 'bad_pattern' } as const;
const notFound = { refused: 'not_found' } as const;

/** A regular expression for 100,000 letters. */
function pattern(
  name: string,
  source: string,
  expected: PatchCase['expected'],
  more: object = {},
): PatchCase {
  const change = { kind: 'regex', path: 'letters.txt', pattern: source, replacement: 'x', ...more };
  return { name, payload: patchOf(change), expected };
}

/** Expressions that make others hang, or that mean more than they say. */
export const PATTERN_CASES: readonly PatchCase[] = [
  pattern('a plus of a plus', '(a+)+$b', notFound),
  pattern('a star of a star', '^(a*)*b', notFound),
  pattern('either of the same', '^(a|a)*b', notFound),
  pattern('either of overlapping ones', '^(a|aa)+b', notFound),
  pattern('three stars in a row', '.*.*.*b', notFound),
  pattern('twenty optional ones', `${'a?'.repeat(20)}b`, notFound),
  pattern('an end that is searched from everywhere', 'a+b', notFound),
  pattern('repeats of repeats', '((a{30}){30}){30}', bad),
  pattern('a repeat beyond what is counted', 'a{100000}', bad),
  pattern('looking ahead', 'a(?=b)', bad),
  pattern('looking behind', '(?<=a)b', bad),
  pattern('referring back', '(a)\\1', bad),
  pattern('referring back by name', '(?<x>a)\\k<x>', bad),
  pattern('an open bracket', '(a', bad),
  pattern('an open class', '[a', bad),
  pattern('a backslash at the end', 'a\\', bad),
  pattern('1,001 characters', 'a'.repeat(1001), { refused: 'too_large' }),
  pattern('no characters', '', { refused: 'malformed' }),
  pattern('sticky, which other engines know', 'a', { refused: 'malformed' }, { flags: 'y' }),
  pattern('a flag that is none', 'a', { refused: 'malformed' }, { flags: 'g;touch x' }),
  pattern('more matches than it says', 'a', { refused: 'ambiguous' }, { count: 1 }),
  pattern(
    'a group that is named like a prototype',
    '^(?<__proto__>a)a+$',
    { harmless: { 'letters.txt': 'a!' } },
    { replacement: '$<__proto__>!' },
  ),
  pattern('a group that is not there', '^a+$', bad, { replacement: '$<constructor>' }),
  pattern(
    'code in the replacement',
    '^a+$',
    { harmless: { 'letters.txt': '${process.exit()}`id`\\n' } },
    { replacement: '${process.exit()}`id`\\n' },
  ),
];
