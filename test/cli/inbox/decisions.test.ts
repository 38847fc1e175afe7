import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decideFile, type FileFacts, type Seen } from '../../../src/cli/inbox/file-step.ts';
import {
  type Claim,
  formatClaim,
  isPatchName,
  MAX_NAME_BYTES,
  nameProblem,
  parseClaim,
  RESULT_SUFFIX,
  restingNames,
} from '../../../src/cli/inbox/names.ts';
import {
  decidePatch,
  type PatchLimits,
  type Progress,
  type Sighting,
} from '../../../src/cli/inbox/patch-step.ts';
import { isCompleted, outcomeNamed, type ReportedOutcome } from '../../../src/cli/inbox/report.ts';
import { resultIn } from '../../../src/cli/inbox/result.ts';
import { formatSettled } from '../../../src/cli/inbox/say.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../../src/patch/limits.ts';
import { succeeded } from '../../../src/report/exit-code.ts';

describe('a name', () => {
  test.each([
    'fix.json',
    'FIX.JSON',
    'a b.patch',
    '0001-fix.diff',
    'fix.v2.json',
    '修正.json',
    'agent.result.json',
  ])('is a patch: %s', (name) => {
    expect(isPatchName(name)).toBe(true);
    expect(nameProblem(name)).toBeNull();
  });

  test.each([
    'fix.json.tmp',
    'fix.tmp',
    'fix.json~',
    '.fix.json',
    '.fix.json.swp',
    '.#fix.json',
    '#fix.json#',
    '#fix.json',
    '~$fix.json',
    'fix.json.part',
    'fix.json.result.json',
    'fix.JSON.RESULT.JSON',
    'agent.result.json.result.json',
    '0001-fix.diff.result.json',
    'README.md',
    'json',
    '4913',
  ])('is none: %s', (name) => {
    expect(isPatchName(name)).toBe(false);
  });

  test('that is too long or not in UTF-8 can not be worked on', () => {
    expect(nameProblem(`${'é'.repeat(MAX_NAME_BYTES / 2)}.json`)).toMatch(/give it a shorter one$/);
    expect(nameProblem('fix\uFFFD.json')).toMatch(/give it another one$/);
  });

  const names = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.constantFrom('.json', '.patch'))
    .map(([stem, end]) => `a${stem.replaceAll(/[/\0]/g, '')}${end}`)
    .filter((name) => isPatchName(name) && nameProblem(name) === null);

  test('of a claim tells all that there is to know of it', () => {
    const claims: fc.Arbitrary<Claim> = fc.record({
      name: names,
      tries: fc.nat({ max: 999 }),
      serial: fc.nat({ max: 999_999_999 }),
    });
    fc.assert(fc.property(claims, (claim) => expect(parseClaim(formatClaim(claim))).toEqual(claim)));
    expect(parseClaim('lock')).toBeNull();
    expect(parseClaim(`1.2.fix.json${RESULT_SUFFIX}`)).toBeNull();
  });

  test('to rest under keeps its ending, is another one each time, and fits a file system with its result', () => {
    fc.assert(
      fc.property(names, (name) => {
        const resting = restingNames(name, '2026-11-21T20:15:03.123Z');
        expect(resting[0]).toBe(name);
        expect(new Set(resting).size).toBe(resting.length);
        for (const one of resting) {
          expect(isPatchName(one)).toBe(true);
          expect(Buffer.byteLength(`${one}${RESULT_SUFFIX}`)).toBeLessThan(255);
        }
      }),
    );
  });

  test('in a result leads nowhere but to where results lie', () => {
    const place = (movedTo: unknown) => resultIn(JSON.stringify({ movedTo }))?.place ?? null;
    expect(place('.completed/fix.json')).toBe('.completed/fix.json');
    for (const other of ['../fix.json', '.completed/../../fix.json', '.working/x', '/etc/passwd', 7, null]) {
      expect(place(other)).toBeNull();
    }
    expect(resultIn('{')).toBeNull();
  });
});

describe('a file', () => {
  const PATIENCE = { settle: 2_000, whole: 30_000 };
  const facts: FileFacts = { name: 'fix.json', kind: 'file', size: 10, changedAt: 0n, stamp: 'a' };
  const decide = (seen: Seen | undefined, now: number, more: Partial<FileFacts> = {}) =>
    decideFile({ ...facts, ...more }, seen, { now, patience: PATIENCE }).do;

  test('is taken when it rested and is whole', () => {
    expect(decide(undefined, 0)).toBe('wait');
    expect(decide({ stamp: 'a', since: 0 }, 1_999)).toBe('wait');
    expect(decide({ stamp: 'a', since: 0 }, 2_000)).toBe('peek');
    expect(decide({ stamp: 'a', since: 0, whole: true }, 2_000)).toBe('take');
  });

  test('that changed rests anew', () => {
    expect(
      decideFile(facts, { stamp: 'b', since: 0, whole: true }, { now: 9_000, patience: PATIENCE }),
    ).toEqual({ do: 'wait', seen: { stamp: 'a', since: 9_000 } });
  });

  test('that is no patch as yet may become one, and is taken to be refused in the end', () => {
    expect(decide({ stamp: 'a', since: 0, whole: false }, 29_999)).toBe('wait');
    expect(decide({ stamp: 'a', since: 0, whole: false }, 30_000)).toBe('take');
  });

  test('that is too large is not read to find out', () => {
    expect(decide({ stamp: 'a', since: 0 }, 2_000, { size: MAX_PATCH_TEXT_BYTES + 1 })).toBe('take');
  });

  test('is neither opened nor taken where it is no file, whatever was seen, and never before it rested', () => {
    const kinds = fc.constantFrom<FileFacts['kind']>('file', 'link', 'folder', 'special');
    const seen = fc.option(
      fc.record(
        { stamp: fc.constantFrom('a', 'b'), since: fc.nat({ max: 40_000 }), whole: fc.boolean() },
        { requiredKeys: ['stamp', 'since'] },
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(kinds, seen, fc.nat({ max: 80_000 }), (kind, known, now) => {
        const step = decide(known, now, { kind });
        if (kind !== 'file') {
          expect(step).toBe('skip');
        } else if (step !== 'wait') {
          expect(known?.stamp).toBe('a');
          expect(now - (known?.since ?? now)).toBeGreaterThanOrEqual(PATIENCE.settle);
        }
      }),
    );
  });
});

describe('a patch', () => {
  const LIMITS: PatchLimits = { poll: 1_000, arrival: 600_000, end: 3_600_000, tries: 3 };
  const report = { outcome: 'opened', headline: 'Opened', detail: '' } as const;
  const canceled = { outcome: 'not_taken', headline: 'Canceled', detail: '' } as const;
  const sightings = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Sighting>({ kind: 'nothing' }) },
    fc.constant<Sighting>({ kind: 'other', look: 'there' }),
    fc.boolean().map((held): Sighting => ({ kind: 'under_way', held, words: 'it goes on', look: 'there' })),
    fc.boolean().map((final): Sighting => ({ kind: 'ended', final, report })),
    fc.boolean().map((surely): Sighting => ({ kind: 'withdrawn', surely, report: canceled })),
    fc.constant<Sighting>({ kind: 'unreachable', why: 'nobody is there' }),
  );

  test('is sent a few times at most, and ends as it was seen to end or as unknown', () => {
    const endless = fc.infiniteStream(fc.tuple(sightings, fc.boolean(), fc.nat({ max: 900_000 })));
    fc.assert(
      fc.property(endless, fc.integer({ min: 1, max: 4 }), (stream, firstTry) => {
        let progress: Progress = { tries: firstTry, begunAt: 0, sent: null };
        let now = 0;
        let sendings = 0;
        for (const [sighting, sure, passes] of stream) {
          const step = decidePatch(sighting, progress, { now, limits: LIMITS });
          if (step.do === 'settle') {
            expect(step.report.outcome).toBe(outcomeSeen(sighting));
            break;
          }
          if (step.do === 'send') {
            expect(['nothing', 'other', 'ended', ...(sendings > 0 ? [] : ['withdrawn'])]).toContain(
              sighting.kind,
            );
            progress = {
              ...progress,
              tries: progress.tries + (sendings > 0 ? 1 : 0),
              sent: { at: now, ...(sure ? {} : { doubt: 'who knows' }) },
            };
            sendings += 1;
          } else {
            expect(step.milliseconds).toBeGreaterThanOrEqual(LIMITS.poll);
          }
          now += passes;
        }
        expect(sendings).toBeLessThanOrEqual(LIMITS.tries);
      }),
    );
  });

  test.each([
    ['nothing is seen of it', { kind: 'nothing' }],
    ['another revision has its id', { kind: 'other', look: 'there' }],
    ['it goes on for ever', { kind: 'under_way', held: false, words: '', look: 'there' }],
    ['only answers to others are seen', { kind: 'ended', final: false, report }],
  ] as const)('comes to an end where %s', (_, sighting) => {
    let progress: Progress = { tries: 1, begunAt: 0, sent: null };
    let now = 0;
    for (let steps = 0; steps < 10_000; steps++) {
      const step = decidePatch(sighting, progress, { now, limits: LIMITS });
      if (step.do === 'settle') {
        expect(step.report).toMatchObject({ outcome: 'unknown', remedy: expect.stringContaining('again') });
        return;
      }
      now += step.do === 'wait' ? step.milliseconds : 0;
      progress =
        step.do === 'send'
          ? { ...progress, tries: progress.tries + (progress.sent === null ? 0 : 1), sent: { at: now } }
          : progress;
    }
    throw new Error('it never ended');
  });

  test('is not sent a second time where another revision has its id, which might be the newer one', () => {
    const progress = { tries: 1, begunAt: 0, sent: { at: 0 } };
    const step = decidePatch({ kind: 'other', look: 'there' }, progress, {
      now: LIMITS.arrival,
      limits: LIMITS,
    });
    expect(step).toMatchObject({ do: 'settle', report: { outcome: 'unknown', look: 'there' } });
  });

  test('that somebody ended after it was sent is not sent again', () => {
    const next = (surely: boolean, now: number, progress: Omit<Progress, 'begunAt'>) =>
      decidePatch(
        { kind: 'withdrawn', surely, report: canceled },
        { begunAt: 0, ...progress },
        { now, limits: LIMITS },
      );
    const doubtful = { tries: 1, sent: { at: 0, doubt: 'no answer' } };
    expect(next(true, 1, doubtful)).toEqual({ do: 'settle', report: canceled });
    expect(next(false, LIMITS.arrival - 1, doubtful)).toMatchObject({ do: 'wait' });
    expect(next(false, LIMITS.arrival, doubtful)).toEqual({ do: 'settle', report: canceled });
    expect(next(true, 1, { tries: 2, sent: null })).toEqual({ do: 'settle', report: canceled });
    expect(next(true, 1, { tries: 1, sent: null })).toMatchObject({ do: 'send' });
  });

  test.each<Sighting>([
    { kind: 'under_way', held: true, words: 'a pause', look: 'there' },
    { kind: 'unreachable', why: 'nobody is there' },
  ])('waits for as long as it takes where that is not its fault', (sighting) => {
    const progress = { tries: 1, begunAt: 0, sent: { at: 0 } };
    expect(decidePatch(sighting, progress, { now: 1e12, limits: LIMITS })).toMatchObject({ do: 'wait' });
  });

  test('that may not have arrived is looked for a shorter time than one that did, and longer each time', () => {
    const times = [1, 2, 3].map((tries) => {
      let now = 0;
      const sent = { at: 0, doubt: 'no answer' };
      while (
        decidePatch({ kind: 'nothing' }, { tries, begunAt: 0, sent }, { now, limits: LIMITS }).do === 'wait'
      ) {
        now += 1_000;
      }
      return now;
    });
    expect(times).toEqual([...times].toSorted((one, other) => one - other));
    expect(new Set(times).size).toBe(3);
    expect(Math.max(...times)).toBeLessThan(LIMITS.arrival);
  });
});

function outcomeSeen(sighting: Sighting): string {
  if (sighting.kind === 'withdrawn') {
    return 'not_taken';
  }
  return sighting.kind === 'ended' && sighting.final ? 'opened' : 'unknown';
}

describe('completed', () => {
  const tests = { verdict: 'passed', failingLines: [] } as const;
  const full = { ...tests, sha: '', command: '', seconds: 1, tail: '', outputBytes: 0 };
  const pullRequest = { number: 1, url: 'https://github.com/acme/shop/pull/1' };

  test.each(['passed', 'failed', 'timed_out', 'not_started'] as const)(
    'is an opened pull request exactly where the exit code says success: tests %s',
    (verdict) => {
      for (const kind of ['opened', 'updated'] as const) {
        expect(isCompleted({ outcome: kind, tests: { ...tests, verdict } })).toBe(
          succeeded({ kind, pullRequest, tests: { ...full, verdict } }),
        );
      }
    },
  );

  test('is nothing that was not seen, that had no effect, or that somebody took back', () => {
    const others: readonly ReportedOutcome[] = [
      'unknown',
      'no_change',
      'duplicate',
      'held',
      'halted',
      'refused',
      'conflict',
      'tests_failed',
      'timed_out',
      'canceled',
      'crashed',
      'closed',
      'reverted',
      'superseded',
      'not_taken',
    ];
    expect(others.filter((outcome) => isCompleted({ outcome, tests }))).toEqual([]);
    expect(isCompleted({ outcome: 'opened' })).toBe(false);
    expect(isCompleted({ outcome: 'applied' })).toBe(true);
  });

  test('is no outcome that is not known here', () => {
    expect(outcomeNamed('opened')).toBe('opened');
    expect(['', 'perfect', 'toString', 'applied'].map(outcomeNamed)).toEqual(
      Array.from({ length: 4 }, () => 'unknown'),
    );
  });
});

test('what is told besides stands below the line of a file, up to a number of lines', () => {
  const same = (text: string) => text;
  const text = formatSettled(
    {
      version: 1,
      file: 'fix.json',
      movedTo: '.completed/fix.json',
      tries: 1,
      at: '',
      completed: true,
      outcome: 'opened',
      headline: 'Opened',
      detail: '',
      notes: Array.from({ length: 30 }, (_, index) => `Note ${index} \u001B[2J`),
      notDone: ['Not done'],
    },
    { bold: same, dim: same, green: same, red: same, cyan: same },
  );
  const lines = text.split('\n');
  expect(lines).toHaveLength(22);
  expect(lines[1]).toBe('   Note 0 [U+001B][2J');
  expect(lines.at(-1)).toBe('   … and 11 more, in .completed/fix.json.result.json');
});

test.each([
  ['stands below it where it came to a good end', true, ['   Write approve']],
  ['is left to its result where it did not', false, []],
])('what is left to do of a file %s', (_, completed, below) => {
  const same = (text: string) => text;
  const text = formatSettled(
    {
      version: 1,
      file: 'fix.json',
      movedTo: completed ? '.completed/fix.json' : '.failed/fix.json',
      tries: 1,
      at: '',
      completed,
      outcome: 'opened',
      headline: 'Tests passed',
      detail: 'npm test passed.',
      remedy: 'Write approve',
    },
    { bold: same, dim: same, green: same, red: same, cyan: same },
  );
  expect(text.split('\n').slice(1)).toEqual(below);
});

test('what a file says of itself steers no terminal', () => {
  const same = (text: string) => text;
  const hostile = '\u001B[31mred\u001B]0;title\u0007\n\u202Egnp';
  const line = formatSettled(
    {
      version: 1,
      file: hostile,
      movedTo: `.failed/${hostile}`,
      tries: 1,
      at: '',
      completed: false,
      outcome: 'refused',
      headline: hostile,
      detail: hostile.repeat(1_000),
    },
    { bold: same, dim: same, green: same, red: same, cyan: same },
  );
  expect(line).toMatch(/^✘ {2}\[U\+001B\]\[31mred.* \[U\+202E\]gnp {2}\[U\+001B\]\[31mred/);
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  expect(line).not.toMatch(/[\u0000-\u001F\u202E]/);
  expect(line.length).toBeLessThan(400);
});
