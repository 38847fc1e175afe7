import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { apply, refusalsOf, textsOf } from './sources.ts';

/** What an expression is made of, and whether it may match nothing. */
type Part = { readonly source: string; readonly nullable: boolean; readonly groups: number };

const ATOMS = [
  'a b c é 1 _ \\n \\. \\/ / \\x61 \\u0062 \\t',
  '. \\d \\D \\w \\W \\s \\S [ab] [^a] [a-c] [^\\n] [\\w-] [b\\]] [^\\s]',
].flatMap((atoms) => atoms.split(' '));

const EDGES = ['^', '$', '\\b', '\\B'];

/** Expressions of the part of the syntax that both read alike. */
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...ATOMS).map((source): Part => ({ source, nullable: false, groups: 0 })),
    fc.constantFrom(...EDGES).map((source): Part => ({ source, nullable: true, groups: 0 })),
    fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map(inSequence),
    fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map(asChoice),
    tie('part').map(({ source, ...rest }): Part => ({ ...rest, source: `(?:${source})` })),
    tie('part').map(
      ({ source, nullable, groups }): Part => ({ source: `(${source})`, nullable, groups: groups + 1 }),
    ),
    fc
      .tuple(
        tie('part'),
        fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '{0,2}'),
        fc.constantFrom('', '?'),
      )
      .map(([repeated, times, lazy]) => repeatedly(repeated, times + lazy)),
  ),
}));

const text = fc.string({
  unit: fc.constantFrom('a', 'a', 'b', 'c', 'A', 'é', '1', '_', ' ', '.', '-', '/', ']', '\n'),
  minLength: 1,
  maxLength: 30,
});

const flags = fc.subarray(['i', 'm', 's']).map((chosen) => chosen.join(''));

describe('apply/regex and JavaScript', () => {
  test('replace the same, for all that both understand alike', () => {
    fc.assert(
      fc.property(part, text, flags, ({ source, groups }, file, chosen) => {
        const replacement = groups > 0 ? '<$1|$&>' : '<$&>';
        const expected = file.replace(new RegExp(source, `gu${chosen}`), replacement);
        const matches = [...file.matchAll(new RegExp(source, `gu${chosen}`))].length;
        const change = {
          kind: 'regex',
          path: 'f',
          pattern: source,
          flags: chosen,
          replacement,
          count: 'all',
        };
        const result = apply({ f: file }, { ...change, kind: 'regex' });
        if (matches === 0) expect(refusalsOf(result)).toMatchObject([{ code: 'not_found' }]);
        else expect({ f: file, ...textsOf(result) }).toEqual({ f: expected });
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['white space beyond ASCII is none', '\\s', 'a\u00a0b', 'a\u00a0b'],
    ['a vertical tab is no white space', '\\s', 'a\u000bb', 'a\u000bb'],
    ['a group keeps what it took last', '(?:a|(b))+', 'ba', '[b]'],
    ['a repeated group may match nothing', '(?:|a)*', 'a', '[]a[]'],
    ['a letter without regard to case is any form of it', 'k', 'a\u212ab', 'a[]b'],
    ['the dot takes all but line feeds', '.', '\u2028', '[]'],
    ['a character is one, however it is stored', '^.$', '\u{1f389}', '[]'],
  ])('differ: %s', (_, pattern, file, after) => {
    const replacement = pattern.includes('(b)') ? '[$1]' : '[]';
    const change = { kind: 'regex', path: 'f', pattern, flags: 'i', replacement, count: 'all' } as const;
    const result = apply({ f: file }, change);
    if (after === file) expect(refusalsOf(result)).toMatchObject([{ code: 'not_found' }]);
    else expect(textsOf(result)).toEqual({ f: after });
    expect(file.replaceAll(new RegExp(pattern, 'gi'), replacement)).not.toBe(after);
  });
});

/** Expressions that are compared. */
const RUNS = Number(process.env['GHOST_FUZZ_RUNS'] ?? 1000);

function inSequence(parts: readonly Part[]): Part {
  const sources = parts.map(({ source }) => (source.includes('|') ? `(?:${source})` : source));
  return {
    source: sources.join(''),
    nullable: parts.every(({ nullable }) => nullable),
    groups: groupsIn(parts),
  };
}

function asChoice(parts: readonly Part[]): Part {
  const source = parts.map((one) => one.source).join('|');
  return { source, nullable: parts.some(({ nullable }) => nullable), groups: groupsIn(parts) };
}

/** What may match nothing is not repeated, nor is a group: there the two differ. */
function repeatedly(repeated: Part, times: string): Part {
  const { source, nullable, groups } = repeated;
  if (nullable || groups > 0) return repeated;
  return {
    source: `(?:${source})${times}`,
    nullable: /^[*?{]/.test(times) && !/^\{[12]/.test(times),
    groups,
  };
}

function groupsIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { groups }) => sum + groups, 0);
}
