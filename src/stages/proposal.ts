import { needsApproval } from '../record/approval.ts';
import type { Outcome, PullRequestRef } from '../record/outcome.ts';
import { proofOf } from '../record/proof.ts';
import { branchName, type PatchRecord } from '../record/record.ts';
import { formatPullRequest } from '../report/pull-request.ts';
import type { PatchView } from '../report/view.ts';
import type { PublishContext } from './context.ts';
import type { Handover } from './handover.ts';
import { limitedUntil } from './limited.ts';
import type { PatchSnapshot } from './patch-snapshot.ts';
import type { Oid, PullRequestState, UpdatedPullRequest } from './ports.ts';
import { branchRef } from './standing.ts';
import type { Verdict } from './verdict.ts';
import { type PatchTexts, viewFrom } from './view.ts';

/** What publishing works on. */
export type Work = {
  readonly context: PublishContext;
  readonly handover: Handover;
  readonly snapshot: PatchSnapshot;
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
  readonly state: UpdatedPullRequest['state'];
  readonly head: Oid;
  /** What the draft flag should be. */
  readonly draft: boolean;
  readonly view: PatchView;
};

/**
 * Opens or updates the pull request. One that can't be made is a value: by then the record is claimed. Throws where no
 * proper answer came, or a rate limit is in the way: the claim stays, so that whoever comes next finds what was made
 * instead of denying it, and makes what only had to wait.
 */
export async function makePullRequest(
  work: Work,
  verdict: Propose,
  record: PatchRecord,
): Promise<Proposed | { readonly ok: false; readonly reason: string }> {
  const { context, handover, snapshot } = work;
  const draft =
    verdict.tests.verdict !== 'passed' ||
    (record.plan?.draft ?? false) ||
    needsApproval(record, handover.head);
  const view: PatchView = { ...viewFrom(context.site, record, work.patch), tests: verdict.tests };
  const text = { ...formatPullRequest(view), base: record.base?.branch ?? snapshot.defaultBranch };
  const known = verdict.pullRequest;
  try {
    if (known !== null) {
      const { state, head: seen, draft: drafted } = await context.forge.updatePullRequest(known.number, text);
      const head = await shownHead(work, seen);
      return { ok: true, pullRequest: { ...known, draft: drafted }, updated: true, state, head, draft, view };
    }
    const opened = await context.forge.openPullRequest({ ...text, head: branchName(handover.id), draft });
    return {
      ok: true,
      pullRequest: opened,
      updated: opened.existing,
      state: 'open',
      head: await shownHead(work, opened.head),
      draft,
      view,
    };
  } catch (error) {
    const left = limitedUntil(error) !== null ? LIMITED : isUnclear(error) ? UNCLEAR : null;
    if (left !== null) {
      throw new Error(`${left}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    const why = error instanceof Error ? error.message : String(error);
    const next = whatIsInTheWay(work, known, text.base);
    return { ok: false, reason: `the pull request could not be made: ${why}${next}` };
  }
}

/** A person's own one, onto the base that this one is to go to, and what to do; empty: none is known of. */
function whatIsInTheWay(
  { handover: { id }, snapshot: { pullRequests = [] } }: Work,
  known: PullRequestState | null,
  base: string,
): string {
  const other = pullRequests.find(
    (one) => one.state === 'open' && one.base === base && one.number !== known?.number,
  );
  return other === undefined
    ? ''
    : `; #${other.number} goes to ${base} from the same branch, and GitHub takes one of these: close #${other.number}, then write "/ghost retry ${id}"`;
}

/** It may show what its branch showed a moment ago, so that another commit is a person's only where the branch says so too. */
async function shownHead({ context, handover }: Work, seen: Oid): Promise<Oid> {
  if (seen === handover.head) {
    return seen;
  }
  const branch = branchRef(handover.id);
  const { refs } = await context.repository.read({ refs: [branch] });
  return refs.get(branch)?.oid === handover.head ? handover.head : seen;
}

/** Forges mark what may have been done all the same. */
function isUnclear(error: unknown): boolean {
  return error instanceof Error && 'unclear' in error && error.unclear === true;
}

const LIMITED =
  'GitHub has taken as much as it takes for now, so the pull request waits; the next pass of the watch makes it';

const UNCLEAR =
  'whether the pull request was made is not known, so the next pass of the watch looks and finishes it';

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
  // A process that died may have opened it for this very attempt, and had no time to say so.
  const { state, pullRequest } = verdict.at.record;
  const justOpened = state === 'publishing' && pullRequest === undefined;
  const kind = proposed.updated && !justOpened ? 'updated' : 'opened';
  return { kind, pullRequest: link, tests: verdict.tests };
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
  work: Decorating,
  record: PatchRecord,
  known: PullRequestState,
): Promise<readonly string[]> {
  const untold = await describeUnproven(work, record, known);
  // A draft says the most important, also where the text could not be changed.
  return [...untold, ...(await decorate(work, known, known.draft ? undefined : true))];
}

/** Has its text say that nobody has a verdict, or what `sentence` says instead; where it goes to is not changed by that. */
export async function describeUnproven(
  { context, patch }: Pick<Decorating, 'context' | 'patch'>,
  record: PatchRecord,
  known: PullRequestState,
  sentence = 'The tests gave no verdict on the commit that this branch holds now.',
): Promise<readonly string[]> {
  const whole = viewFrom(context.site, record, patch);
  const view: PatchView = { ...whole, notDone: [sentence, ...(whole.notDone ?? [])] };
  const text = { ...formatPullRequest(view), base: known.base };
  return await context.forge.updatePullRequest(known.number, text).then(
    () => [],
    (error: unknown) => [
      `Pull request #${known.number} still shows what was tested before: ${error instanceof Error ? error.message : String(error)}`,
    ],
  );
}

/** The open pull request that shows what this run leaves without a verdict; after a pause there is one. */
export function leftUnproven({ snapshot, handover }: Work, record: PatchRecord): PullRequestState | null {
  const { pullRequest = null } = snapshot;
  const shows = pullRequest?.state === 'open' && pullRequest.head === handover.head;
  return shows && record.state === 'done' && proofOf(record)?.tests === 'none' ? pullRequest : null;
}

/** What is needed of the work to change a pull request that is there. */
export type Decorating = Pick<Work, 'context' | 'snapshot' | 'patch'> & {
  readonly handover: Pick<Handover, 'labels' | 'reviewers'>;
};

async function decorate(
  { context, handover, snapshot }: Decorating,
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
    return [`${NO_DRAFTS}, so the title says it.`];
  } catch {
    return [`${NO_DRAFTS}, and the title could not be changed to say so.`];
  }
}

/** What the warnings of such a record begin with. */
export const NO_DRAFTS = 'This repository has no draft pull requests';
