import { setTimeout as delay } from 'node:timers/promises';
import { createSecretScanner } from '../../src/io/secrets.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import { succeeded } from '../../src/report/exit-code.ts';
import { describeOutcome } from '../../src/report/sentence.ts';
import { apply } from '../../src/stages/apply.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { publish } from '../../src/stages/publish.ts';
import { watch } from '../../src/stages/watch/watch.ts';
import { claim } from '../stages/control/pipeline.ts';
import { createPorts } from '../stages/watch/ports.ts';
import type { FromWorker, Task, TaskEnd, ToWorker } from './task.ts';

/** Does what it is sent, many things at a time, until it is killed. */
process.on('message', ({ number, task }: ToWorker) => {
  void work(task)
    .catch((error: unknown): TaskEnd => ({ kind: 'ended', success: false, said: String(error) }))
    .then((end) => process.send?.({ number, end } satisfies FromWorker));
});

async function work(task: Task): Promise<TaskEnd> {
  const ports = createPorts({ ...task, clock: { now: () => new Date() }, sleep: waitBriefly });
  switch (task.kind) {
    case 'apply': {
      const context = { ...ports, compute: createCompute(createSecretScanner()) };
      const report = await apply(context, { payload: task.payload, sender: task.sender, dryRun: false });
      return report.kind === 'applied'
        ? { kind: 'applied', handover: report.handover }
        : endOf(report.outcome);
    }
    case 'publish': {
      const { handover, passed } = task;
      const { outcome } = await publish(ports, handover, claim(handover, passed));
      return endOf(outcome);
    }
    case 'watch': {
      const { event, endedRun } = task;
      const occasion = { event, ...(endedRun === undefined ? {} : { run: endedRun }) };
      const { found, busyUntil } = await watch(ports, { now: new Date(), occasion });
      const said = found.map(({ name, sentence, done }) => `${name}: ${done}: ${sentence}`);
      return {
        kind: 'ended',
        success: found.every(({ done }) => done !== 'failed'),
        said: busyUntil === undefined ? said.join('\n') : `busy until ${busyUntil}`,
      };
    }
  }
}

/** As the job's own exit code has it. */
function endOf(outcome: Outcome | undefined): TaskEnd {
  return {
    kind: 'ended',
    success: outcome === undefined || succeeded(outcome),
    said: outcome === undefined ? '' : describeOutcome(outcome).headline,
  };
}

/** Nobody is short of requests here, so that whoever tries again need not wait as long. */
async function waitBriefly(milliseconds: number): Promise<void> {
  await delay(milliseconds / HURRY);
}

const HURRY = 10;
