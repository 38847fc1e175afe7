import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureGrowth } from './growth.ts';
import { measureListeners } from './listeners.ts';
import { LARGE_REPOSITORIES, measureMemory } from './memory.ts';
import { measurePreflight } from './preflight.ts';
import { type Row, table } from './rows.ts';
import { measureWebhooks } from './webhooks.ts';
import { createWorld } from './world.ts';

/**
 * What the server was promised to reach. `--short`: a tenth of everything, to see that it works. Names of parts:
 * those only. Exits with 1 where a target is missed.
 */
const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const short = values.short;
const world = await createWorld(LARGE_REPOSITORIES);
const parts: { readonly [name: string]: () => Promise<readonly Row[]> } = {
  webhooks: () => measureWebhooks(world, short ? { rounds: 2, seconds: 1 } : { rounds: 7, seconds: 4 }),
  preflight: () => measurePreflight(world, { patches: short ? 20 : 200 }),
  listeners: () => measureListeners(world, { patches: short ? 2 : 20 }),
  memory: () => measureMemory(world, short ? { patches: 5_000, pages: 5 } : { patches: 100_000, pages: 40 }),
  growth: () => measureGrowth(short ? { many: 10_000, rounds: 3 } : { many: 100_000, rounds: 15 }),
};
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (positionals.length === 0 || positionals.includes(name)) {
      const started = performance.now();
      rows.push(...(await measure()));
      console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
  }
} finally {
  await world.close();
}
const load = loadavg().map((value) => value.toFixed(1));
console.log(table(rows));
console.log(`\n${cpus().length} cores, Node ${process.version}, load ${load.join(', ')}`);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
