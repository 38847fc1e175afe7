import type { Outcome } from '../record/outcome.ts';
import { succeeded } from './exit-code.ts';
import { describeOutcome } from './sentence.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';
import { logText } from './untrusted/workflow-log.ts';

/** One line on top of a workflow run. */
export type RunAnnotation = {
  readonly level: 'notice' | 'error';
  readonly title: string;
  readonly message: string;
};

/** Why the run ended as it did, and what to do about it. */
export function formatAnnotation(outcome: Outcome): RunAnnotation {
  const { headline, detail, remedy } = describeOutcome(outcome);
  return {
    level: succeeded(outcome) ? 'notice' : 'error',
    title: headline,
    message: logText(cutText(oneLine([detail, remedy].join(' ')), MAX_MESSAGE)),
  };
}

/** GitHub cuts longer annotations on a run's page without a sign. */
const MAX_MESSAGE = 1000;
