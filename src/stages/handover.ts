import type { NamedCommand } from '../policy/commands.ts';
import { APPROVAL_LABEL } from '../record/approval.ts';
import type { PatchRecord, SlackRef } from '../record/record.ts';
import { unshownLines } from './changed-lines.ts';
import type { Writing } from './plan.ts';
import type { Oid } from './ports.ts';
import type { Told } from './tell.ts';

/** What the apply job tells the publish job; both are trusted. */
export type Handover = {
  readonly id: string;
  readonly digest: string;
  /** Of the patch; by the end of its tests the record may be about another one. */
  readonly title?: string;
  readonly attempt: number;
  readonly head: Oid;
  /** What the default branch's config says of the tests; the test job's own word for it does not count. */
  readonly test: { readonly command: string; readonly timeoutMinutes: number };
  /** Commands that the test job runs before the tests; absent: none. */
  readonly generation?: {
    readonly commands: readonly NamedCommand[];
    /** Who is asked in addition where the policy wants a review of what they make. */
    readonly reviewers: readonly string[];
    /** Lines of the patch that limits count and its record does not have, as of a file with a NUL; absent: none. */
    readonly unshownLines?: number;
  };
  /** Slack channel that the config names. */
  readonly channel?: string;
  /** Why Slack was not told, and whether the message may stand there all the same. */
  readonly slackProblem?: { readonly warning: string; readonly maybePosted: boolean };
  /** Names whose node ids publishing looks up in its first request. */
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly slack?: SlackRef;
};

/** `head` is the commit that was made, and `told` what became of the message about it. */
export function handoverOf(applied: {
  readonly plan: Writing;
  readonly record: PatchRecord;
  readonly head: Oid;
  readonly told: Told;
}): Handover {
  const { plan, record, head, told } = applied;
  const { commands, config, channel } = plan;
  const slack = told.slack ?? record.slack;
  return {
    id: record.id,
    digest: record.digest,
    title: record.title,
    attempt: plan.attempt,
    head,
    test: { command: config.test.command, timeoutMinutes: config.test['timeout-minutes'] },
    ...(commands.length === 0 ? {} : { generation: generationOf(plan) }),
    ...(channel === undefined ? {} : { channel }),
    ...(told.warning === undefined
      ? {}
      : { slackProblem: { warning: told.warning, maybePosted: told.maybePosted ?? false } }),
    labels: labelsOf(record),
    reviewers: record.plan?.reviewers ?? [],
    ...(slack === undefined ? {} : { slack }),
  };
}

function generationOf(plan: Writing): NonNullable<Handover['generation']> {
  const unshown = unshownLines(plan);
  return {
    commands: plan.commands,
    reviewers: plan.config.policy.reviewers,
    ...(unshown === 0 ? {} : { unshownLines: unshown }),
  };
}

/** Those of the plan, and the one that says that somebody must approve it. */
function labelsOf(record: PatchRecord): readonly string[] {
  const planned = record.plan?.labels ?? [];
  return record.approval === undefined ? planned : [...planned, APPROVAL_LABEL];
}
