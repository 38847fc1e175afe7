import { fail, hide, readWorkflowJob, type WorkflowJob } from './io/workflow.ts';

/** One process, one stage; what a stage does not need is not loaded. */
async function main(): Promise<void> {
  const job = readWorkflowJob(process.env);
  hide(job.inputs.token);
  hide(job.inputs.slackToken);
  await runStage(job);
}

async function runStage(job: WorkflowJob): Promise<void> {
  switch (job.inputs.stage) {
    case 'apply': {
      const { runApply } = await import('./action/apply.ts');
      return runApply(job);
    }
    case 'test': {
      const { runTest } = await import('./action/test.ts');
      return runTest(job);
    }
    case 'publish': {
      const { runPublish } = await import('./action/publish.ts');
      return runPublish(job);
    }
    case 'control': {
      const { runControl } = await import('./action/control.ts');
      return runControl(job);
    }
    case 'watch': {
      const { runWatch } = await import('./action/watch.ts');
      return runWatch(job);
    }
    default:
      throw new Error(
        `there is no stage ${JSON.stringify(job.inputs.stage)}; use apply, test, publish, control or watch`,
      );
  }
}

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), 'Ghost Runner broke');
}
