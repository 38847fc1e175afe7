import * as fc from 'fast-check';
import { REFUSAL_CODES, type Refusal } from '../../src/patch/refusal.ts';
import type { Outcome, TestReport } from '../../src/record/outcome.ts';
import type { PatchRecord } from '../../src/record/record.ts';

/** Any text, with a taste for what breaks texts. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed()),
  fc.constantFrom(
    '',
    '\n',
    'Ghost-Record: {}',
    'x\nGhost-Record: {"version":1}\n',
    '\u0000',
    '\u2028',
    '```',
    '@everyone',
    ' leading',
    'trailing ',
  ),
);

const HEX_DIGITS = '0123456789abcdef'.split('');
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...HEX_DIGITS), minLength: length, maxLength: length });
const oid = hex(40);
const date = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString());
const seconds = fc
  .double({ min: 0, max: 1e6, noNaN: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const pullRequest = fc.record({ number: fc.integer({ min: 1 }), url: text });

export const testReport: fc.Arbitrary<TestReport> = fc.record(
  {
    verdict: fc.constantFrom('passed', 'failed', 'timed_out', 'not_started'),
    sha: oid,
    command: text,
    exitCode: fc.integer({ min: 0, max: 255 }),
    seconds,
    failingLines: fc.array(text, { maxLength: 3 }),
    tail: text,
    outputBytes: fc.nat(),
  },
  { requiredKeys: ['verdict', 'sha', 'command', 'seconds', 'failingLines', 'tail', 'outputBytes'] },
);

const refusal: fc.Arbitrary<Refusal> = fc.record(
  {
    code: fc.constantFrom(...REFUSAL_CODES),
    message: text,
    pointer: text,
    path: text,
    hunk: fc.integer({ min: 1 }),
    data: fc.constant({ lines: [1, 2], of: { a: null } }),
  },
  { requiredKeys: ['code', 'message'] },
);

export const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant('opened' as const), pullRequest, tests: testReport }),
  fc.record({ kind: fc.constant('updated' as const), pullRequest, tests: testReport }),
  fc.record(
    {
      kind: fc.constant('duplicate' as const),
      state: fc.constantFrom('finished', 'in_progress'),
      pullRequest,
    },
    { requiredKeys: ['kind', 'state'] },
  ),
  fc.constant({ kind: 'no_change' as const }),
  fc.record({ kind: fc.constant('refused' as const), refusals: fc.array(refusal, { maxLength: 3 }) }),
  fc.record(
    {
      kind: fc.constant('conflict' as const),
      reason: fc.constantFrom('base_moved', 'branch_edited', 'pull_request_closed', 'revised', 'publishing'),
      paths: fc.array(text, { maxLength: 2 }),
      pullRequest,
    },
    { requiredKeys: ['kind', 'reason', 'paths'] },
  ),
  fc.record({ kind: fc.constant('tests_failed' as const), pullRequest, tests: testReport }),
  fc.record({ kind: fc.constant('timed_out' as const), tests: testReport }),
  fc.record({
    kind: fc.constant('halted' as const),
    state: fc.constantFrom('paused', 'locked'),
    reason: text,
  }),
  fc.constant({ kind: 'canceled' as const }),
  fc.record(
    {
      kind: fc.constant('crashed' as const),
      stage: fc.constantFrom('apply', 'test', 'publish'),
      reason: text,
      tests: testReport,
    },
    { requiredKeys: ['kind', 'stage', 'reason'] },
  ),
);

const unfinished = fc.record(
  {
    version: fc.constant(1 as const),
    id: text.filter((value) => value !== ''),
    digest: hex(64),
    title: text,
    sender: text,
    attempt: fc.integer({ min: 1 }),
    run: fc.record({ id: fc.nat(), attempt: fc.nat(), url: text }),
    startedAt: date,
    deadline: date,
    base: fc.record({ branch: text, sha: oid }),
    tree: oid,
    head: oid,
    plan: fc.record({
      changes: fc.array(
        fc.record(
          {
            path: text,
            action: fc.constantFrom('create', 'modify', 'delete', 'rename'),
            from: text,
            added: fc.option(fc.nat()),
            removed: fc.option(fc.nat()),
          },
          { requiredKeys: ['path', 'action', 'added', 'removed'] },
        ),
        { maxLength: 3 },
      ),
      notes: fc.array(text, { maxLength: 2 }),
      labels: fc.array(text, { maxLength: 2 }),
      reviewers: fc.array(text, { maxLength: 2 }),
      draft: fc.boolean(),
    }),
    pullRequest,
    slack: fc.record({ channel: text, ts: text }),
    steps: fc.array(fc.record({ stage: fc.constantFrom('apply', 'test', 'publish'), at: date, seconds }), {
      maxLength: 3,
    }),
    warnings: fc.array(text, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      'version',
      'id',
      'digest',
      'title',
      'sender',
      'attempt',
      'run',
      'startedAt',
      'deadline',
      'steps',
      'warnings',
    ],
  },
);

/** Any record that the types allow. */
export const patchRecord: fc.Arbitrary<PatchRecord> = fc.oneof(
  fc
    .tuple(unfinished, fc.constantFrom('applied' as const, 'publishing' as const))
    .map(([record, state]) => ({ ...record, state })),
  fc.tuple(unfinished, outcome).map(([record, end]) => ({ ...record, state: 'done' as const, outcome: end })),
);
