import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anonymousId, slugId } from '../../src/patch/id.ts';

const hostile = [
  '$(x)',
  '../x',
  'refs/heads/x',
  '-rf',
  '🎉',
  '\u202egnp.exe',
  'x'.repeat(10_000),
  '.',
  '..',
  'a..b',
  'a.lock',
  '@{',
  '',
  '\ud800',
  '.-'.repeat(5_000),
  'a b',
  'ä',
];

describe('patch/id', () => {
  test.each(['fix-login-timeout', 'a', 'a.b_c-d', 'x'.repeat(80), 'v1.2.3', '_'])(
    '%s is its own slug',
    (id) => {
      expect(slugId(id)).toBe(id);
    },
  );

  test('case alone makes no other slug', () => {
    expect(slugId('Fix-Login')).toBe('fix-login');
  });

  test.each(hostile)('%j gets a slug with a hash', (id) => {
    expect(slugId(id)).toMatch(/^[a-z0-9_][a-z0-9._-]{0,70}-[0-9a-f]{8}$/);
  });

  test('a slug still says what the id said', () => {
    expect(slugId('Fix the login/timeout')).toMatch(/^fix-the-login-timeout-[0-9a-f]{8}$/);
  });

  test('ids that differ only in what was replaced keep apart', () => {
    const ids = [
      'a b',
      'a/b',
      'a:b',
      'a  b',
      `${'x'.repeat(90)}1`,
      `${'x'.repeat(90)}2`,
      '🎉',
      '🎊',
      '\u212a',
      'k',
    ];
    expect(new Set(ids.map(slugId)).size).toBe(ids.length);
  });

  test('a slug of anything is safe, and its own slug', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom('.', '-', 'a', '/', 'lock', '.lock', 'A') }),
        ),
        (id) => {
          const slug = slugId(id);
          expect(slug).toMatch(/^[a-z0-9_]([a-z0-9._-]{0,78}[a-z0-9_])?$/);
          expect(slug).not.toMatch(/\.\.|\.lock$/);
          expect(slugId(slug)).toBe(slug);
        },
      ),
    );
  });

  test('git takes every slug as part of a branch', () => {
    const random = fc.sample(fc.string({ unit: 'binary', maxLength: 100 }), 40);
    for (const id of [...hostile, ...random]) {
      expect(() =>
        execFileSync('git', ['check-ref-format', '--branch', `ghost/${slugId(id)}`]),
      ).not.toThrow();
    }
  });

  test('a patch without an id is named by its digest', () => {
    expect(anonymousId('0123456789abcdef')).toBe('anon-0123456789ab');
  });
});
