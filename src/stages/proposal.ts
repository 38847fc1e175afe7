import type { Outcome, PullRequestRef } from '../record/outcome.ts';
import { branchName, type PatchRecord } from '../record/record.ts';
import { formatPullRequest } from '../report/pull-request.ts';
import type { PatchView } from '../report/view.ts';
import type { Handover } from './apply.ts';
import type { PublishContext } from './context.ts';
import type { Oid, PullRequestState, Snapshot } from './ports.ts';
import type { Verdict } from './verdict.ts';
import { type PatchTexts, viewFrom } from './view.ts';

/** What publishing works on. */
export type Work = {
  readonly context: PublishContext;
  readonly handover: Handover;
  readonly snapshot: Snapshot;
  readonly startedAt: Date;
  readonly patch: PatchTexts | null;
};

export type Propose = Extract<Verdict, { readonly kind: 'propose' }>;

/** The pull request as GitHub has it now, and what was meant. */
export type Proposed = {
  readonly ok: true;
  readonly pullRequest: PullRequestRef & { readonly nodeId: string; readonly draft: boolean };
  /** It moved on; else it was opened. */
  readonly updated: boolean;
  readonly state: 'open' | 'closed';
  readonly head: Oid;
  /** What the draft flag should be. */
  readonly draft: boolean;
  readonly view: PatchView;
};

/** Opens or updates the pull request. One that can't be made is a value: by then the record is claimed. */
export async function makePullRequest(
  work: Work,
  verdict: Propose,
  record: PatchRecord,
): Promise<Proposed | { readonly ok: false; readonly reason: string }> {
  const { context, handover, snapshot } = work;
  const draft = verdict.tests.verdict !== 'passed' || (record.plan?.draft ?? false);
  const view: PatchView = { ...viewFrom(context.site, record, work.patch), tests: verdict.tests };
  const text = { ...formatPullRequest(view), base: record.base?.branch ?? snapshot.defaultBranch };
  const known = verdict.pullRequest;
  try {
    if (known !== null) {
      const { state, head, draft: drafted } = await context.forge.updatePullRequest(known.number, text);
      return { ok: true, pullRequest: { ...known, draft: drafted }, updated: true, state, head, draft, view };
    }
    const opened = await context.forge.openPullRequest({ ...text, head: branchName(handover.id), draft });
    return {
      ok: true,
      pullRequest: opened,
      updated: opened.existing,
      state: 'open',
      head: opened.head,
      draft,
      view,
    };
  } catch (error) {
    return {
      ok: false,
      reason: `the pull request could not be made: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** What GitHub shows now decides: a pull request that a person closed or pushed to meanwhile is not what was tested. */
export function proposedOutcome(work: Work, verdict: Propose, proposed: Proposed): Outcome {
  const { number, url } = proposed.pullRequest;
  const link: PullRequestRef = { number, url };
  if (proposed.state === 'closed') {
    return { kind: 'conflict', reason: 'pull_request_closed', paths: [], pullRequest: link };
  }
  if (proposed.head !== work.handover.head) {
    return { kind: 'conflict', reason: 'branch_edited', paths: [], pullRequest: link };
  }
  if (verdict.tests.verdict !== 'passed') {
    return { kind: 'tests_failed', pullRequest: link, tests: verdict.tests };
  }
  return { kind: proposed.updated ? 'updated' : 'opened', pullRequest: link, tests: verdict.tests };
}

/** Labels, reviewers and the draft flag; what was not done comes back as sentences. */
export async function decoratePullRequest(work: Work, proposed: Proposed): Promise<readonly string[]> {
  const { pullRequest, updated, draft } = proposed;
  const flips = updated && pullRequest.draft !== draft;
  const noDrafts = !updated && draft && !pullRequest.draft;
  const [titled, decorated] = [
    noDrafts ? await markInTitle(work, proposed) : [],
    await decorate(work, pullRequest, flips ? draft : undefined),
  ];
  return [...titled, ...decorated];
}

/**
 * The pull request of an earlier revision whose branch holds now what nobody has a verdict on: it says so, as a draft.
 * What was not done comes back as sentences.
 */
export async function demotePullRequest(
  work: Work,
  record: PatchRecord,
  known: PullRequestState,
): Promise<readonly string[]> {
  const { context, snapshot } = work;
  const view: PatchView = {
    ...viewFrom(context.site, record, work.patch),
    notDone: ['The tests gave no verdict on the commit that this branch holds now.'],
  };
  const text = { ...formatPullRequest(view), base: record.base?.branch ?? snapshot.defaultBranch };
  try {
    await context.forge.updatePullRequest(known.number, text);
    return await decorate(work, known, known.draft ? undefined : true);
  } catch (error) {
    return [
      `Pull request #${known.number} still shows what was tested before: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
}

async function decorate(
  { context, handover, snapshot }: Work,
  pullRequest: { readonly number: number; readonly nodeId: string },
  draft: boolean | undefined,
): Promise<readonly string[]> {
  const { labels, reviewers } = handover;
  if (labels.length === 0 && reviewers.length === 0 && draft === undefined) {
    return [];
  }
  const { labelIds, reviewerIds } = snapshot;
  const { number, nodeId } = pullRequest;
  return context.forge
    .decoratePullRequest({
      number,
      nodeId,
      labels,
      reviewers,
      labelIds,
      reviewerIds,
      ...(draft === undefined ? {} : { draft }),
    })
    .catch((error: unknown) => [
      `Labels and reviewers were not set: ${error instanceof Error ? error.message : String(error)}`,
    ]);
}

/** Plans without draft pull requests: the title says what the flag can't. */
async function markInTitle(
  { context, snapshot }: Work,
  { pullRequest, view }: Proposed,
): Promise<readonly string[]> {
  const base = view.record.base?.branch ?? snapshot.defaultBranch;
  try {
    await context.forge.updatePullRequest(pullRequest.number, {
      ...formatPullRequest({ ...view, draftUnavailable: true }),
      base,
    });
    return ['This repository has no draft pull requests, so the title says it.'];
  } catch {
    return ['This repository has no draft pull requests, and the title could not be changed to say so.'];
  }
}
