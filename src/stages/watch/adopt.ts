import { claimed } from '../../record/claim.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import type { WatchContext } from './context.ts';
import { finish } from './finish.ts';

/**
 * Takes over the pull request of a record that had given it up: the record is claimed once more, as its own run had
 * claimed it, and the work is done to its end. Whoever dies in between leaves a claim, which the next pass finishes.
 * null: somebody else moved the record first. Where GitHub refuses it again, the record names the pull request, so that
 * this happens once.
 */
export async function adopt(context: WatchContext, state: PatchState): Promise<Finding | null> {
  const { outcome, ...known } = state.record;
  if (outcome?.kind !== 'crashed' || outcome.tests === undefined) {
    throw new Error('its record does not say what was tested');
  }
  const record = claimed(known, outcome.tests, context.clock.now());
  const written = await writeStep(context, state, { record });
  if (written === 'moved') {
    return null;
  }
  const finding = await finish(context, {
    ...state,
    record,
    recordCommit: { ...state.recordCommit, ...written },
  });
  return { ...finding, sentence: `Its pull request appeared after it was given up. ${finding.sentence}` };
}
