import { join } from 'node:path';
import { startSandbox } from '../../local/sandbox.ts';
import { type Interruption, interruptible } from '../demo/interruption.ts';
import { keepRunning } from '../demo/keep.ts';
import { jsonLine } from '../json-line.ts';
import type { DrillLine } from './line.ts';
import { perform } from './perform.ts';
import { createDrillProgress } from './progress.ts';
import { DRILL_REPOSITORY, openShop, type Shop } from './shop.ts';
import { SENT_FIRST, STEPS } from './steps.ts';

export type DrillOptions = { readonly json: boolean; readonly keep: boolean };

/** Uses every way to stop and steer patches on a local GitHub, and shows what is found there after each. */
export function drillCommand(options: DrillOptions): Promise<number> {
  return interruptible((interruption) => drill(options, interruption));
}

async function drill(options: DrillOptions, interruption: Interruption): Promise<number> {
  const sandbox = await startSandbox(join(import.meta.dirname, '../../..'), { grace: GRACE });
  try {
    const lines = await runDrill(await openShop(sandbox, interruption.signal), options, interruption);
    if (options.keep) {
      await keepRunning(sandbox, DRILL_REPOSITORY, interruption);
    }
    return lines.every(({ confirmed }) => confirmed) ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

/** GitHub gives a cancelled step ten seconds, which is long to look at. */
const GRACE = { afterInterrupt: 200, afterTerminate: 200, inAll: 5000 };

async function runDrill(
  shop: Shop,
  { json }: DrillOptions,
  { before }: Interruption,
): Promise<readonly DrillLine[]> {
  const progress = createDrillProgress({ quiet: json });
  const from = performance.now();
  progress.say(`A drill on a local GitHub: ${SENT_FIRST.length} patches are sent, then people step in.\n`);
  for (const patch of SENT_FIRST) {
    await before(shop.send(patch));
  }
  const lines: DrillLine[] = [];
  try {
    for (const step of STEPS) {
      progress.begin(step);
      const line = await before(perform(shop, step, (facts) => progress.saw(facts)));
      progress.end(step, line);
      lines.push(line);
      if (json) {
        process.stdout.write(`${jsonLine(line)}\n`);
      }
    }
  } finally {
    progress.leave();
  }
  const confirmed = lines.filter((line) => line.confirmed).length;
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  progress.say(`\n${confirmed} of ${lines.length} confirmed by what was seen afterwards, in ${seconds} s`);
  return lines;
}
