import { CONFIG_PATH } from '../policy/config-path.ts';
import type { Outcome } from '../record/outcome.ts';
import { succeeded } from './exit-code.ts';
import { describeView } from './sentence.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';
import { logText } from './untrusted/workflow-log.ts';
import type { PatchView } from './view.ts';

/** One line on top of a workflow run. */
export type RunAnnotation = {
  readonly level: 'notice' | 'error';
  readonly title: string;
  readonly message: string;
  /** The file and the line of it that the reader has to correct. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
};

/** Why the run ended as it did, and what to do about it; `outcome` is how it ended, whatever the record says by then. */
export function formatAnnotation(view: PatchView, outcome: Outcome): RunAnnotation {
  const record = { ...view.record, outcome, state: 'done' } as const;
  const { headline, detail, remedy } = describeView({ ...view, record });
  return {
    level: succeeded(outcome) ? 'notice' : 'error',
    title: headline,
    message: logText(cutText(oneLine([detail, remedy].join(' ')), MAX_MESSAGE)),
    ...placeOf(outcome),
  };
}

/** Only a mistake in the config is in a file that the reader has. */
function placeOf(outcome: Outcome): Pick<RunAnnotation, 'place'> {
  const first = outcome.kind === 'refused' ? outcome.refusals[0] : undefined;
  const { line, column, file } = first?.data ?? {};
  // A mistake in the organisation's file is in none that this run is about.
  return first?.code === 'bad_config' &&
    file === undefined &&
    typeof line === 'number' &&
    typeof column === 'number'
    ? { place: { file: CONFIG_PATH, line, column } }
    : {};
}

/** GitHub cuts longer annotations on a run's page without a sign. */
const MAX_MESSAGE = 1000;
