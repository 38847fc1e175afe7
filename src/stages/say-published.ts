import type { Outcome, TestReport } from '../record/outcome.ts';
import type { PatchRecord, SlackRef } from '../record/record.ts';
import { mergeWarnings } from '../record/warnings.ts';
import { formatStatus } from '../report/status.ts';
import type { PatchView } from '../report/view.ts';
import { type Claim, endClaim } from './end-claim.ts';
import { tellOfRecord } from './keep-told.ts';
import type { Work } from './proposal.ts';
import { publishedMessage, publishStep } from './published-record.ts';
import { STATUS_UNSAID, sayStatus } from './say-status.ts';
import { type Told, tell } from './tell.ts';
import { viewFrom } from './view.ts';

export type PublishReport = { readonly outcome: Outcome; readonly view: PatchView };

/** Labels, status and message side by side; then the record, which keeps what went wrong with them. */
export async function sayPublished(
  work: Work,
  record: PatchRecord,
  rest: {
    readonly claim: Claim;
    readonly decorate: () => Promise<readonly string[]>;
    /** The status waits until the pull request is decorated. */
    readonly holdsBack: boolean;
    readonly tests: TestReport;
  },
): Promise<PublishReport> {
  const { context, startedAt } = work;
  const view = { ...viewFrom(context.site, record, work.patch), tests: rest.tests };
  const decorated = rest.decorate();
  const [problems, told, status] = await Promise.all([
    decorated,
    tellOnce(work, view),
    rest.holdsBack ? decorated.then(() => setStatus(work, view)) : setStatus(work, view),
  ]);
  const { replaced, ...known } = record;
  const final: PatchRecord = {
    ...known,
    // What was not said is left to whoever comes next.
    ...(status === undefined || replaced === undefined ? {} : { replaced }),
    ...(told.slack === undefined ? {} : { slack: told.slack }),
    steps: [...record.steps, publishStep(startedAt, context.clock.now())],
    warnings: mergeWarnings(record.warnings, [...problems, told.warning, status]),
  };
  const recordMessage = (made: PatchRecord) => publishedMessage(work, made);
  const kept = await endClaim(context.repository, { claim: rest.claim, final, recordMessage });
  if (kept !== final) {
    // Whoever moved it may have told of something else since, or this has told of what does not stand.
    await tellOfWhatStands(work, told.slack);
  }
  if (kept === null) {
    throw new Error(
      `the record of ${record.id} was moved by somebody else while its pull request was made; look at the pull request itself`,
    );
  }
  if (kept.outcome === undefined) {
    throw new Error('a report was made without an outcome');
  }
  return { outcome: kept.outcome, view: { ...view, record: kept } };
}

/** What a message shows is a convenience: where it can't be told, the watch tells it. */
export async function tellOfWhatStands(
  { context, handover }: Work,
  slack: SlackRef | undefined,
): Promise<void> {
  if (slack !== undefined) {
    await tellOfRecord(context, { id: handover.id, ts: slack.ts }).catch(() => undefined);
  }
}

/** A message that may stand there already, though nobody knows its place, is not written a second time. */
export async function tellOnce({ context, handover }: Work, view: PatchView): Promise<Told> {
  const problem = handover.slackProblem;
  if (problem !== undefined && problem.maybePosted && view.record.slack === undefined) {
    return { warning: problem.warning };
  }
  return tell(context, handover.channel, view);
}

/** Returns the warning where GitHub did not take it. */
export async function setStatus({ context, handover }: Work, view: PatchView): Promise<string | undefined> {
  try {
    const { record } = view;
    await sayStatus(context.forge, { sha: handover.head, record, status: formatStatus(view) });
    return undefined;
  } catch (error) {
    return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
