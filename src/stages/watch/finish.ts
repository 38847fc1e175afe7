import { mergedOutcome } from '../../record/outcome.ts';
import { testsAt } from '../../record/proof.ts';
import type { Finding } from '../../report/watch/report.ts';
import { configOf, type PatchState, readPatchState } from '../control/patch.ts';
import { settle } from '../control/settle.ts';
import type { Handover } from '../handover.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import { publish } from '../publish.ts';
import type { WatchContext } from './context.ts';
import { put, raced } from './finding.ts';
import { asMerged } from './merged.ts';

/**
 * Does the work of a process that died while it made the pull request: the one that it had opened is taken over, and
 * one that it had not is opened. The tests are those that it had seen; control is asked as ever.
 */
export async function finish(context: WatchContext, state: PatchState): Promise<Finding> {
  const { record } = state;
  const { id, head, tests } = record;
  if (head === undefined || tests === undefined) {
    throw new Error('its record does not say what was tested');
  }
  const shown = ownPullRequest(state);
  if (shown?.state === 'merged') {
    return await settleMerged(context, state, shown.number);
  }
  const config = configOf(state.snapshot);
  const handover: Handover = {
    id,
    digest: record.digest,
    title: record.title,
    attempt: record.attempt,
    head,
    // These tests are over; their limit is of no matter any more.
    test: { command: tests.command, timeoutMinutes: Math.max(1, tests.seconds / 60) },
    ...(config?.slack === undefined ? {} : { channel: config.slack.channel }),
    labels: record.plan?.labels ?? [],
    reviewers: record.plan?.reviewers ?? [],
    ...(record.slack === undefined ? {} : { slack: record.slack }),
  };
  // In the name of the run that holds the claim: nobody else may publish this attempt.
  const published = await publish({ ...context, run: record.run }, handover, {
    result: tests.verdict === 'passed' ? 'success' : 'failure',
    report: JSON.stringify(tests),
  }).catch(async (error: unknown) => {
    if (await isEnded(context, id)) {
      return null;
    }
    throw error;
  });
  if (published === null) {
    return raced(id);
  }
  const { outcome } = published;
  return {
    name: id,
    sentence: `Its process died while it made the pull request; that was finished, and it is ${outcome.kind}`,
    done: 'settled',
  };
}

/** Whether somebody has put its end on record since, such as by cancelling it. */
async function isEnded({ repository }: WatchContext, id: string): Promise<boolean> {
  const now = await readPatchState(repository, id);
  return typeof now !== 'string' && now.record.state === 'done';
}

async function settleMerged(context: WatchContext, state: PatchState, number: number): Promise<Finding> {
  const { id } = state.record;
  const facts = await context.conversation.pullRequest(number);
  if (facts?.merge == null) {
    throw new Error(`GitHub says that pull request #${number} is merged, and not as what`);
  }
  const outcome = mergedOutcome(facts, facts.merge, testsAt(state.record, facts.head.sha));
  const seen = await asMerged(context, state, outcome);
  if (seen.kind === 'earlier') {
    return put(
      id,
      `Its process died, and pull request #${number} was merged as the revision before it had made it`,
    );
  }
  const settled =
    seen.kind === 'same' &&
    (await settle(context, id, ({ recordCommit }) => (recordCommit.oid === seen.at ? { outcome } : null)));
  return settled && settled.kind === 'settled'
    ? put(id, `Its process died, and pull request #${number} was merged before anybody said so`)
    : raced(id);
}
