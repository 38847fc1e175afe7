import { mergeWarnings } from '../../record/warnings.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import { demotePullRequest, NO_DRAFTS } from '../proposal.ts';
import type { WatchContext } from './context.ts';

/**
 * Makes a draft of a pull request on which nobody has a verdict, and has its text say so. Where GitHub knows no drafts
 * the text is all that can say it, which is kept in the record. Throws where GitHub does not do it.
 */
export async function demote(context: WatchContext, state: PatchState): Promise<Finding> {
  const { record, pullRequest, snapshot, texts: patch } = state;
  const name = record.id;
  if (pullRequest === null || pullRequest.number !== record.pullRequest?.number) {
    return { name, sentence: 'Somebody else moved it while it was looked at', done: 'raced' };
  }
  const work = { context, snapshot, patch, handover: { labels: [], reviewers: [] } };
  const problems = await demotePullRequest(work, record, pullRequest);
  const drafted = problems.length === 0 || (await context.conversation.setDraft(pullRequest.nodeId, true));
  if (!drafted) {
    const warnings = mergeWarnings(record.warnings, [
      `${NO_DRAFTS}, so its text says that nobody has a verdict.`,
    ]);
    await writeStep(context, state, { record: { ...record, warnings } });
  }
  const how = drafted ? 'it is a draft' : 'its text says it, for this repository has no drafts';
  return {
    name,
    sentence: `Nobody has a verdict on what its pull request shows, so ${how}`,
    done: 'settled',
  };
}
