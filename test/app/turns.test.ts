import { describe, expect, test } from '@jest/globals';
import { nextTurn, type Turn } from '../../src/app/turns.ts';
import type { DueComments } from '../../src/stages/intake/kept-comments.ts';

const NOW = '2026-07-01T12:00:00.000Z';
const LATER = '2026-07-01T12:05:00.000Z';

function due(repository: string, more: Partial<DueComments> = {}): DueComments {
  return { repository, kind: 'other', since: NOW, ...more };
}

function turns(count: number, repository: string, more: Partial<Turn> = {}): readonly Turn[] {
  return Array.from({ length: count }, () => ({
    repository,
    stops: false,
    waits: true,
    gaveWay: false,
    ...more,
  }));
}

test('what stops goes before everything that has been due for longer', () => {
  const stop = due('acme/shop', { kind: 'stop', since: LATER });
  expect(nextTurn([due('beta/one'), due('acme/shop', { kind: 'lift' }), stop], [])).toEqual({
    due: stop,
    inPlaceOf: null,
  });
  expect(nextTurn([], [])).toBeNull();
});

test('an account, and a repository of it, that has fewer under way goes first', () => {
  const underWay = [...turns(2, 'acme/shop'), ...turns(1, 'acme/other'), ...turns(2, 'beta/one')];
  const next = (...repositories: readonly string[]) =>
    nextTurn(
      repositories.map((repository) => due(repository)),
      underWay,
    )?.due.repository;
  expect(next('acme/shop', 'beta/one')).toBe('beta/one');
  expect(next('acme/shop', 'acme/other')).toBe('acme/other');
  expect(next('beta/one', 'gamma/one')).toBe('gamma/one');
});

test('a stop finds a place though others fill theirs with what takes its time', () => {
  const busy = turns(80, 'mallory/one', { waits: false });
  expect(nextTurn([due('acme/shop')], busy)).toBeNull();
  expect(nextTurn([due('acme/shop', { kind: 'stop' })], busy)).toMatchObject({ inPlaceOf: null });
});

describe('where no place is left', () => {
  const stop = due('acme/shop', { kind: 'stop' });

  test('a stop takes that of one that only waits, of the account that has the most', () => {
    const underWay = [
      ...turns(20, 'acme/shop'),
      ...turns(30, 'beta/one', { waits: false }),
      ...turns(50, 'mallory/one', { stops: true }),
    ];
    expect(nextTurn([stop], underWay)?.inPlaceOf).toMatchObject({ repository: 'acme/shop' });
    expect(nextTurn([stop], turns(100, 'mallory/one', { stops: true }))?.inPlaceOf).toMatchObject({
      repository: 'mallory/one',
    });
    expect(nextTurn([stop], turns(100, 'beta/one', { waits: false }))).toBeNull();
  });

  test('whoever has fewer takes that of one that only waits, and is not a stop', () => {
    const waiting = [...turns(3, 'acme/shop'), ...turns(77, 'mallory/one')];
    expect(nextTurn([due('acme/shop')], waiting)?.inPlaceOf).toMatchObject({ repository: 'mallory/one' });
    expect(nextTurn([due('mallory/one')], waiting)).toBeNull();
    expect(nextTurn([due('acme/shop')], turns(80, 'mallory/one', { stops: true }))).toBeNull();
  });

  test('another repository of the same account does so too, but none that has one less', () => {
    const waiting = [...turns(41, 'acme/one'), ...turns(39, 'acme/two')];
    expect(nextTurn([due('acme/two')], waiting)?.inPlaceOf).toMatchObject({ repository: 'acme/one' });
    expect(nextTurn([due('acme/two')], [...turns(40, 'acme/one'), ...turns(40, 'acme/two')])).toBeNull();
  });

  test('the place of one that has given way is free, until too many of them do not end', () => {
    const left = turns(100, 'mallory/one', { gaveWay: true });
    expect(nextTurn([stop], left)).toMatchObject({ inPlaceOf: null });
    expect(nextTurn([stop], [...left, ...turns(100, 'mallory/one')])).toBeNull();
  });
});
