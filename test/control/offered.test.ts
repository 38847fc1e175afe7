import { describe, expect, test } from '@jest/globals';
import { offeredVerbs } from '../../src/control/offered.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { OUTCOMES, patchRecord } from '../report/views.ts';

function ended(outcome: Outcome, over: Partial<PatchRecord> = {}): PatchRecord {
  return patchRecord({ state: outcome.kind === 'held' ? 'held' : 'done', outcome, ...over });
}

describe('what a button offers', () => {
  test.each([
    ['opened', ['reject']],
    ['testsFailed', ['retry', 'reject']],
    ['refused', ['retry']],
    ['merged', ['revert']],
    ['closed', []],
    ['reverted', []],
    ['superseded', []],
    ['duplicate', []],
    ['held', ['cancel']],
    ['canceled', ['retry']],
    ['crashed', ['retry']],
  ] as const)('for the outcome %s: %j', (name, verbs) => {
    expect(offeredVerbs(ended(OUTCOMES[name]))).toEqual(verbs);
  });

  test('a run can be cancelled while it works', () => {
    expect(offeredVerbs(patchRecord())).toEqual(['cancel']);
  });

  test('an approval is offered where one is needed, and again when the commit that it was for is not the head', () => {
    const given = { required: true, by: 'ada', digest: 'd'.repeat(64), sha: 'a'.repeat(40) } as const;
    const offered = (over: Partial<PatchRecord>) => offeredVerbs(ended(OUTCOMES.opened, over));
    expect(offered({ head: 'a'.repeat(40), approval: { required: true } })).toEqual(['approve', 'reject']);
    expect(offered({ head: 'a'.repeat(40), approval: given })).toEqual(['reject']);
    expect(offered({ head: 'b'.repeat(40), approval: given })).toEqual(['approve', 'reject']);
  });
});
