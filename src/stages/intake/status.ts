import type { Clash } from '../../apply/merge/clash.ts';
import { whyItWaits } from '../../control/offered.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { isFinished } from '../../record/life.ts';
import type { OutcomeKind, PullRequestRef, TestReport } from '../../record/outcome.ts';
import { shownDespite } from '../../record/proof.ts';
import type { Generated, PatchRecord, RecordState, TurnedAway } from '../../record/record.ts';
import { remarksIn } from '../../record/remarks.ts';
import { recordOfTurnedAway } from '../../record/turned-away.ts';
import { describeOutcome, describeView } from '../../report/sentence.ts';
import { viewFrom } from '../view.ts';
import type { Target } from './context.ts';
import type { SeenPatch } from './preflight.ts';
import type { Delivery, PatchName } from './store.ts';

/** Where a patch is now, for whoever sent it. Nothing in it is markup. */
export type PatchStatus = PatchName & {
  readonly digest: string;
  readonly title: string;
  /** `queued`: not yet handed to GitHub; `sent`: no run has told of it yet; `failed`: GitHub did not take it, or gave no clear answer, or nobody hands it on any more; else as in the record. */
  readonly stage: 'queued' | 'sent' | 'failed' | RecordState;
  /** Nothing more will happen by itself. */
  readonly finished: boolean;
  /** Only where it failed because it was handed on no more: a newer revision came, or a person canceled it. */
  readonly withdrawn?: NonNullable<Delivery['withdrawn']>;
  readonly outcome?: OutcomeKind;
  /** What is known, in words, and what to do about it. */
  readonly headline: string;
  readonly detail: string;
  readonly remedy?: string;
  readonly attempt?: number;
  readonly run?: string;
  readonly pullRequest?: PullRequestRef;
  /** Head of the branch as it was published, which an approval is about. */
  readonly head?: string;
  /** What whoever may approve it is to look at first, one sentence for each rule; absent where no rule waits for anybody. */
  readonly reviews?: readonly string[];
  readonly refusals?: readonly Refusal[];
  /** Where newer commits are in the way of a patch that was made for an older base. */
  readonly clashes?: readonly Clash[];
  /** As the test job claims. */
  readonly tests?: TestReport;
  readonly generated?: Generated;
  /** What was read otherwise than it was written, or put elsewhere; absent where nothing was. */
  readonly notes?: readonly string[];
  /** What it asked for beside its changes and nobody does; absent where there is nothing of it. */
  readonly notDone?: readonly string[];
  /** What went wrong on the way without being the end of it. */
  readonly warnings: readonly string[];
  readonly receivedAt: string;
};

/**
 * The status of the newest delivery, or of the record where the store knows of none. A record of other bytes, or of
 * an attempt before this delivery, says nothing about it. null: nobody knows this patch.
 */
export function patchStatus(
  target: Target,
  name: PatchName,
  known: { readonly delivery: Delivery | null; readonly seen: SeenPatch | null },
): PatchStatus | null {
  const { delivery, seen } = known;
  const record = seen?.record ?? null;
  if (record === null || delivery === null) {
    return record === null ? delivery && fromDelivery(delivery) : fromRecord(target, name, record);
  }
  const told = toldOf(record, delivery);
  if (told === null) {
    return fromDelivery(delivery);
  }
  const status = fromRecord(target, name, told);
  return told === record ? status : { ...status, warnings: [standsBeside(record)] };
}

/** Whoever is told that a delivery came to nothing must not think that nothing is there. */
function standsBeside(record: PatchRecord): string {
  return `Another delivery under this id is on record: ${describeView({ record }).headline}. It was left as it is.`;
}

/**
 * The record as far as it tells of this delivery: itself, where it has its bytes, and is about an attempt that began
 * after it was taken, or needs no other; else what it says of a delivery that was turned away beside it. null: it does
 * not tell of it.
 */
export function toldOf(record: PatchRecord, delivery: Delivery): PatchRecord | null {
  const { turnedAway = [] } = record;
  const records = [record, ...turnedAway.toReversed().map((one) => recordOfTurnedAway(record, one))];
  return records.find((one) => tells(claimOf(one), delivery)) ?? null;
}

export function isAbout(record: PatchRecord, delivery: Delivery): boolean {
  return toldOf(record, delivery) !== null;
}

/** The part of a record that decides of which delivery it tells. */
export type RecordClaim = Pick<PatchRecord, 'digest' | 'startedAt'> & {
  readonly finished: boolean;
  /** Digest of the patch that its pull request shows, where that is another sender's than the one on record. */
  readonly shows: string | null;
  readonly turnedAway?: readonly Pick<TurnedAway, 'digest' | 'at'>[];
};

export function claimOf(record: PatchRecord): RecordClaim {
  const { digest, startedAt, outcome, turnedAway } = record;
  return {
    digest,
    startedAt,
    finished: outcome !== undefined && isFinished(outcome),
    shows: shownDespite(record),
    ...(turnedAway === undefined ? {} : { turnedAway: turnedAway.map(({ digest, at }) => ({ digest, at })) }),
  };
}

export function tellsOf(record: RecordClaim, delivery: Delivery): boolean {
  const { turnedAway = [] } = record;
  const claims = [
    record,
    ...turnedAway.map(({ digest, at }) => ({ digest, startedAt: at, finished: false })),
  ];
  return claims.some((one) => tells(one, delivery));
}

/** Of its own bytes only. */
function tells(
  record: Pick<RecordClaim, 'digest' | 'startedAt' | 'finished'>,
  { digest, receivedAt }: Delivery,
): boolean {
  const since = new Date(receivedAt).getTime() - CLOCK_DRIFT_MS;
  const began = new Date(record.startedAt).getTime() >= since;
  return record.digest === digest && (began || record.finished);
}

/**
 * What was on record before the newest delivery is so again, though that one has had its end: a person merged or approved
 * what it had left on the pull request.
 */
export function wentBack(record: RecordClaim, newest: Delivery): boolean {
  const { digest, startedAt, finished } = record;
  const ended = newest.record?.state === 'done';
  const earlier = new Date(startedAt) < new Date(newest.receivedAt);
  // What was turned away had its end beside it.
  return ended && finished && earlier && digest !== newest.digest && !tellsOf(record, newest);
}

/** Milliseconds by which a runner's clock may be behind ours; a run takes longer than that to start. */
const CLOCK_DRIFT_MS = 2_000;

function fromRecord({ context }: Target, name: PatchName, record: PatchRecord): PatchStatus {
  const { headline, detail, remedy } = describeView(viewFrom(context.site, record, null));
  const { outcome } = record;
  const reviews = whyItWaits(record);
  const { notes, notDone } = remarksIn(record);
  return {
    ...name,
    digest: record.digest,
    title: record.title,
    stage: record.state,
    finished: record.state === 'done',
    ...(outcome === undefined ? {} : { outcome: outcome.kind }),
    headline,
    detail,
    ...(remedy === undefined ? {} : { remedy }),
    attempt: record.attempt,
    ...(record.run.url === '' ? {} : { run: record.run.url }),
    ...(record.pullRequest === undefined ? {} : { pullRequest: record.pullRequest }),
    ...(record.head === undefined ? {} : { head: record.head }),
    ...(reviews.length === 0 ? {} : { reviews }),
    ...(outcome?.kind === 'refused' ? { refusals: outcome.refusals } : {}),
    ...(outcome?.kind === 'conflict' && outcome.clashes !== undefined ? { clashes: outcome.clashes } : {}),
    ...(record.generated === undefined ? {} : { generated: record.generated }),
    ...(outcome !== undefined && 'tests' in outcome && outcome.tests !== undefined
      ? { tests: outcome.tests }
      : {}),
    ...(notes.length === 0 ? {} : { notes }),
    ...(notDone.length === 0 ? {} : { notDone }),
    warnings: record.warnings,
    receivedAt: record.receivedAt,
  };
}

function fromDelivery(delivery: Delivery): PatchStatus {
  const { repository, id, digest, title, state, mayHaveArrived, withdrawn, receivedAt } = delivery;
  return {
    repository,
    id,
    digest,
    title,
    stage: state,
    // Where it has arrived, its run tells of it.
    finished: state === 'failed' && mayHaveArrived === undefined,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...describeDelivery(delivery),
    warnings: [],
    receivedAt,
  };
}

function describeDelivery(delivery: Delivery): ReturnType<typeof describeOutcome> {
  switch (delivery.state) {
    case 'queued':
      return {
        headline: 'Accepted, and not yet with GitHub',
        detail: delivery.problem ?? 'It is being handed over now.',
      };
    case 'sent':
      return {
        headline: 'GitHub has it; its run has not told of it yet',
        detail: 'Runs may wait for a free machine before they start.',
      };
    case 'failed':
      return { ...describeFailure(delivery), detail: delivery.problem ?? 'The reason is unknown.' };
  }
}

function describeFailure({ withdrawn, mayHaveArrived }: Delivery): {
  readonly headline: string;
  readonly remedy: string;
} {
  if (mayHaveArrived === true) {
    return {
      headline:
        withdrawn === undefined
          ? 'GitHub may have taken it, and gave no clear answer'
          : 'Not handed to GitHub any more, which may have taken it before',
      remedy: `Ask again in some minutes: where GitHub has it, its run tells of it here. Where none does, look for its run in the repository's Actions tab, and send the patch again ${withdrawn === undefined ? 'once the reason is gone' : 'if you still want it'}: what has arrived is not done twice.`,
    };
  }
  return withdrawn === undefined
    ? {
        headline: 'GitHub did not take it',
        remedy: 'Nothing was changed. Send the patch again once the reason is gone.',
      }
    : {
        headline: 'Not handed to GitHub any more',
        remedy: 'Send the patch again if you still want it.',
      };
}
