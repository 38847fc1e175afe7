import { planPatch } from '../apply/plan.ts';
import type { HunkReport } from '../apply/report.ts';
import { cappedRefusals } from '../patch/capped.ts';
import type { Patch } from '../patch/schema.ts';
import { findCommands } from '../policy/commands.ts';
import type { Config } from '../policy/config.ts';
import { judgeUnderstanding, type Understanding } from '../policy/judge-understanding.ts';
import type { Reading } from '../record/record.ts';
import { placePatch } from './base.ts';
import { judgePlaced } from './judge-placed.ts';
import { notDoneOf } from './not-done.ts';
import { type ApplyPlan, type Begun, begin, type PlanInput, stepAside } from './plan.ts';
import { isPrefixNote } from './read-delivery.ts';
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
  const inTexts = toldOfTexts(patch, config);
  const reading = readingOf(received, begun.previous);
  const notDone = notDoneOf({ reading, inTexts, config, patch });
  const judgements = [
    judgePlaced(config.policy, placed),
    judgeUnderstanding(
      config.policy,
      understandingOf({ repairs: [...reading.repairs, ...inTexts.repairs], hunks, notDone }),
    ),
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
    readingNotes: inTexts.repairs,
    drift,
    notDone,
    commands,
    reviews: judgements.flatMap(({ reviews }) => reviews),
  };
}

/** What the owner configured is done as it is meant, and no liberty. */
function understandingOf({
  repairs,
  hunks,
  notDone,
}: {
  readonly repairs: readonly string[];
  readonly hunks: readonly HunkReport[];
  readonly notDone: readonly string[];
}): Understanding {
  return {
    repairs: repairs.filter((repair) => !isPrefixNote(repair)),
    tolerances: tolerancesOf(hunks.filter(isToleratedHunk)),
    'not-done': notDone,
  };
}

/** What is told of how the texts of its changes were read. */
function toldOfTexts(patch: Patch, config: Config): Reading {
  const plan = planPatch(patch, { pathPrefixes: config['path-prefixes'] });
  return plan.ok ? plan : { repairs: [], notDone: [] };
}
