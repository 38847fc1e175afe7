import { setTimeout as delay } from 'node:timers/promises';
import { isAnswered } from '../record/life.ts';
import type { PatchRecord, TurnedAway } from '../record/record.ts';
import { isSameStep } from '../record/step.ts';
import { parseRecord } from '../record/text.ts';
import { recordOfTurnedAway } from '../record/turned-away.ts';
import { describeView } from '../report/sentence.ts';
import type { CommitInfo } from '../stages/ports.ts';
import type { Destination } from './dispatch.ts';
import type { Beside } from './understand.ts';

/** A delivery whose end somebody waits for. */
export type Awaited = {
  readonly destination: Pick<Destination, 'readRecord'>;
  readonly id: string;
  readonly digest: string;
  /** The commit of the record that stood there before it was sent; undefined: there was none. */
  readonly before: CommitInfo | undefined;
  /** Another attempt that was asked for is no duplicate of the one before it. */
  readonly beside?: Pick<Beside, 'retry' | 'again'>;
  readonly seconds: number;
  /** Between two looks. A GET every three seconds, as where it is absent, stays far below GitHub's limit. */
  readonly pollMs?: number;
  /** Hears how far it is, each step once. */
  readonly progress: (sentence: string) => void;
};

/** The record as soon as it is done with this digest; null: it is not in that time. */
export async function waitForOutcome(awaited: Awaited): Promise<PatchRecord | null> {
  const { seconds, progress, pollMs = DEFAULT_POLL_MS } = awaited;
  const deadline = Date.now() + seconds * 1000;
  let told = '';
  let past: ReadonlySet<number> | undefined;
  while (Date.now() < deadline) {
    const { destination, id } = awaited;
    const commit = await destination.readRecord(id);
    // No run that was asked for a moment ago has turned anything away by now.
    past ??= new Set(turnedAwayIn(commit).map(({ run }) => run.id));
    const record = answerIn(commit, awaited, past);
    if (record?.outcome !== undefined) {
      return record;
    }
    const { headline } = record === null ? { headline: told } : describeView({ record });
    if (headline !== told) {
      progress(headline);
      told = headline;
    }
    await delay(Math.min(pollMs, Math.max(0, deadline - Date.now())));
  }
  return null;
}

const DEFAULT_POLL_MS = 3_000;

/**
 * A record that stood there before this delivery answers it only if it is finished, for then this one is a duplicate; so
 * does that of another delivery which says that this one was turned away. What is noted beside it meanwhile, such as that
 * somebody else's was turned away, is no answer. `past`: runs that did that before.
 */
function answerIn(
  commit: CommitInfo | undefined,
  { digest, before, beside = {} }: Awaited,
  past: ReadonlySet<number>,
): PatchRecord | null {
  const record = recordIn(commit);
  if (record === null) {
    return null;
  }
  if (record.digest !== digest) {
    const one = record.turnedAway?.findLast((other) => other.digest === digest && !past.has(other.run.id));
    return one === undefined ? null : recordOfTurnedAway(record, one);
  }
  const standing = recordIn(before);
  const isNew = standing === null || !isSameStep(record, standing);
  return isNew || (record.outcome !== undefined && isAnswered(record.outcome, beside)) ? record : null;
}

function turnedAwayIn(commit: CommitInfo | undefined): readonly TurnedAway[] {
  return recordIn(commit)?.turnedAway ?? [];
}

/** null: there is none, or none that can be read. */
function recordIn(commit: CommitInfo | undefined): PatchRecord | null {
  const parsed = commit === undefined ? null : parseRecord(commit.message);
  return parsed?.ok === true ? parsed.record : null;
}
