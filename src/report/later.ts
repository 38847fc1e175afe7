import type { KnownTests, MergedOutcome, Outcome } from '../record/outcome.ts';
import { type Description, endSentence, formatTime, RESEND } from './phrases.ts';
import { shortSha } from './view.ts';

/** Outcomes that come from what people do to a patch: they stop it, or decide about its pull request. */
export type LaterOutcome = Extract<
  Outcome,
  { readonly kind: 'held' | 'canceled' | 'merged' | 'closed' | 'reverted' | 'superseded' }
>;

export function describeLater(outcome: LaterOutcome): Description {
  switch (outcome.kind) {
    case 'held':
      return {
        headline: 'Held: Ghost Runner is paused',
        detail: `Reason: ${endSentence(outcome.reason.trim() || 'none was given')} Nothing was published; the patch is kept, and goes on by itself after the pause${describeEnd(outcome)}.`,
        remedy:
          'There is no need to send it again; an operator ends the pause with "/ghost resume", followed by "on" and its branch or "from" and its sender where "/ghost status" shows one.',
      };
    case 'canceled':
      return describeCanceled(outcome);
    case 'merged':
      return {
        headline: `Merged: pull request #${outcome.pullRequest.number}`,
        detail: `${describeMerge(outcome)}${UNTESTED[outcome.tested ?? 'passed']}`,
      };
    case 'closed':
      return {
        headline: `Closed without a merge: pull request #${outcome.pullRequest.number}`,
        detail: `${outcome.by ?? 'Somebody'} closed it.${describeReason(outcome.reason)}`,
        remedy: 'Reopen the pull request to go on with it, or send a better patch under a new id.',
      };
    case 'reverted':
      return {
        headline: `Reverted by pull request #${outcome.revert.number}`,
        detail: `What pull request #${outcome.pullRequest.number} had changed was taken back.`,
        remedy: 'To have the change again, send a corrected patch under a new id.',
      };
    case 'superseded':
      return {
        headline: 'Superseded by a newer patch',
        detail: `The patch ${outcome.by} takes its place${outcome.pullRequest === undefined ? '' : `, so pull request #${outcome.pullRequest.number} was closed`}.`,
        remedy: 'Look at the newer patch.',
      };
  }
}

function describeMerge({ by, sha }: MergedOutcome): string {
  return by === undefined ? `It was merged as ${shortSha(sha)}.` : `${by} merged it as ${shortSha(sha)}.`;
}

/** Whoever reads of a merge takes it for tested. */
const UNTESTED: Readonly<Record<KnownTests, string>> = {
  failed: ' Its tests had failed.',
  none: ' Nobody had a verdict of its tests.',
  passed: '',
};

/** When a pause ends by itself. */
function describeEnd({ until }: { readonly until?: string }): string {
  return until === undefined ? '' : `, which ends at ${formatTime(until)}`;
}

function describeCanceled({ by, reason, run }: Extract<Outcome, { readonly kind: 'canceled' }>): Description {
  // What is held has no run, or one that ended long ago.
  const what = run === undefined ? 'It' : 'The run';
  return {
    headline: 'Canceled',
    detail: [
      by === undefined ? `${what} was canceled` : `${by} canceled ${what.toLowerCase()}`,
      run === undefined ? ' before it came to its end.' : ' before it could finish.',
      describeReason(reason),
      run === undefined ? '' : ` The run has ended: ${run}`,
    ].join(''),
    remedy: RESEND,
  };
}

function describeReason(reason: string | undefined): string {
  return reason === undefined || reason.trim() === '' ? '' : ` Reason: ${endSentence(reason.trim())}`;
}
