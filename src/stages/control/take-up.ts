import { nextAttempt } from '../../record/life.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import { dispatchKept, type Kept, type Sent } from './dispatch.ts';
import { afterChange } from './interrupted.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { lookUntil } from './poll.ts';

/**
 * Sends a patch and waits until a run has put it on record anew, whatever became of it, or somebody has canceled it or put
 * another patch in its place. null: nobody has in time.
 * `before` is the record as it stands; null: there is none yet, or none that can be read. What becomes of that one
 * meanwhile is no answer.
 * `name` is its id as the patch has it, where that may be another one than its name in refs.
 */
export async function sendAndSee(
  context: ControlContext,
  kept: Kept & { readonly before: PatchRecord | null; readonly name?: string },
  options: Sent = {},
): Promise<PatchState | null> {
  const { id, name = id } = kept;
  await dispatchKept(context, { ...kept, id: name }, options);
  return afterChange([], () =>
    lookUntil(context, TAKE_UP_SECONDS, async () => {
      const now = await readPatchState(context.repository, id);
      return typeof now !== 'string' && isAnswer(now.record, kept) ? now : null;
    }),
  );
}

function isAnswer(
  now: PatchRecord,
  { digest, before }: Pick<PatchRecord, 'digest'> & { readonly before: PatchRecord | null },
): boolean {
  const stood = before?.digest === digest ? before : null;
  return now.digest === digest
    ? stood === null || isTakenUp(now, stood) || (isCanceled(now) && !isCanceled(stood))
    : stood !== null;
}

function isCanceled({ outcome }: PatchRecord): boolean {
  return outcome?.kind === 'canceled';
}

/** Whether a run works on the very patch that stood there, or has: what others make of its record leaves that run in it. */
export function isTakenUp(now: PatchRecord, stood: PatchRecord): boolean {
  const isOtherRun = now.run.id !== stood.run.id || now.run.attempt !== stood.run.attempt;
  return now.digest === stood.digest && now.attempt >= nextAttempt(stood) && isOtherRun;
}

/** Whether the run that took it up was stopped by a switch before it did anything. */
export function wasStopped({ record: { outcome } }: PatchState): boolean {
  return outcome?.kind === 'held' || outcome?.kind === 'halted';
}

/** A run starts within seconds where machines are free; who waits longer is named, and the watch sends it on again. */
export const TAKE_UP_SECONDS = 120;
