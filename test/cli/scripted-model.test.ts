import { describe, expect, test } from '@jest/globals';
import { submitUntilItFits } from '../../src/cli/app-demo/scripted-model.ts';
import type { ToolAnswer } from '../../src/cli/app-demo/tool-call.ts';

const FIRST = { kind: 'edit', path: 'a.txt', find: 'won', replace: 'two' };
const SECOND = { kind: 'delete', path: 'b.txt' };
const CORRECTION = { kind: 'edit', path: 'a.txt', find: 'one', replace: 'two' };
const ACCEPTED: ToolAnswer = { isError: false, facts: { outcome: 'accepted' }, texts: ['{}'] };

function refused(refusals: readonly object[]): ToolAnswer {
  return { isError: true, facts: {}, texts: ['It does not fit.', JSON.stringify({ refusals })] };
}

/** Answers one after the other; the last one again and again. */
function answering(answers: readonly ToolAnswer[]) {
  let calls = 0;
  return async (): Promise<ToolAnswer> => {
    const answer = answers[Math.min(calls, answers.length - 1)] ?? ACCEPTED;
    calls += 1;
    return answer;
  };
}

describe('the scripted model', () => {
  test('puts each correction in the place of the change that was refused, and leaves the others', async () => {
    const answers = [refused([{ pointer: '/changes/0/find', data: { correction: CORRECTION } }]), ACCEPTED];
    const turns = await submitUntilItFits([FIRST, SECOND], answering(answers));
    expect(turns.map(({ changes }) => changes)).toEqual([
      [FIRST, SECOND],
      [CORRECTION, SECOND],
    ]);
    expect(turns.at(-1)?.answer).toBe(ACCEPTED);
  });

  test('submits once what fits', async () => {
    expect(await submitUntilItFits([FIRST], answering([ACCEPTED]))).toHaveLength(1);
  });

  test.each([
    ['a refusal without a correction', [{ pointer: '/changes/0/find', data: { nearest: [] } }]],
    ['a refusal that is about no change', [{ pointer: '/title', data: { correction: CORRECTION } }]],
    [
      'one refusal of two that it can not repair',
      [{ pointer: '/changes/0', data: { correction: CORRECTION } }, { pointer: '/changes/1' }],
    ],
    ['no refusal at all', []],
  ] as const)('gives up at %s', async (_, refusals) => {
    expect(await submitUntilItFits([FIRST, SECOND], answering([refused(refusals)]))).toHaveLength(1);
  });

  test('gives up when its repairs are refused again and again', async () => {
    const again = refused([{ pointer: '/changes/0', data: { correction: FIRST } }]);
    expect(await submitUntilItFits([FIRST], answering([again]))).toHaveLength(3);
  });
});
