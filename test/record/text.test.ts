import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatRecord, parseRecord } from '../../src/record/text.ts';
import { patchRecord, text } from './arbitrary.ts';

describe('record/text', () => {
  test('every record comes back from its text as it was, whatever the words above it say', () => {
    fc.assert(
      fc.property(patchRecord, text, text, (record, headline, detail) => {
        expect(parseRecord(formatRecord(record, { headline, detail }))).toEqual({ ok: true, record });
      }),
      { numRuns: 500 },
    );
  });

  test('the trailers name what a reader with two GETs wants to know', () => {
    const message = formatRecord(
      {
        version: 1,
        id: 'fix-login',
        digest: 'd'.repeat(64),
        title: 'Fix the login',
        sender: 'gpt',
        receivedAt: '2026-01-01T00:00:00.000Z',
        state: 'done',
        attempt: 2,
        run: { id: 7, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/7' },
        startedAt: '2026-01-01T00:00:00.000Z',
        deadline: '2026-01-01T01:00:00.000Z',
        base: { branch: 'main', sha: 'b'.repeat(40) },
        outcome: { kind: 'no_change' },
        steps: [],
        warnings: [],
      },
      { headline: 'Nothing to change', detail: 'The base has it all.' },
    );
    expect(message).toContain(`Nothing to change

The base has it all.

Ghost-Patch: fix-login
Ghost-Digest: ${'d'.repeat(64)}
Ghost-Attempt: 2
Ghost-State: done
Ghost-Outcome: no_change
Ghost-Base: main ${'b'.repeat(40)}
Ghost-Run: https://github.com/acme/shop/actions/runs/7
Ghost-Record: {"version":1,`);
  });

  test.each([
    ['a number of a pull request', { pullRequest: { number: 2 ** 31, url: '' } }],
    ['a time', { receivedAt: `2026-01-01T00:00:00.${'0'.repeat(3_000)}Z` }],
    ['no outcome, and done', { state: 'done' as const }],
  ])('a record with %s that no store can keep is no record, and is not written', (_, hostile) => {
    const record = { ...minimal(), ...hostile };
    expect(parseRecord(`Ghost-Record: ${JSON.stringify(record)}\n`)).toMatchObject({ ok: false });
    expect(() => formatRecord(record, { headline: '', detail: '' })).toThrow(
      /^The record of \w+ could not be read back, so it was not written\..* report it: the record is not valid at \//,
    );
  });

  test.each([20, 300])(
    'a record with %i long refusals is shortened, and still says what is wrong',
    (count) => {
      const refusals = Array.from({ length: count }, (_, index) => ({
        code: 'not_found' as const,
        message: `The text number ${index} is not there. ${'x'.repeat(200)}`,
        data: { nearest: 'y'.repeat(5000) },
      }));
      const record = {
        ...minimal(),
        state: 'done' as const,
        outcome: { kind: 'refused' as const, refusals },
      };
      const message = formatRecord(record, { headline: '', detail: '' });
      expect(message.length).toBeLessThan(62_000);
      expect(parseRecord(message)).toMatchObject({
        ok: true,
        record: {
          outcome: {
            kind: 'refused',
            refusals: expect.arrayContaining([expect.objectContaining({ message: refusals[0]?.message })]),
          },
        },
      });
    },
  );

  test('of thousands of checks with long names, the first few are kept', () => {
    const check = {
      name: 'n'.repeat(10_000),
      state: 'failure',
      url: `https://x/${'u'.repeat(10_000)}`,
    } as const;
    const checks = Array.from({ length: 5000 }, () => check);
    const at = '2026-01-01T00:00:00.000Z';
    const record = { ...minimal(), ci: { sha: 'a'.repeat(40), state: 'failure', checks, at } } as const;
    const message = formatRecord(record, { headline: '', detail: '' });
    expect(message.length).toBeLessThan(20_000);
    expect(parseRecord(message)).toMatchObject({ record: { ci: { checks: { length: 20 } } } });
  });

  test('a refusal that is itself too long is cut', () => {
    const refusals = [
      { code: 'outside_repository' as const, message: 'x'.repeat(900_000), path: 'y'.repeat(900_000) },
    ];
    const record = { ...minimal(), state: 'done' as const, outcome: { kind: 'refused' as const, refusals } };
    expect(formatRecord(record, { headline: '', detail: '' }).length).toBeLessThan(10_000);
  });

  test.each([
    ['no record line', 'Hello\n', 'no Ghost-Record line'],
    ['a line that is not JSON', 'Ghost-Record: {nonsense\n', 'not valid at /'],
    ['a record without an id', 'Ghost-Record: {"version":1}\n', 'not valid at /id'],
    [
      'a record that is done without an outcome',
      `Ghost-Record: ${JSON.stringify({ ...minimal(), state: 'done' })}\n`,
      'outcome exactly when it is done',
    ],
    [
      'a record that is held with another outcome',
      `Ghost-Record: ${JSON.stringify({ ...minimal(), state: 'held', outcome: { kind: 'no_change' } })}\n`,
      'held exactly when its outcome says so',
    ],
    [
      'a record that is done and held',
      `Ghost-Record: ${JSON.stringify({
        ...minimal(),
        state: 'done',
        outcome: { kind: 'held', state: 'paused', reason: '' },
      })}\n`,
      'held exactly when its outcome says so',
    ],
    [
      'a record with a field nobody knows',
      `Ghost-Record: ${JSON.stringify({ ...minimal(), extra: 1 })}\n`,
      'extra',
    ],
  ])('%s is named, not guessed', (_, message, problem) => {
    const parsed = parseRecord(message);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain(problem);
  });
});

function minimal() {
  return {
    version: 1 as const,
    id: 'x',
    digest: 'd'.repeat(64),
    title: '',
    sender: '',
    receivedAt: '2026-01-01T00:00:00.000Z',
    state: 'applied' as const,
    attempt: 1,
    run: { id: 0, attempt: 1, url: '' },
    startedAt: '2026-01-01T00:00:00.000Z',
    deadline: '2026-01-01T00:00:00.000Z',
    steps: [],
    warnings: [],
  };
}
