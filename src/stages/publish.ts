import type { Effect } from '../apply/generated/effect.ts';
import { readEffect } from '../apply/generated/read-effect.ts';
import { readPatch } from '../patch/read.ts';
import { textOfUtf8 } from '../patch/utf8.ts';
import { CONFIG_PATH } from '../policy/config-path.ts';
import { APPROVAL_LABEL } from '../record/approval.ts';
import { claimed } from '../record/claim.ts';
import type { Outcome } from '../record/outcome.ts';
import {
  branchName,
  CONTROL_REF,
  PATCH_FILE,
  type PatchRecord,
  recordRef,
  type SlackRef,
} from '../record/record.ts';
import { mergeWarnings } from '../record/warnings.ts';
import { MAX_ROUNDS_BESIDE_NOTES, type PublishContext } from './context.ts';
import { findSecretNames } from './generated/effect-secrets.ts';
import { effectPaths } from './generated/judge-effect.ts';
import { takeEffect } from './generated/take-effect.ts';
import type { Handover } from './handover.ts';
import { keepTold } from './keep-told.ts';
import { ownPullRequest } from './own-pull-request.ts';
import { isOwnUnseen, isShownElsewhere, type PatchSnapshot, readPatchSnapshot } from './patch-snapshot.ts';
import type { Snapshot } from './ports.ts';
import {
  decoratePullRequest,
  demotePullRequest,
  leftUnproven,
  makePullRequest,
  type Propose,
  proposedOutcome,
  type Work,
} from './proposal.ts';
import { publishedMessage, recordOf, strayRecord } from './published-record.ts';
import { type PublishReport, sayPublished, setStatus, tellOfWhatStands, tellOnce } from './say-published.ts';
import { branchRef, readPrevious } from './standing.ts';
import { isTakenOver } from './taken-over.ts';
import { tell } from './tell.ts';
import type { TestJob } from './test-job.ts';
import { nextStep } from './transactions.ts';
import { tellOvertaken } from './turn-away.ts';
import { asClaimed, judge, type Verdict } from './verdict.ts';
import { type PatchTexts, patchTexts, viewFrom } from './view.ts';

/**
 * Publishes what was tested: claims the record, opens or updates the pull request, then says so everywhere.
 * When a ref moved in between, everything is read and judged anew.
 */
export async function publish(
  context: PublishContext,
  given: Handover,
  testJob: TestJob,
): Promise<PublishReport> {
  const startedAt = context.clock.now();
  const { run } = context;
  const effect = testJob.effect === undefined ? null : readEffect(testJob.effect);
  const secretNames = await findSecretNames(context.secrets, effect);
  for (let round = 0; round < MAX_ROUNDS_BESIDE_NOTES; round++) {
    const snapshot = await readSnapshot(context, given, effect);
    const handover = asClaimed(given, { snapshot, run });
    const verdict = judge({ snapshot, handover, run, testJob, effect, secretNames, now: startedAt });
    const work: Work = { context, handover, snapshot, startedAt, patch: readTexts(snapshot, given) };
    if (verdict.kind === 'skip') {
      if ((await tellOvertaken(work, strayRecord(work, verdict.outcome))) === 'moved') {
        continue;
      }
      return stepAside(work, verdict);
    }
    const report = verdict.kind === 'propose' ? await propose(work, verdict) : await conclude(work, verdict);
    if (report !== 'moved') {
      return report;
    }
  }
  throw new Error(
    `${recordRef(given.id)} was moved by others ${MAX_ROUNDS_BESIDE_NOTES} times in a row; run this job again`,
  );
}

type Conclude = Extract<Verdict, { readonly kind: 'end' | 'withdraw' }>;

function readSnapshot(
  context: PublishContext,
  handover: Handover,
  effect: Effect | null,
): Promise<PatchSnapshot> {
  const { generation } = handover;
  const paths = generation === undefined ? [] : effectPaths(effect);
  return readPatchSnapshot(context.repository, handover.id, {
    ...(generation === undefined
      ? {}
      : { base: { branch: branchName(handover.id) }, files: paths, besides: paths, config: CONFIG_PATH }),
    fileAt: { ref: recordRef(handover.id), path: PATCH_FILE },
    labels: generation === undefined ? handover.labels : [...handover.labels, APPROVAL_LABEL],
    reviewers: [...handover.reviewers, ...(generation?.reviewers ?? [])],
  });
}

/**
 * Says in the run what became of it. A message that no record knows of would say "under way" for ever, so it is
 * ended too.
 */
async function stepAside(
  work: Work,
  verdict: Extract<Verdict, { readonly kind: 'skip' }>,
): Promise<PublishReport> {
  const { context, handover } = work;
  const stray = strayRecord(work, verdict.outcome);
  const { slack } = handover;
  const isSilent = slack === undefined || (await isOfAnother(work, slack, verdict.message));
  const record: PatchRecord = isSilent ? stray : { ...stray, slack };
  const view = viewFrom(context.site, record, work.patch);
  const told = record.slack === undefined ? {} : await tell(context, undefined, view);
  // Whoever has overtaken it may have found this message, and made it its own.
  await tellOfWhatStands(work, handover.slack);
  if (verdict.outcome.kind === 'conflict' || verdict.outcome.kind === 'merged') {
    // The commit that this run made is nobody's any more; its status must not wait for ever.
    await setStatus(work, view);
  }
  return {
    outcome: verdict.outcome,
    view: { ...view, record: { ...record, warnings: mergeWarnings([], [told.warning]) } },
  };
}

/** `message`: `ts` of the one that the record owns. */
async function isOfAnother(
  { context, handover, snapshot }: Work,
  slack: SlackRef,
  message: string | undefined,
): Promise<boolean> {
  const standing = readPrevious(snapshot, handover.id);
  const isOvertaken =
    standing !== null &&
    standing !== 'unreadable' &&
    (standing.run.id !== context.run.id || standing.attempt !== handover.attempt);
  return isOvertaken ? await isTakenOver(context, standing, slack) : message === slack.ts;
}

/** Claims the record, then makes the pull request. A pull request that can't be made is an outcome, not an exception. */
async function propose(given: Work, verdict: Propose): Promise<PublishReport | 'moved'> {
  const { at, pullRequest } = verdict;
  if (isOwnUnseen(given.snapshot)) {
    // Whoever opens another one beside it leaves it as it is for good, with what it says of an earlier revision.
    throw new Error(
      `pull request #${at.record.pullRequest?.number} of ${at.record.id} is on record and not seen on GitHub; run this job again in a minute, or send the patch under a new id`,
    );
  }
  const taken = await take(given, verdict);
  if (!taken.ok) {
    return conclude(given, { kind: 'withdraw', outcome: taken.outcome, at, pullRequest });
  }
  const { work, tests, facts, advance } = taken;
  const { context, handover } = work;
  const proposal = { ...verdict, tests };
  const known: PatchRecord = { ...recordOf(work, at, { state: 'publishing' }, tests), ...facts };
  const claiming = claimed(known, tests, context.clock.now());
  const claim = await context.repository.write(
    nextStep({
      from: at.recordCommit,
      record: claiming,
      recordMessage: (record) => publishedMessage(work, record),
      guards: [
        { ref: CONTROL_REF, oid: at.control },
        ...(advance === undefined ? [{ ref: branchRef(handover.id), oid: handover.head }] : []),
      ],
      ...(advance === undefined ? {} : { advance }),
    }),
  );
  if (!claim.ok) {
    return 'moved';
  }
  const claimCommit = claim.commits['record'];
  if (claimCommit === undefined) {
    throw new Error('the repository did not say which commit it made for the record');
  }
  const proposed = await makePullRequest(work, proposal, known);
  if (proposed.ok && proposed.state === 'merged') {
    // The claim stays, so that the watch puts on record what was merged, and by whom.
    throw new Error(
      `pull request #${proposed.pullRequest.number} was merged while it was updated; the next pass of the watch puts that on record`,
    );
  }
  const outcome: Outcome = proposed.ok
    ? proposedOutcome(work, proposal, proposed)
    : { kind: 'crashed', stage: 'publish', reason: proposed.reason, tests };
  const shown = proposed.ok ? proposed.pullRequest : pullRequest;
  const link = shown === null ? {} : { pullRequest: { number: shown.number, url: shown.url } };
  const record: PatchRecord = { ...known, ...link, state: 'done', outcome };
  const decorate = async () => {
    if (proposed.ok) {
      return decoratePullRequest(work, proposed);
    }
    return pullRequest === null ? [] : demotePullRequest(work, record, pullRequest);
  };
  // What is ready and gets its status may be merged by GitHub itself at once, so that what is to wait is a draft first.
  const holdsBack = proposed.ok && proposed.draft && !proposed.pullRequest.draft;
  const claimAt = { ...claimCommit, record: claiming };
  return sayPublished(work, record, { claim: claimAt, decorate, holdsBack, tests });
}

/** What is proposed: the commit that was tested, with what commands made on top where there is something. */
async function take(
  work: Work,
  { at, tests, effect }: Propose,
): Promise<Awaited<ReturnType<typeof takeEffect>>> {
  return effect === null
    ? { ok: true, work, tests, facts: {} }
    : await takeEffect(work, { record: at.record, tests, effect });
}

/** Ends a patch that gets no pull request from this run. */
async function conclude(work: Work, verdict: Conclude): Promise<PublishReport | 'moved'> {
  const { at, outcome } = verdict;
  const { context, handover } = work;
  const withdrawn =
    verdict.kind === 'withdraw' &&
    verdict.pullRequest === null &&
    !isOwnUnseen(work.snapshot) &&
    !isShownElsewhere(work.snapshot);
  const tests = 'tests' in outcome ? outcome.tests : undefined;
  const { head, ...rest } = recordOf(
    work,
    at,
    { state: outcome.kind === 'held' ? 'held' : 'done', outcome },
    tests,
  );
  const commit = withdrawn ? { withdrawn: handover.head } : head === undefined ? {} : { head };
  // One that a process before this one opened, and never wrote down, would be nobody's after this.
  const own = ownPullRequest({
    record: { ...at.record, head: handover.head },
    branch: work.snapshot.refs.get(branchRef(handover.id)) ?? null,
    pullRequest: work.snapshot.pullRequest ?? null,
  });
  const link = own === null ? {} : { pullRequest: { number: own.number, url: own.url } };
  const record: PatchRecord = { ...rest, ...commit, ...link };
  const from = at.recordCommit;
  const result = await context.repository.write(
    nextStep({
      from,
      record,
      recordMessage: (made) => publishedMessage(work, made),
      guards: [{ ref: CONTROL_REF, oid: at.control }],
      ...(withdrawn ? { remove: { ref: branchRef(handover.id), oid: handover.head } } : {}),
    }),
  );
  if (!result.ok) {
    return 'moved';
  }
  const view = viewFrom(context.site, record, work.patch);
  const shown = verdict.kind === 'withdraw' ? verdict.pullRequest : leftUnproven(work, record);
  const [told, status, demoted] = await Promise.all([
    tellOnce(work, view),
    setStatus(work, view),
    shown === null ? [] : demotePullRequest(work, record, shown),
  ]);
  const final: PatchRecord = {
    ...record,
    ...(told.slack === undefined ? {} : { slack: told.slack }),
    warnings: mergeWarnings(record.warnings, [...demoted, told.warning, status]),
  };
  const written = result.commits['record'];
  const isNew = final.slack?.shown !== record.slack?.shown;
  if (written !== undefined && final.slack !== undefined) {
    // What the message shows is a convenience; the outcome is already kept.
    await keepTold(context, { from: written, record: final, texts: work.patch, isNew }).catch(
      () => undefined,
    );
  }
  return { outcome, view: { ...view, ...(tests === undefined ? {} : { tests }), record: final } };
}

/** What stands there may be a revision that took the place of this run's, and has other texts. */
function readTexts(snapshot: Snapshot, { id, digest }: Handover): PatchTexts | null {
  const record = readPrevious(snapshot, id);
  if (!snapshot.fileAt || record === null || record === 'unreadable' || record.digest !== digest) {
    return null;
  }
  const read = readPatch({ text: textOfUtf8(snapshot.fileAt) });
  return read.ok ? patchTexts(read) : null;
}
