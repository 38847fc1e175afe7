import type { Patch } from '../patch/schema.ts';
import type { Config } from '../policy/config.ts';
import type { Reading } from '../record/record.ts';
import { chooseLabels } from './labels.ts';
import { union } from './reading.ts';

/** All that a patch asks for beside its changes and nobody does, in sentences: what is judged, and what is told. */
export function notDoneOf({
  reading,
  inTexts,
  config,
  patch,
}: {
  readonly reading: Reading;
  /** What the texts of its changes ask for. */
  readonly inTexts: Pick<Reading, 'notDone'>;
  readonly config: Config;
  readonly patch: Patch;
}): readonly string[] {
  return [...union(reading.notDone, inTexts.notDone), ...leftOut(config, patch), ...notActedOn(patch)];
}

/** One sentence about all that were left out. */
function leftOut(config: Config, patch: Patch): readonly string[] {
  const { refused } = chooseLabels(config, patch);
  return refused.length === 0
    ? []
    : [`Labels were left out that patch-labels does not name: ${refused.join(', ')}`];
}

/** A field of the wire format that is kept and has no effect yet is not passed over in silence. */
function notActedOn({ callback }: Patch): readonly string[] {
  return callback === undefined ? [] : ['`callback` is kept in the record; nothing was sent there'];
}
