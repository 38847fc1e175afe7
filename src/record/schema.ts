import * as z from 'zod';
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
      title: z.string(),
      sender: z.string(),
      state: z.enum(['applied', 'publishing', 'done']),
      attempt: z.int().min(1),
      run: z.strictObject({ id: z.int().min(0), attempt: z.int().min(0), url: z.string() }),
      startedAt: z.iso.datetime(),
      deadline: z.iso.datetime(),
      base: z.strictObject({ branch: z.string(), sha: oid }).exactOptional(),
      tree: oid.exactOptional(),
      head: oid.exactOptional(),
      plan: plan.exactOptional(),
      pullRequest: pullRequest.exactOptional(),
      outcome: outcomeSchema.exactOptional(),
      slack: z.strictObject({ channel: z.string(), ts: z.string() }).exactOptional(),
      steps: z.array(z.strictObject({ stage, at: z.iso.datetime(), seconds: z.number().min(0) })),
      warnings: z.array(z.string()),
    })
    .refine((record) => (record.state === 'done') === (record.outcome !== undefined), {
      error: 'a record has an outcome exactly when it is done',
    }),
);

/** What a test job handed over. Unknown keys are refused: they come from a job that ran untrusted code. */
export const testReportSchema: z.ZodType<TestReport> = z.lazy(() => testReport);

/** Object ids of SHA-1 and SHA-256 repositories. */
const oid = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const stage = z.enum(['apply', 'test', 'publish']);
const pullRequest = z.strictObject({ number: z.int().min(1), url: z.string() });

const testReport = z.strictObject({
  verdict: z.enum(['passed', 'failed', 'timed_out', 'not_started']),
  sha: oid,
  command: z.string(),
  exitCode: z.int().exactOptional(),
  seconds: z.number().min(0),
  failingLines: z.array(z.string()),
  tail: z.string(),
  outputBytes: z.int().min(0),
});

const plan = z.strictObject({
  changes: z.array(
    z.strictObject({
      path: z.string(),
      action: z.enum(['create', 'modify', 'delete', 'rename']),
      from: z.string().exactOptional(),
      added: z.int().min(0).nullable(),
      removed: z.int().min(0).nullable(),
    }),
  ),
  notes: z.array(z.string()),
  labels: z.array(z.string()),
  reviewers: z.array(z.string()),
  draft: z.boolean(),
});

const refusal: z.ZodType<Refusal> = z.strictObject({
  code: z.enum(REFUSAL_CODES),
  message: z.string(),
  pointer: z.string().exactOptional(),
  path: z.string().exactOptional(),
  hunk: z.int().exactOptional(),
  data: z.record(z.string(), z.json()).exactOptional(),
});

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
    reason: z.enum(['base_moved', 'branch_edited', 'pull_request_closed', 'revised', 'publishing']),
    paths: z.array(z.string()),
    pullRequest: pullRequest.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('tests_failed'), pullRequest, tests: testReport }),
  z.strictObject({ kind: z.literal('timed_out'), tests: testReport }),
  z.strictObject({ kind: z.literal('halted'), state: z.enum(['paused', 'locked']), reason: z.string() }),
  z.strictObject({ kind: z.literal('canceled') }),
  z.strictObject({
    kind: z.literal('crashed'),
    stage,
    reason: z.string(),
    tests: testReport.exactOptional(),
  }),
]);
