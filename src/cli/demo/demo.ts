import { join } from 'node:path';
import type { WorkflowRun } from '../../local/contract.ts';
import { SHOP, shopConfig } from '../../local/sample/shop.ts';
import { type Sandbox, startSandbox } from '../../local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../local/slack/server.ts';
import { jsonLine } from '../json-line.ts';
import { DELIVERIES, DEMO_REPOSITORY, type DemoDelivery } from './delivery.ts';
import { type Interruption, interruptible } from './interruption.ts';
import { keepRunning } from './keep.ts';
import { type Observed, observe } from './observe.ts';
import { createProgress } from './progress.ts';
import { showObserved } from './view.ts';

export type DemoOptions = { readonly json: boolean; readonly keep: boolean };

/** Sends four patches to a sample repository on a local GitHub, and shows what is found there afterwards. */
export function demoCommand(options: DemoOptions): Promise<number> {
  return interruptible((interruption) => runDemo(options, interruption));
}

async function runDemo(options: DemoOptions, interruption: Interruption): Promise<number> {
  const sandbox = await startSandbox(join(import.meta.dirname, '../../..'));
  try {
    await sandbox.addRepository(DEMO_REPOSITORY, SHOP, { config: shopConfig(LOCAL_CHANNEL.id) });
    const observed = await followDeliveries(sandbox, options, interruption);
    process.stdout.write(
      options.json ? observed.map(({ json }) => `${jsonLine(json)}\n`).join('') : showObserved(observed),
    );
    if (options.keep) {
      await keepRunning(sandbox, DEMO_REPOSITORY, interruption);
    }
    return observed.every(({ json, delivery }) => json.outcome === delivery.expected) ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

async function followDeliveries(
  sandbox: Sandbox,
  { json }: DemoOptions,
  { before }: Interruption,
): Promise<readonly Observed[]> {
  const progress = createProgress({ sandbox, quiet: json });
  try {
    return await before(runDeliveries(sandbox, progress));
  } finally {
    progress.end();
  }
}

type Progress = ReturnType<typeof createProgress>;

/** The first three side by side; the duplicate once the patch it repeats is done. */
async function runDeliveries(sandbox: Sandbox, progress: Progress): Promise<readonly Observed[]> {
  const runs = new Map<DemoDelivery, WorkflowRun>();
  const deliver = async (deliveries: readonly DemoDelivery[]) => {
    for (const delivery of deliveries) {
      const run = await sandbox.send(DEMO_REPOSITORY, delivery.payload);
      runs.set(delivery, run);
      progress.follow(run, delivery.label);
    }
    await sandbox.idle();
  };
  await deliver(DELIVERIES.slice(0, 3));
  await deliver(DELIVERIES.slice(3));
  return Promise.all([...runs].map(([delivery, run]) => observe(sandbox, delivery, run)));
}
