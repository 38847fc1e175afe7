import { setTimeout as delay } from 'node:timers/promises';
import { createSecretScanner } from '../io/secrets.ts';
import { readDelivery, say, setOutputs, type WorkflowJob, writeSummary } from '../io/workflow.ts';
import { commandMinutes } from '../policy/commands.ts';
import { formatSummary } from '../report/summary.ts';
import type { ApplyReport } from '../stages/apply.ts';
import { applyInTurn } from '../stages/apply-in-turn.ts';
import { createCompute } from '../stages/compute.ts';
import { conclude, explainCrash } from './conclude.ts';
import { createContext, sayRequests } from './context.ts';

/** Minutes for checking out and for set-up steps, beside the tests themselves. */
const SETUP_MINUTES = 30;

export async function runApply(job: WorkflowJob): Promise<void> {
  const { context, requests } = createContext(job);
  try {
    const wait = async (seconds: number) => {
      await delay(seconds * 1000);
    };
    const report = await applyInTurn(
      { ...context, compute: createCompute(createSecretScanner()), wait },
      await readDelivery(job, process.env),
    );
    await answer(report);
  } catch (error) {
    await explainCrash({ context, stage: 'apply', error });
  } finally {
    sayRequests(requests);
  }
}

async function answer(report: ApplyReport): Promise<void> {
  const { view } = report;
  switch (report.kind) {
    case 'applied':
      setOutputs({
        outcome: 'applied',
        id: view.record.id,
        sha: report.handover.head,
        'test-command': report.test.command,
        'test-timeout-minutes': String(report.test.timeoutMinutes),
        'test-job-timeout-minutes': String(jobMinutes(report)),
        commands: JSON.stringify(report.handover.generation?.commands ?? []),
        handover: JSON.stringify(report.handover),
      });
      say(`${view.record.id} is applied as ${report.handover.head}; the tests come next`);
      return writeSummary(formatSummary(view));
    case 'previewed':
      setOutputs({ outcome: 'previewed', id: view.record.id });
      return report.outcome === undefined
        ? writeSummary(formatSummary(view))
        : conclude(view, report.outcome);
    case 'ended':
      setOutputs({
        outcome: report.outcome.kind,
        id: view.record.id,
        'pull-request': pullRequestUrl(report),
      });
      return conclude(view, report.outcome);
  }
}

function jobMinutes({ test, handover }: Extract<ApplyReport, { readonly kind: 'applied' }>): number {
  const minutes = test.timeoutMinutes + commandMinutes(handover.generation?.commands ?? []);
  return Math.ceil(minutes) + SETUP_MINUTES;
}

function pullRequestUrl({ view }: ApplyReport): string | undefined {
  return view.record.pullRequest?.url;
}
