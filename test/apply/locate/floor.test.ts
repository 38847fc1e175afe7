import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, FORMATS, type Format } from '../../../bench/apply/case.ts';
import { generateCases } from '../../../bench/apply/cases/generate.ts';
import { generatedBase } from '../../../bench/apply/cases/texts.ts';
import { ghostRunner } from '../../../bench/apply/ours.ts';
import { isRight, isWrong, type Outcome, score } from '../../../bench/apply/score.ts';

/** Other seeds find other mistakes; what they find is not held against the floor, but must never be wrong. */
const SEED = Number(process.env['GHOST_FLOOR_SEED'] ?? 1);
const EACH = Number(process.env['GHOST_FLOOR_EACH'] ?? 3);

/** Of all cases of a format, in percent: raised when the engine gets better, and never lowered. */
const LEAST_RIGHT: { readonly [format in Format]: number } = {
  diff: 98,
  blocks: 98,
  apply_patch: 98,
  edits: 98,
  whole: 98,
  regex: 98,
};

describe('apply, patches damaged as models damage them', () => {
  let results: readonly { readonly item: Case; readonly outcome: Outcome }[];

  beforeAll(async () => {
    const cases = generateCases({ seed: SEED, each: EACH, baseFrom: generatedBase });
    results = await Promise.all(
      cases.map(async (item) => ({ item, outcome: score(item, await ghostRunner.apply(item)) })),
    );
  });

  test('none is applied wrongly without a word', () => {
    expect(results.filter(({ outcome }) => isWrong(outcome)).map(({ item }) => item.id)).toEqual([]);
  });

  test.each(FORMATS)(
    'as %s, nearly all are applied where they belong, or refused where they must be',
    (format) => {
      const ofFormat = results.filter(({ item }) => item.format === format);
      const right = ofFormat.filter(({ outcome }) => isRight(outcome));
      expect((100 * right.length) / ofFormat.length).toBeGreaterThanOrEqual(LEAST_RIGHT[format]);
    },
  );
});
