import { describe, expect, test } from '@jest/globals';
import { judgeChanges } from '../../src/policy/judge.ts';
import { changeOf, policyOf } from './policies.ts';

describe('policy/judge', () => {
  test('an ordinary change passes', () => {
    expect(judgeChanges(policyOf(), [changeOf('src/a.ts')])).toEqual({ refusals: [], reviews: [] });
  });

  test('a move is judged by both of its ends, and each path once', () => {
    const changes = [
      changeOf('x.yml', { action: 'rename', from: '.github/workflows/ci.yml' }),
      changeOf('.github/workflows/ci.yml', { action: 'create' }),
    ];
    const refusal = {
      code: 'protected_path',
      path: '.github/workflows/ci.yml',
      data: { rule: 'policy.rules.workflows' },
    };
    for (const some of [changes, changes.slice(0, 1)]) {
      expect(judgeChanges(policyOf(), some).refusals).toMatchObject([refusal]);
    }
  });

  test('paths that are made to be slow are judged in time', () => {
    const deep = Array.from({ length: 100 }, (_, index) =>
      changeOf(`${'a/'.repeat(500)}${index}`, { action: 'create' }),
    );
    const started = process.cpuUsage();
    judgeChanges(policyOf(), deep);
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(3000);
  });

  test('a deletion is a change too', () => {
    expect(
      judgeChanges(policyOf(), [changeOf('CODEOWNERS', { action: 'delete', bytes: 0 })]).refusals,
    ).toHaveLength(1);
  });

  test('a review is one sentence for each rule, which names it and what it is about', () => {
    const changes = ['package-lock.json', 'a/yarn.lock', 'src/a.ts'].map((path) => changeOf(path));
    expect(judgeChanges(policyOf(), changes)).toEqual({
      refusals: [],
      reviews: ['policy.rules.lockfiles asks for a review of package-lock.json, a/yarn.lock.'],
    });
  });

  test('a review of many files names the first ones and says how many more there are', () => {
    const changes = Array.from({ length: 8 }, (_, index) => changeOf(`p${index}/yarn.lock`));
    expect(judgeChanges(policyOf(), changes).reviews).toEqual([
      expect.stringMatching(/review of p0\/yarn\.lock, .*p4\/yarn\.lock and 3 more\.$/),
    ]);
  });

  test.each([
    ['is made executable', changeOf('run.sh', { action: 'create', executable: true }), 1],
    ['becomes executable', changeOf('run.sh', { executable: true }), 1],
    ['was so before', changeOf('run.sh', { executable: true, wasExecutable: true }), 0],
    ['is no longer so', changeOf('run.sh', { wasExecutable: true }), 0],
    ['is deleted', changeOf('run.sh', { action: 'delete', executable: true }), 0],
  ])('a file that %s', (_, change, reviews) => {
    expect(judgeChanges(policyOf(), [change]).reviews).toHaveLength(reviews);
    expect(judgeChanges(policyOf('{rules: {executables: refuse}}'), [change]).refusals).toHaveLength(reviews);
    expect(judgeChanges(policyOf('{rules: {executables: allow}}'), [change])).toEqual({
      refusals: [],
      reviews: [],
    });
  });

  test.each([
    ['files', [changeOf('a'), changeOf('b'), changeOf('c')]],
    ['changed-lines', [changeOf('a', { changedLines: 2 }), changeOf('b')]],
    ['file-bytes', [changeOf('a', { bytes: 3 }), changeOf('b', { bytes: 2 })]],
  ])('the limit of %s is refused or reviewed where it is passed, and not before', (name, changes) => {
    const limited = (most: number, otherwise = 'refuse') =>
      judgeChanges(policyOf(`{limits: {${name}: {at-most: ${most}, otherwise: ${otherwise}}}}`), changes);
    expect(limited(2).refusals).toMatchObject([
      { code: 'too_large', data: { rule: `policy.limits.${name}`, found: 3, limit: 2 } },
    ]);
    expect(limited(2, 'review')).toMatchObject({ refusals: [], reviews: [expect.stringContaining(name)] });
    expect(limited(3)).toEqual({ refusals: [], reviews: [] });
  });

  test.each([
    [
      'two new files',
      [changeOf('a/README', { action: 'create' }), changeOf('a/readme', { action: 'create' })],
      [],
    ],
    ['a new file and one that is there', [changeOf('src/A.ts', { action: 'create' })], ['src', 'src/a.ts']],
    ['a new folder and one that is there', [changeOf('Src/b.ts', { action: 'create' })], ['src', 'src/a.ts']],
    [
      'a new file in one of two folders that collide, and one in the other',
      [changeOf('src/A', { action: 'create' })],
      ['Src/a', 'src'],
    ],
    ['two normal forms', [changeOf('cafe\u0301', { action: 'create' })], ['caf\u00e9']],
    ['a name with a dot at its end', [changeOf('src/a.ts.', { action: 'create' })], ['src/a.ts']],
    ['a new name that is taken', [changeOf('B', { action: 'rename', from: 'a' })], ['a', 'b']],
  ])('%s that some file systems take for one are refused', (_, changes, existing) => {
    expect(judgeChanges(policyOf(), changes, existing).refusals).toMatchObject([
      { code: 'already_exists', data: { rule: 'policy.rules.case-collisions' } },
    ]);
    expect(judgeChanges(policyOf('{rules: {case-collisions: allow}}'), changes, existing).refusals).toEqual(
      [],
    );
  });

  test.each([
    [
      'a file that only changes its spelling',
      [changeOf('readme', { action: 'rename', from: 'README' })],
      ['README'],
    ],
    [
      'a file that takes the place of a deleted one',
      [changeOf('A', { action: 'delete' }), changeOf('a', { action: 'create' })],
      ['A'],
    ],
    ['a change of one of two that collide already', [changeOf('a')], ['A', 'a']],
    [
      'a new file in one of two folders that collide already',
      [changeOf('src/b', { action: 'create' })],
      ['Src/a', 'src'],
    ],
  ])('%s collides with nothing', (_, changes, existing) => {
    expect(judgeChanges(policyOf(), changes, existing).refusals).toEqual([]);
  });
});
