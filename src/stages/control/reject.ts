import { isNoOther, isStillShown, type ShownState } from '../../control/shown-state.ts';
import { isLive } from '../../record/life.ts';
import type { PullRequestRef } from '../../record/outcome.ts';
import { isTakenFromReview } from '../../record/proof.ts';
import { formatRejectionNote } from '../../report/command/note.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { Observation } from '../../report/command/report.ts';
import type { Answer } from './answer.ts';
import { isAsShown } from './as-shown.ts';
import type { ControlContext, PatchOrder } from './context.ts';
import { ANEW, describeDone, type Entered, findEntered } from './entered-before.ts';
import { afterChange } from './interrupted.ts';
import { findOutcomeSince } from './outcome-since.ts';
import { type PatchState, readPatchState, whyUnread } from './patch.ts';
import { lookUntil } from './poll.ts';
import type { PullRequestFacts } from './ports.ts';
import { observeRecord } from './records.ts';
import { type Settled, settle } from './settle.ts';
import { enterAct } from './switchboard.ts';

/**
 * Closes the patch's pull request and puts on record who did it and why, when it is seen closed. GitHub closes whatever it
 * shows by then: where that is not what was named, it is opened again.
 */
export async function reject(
  context: ControlContext,
  order: PatchOrder,
  reason: string | null,
): Promise<Answer> {
  const { id, actor } = order;
  const found = findPullRequest(context, order, await readPatchState(context.repository, id));
  if ('why' in found) {
    return { kind: 'refused', refusal: found };
  }
  const { number, url, open } = found;
  const before = await findEntered(context, order);
  if (before !== null && (!open || (await wasRejected(context, id, before)))) {
    return stay(before, { id, number, open });
  }
  if (!open) {
    const result = { verb: 'reject', done: 'unchanged', id, pullRequest: { number, url } } as const;
    return { kind: 'result', result, observed: [] };
  }
  // Who is asked once more finds it there, however far this comes.
  const unlogged = await enterAct(context, order, { result: `Pull request #${number} of ${id}${DECIDED}` });
  if (!(await isAsShown(context, order))) {
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  if (order.pullRequest !== number) {
    // Written under the pull request itself, the command says it already.
    await context.conversation.comment(number, formatRejectionNote({ by: actor, reason }));
  }
  await context.conversation.closePullRequest(number);
  const answer = await seeRejected(context, order, { pullRequest: { number, url }, reason });
  return unlogged === null && answer.kind === 'result' ? { ...answer, entered: true } : answer;
}

const DECIDED = ' is to be closed.';

/** Whether it came as far as that. An entry that was made afterwards says so itself, as those of before. */
async function wasRejected(
  context: ControlContext,
  id: string,
  { act: { result = '' }, committedAt }: Entered,
): Promise<boolean> {
  const since = Date.parse(committedAt);
  return (
    !result.includes(DECIDED) || (await findOutcomeSince(context, { id, since }, isTakenFromReview)) !== null
  );
}

function stay(
  { act }: Entered,
  { id, number, open }: { readonly id: string; readonly number: number; readonly open: boolean },
): Answer {
  const stands = open
    ? `Pull request #${number} of ${id} was opened again since, and stays open. ${ANEW}`
    : `Pull request #${number} of ${id} is closed. Send a better patch under a new id, or reopen it to go on.`;
  return { kind: 'seen', done: 'unchanged', sentence: `${describeDone(act)} ${stands}` };
}

async function seeRejected(
  context: ControlContext,
  { id, actor, shown }: PatchOrder,
  { pullRequest, reason }: { readonly pullRequest: PullRequestRef; readonly reason: string | null },
): Promise<Answer> {
  const before = observePullRequest({ ...pullRequest, state: 'open' });
  const closed = await afterChange([before], () => seeClosed(context, pullRequest.number));
  if (closed === null) {
    const result = { verb: 'reject', done: 'unconfirmed', id, pullRequest } as const;
    return { kind: 'result', result, observed: [before] };
  }
  if (closed.state === 'merged') {
    return { kind: 'refused', refusal: { why: 'merged', id } };
  }
  const seen = observePullRequest(closed);
  const settled = await afterChange([seen], () =>
    settleClosed(context, id, {
      pullRequest,
      by: actor,
      reason,
      ...(shown === undefined ? {} : { shown }),
    }),
  );
  if (settled.kind === 'left' && !isNoOther(settled.record, shown)) {
    await afterChange([seen], () => context.conversation.reopenPullRequest(pullRequest.number));
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  const done = 'record' in settled ? 'done' : 'unconfirmed';
  return {
    kind: 'result',
    result: { verb: 'reject', done, id, pullRequest },
    observed: [seen, ...('record' in settled ? [observeRecord(settled.record)] : [])],
  };
}

/**
 * Puts on record that the pull request was closed without a merge. Who has seen only that it is closed, and not why,
 * changes nothing in what is known already; nor does who had closed what is not on record any more.
 */
export async function settleClosed(
  context: ControlContext,
  id: string,
  closed: {
    readonly pullRequest: PullRequestRef;
    readonly by?: string;
    readonly reason?: string | null;
    readonly shown?: Partial<ShownState>;
  },
): Promise<Settled> {
  const { pullRequest, by, reason, shown } = closed;
  return settle(context, id, ({ record }) => {
    const known =
      record.outcome?.kind === 'closed' && record.outcome.pullRequest.number === pullRequest.number;
    const isSaid = known && (by === undefined || record.outcome.by === by);
    return isSaid || !isNoOther(record, shown)
      ? null
      : {
          outcome: {
            kind: 'closed',
            pullRequest,
            ...(by === undefined ? {} : { by }),
            ...(reason === undefined || reason === null ? {} : { reason }),
          },
        };
  });
}

export function observePullRequest({
  number,
  url,
  state,
  draft,
}: Pick<PullRequestFacts, 'number' | 'url' | 'state'> & { readonly draft?: boolean }): Observation {
  const shown = state === 'open' && draft !== undefined ? (draft ? 'open, a draft' : 'open, ready') : state;
  return { kind: 'pull_request', name: `#${number}`, state: shown, url };
}

function findPullRequest(
  { run, clock }: ControlContext,
  { id, shown }: PatchOrder,
  state: PatchState | 'unknown' | 'unreadable',
): CommandRefusal | (PullRequestRef & { readonly open: boolean }) {
  if (typeof state === 'string') {
    return whyUnread(state, id);
  }
  const { record, pullRequest } = state;
  if (!isStillShown(record, shown)) {
    return { why: 'changed_since', id };
  }
  if (isLive(record, { run, now: clock.now() })) {
    return { why: 'under_way', id };
  }
  if (record.state === 'held') {
    return { why: 'held', id };
  }
  if (pullRequest === null || pullRequest.number !== record.pullRequest?.number) {
    return { why: 'no_pull_request', id };
  }
  const { number, url } = pullRequest;
  return pullRequest.state === 'merged'
    ? { why: 'merged', id }
    : { number, url, open: pullRequest.state === 'open' };
}

async function seeClosed(context: ControlContext, number: number): Promise<PullRequestFacts | null> {
  return lookUntil(context, SEEN_SECONDS, async () => {
    const facts = await context.conversation.pullRequest(number);
    return facts === null || facts.state === 'open' ? null : facts;
  });
}

/** GitHub answers from copies that may be some seconds old. */
export const SEEN_SECONDS = 20;
