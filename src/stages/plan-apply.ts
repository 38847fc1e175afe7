import { planPatch } from '../apply/plan.ts';
import type { HunkReport } from '../apply/report.ts';
import { cappedRefusals } from '../patch/capped.ts';
import type { Patch } from '../patch/schema.ts';
import { findCommands } from '../policy/commands.ts';
import { judgeUnderstanding, type Understanding } from '../policy/judge-understanding.ts';
import { placePatch } from './base.ts';
import { judgePlaced } from './judge-placed.ts';
import { type ApplyPlan, type Begun, begin, type PlanInput, stepAside } from './plan.ts';
import { readingOf } from './reading.ts';
import { isToleratedHunk, tolerancesOf } from './tolerances.ts';
import { summarizeChange } from './versions.ts';

/** `control` is created as running by the first patch that a repository ever sees. */
export function planApply(input: PlanInput): ApplyPlan {
  const begun = begin(input);
  return stepAside('kind' in begun ? begun : decide(begun, input), input);
}

function decide({ end, ...begun }: Begun, { snapshot, received }: PlanInput): ApplyPlan {
  const { patch, config } = begun;
  const placed = placePatch(patch, config, snapshot);
  if (!placed.ok) {
    return end(placed.outcome, placed.hunks);
  }
  const { base, changes, hunks, drift } = placed;
  const { commands, refusals: unknown } = findCommands(config.commands, patch);
  const notes = readingNotes(patch);
  const judgements = [
    judgePlaced(config.policy, placed),
    judgeUnderstanding(config.policy, understandingOf({ received, previous: begun.previous, notes, hunks })),
  ];
  const refusals = [...unknown, ...judgements.flatMap(({ refusals: forbidden }) => forbidden)];
  if (refusals.length > 0) {
    return end({ kind: 'refused', refusals: cappedRefusals(refusals) }, hunks);
  }
  if (changes.length === 0 && commands.length === 0) {
    return end({ kind: 'no_change' }, hunks);
  }
  return {
    ...begun,
    kind: 'write',
    base,
    changes,
    summary: changes.map((change) => summarizeChange(change, base)),
    hunks,
    readingNotes: notes,
    drift,
    commands,
    reviews: judgements.flatMap(({ reviews }) => reviews),
  };
}

function understandingOf({
  received,
  previous,
  notes,
  hunks,
}: Pick<PlanInput, 'received'> &
  Pick<Begun, 'previous'> & {
    readonly notes: readonly string[];
    readonly hunks: readonly HunkReport[];
  }): Understanding {
  const { repairs, notDone } = readingOf(received, previous);
  return {
    repairs: [...repairs, ...notes],
    tolerances: tolerancesOf(hunks.filter(isToleratedHunk)),
    'not-done': notDone,
  };
}

function readingNotes(patch: Patch): readonly string[] {
  const plan = planPatch(patch);
  return plan.ok ? plan.repairs : [];
}
