import * as z from 'zod';
import { type Clash, ENTRY_STATES } from '../apply/merge/clash.ts';
import { REFUSAL_CODES, type Refusal } from '../patch/refusal.ts';
import type { Outcome, TestReport } from './outcome.ts';
import type { PatchRecord } from './record.ts';

/** Records lie in a repository that people can write to, so they are checked like any other input. */
export const recordSchema: z.ZodType<PatchRecord> = z.lazy(() =>
  z
    .strictObject({
      version: z.literal(1),
      id: z.string().min(1),
      digest: sha256,
      fetched: sha256.exactOptional(),
      title: z.string(),
      sender: z.string(),
      sentFor: z.array(z.string()).exactOptional(),
      alsoSentBy: z.array(z.string()).exactOptional(),
      state: z.enum(['held', 'applied', 'publishing', 'done']),
      receivedAt: moment,
      untoldSince: moment.exactOptional(),
      brokenRuns: z.int().min(1).exactOptional(),
      attempt: z.int().min(1),
      run,
      startedAt: moment,
      deadline: moment,
      base: z.strictObject({ branch: z.string(), sha: oid }).exactOptional(),
      tree: oid.exactOptional(),
      head: oid.exactOptional(),
      withdrawn: oid.exactOptional(),
      replaced: z.array(oid).exactOptional(),
      plan: plan.exactOptional(),
      generated: generated.exactOptional(),
      pullRequest: pullRequest.exactOptional(),
      mergedBefore: pullRequestNumber.exactOptional(),
      tests: testReport.exactOptional(),
      outcome: outcomeSchema.exactOptional(),
      approval: approval.exactOptional(),
      proof: z
        .strictObject({
          sha: oid,
          tests: knownTests,
          digest: sha256,
          sender: z.string().exactOptional(),
          sentFor: z.array(z.string()).exactOptional(),
          approval: approval.exactOptional(),
        })
        .exactOptional(),
      ci: ci.exactOptional(),
      slack: z
        .strictObject({ channel: z.string(), ts: z.string(), shown: z.string().exactOptional() })
        .exactOptional(),
      revertOf: z.string().min(1).exactOptional(),
      revertOfMerge: oid.exactOptional(),
      supersedes: z.string().min(1).exactOptional(),
      keptBeside: z.union([z.string().min(1), z.array(z.string().min(1))]).exactOptional(),
      reading: reading.exactOptional(),
      turnedAway: z
        .array(z.strictObject({ digest: sha256, title: z.string(), run, at: moment, outcome: outcomeSchema }))
        .exactOptional(),
      steps: z.array(z.strictObject({ stage, at: moment, seconds: z.number().min(0) })),
      warnings: z.array(z.string()),
    })
    .refine(({ state, outcome }) => (state === 'done' || state === 'held') === (outcome !== undefined), {
      error: 'a record has an outcome exactly when it is done or held',
    })
    .refine(({ state, outcome }) => (state === 'held') === (outcome?.kind === 'held'), {
      error: 'a record is held exactly when its outcome says so',
    }),
);

/** What a test job handed over. Unknown keys are refused: they come from a job that ran untrusted code. */
export const testReportSchema: z.ZodType<TestReport> = z.lazy(() => testReport);

/** GitHub's numbers have 32 bits, and so has their column in the server's store. */
const MOST_NUMBER = 2_147_483_647;

/** Characters of a time; a fraction of any length would be one to zod, and fits into no index. */
const LONGEST_TIME = 40;

const moment = z.iso.datetime().max(LONGEST_TIME);

/** Object ids of SHA-1 and SHA-256 repositories. */
const oid = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const run = z.strictObject({ id: z.int().min(0), attempt: z.int().min(0), url: z.string() });
const stage = z.enum(['apply', 'test', 'publish']);
const pullRequestNumber = z.int().min(1).max(MOST_NUMBER);
const pullRequest = z.strictObject({ number: pullRequestNumber, url: z.string() });

const testReport = z.strictObject({
  verdict: z.enum(['passed', 'failed', 'timed_out', 'not_started']),
  sha: oid,
  command: z.string(),
  exitCode: z.int().exactOptional(),
  seconds: z.number().min(0),
  failingLines: z.array(z.string()),
  tail: z.string(),
  outputBytes: z.int().min(0),
  during: z.string().exactOptional(),
  tree: oid.exactOptional(),
});

const knownTests = z.enum(['passed', 'failed', 'none']);

const changes = z.array(
  z.strictObject({
    path: z.string(),
    action: z.enum(['create', 'modify', 'delete', 'rename']),
    from: z.string().exactOptional(),
    added: z.int().min(0).nullable(),
    removed: z.int().min(0).nullable(),
  }),
);

const generated = z.strictObject({ commands: z.array(z.string()), changes, onto: oid });

const reading = z.strictObject({ repairs: z.array(z.string()), notDone: z.array(z.string()) });

const plan = z.strictObject({
  changes,
  notes: z.array(z.string()),
  notDone: z.array(z.string()).exactOptional(),
  labels: z.array(z.string()),
  reviewers: z.array(z.string()),
  draft: z.boolean(),
  commands: z.array(z.string()).exactOptional(),
  reviews: z.array(z.string()).exactOptional(),
  onTestFailure: z.literal('none').exactOptional(),
});

const approval = z.strictObject({
  required: z.literal(true),
  by: z.string().exactOptional(),
  at: moment.exactOptional(),
  digest: sha256.exactOptional(),
  sha: oid.exactOptional(),
});

const verdict = z.enum(['pending', 'success', 'failure', 'neutral']);

const ci = z.strictObject({
  sha: oid,
  state: verdict,
  checks: z.array(z.strictObject({ name: z.string(), state: verdict, url: z.string().nullable() })),
  at: moment,
});

const refusal: z.ZodType<Refusal> = z.strictObject({
  code: z.enum(REFUSAL_CODES),
  message: z.string(),
  pointer: z.string().exactOptional(),
  path: z.string().exactOptional(),
  hunk: z.int().exactOptional(),
  data: z.record(z.string(), z.json()).exactOptional(),
});

const lines = z.array(z.string());
const cut = z.literal(true).exactOptional();
const entryState = z.enum(ENTRY_STATES);
const clash: z.ZodType<Clash> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lines'),
    path: z.string(),
    line: z.int().min(1),
    was: lines,
    wanted: lines,
    now: lines,
    cut,
  }),
  z.strictObject({
    kind: z.literal('entry'),
    path: z.string(),
    was: entryState,
    wanted: entryState,
    now: entryState,
  }),
  z.strictObject({
    kind: z.literal('two_places'),
    path: z.string(),
    line: z.int().min(1),
    merged: lines,
    placed: lines,
    cut,
  }),
]);

const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), pullRequest, tests: testReport }),
  z.strictObject({ kind: z.literal('updated'), pullRequest, tests: testReport }),
  z.strictObject({
    kind: z.literal('duplicate'),
    state: z.enum(['finished', 'in_progress']),
    pullRequest: pullRequest.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('no_change') }),
  z.strictObject({ kind: z.literal('refused'), refusals: z.array(refusal) }),
  z.strictObject({
    kind: z.literal('conflict'),
    reason: z.enum([
      'base_moved',
      'branch_edited',
      'pull_request_closed',
      'revised',
      'publishing',
      'took_back',
    ]),
    paths: z.array(z.string()),
    clashes: z.array(clash).exactOptional(),
    pullRequest: pullRequest.exactOptional(),
    supersededBy: z.string().min(1).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('tests_failed'),
    pullRequest: pullRequest.exactOptional(),
    tests: testReport,
  }),
  z.strictObject({ kind: z.literal('timed_out'), tests: testReport }),
  z.strictObject({ kind: z.literal('halted'), state: z.literal('locked'), reason: z.string() }),
  z.strictObject({
    kind: z.literal('held'),
    state: z.literal('paused'),
    reason: z.string(),
    until: moment.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('canceled'),
    run: z.string().exactOptional(),
    by: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('crashed'),
    stage,
    reason: z.string(),
    tests: testReport.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('merged'),
    pullRequest,
    sha: oid,
    by: z.string().exactOptional(),
    tested: knownTests.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('closed'),
    pullRequest,
    by: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('reverted'), pullRequest, revert: pullRequest }),
  z.strictObject({
    kind: z.literal('superseded'),
    by: z.string().min(1),
    pullRequest: pullRequest.exactOptional(),
  }),
]);
