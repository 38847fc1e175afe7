import { describe, expect, test } from '@jest/globals';
import { judgeUnderstanding, type Understanding } from '../../src/policy/judge-understanding.ts';
import { policyOf } from './policies.ts';

const NOTHING: Understanding = { repairs: [], tolerances: [], 'not-done': [] };

describe.each(['repairs', 'tolerances', 'not-done'] as const)('what stands in the notes as %s', (name) => {
  const understanding = { ...NOTHING, [name]: ['One thing', 'another thing'] };

  test('passes where nothing is said of it', () => {
    expect(judgeUnderstanding(policyOf(), understanding)).toEqual({ refusals: [], reviews: [] });
  });

  test('waits for an approval where the config says so, which tells how much there is', () => {
    expect(judgeUnderstanding(policyOf(`{rules: {${name}: review}}`), understanding)).toEqual({
      refusals: [],
      reviews: [expect.stringMatching(`^policy.rules.${name} asks for a review of .*\\(2 notes\\)\\.$`)],
    });
  });

  test('is refused where the config says so, with all of it for programs', () => {
    const rule = `policy.rules.${name}`;
    expect(judgeUnderstanding(policyOf(`{rules: {${name}: refuse}}`), understanding)).toEqual({
      refusals: [
        {
          code: 'inexact',
          message: expect.stringContaining(`${rule} takes no patch`),
          data: { rule, told: ['One thing', 'another thing'] },
        },
      ],
      reviews: [],
    });
  });

  test('is no matter of the other rules', () => {
    const others = Object.keys(NOTHING).filter((other) => other !== name);
    const rules = others.map((other) => `${other}: refuse`).join(', ');
    expect(judgeUnderstanding(policyOf(`{rules: {${rules}}}`), understanding)).toEqual({
      refusals: [],
      reviews: [],
    });
  });
});

test('a patch of which nothing is told passes the strictest rules', () => {
  const policy = policyOf('{rules: {repairs: refuse, tolerances: refuse, not-done: refuse}}');
  expect(judgeUnderstanding(policy, NOTHING)).toEqual({ refusals: [], reviews: [] });
});
