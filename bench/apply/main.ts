import { parseArgs } from 'node:util';
import { type Result, runCases } from './arena.ts';
import type { Case } from './case.ts';
import { generateCases } from './cases/generate.ts';
import { generatedBase, projectBases } from './cases/texts.ts';
import { readCorpus } from './corpus.ts';
import { installNeighbours, presentNeighbours } from './neighbours.ts';
import { ghostRunner } from './ours.ts';
import { compareSpeed, speedText } from './speed/compare.ts';
import { formatTables, shortfallTable, tally, wrongCases } from './tables.ts';

/**
 * Puts this project's engine and its neighbours through cases and prints who got how many right; with
 * `--speed`, how long they take. Fails nothing, whatever comes out.
 */
const { values: options } = parseArgs({
  options: {
    /** A file of cases; without it, cases are generated. */
    corpus: { type: 'string' },
    /** Of the generated cases; and how many of each kind, from generated files and from those of this project. */
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '5' },
    /** Leaves the neighbours out. */
    alone: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

if (options.speed) {
  const comparison = compareSpeed();
  console.log(options.json ? JSON.stringify(comparison, null, 2) : speedText(comparison));
} else {
  await compareOutcomes();
}

async function compareOutcomes(): Promise<void> {
  const cases = options.corpus === undefined ? ownCases() : readCorpus(options.corpus);
  const problem = options.alone ? null : installNeighbours();
  if (problem !== null) console.error(problem);
  const results = new Map<string, readonly Result[]>();
  for (const applier of [ghostRunner, ...(options.alone ? [] : presentNeighbours())])
    results.set(applier.name, await runCases(applier, cases));
  console.log(options.json ? jsonOf(results) : textOf(cases, results));
}

function ownCases(): readonly Case[] {
  const [seed, each] = [Number(options.seed), Number(options.each)];
  const own = projectBases();
  return [
    ...generateCases({ seed, each, baseFrom: generatedBase }),
    ...generateCases({ seed, each, baseFrom: (random) => random.pick(own) }),
  ];
}

function textOf(cases: readonly Case[], results: ReadonlyMap<string, readonly Result[]>): string {
  const ours = results.get(ghostRunner.name) ?? [];
  const wrong = wrongCases(ours).map(({ id, path }) => `- ${id} (${path})`);
  return [
    `${cases.length} cases; right: the wanted text byte for byte, or a refusal where it must be; wrong: silently`,
    '',
    formatTables(results),
    `${ghostRunner.name}, where it is not always right:`,
    '',
    shortfallTable(ours),
    ...(wrong.length === 0 ? [] : ['Silently wrong:', '', ...wrong]),
  ].join('\n');
}

function jsonOf(results: ReadonlyMap<string, readonly Result[]>): string {
  const figures = [...results].map(([name, list]) => ({
    name,
    ...tally(list.map(({ outcome }) => outcome)),
    outcomes: Object.fromEntries(list.map((result) => [result.case.id, result.outcome])),
  }));
  return JSON.stringify(figures, null, 2);
}
