import type { Outcome, TestReport } from '../record/outcome.ts';
import { pullRequestOf } from '../record/proof.ts';
import type { PatchRecord, Step } from '../record/record.ts';
import { formatRecord } from '../record/text.ts';
import { mergedMeanwhile, mergeWarnings } from '../record/warnings.ts';
import { describeRecord } from '../report/record.ts';
import type { Work } from './proposal.ts';
import type { Standing } from './verdict.ts';
import { viewFrom } from './view.ts';

/**
 * The record one step on. A record that was claimed before by this run has its test step already, and one that was
 * held has an outcome that no longer holds.
 */
export function recordOf(work: Work, at: Standing, next: NextState, tests?: TestReport): PatchRecord {
  const { outcome: _outcome, tests: _tests, ...known } = at.record;
  const { handover, startedAt } = work;
  const merged = mergedMeanwhileOf(work, at);
  const tested = known.steps.some((step) => step.stage === 'test');
  const steps: readonly Step[] =
    tests === undefined || tested
      ? []
      : [{ stage: 'test', at: startedAt.toISOString(), seconds: tests.seconds }];
  return {
    ...known,
    ...next,
    head: handover.head,
    ...(handover.slack === undefined ? {} : { slack: handover.slack }),
    ...(merged === undefined ? {} : { mergedBefore: merged }),
    warnings: mergeWarnings(known.warnings, [
      handover.slackProblem?.warning,
      ...(merged === undefined ? [] : [mergedMeanwhile(merged)]),
    ]),
    steps: [...known.steps, ...steps],
  };
}

/** Number of the pull request of the revision before, which a person merged while this one was on its way. */
function mergedMeanwhileOf(
  { handover, snapshot: { pullRequest } }: Work,
  { record }: Standing,
): number | undefined {
  const isOf = pullRequestOf(record)?.number === pullRequest?.number && record.state === 'applied';
  const isMerged = pullRequest?.state === 'merged' && pullRequest.head !== handover.head;
  return isOf && isMerged ? pullRequest.number : undefined;
}

/** For the texts only: what this run would have recorded. */
export function strayRecord({ handover, context, startedAt }: Work, outcome: Outcome): PatchRecord {
  return {
    version: 1,
    id: handover.id,
    digest: handover.digest,
    title: handover.title ?? handover.id,
    sender: '',
    state: outcome.kind === 'held' ? 'held' : 'done',
    receivedAt: startedAt.toISOString(),
    attempt: handover.attempt,
    run: context.run,
    startedAt: startedAt.toISOString(),
    deadline: startedAt.toISOString(),
    head: handover.head,
    outcome,
    steps: [],
    warnings: [],
  };
}

export function publishStep(from: Date, to: Date): Step {
  return {
    stage: 'publish',
    at: from.toISOString(),
    seconds: Math.max(0, (to.getTime() - from.getTime()) / 1000),
  };
}

type NextState = Pick<PatchRecord, 'state'> & Partial<Pick<PatchRecord, 'outcome'>>;

/** The message of the commit that holds the record. */
export function publishedMessage({ context, patch }: Work, record: PatchRecord): string {
  return formatRecord(record, describeRecord(viewFrom(context.site, record, patch)));
}
