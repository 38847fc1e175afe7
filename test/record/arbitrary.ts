import * as fc from 'fast-check';
import { type Clash, ENTRY_STATES } from '../../src/apply/merge/clash.ts';
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
const id = text.filter((value) => value !== '');
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
    during: text,
    tree: oid,
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

const lines = fc.array(text, { maxLength: 2 });
const line = fc.integer({ min: 1 });
const cut = fc.constant(true as const);
const entryState = fc.constantFrom(...ENTRY_STATES);

const clash: fc.Arbitrary<Clash> = fc.oneof(
  fc.record(
    { kind: fc.constant('lines' as const), path: text, line, was: lines, wanted: lines, now: lines, cut },
    { requiredKeys: ['kind', 'path', 'line', 'was', 'wanted', 'now'] },
  ),
  fc.record({
    kind: fc.constant('entry' as const),
    path: text,
    was: entryState,
    wanted: entryState,
    now: entryState,
  }),
  fc.record(
    { kind: fc.constant('two_places' as const), path: text, line, merged: lines, placed: lines, cut },
    { requiredKeys: ['kind', 'path', 'line', 'merged', 'placed'] },
  ),
);

/** Any outcome of a record that is done. */
export const outcome: fc.Arbitrary<Exclude<Outcome, { kind: 'held' }>> = fc.oneof(
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
      reason: fc.constantFrom(
        'base_moved',
        'branch_edited',
        'pull_request_closed',
        'revised',
        'publishing',
        'took_back',
      ),
      paths: fc.array(text, { maxLength: 2 }),
      clashes: fc.array(clash, { maxLength: 2 }),
      pullRequest,
      supersededBy: fc.string({ minLength: 1 }),
    },
    { requiredKeys: ['kind', 'reason', 'paths'] },
  ),
  fc.record({ kind: fc.constant('tests_failed' as const), pullRequest, tests: testReport }),
  fc.record({ kind: fc.constant('timed_out' as const), tests: testReport }),
  fc.record({
    kind: fc.constant('halted' as const),
    state: fc.constant('locked' as const),
    reason: text,
  }),
  fc.record(
    { kind: fc.constant('canceled' as const), run: text, by: text, reason: text },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    { kind: fc.constant('merged' as const), pullRequest, sha: oid, by: text },
    { requiredKeys: ['kind', 'pullRequest', 'sha'] },
  ),
  fc.record(
    { kind: fc.constant('closed' as const), pullRequest, by: text, reason: text },
    { requiredKeys: ['kind', 'pullRequest'] },
  ),
  fc.record({ kind: fc.constant('reverted' as const), pullRequest, revert: pullRequest }),
  fc.record(
    { kind: fc.constant('superseded' as const), by: id, pullRequest },
    { requiredKeys: ['kind', 'by'] },
  ),
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

const held: fc.Arbitrary<Extract<Outcome, { kind: 'held' }>> = fc.record(
  { kind: fc.constant('held' as const), state: fc.constant('paused' as const), reason: text, until: date },
  { requiredKeys: ['kind', 'state', 'reason'] },
);

const verdict = fc.constantFrom('pending', 'success', 'failure', 'neutral');

const approval = fc.record(
  { required: fc.constant(true as const), by: text, at: date, digest: hex(64), sha: oid },
  { requiredKeys: ['required'] },
);

const run = fc.record({ id: fc.nat(), attempt: fc.nat(), url: text });

const unfinished = fc.record(
  {
    version: fc.constant(1 as const),
    id,
    digest: hex(64),
    title: text,
    sender: text,
    receivedAt: date,
    attempt: fc.integer({ min: 1 }),
    run,
    startedAt: date,
    deadline: date,
    base: fc.record({ branch: text, sha: oid }),
    tree: oid,
    head: oid,
    withdrawn: oid,
    generated: fc.record({ commands: fc.array(text, { maxLength: 2 }), changes: fc.constant([]), onto: oid }),
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
    approval,
    proof: fc.record(
      {
        sha: oid,
        tests: fc.constantFrom('passed', 'failed', 'none'),
        digest: hex(64),
        sender: text,
        sentFor: fc.array(text, { maxLength: 2 }),
        approval,
      },
      { requiredKeys: ['sha', 'tests', 'digest'] },
    ),
    ci: fc.record({
      sha: oid,
      state: verdict,
      checks: fc.array(fc.record({ name: text, state: verdict, url: fc.option(text) }), { maxLength: 3 }),
      at: date,
    }),
    slack: fc.record({ channel: text, ts: text, shown: text }, { requiredKeys: ['channel', 'ts'] }),
    revertOf: id,
    revertOfMerge: oid,
    supersedes: id,
    keptBeside: fc.oneof(id, fc.array(id)),
    turnedAway: fc.array(fc.record({ digest: hex(64), title: text, run, at: date, outcome }), {
      maxLength: 2,
    }),
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
      'receivedAt',
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
  fc.tuple(unfinished, held).map(([record, end]) => ({ ...record, state: 'held' as const, outcome: end })),
  fc.tuple(unfinished, outcome).map(([record, end]) => ({ ...record, state: 'done' as const, outcome: end })),
);
