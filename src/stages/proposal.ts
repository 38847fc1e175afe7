import type { Outcome, PullRequestRef } from '../record/outcome.ts';
import { branchName, type PatchRecord } from '../record/record.ts';
import { formatPullRequest } from '../report/pull-request.ts';
import type { PatchView } from '../report/view.ts';
import type { Handover } from './apply.ts';
import type { PublishContext } from './context.ts';
import type { OpenedPullRequest, PullRequestState, Snapshot } from './ports.ts';
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

export type Proposed =
  | {
      readonly ok: true;
      readonly pullRequest: OpenedPullRequest;
      readonly existing: PullRequestState | null;
      readonly draft: boolean;
      readonly view: PatchView;
    }
  | { readonly ok: false; readonly reason: string };

/** Opens or updates the pull request. One that can't be made is a value: by then the record is claimed. */
export async function makePullRequest(work: Work, verdict: Propose, record: PatchRecord): Promise<Proposed> {
  const { context, handover } = work;
  const draft = verdict.tests.verdict !== 'passed' || (record.plan?.draft ?? false);
  const view: PatchView = { ...viewFrom(context.site, record, work.patch), tests: verdict.tests };
  const text = formatPullRequest(view);
  const existing = verdict.pullRequest;
  try {
    if (existing !== null) {
      await context.forge.updatePullRequest(existing.number, text);
      return { ok: true, pullRequest: existing, existing, draft, view };
    }
    const base = record.base?.branch ?? work.snapshot.defaultBranch;
    const pullRequest = await context.forge.openPullRequest({
      ...text,
      head: branchName(handover.id),
      base,
      draft,
    });
    return { ok: true, pullRequest, existing, draft, view };
  } catch (error) {
    return {
      ok: false,
      reason: `the pull request could not be made: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

export function proposedOutcome(
  verdict: Propose,
  { pullRequest, existing }: Extract<Proposed, { ok: true }>,
): Outcome {
  const link: PullRequestRef = { number: pullRequest.number, url: pullRequest.url };
  if (verdict.tests.verdict !== 'passed') {
    return { kind: 'tests_failed', pullRequest: link, tests: verdict.tests };
  }
  return { kind: existing === null ? 'opened' : 'updated', pullRequest: link, tests: verdict.tests };
}

/** Labels, reviewers and the draft flag; what was not done comes back as sentences. */
export async function decoratePullRequest(
  work: Work,
  proposed: Extract<Proposed, { ok: true }>,
): Promise<readonly string[]> {
  const { snapshot, handover, context } = work;
  const { pullRequest, existing, draft } = proposed;
  const flips = existing !== null && existing.draft !== draft;
  const missingDraft =
    existing === null && draft && !pullRequest.draft ? await markInTitle(work, proposed) : [];
  if (handover.labels.length === 0 && handover.reviewers.length === 0 && !flips) {
    return missingDraft;
  }
  const { labels, reviewers } = handover;
  const { labelIds, reviewerIds } = snapshot;
  const problems = await context.forge
    .decoratePullRequest({
      number: pullRequest.number,
      nodeId: pullRequest.nodeId,
      labels,
      reviewers,
      labelIds,
      reviewerIds,
      ...(flips ? { draft } : {}),
    })
    .catch((error: unknown) => [
      `Labels and reviewers were not set: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  return [...missingDraft, ...problems];
}

/** Plans without draft pull requests: the title says what the flag can't. */
async function markInTitle(
  { context }: Work,
  { pullRequest, view }: Extract<Proposed, { ok: true }>,
): Promise<readonly string[]> {
  try {
    await context.forge.updatePullRequest(
      pullRequest.number,
      formatPullRequest({ ...view, draftUnavailable: true }),
    );
    return ['This repository has no draft pull requests, so the title says it.'];
  } catch {
    return ['This repository has no draft pull requests, and the title could not be changed to say so.'];
  }
}
