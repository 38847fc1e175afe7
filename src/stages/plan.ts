import type { HunkReport } from '../apply/report.ts';
import type { FileChange } from '../apply/tree.ts';
import type { Control } from '../control/control.ts';
import { sameLogin } from '../control/switches.ts';
import { cappedRefusals } from '../patch/capped.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import type { NamedCommand } from '../policy/commands.ts';
import { type Config, parseConfig } from '../policy/config.ts';
import { decideDelivery, isLive, isOurs, nextAttempt } from '../record/life.ts';
import type { ConflictReason, Outcome } from '../record/outcome.ts';
import { pullRequestOf } from '../record/proof.ts';
import { type ChangeSummary, type PatchRecord, type RunRef, recordRef } from '../record/record.ts';
import type { Drift } from './base.ts';
import { ownPullRequest } from './own-pull-request.ts';
import type { PatchSnapshot } from './patch-snapshot.ts';
import type { BaseState } from './ports.ts';
import type { Received } from './received.ts';
import { isCarried, MOST_SENDERS, sendersOf } from './senders.ts';
import { branchRef, controlOf, readPrevious, type Stopped, stoppedBy } from './standing.ts';

/** What applying a delivery comes to, decided on one snapshot without touching anything. */
export type ApplyPlan =
  /** Nothing is written: somebody else's delivery already says it all, or only who sends the same patch is locked. */
  | {
      readonly kind: 'skip';
      readonly outcome: Outcome;
      readonly previous: PatchRecord | null;
      readonly channel: string | undefined;
    }
  /** The record says why, and no branch is made. */
  | Ending
  /** The branch and the record are written together. */
  | Writing;

export type Ending = PlanBase & {
  readonly kind: 'end';
  readonly outcome: Outcome;
  readonly hunks: readonly HunkReport[];
  /** Where a patch was to go that is stopped: the switch may be about that branch alone. */
  readonly base?: { readonly branch: string; readonly sha: string };
  /** What the record is to say beside the outcome. */
  readonly warnings?: readonly string[];
};

export type Writing = PlanBase & {
  readonly kind: 'write';
  readonly patch: Patch;
  readonly config: Config;
  readonly base: BaseState;
  readonly changes: readonly FileChange[];
  /** The same with their lines counted, in the same order. */
  readonly summary: readonly ChangeSummary[];
  readonly hunks: readonly HunkReport[];
  /** What had to be put right to read its texts, in sentences. */
  readonly readingNotes: readonly string[];
  /** null: the base is what the patch was written for, as far as anybody says. */
  readonly drift: Drift | null;
  /** What the patch asks for beside its changes and nobody does, in sentences. */
  readonly notDone: readonly string[];
  /** Run in the test job, on the branch with the changes. */
  readonly commands: readonly NamedCommand[];
  /** Why the policy wants somebody's approval, one sentence for each rule; empty: it does not. */
  readonly reviews: readonly string[];
};

type PlanBase = {
  readonly attempt: number;
  readonly previous: PatchRecord | null;
  readonly channel: string | undefined;
};

/** The plan where nobody has found out what placing the patch comes to: refused, unless it ends before that anyway. */
export function planUnplaced(input: PlanInput, refusals: readonly Refusal[]): ApplyPlan {
  const begun = begin(input);
  return stepAside('kind' in begun ? begun : begun.end({ kind: 'refused', refusals }), input);
}

/** The same delivery refused after all, for what was found out beside the plan. */
export function refuseInstead(
  { attempt, previous, channel, hunks }: Writing | Ending,
  refusals: readonly Refusal[],
  input: PlanInput,
): ApplyPlan {
  return stepAside(
    {
      kind: 'end',
      outcome: { kind: 'refused', refusals: cappedRefusals(refusals) },
      hunks,
      attempt,
      previous: asFound(previous, input.snapshot, input.received.id),
      channel,
    },
    input,
  );
}

/**
 * What ends here must not take the record from a run that is still at work on it, nor from another patch that is held
 * and has its work still to come. Except for what is held: that must be kept to be worked on later, and the other one
 * steps aside for a revision.
 */
export function stepAside(plan: ApplyPlan, input: PlanInput): ApplyPlan {
  const { previous, channel } = plan;
  const isHeld = previous?.state === 'held' && previous.digest !== input.received.digest;
  const displaces = plan.kind === 'end' && previous !== null && (isHeld || isLive(previous, input));
  return displaces && plan.outcome.kind !== 'held'
    ? { kind: 'skip', outcome: plan.outcome, previous, channel }
    : plan;
}

export type PlanInput = {
  readonly received: Received;
  /** GitHub login of who sent it. */
  readonly sender: string;
  readonly snapshot: PatchSnapshot;
  readonly run: RunRef;
  readonly now: Date;
  /** Somebody wants to know what the patch comes to: no stop keeps it from being tried, and what it would do is told beside. */
  readonly despiteStops?: boolean;
};

/** What a stop that is about the patch makes of it now, where it gets as far as being stopped; null: none is about it. */
export function stopOf(input: PlanInput): Stopped | null {
  const previous = readPrevious(input.snapshot, input.received.id);
  const { control } = readSending(input, previous === 'unreadable' ? null : previous);
  return control.state === 'running' ? null : stoppedBy(control);
}

/** A patch that goes as far as being placed, and how it is told to go no further. */
export type Begun = {
  readonly patch: Patch;
  readonly config: Config;
  readonly attempt: number;
  readonly previous: PatchRecord | null;
  readonly channel: string | undefined;
  readonly end: (outcome: Outcome, hunks?: readonly HunkReport[]) => Ending;
};

/** Everything that can be said before the patch is placed. */
export function begin(input: PlanInput): ApplyPlan | Begun {
  const { received, snapshot, run, now } = input;
  const parsed = parseConfig(snapshot.config);
  const channel = parsed.ok ? parsed.config.slack?.channel : undefined;
  const previous = readPrevious(snapshot, received.id);
  if (previous === 'unreadable') {
    const reason = `${recordRef(received.id)} can't be read as a record; move it away and send the patch again`;
    return { kind: 'skip', outcome: { kind: 'crashed', stage: 'apply', reason }, previous: null, channel };
  }
  const decision = decideDelivery({
    digest: received.digest,
    ...(received.retry === undefined ? {} : { retry: received.retry }),
    ...(received.again === undefined ? {} : { again: received.again }),
    ...(received.behind === undefined ? {} : { behind: received.behind }),
    run,
    now,
    record: previous,
    branch: snapshot.refs.get(branchRef(received.id)) ?? null,
    ...(snapshot.pullRequest === undefined ? {} : { pullRequest: snapshot.pullRequest }),
  });
  const sending = heeded(readSending(input, previous), input);
  if (decision.kind === 'end' && leavesRecord(decision.outcome)) {
    // What is sent on from its record comes from nobody new.
    const isNews = decision.outcome.kind === 'duplicate' && received.again !== true;
    const outcome = (isNews ? sending.turnedAwayFor : null) ?? decision.outcome;
    return { kind: 'skip', outcome, previous, channel };
  }
  // Nothing can come of it, and what the record says and keeps of it is more than there is here.
  if (received.onRecord === true && !received.ok) {
    return { kind: 'skip', outcome: { kind: 'refused', refusals: received.refusals }, previous, channel };
  }
  const attempt = decision.kind === 'start' ? decision.attempt : nextAttempt(previous);
  const end = (outcome: Outcome, hunks: readonly HunkReport[] = []): Ending => ({
    kind: 'end',
    outcome,
    hunks,
    attempt,
    previous: asFound(previous, snapshot, received.id),
    channel,
  });
  if (decision.kind === 'end') {
    return end(decision.outcome);
  }
  const { branch, control, turnedAwayFor } = sending;
  if (turnedAwayFor !== null) {
    return { kind: 'skip', outcome: turnedAwayFor, previous, channel };
  }
  // What can't be read is not kept until a pause ends: what is kept of it may be another patch when it is read anew.
  const { base } = snapshot;
  if (control.state === 'locked') {
    return { ...end(stoppedBy(control)), ...(base ? { base: { branch, sha: base.sha } } : {}) };
  }
  // Nor is what is meant for a branch that is not there: no switch of that branch would ever let it go on.
  if (control.state !== 'running' && received.ok && base !== null) {
    return { ...end(stoppedBy(control)), base: { branch, sha: base.sha } };
  }
  if (!received.ok) {
    return end({ kind: 'refused', refusals: received.refusals });
  }
  if (!parsed.ok) {
    return end({ kind: 'refused', refusals: parsed.refusals });
  }
  return {
    patch: received.patch,
    config: parsed.config,
    attempt,
    previous: asFound(previous, snapshot, received.id),
    channel,
    end,
  };
}

/** What is said of a delivery for who sends it: who sent the same before them, and what control says to all of these. */
type Sending = {
  readonly branch: string;
  readonly control: Control;
  /** What is on record is another one's, who is not to be stopped, nor lost, for who sends it here. null: it is not so. */
  readonly turnedAwayFor: Outcome | null;
};

/** The same without its stops where nobody wants them heeded. */
function heeded(sending: Sending, { despiteStops = false }: PlanInput): Sending {
  const { turnedAwayFor } = sending;
  return despiteStops
    ? {
        ...sending,
        control: { state: 'running' },
        turnedAwayFor: turnedAwayFor?.kind === 'halted' ? null : turnedAwayFor,
      }
    : sending;
}

function readSending({ received, sender, snapshot, now }: PlanInput, previous: PatchRecord | null): Sending {
  const branch = (received.ok ? received.patch.base?.branch : undefined) ?? snapshot.defaultBranch;
  const known = previous?.digest === received.digest ? previous : null;
  const owners = known === null ? [] : sendersOf(known);
  // Also of what was first sent by another one: nobody is free of a stop because they send the same again.
  const bringers = isCarried(received, known) ? [] : [sender, ...(received.sentFor ?? [])];
  const control = controlOf(snapshot, now, { branch, senders: [...owners, ...bringers] });
  const isOthers =
    owners.length > 0 && controlOf(snapshot, now, { branch, senders: owners }).state !== 'locked';
  if (control.state === 'locked' && isOthers) {
    return { branch, control, turnedAwayFor: stoppedBy(control) };
  }
  const isNew = bringers.some((name) => owners.every((owner) => !sameLogin(owner, name)));
  const turnedAwayFor: Outcome | null =
    owners.length >= MOST_SENDERS && isNew && received.again !== true
      ? { kind: 'refused', refusals: [sentByTooMany(received.id)] }
      : null;
  return { branch, control, turnedAwayFor };
}

/** The record says it all already, or is about a newer revision, or about what took another patch back. */
function leavesRecord(outcome: Outcome): boolean {
  return outcome.kind === 'duplicate' || (outcome.kind === 'conflict' && STAYING.has(outcome.reason));
}

const STAYING: ReadonlySet<ConflictReason> = new Set(['revised', 'took_back']);

function sentByTooMany(id: string): Refusal {
  return {
    code: 'too_large',
    message: `${MOST_SENDERS} names or more stand on record for who sent this very patch as ${id}; send it under another id.`,
    data: { limit: MOST_SENDERS },
  };
}

/**
 * Where the branch is ours as it stands, that is its head, also where the record does not know it yet, and so is the pull
 * request that a process had just opened when it died: a revision onto another base would look for it there in vain.
 */
function asFound(previous: PatchRecord | null, snapshot: PatchSnapshot, id: string): PatchRecord | null {
  const branch = snapshot.refs.get(branchRef(id)) ?? null;
  if (previous === null || branch === null || !isOurs(branch, previous)) {
    return previous;
  }
  const own = ownPullRequest({ record: previous, branch, pullRequest: snapshot.pullRequest ?? null });
  const isUnnamed = own?.state === 'open' && pullRequestOf(previous) === undefined;
  return {
    ...previous,
    head: branch.oid,
    ...(isUnnamed ? { pullRequest: { number: own.number, url: own.url } } : {}),
  };
}
