import { fail, say, setOutputs, warn, writeSummary } from '../io/workflow.ts';
import type { Outcome, StageName } from '../record/outcome.ts';
import { formatAnnotation } from '../report/annotation.ts';
import { formatSummary } from '../report/summary.ts';
import type { PatchView } from '../report/view.ts';
import type { StageContext } from '../stages/context.ts';

/** The job's own answer: the summary for people, and a failing run with one line that says why. */
export async function conclude(view: PatchView, outcome: Outcome): Promise<void> {
  await writeSummary(formatSummary({ ...view, record: { ...view.record, outcome, state: 'done' } }));
  for (const warning of view.record.warnings) {
    warn(warning);
  }
  const { level, title, message, place } = formatAnnotation(view, outcome);
  if (level === 'error') {
    fail(message, title, place);
  } else {
    say(`${title}. ${message}`);
  }
}

/** What broke outside of every known outcome: said in the run, because nothing else may be in reach. */
export async function explainCrash(crash: {
  readonly context: StageContext;
  readonly stage: StageName;
  readonly error: unknown;
}): Promise<void> {
  const reason = crash.error instanceof Error ? crash.error.message : String(crash.error);
  setOutputs({ outcome: 'crashed' });
  fail(reason, `Ghost Runner broke in the ${crash.stage} stage`);
}
