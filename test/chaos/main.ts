import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';

/** `npm run chaos`: the last line on standard output says what came of it; exit code 0 if nothing was wrong. */
const { values: options } = parseArgs({
  options: {
    patches: { type: 'string', default: '1000' },
    store: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    /** The figures as JSON, and nothing else on standard output. */
    json: { type: 'boolean', default: false },
    /** Everything that is said goes to standard error, not only on a terminal. */
    verbose: { type: 'boolean', default: false },
  },
});
const patches = Number(options.patches);
const seed = Number(options.seed);
const { store } = options;
if (!(Number.isInteger(patches) && patches > 0 && Number.isInteger(seed))) {
  throw new Error('--patches and --seed are whole numbers; give such as --patches 1000 --seed 1');
}
if (store !== 'sqlite' && store !== 'postgres') {
  throw new Error(`there is no store ${store}; take sqlite or postgres`);
}

process.once('SIGINT', () => process.exit(INTERRUPTED));
const figures = await runChaos({ patches, store, seed, say });
process.stdout.write(`${options.json ? JSON.stringify(figures) : describe()}\n`);
process.exitCode = figures.lost + figures.twice + figures.unsettled === 0 ? 0 : 1;

/** As shells have it for SIGINT. */
const INTERRUPTED = 130;

/** What is wrong is always said. */
function say(line: string): void {
  const wrong = /^(?:lost|twice|unsettled|outcomes):/.test(line);
  if (process.stderr.isTTY && !wrong && !options.verbose) {
    process.stderr.write(`\r\x1b[K${line.split('\n', 1)[0]?.slice(0, process.stderr.columns - 1)}`);
  } else if (wrong || options.verbose) {
    process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${line}\n`);
  }
}

function describe(): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
