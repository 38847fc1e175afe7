import { expect, test } from '@jest/globals';
import { nextPasses, type PassUnderWay } from '../../src/app/passes.ts';

function passes(
  count: number,
  repository: string,
  more: Partial<PassUnderWay> = {},
): readonly PassUnderWay[] {
  return Array.from({ length: count }, (_, index) => ({
    repository: `${repository}-${index}`,
    waits: true,
    gaveWay: false,
    began: index,
    ...more,
  }));
}

const SHOP = { repository: 'acme/shop', since: 9 };
const OTHER = { repository: 'mallory/other', since: 5 };

test('passes that only wait keep no other one from its turn, and two that do something do', () => {
  const atWork = passes(2, 'mallory/one', { waits: false });
  expect(nextPasses([SHOP], passes(11, 'mallory/one')).begin).toEqual([SHOP]);
  expect(nextPasses([SHOP], atWork).begin).toEqual([]);
});

test('an account with fewer passes under way has its turn first, then what has been due for longest', () => {
  const begin = (...underWay: readonly PassUnderWay[]) => nextPasses([SHOP, OTHER], underWay).begin;
  expect(begin()).toEqual([OTHER, SHOP]);
  expect(begin(...passes(1, 'mallory/one'), ...passes(1, 'beta/one', { waits: false }))).toEqual([SHOP]);
});

test('where too many wait, the one that began first, of the account with the most, gives way', () => {
  const underWay = [...passes(3, 'beta/one'), ...passes(9, 'mallory/one', { began: 7 })];
  expect(nextPasses([SHOP], underWay)).toEqual({
    begin: [],
    givesWay: expect.objectContaining({ repository: 'mallory/one-0' }),
  });
  expect(nextPasses([], underWay).givesWay).toBeNull();
  const leaving = passes(1, 'beta/left', { gaveWay: true });
  expect(nextPasses([SHOP], [...underWay.slice(1), ...leaving]).givesWay).toBeNull();
});
