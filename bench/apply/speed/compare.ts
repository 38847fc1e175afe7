import { median } from '../../measure.ts';
import { table } from '../tables.ts';
import { createInput, type Input, misnumbered, withoutPlace } from './inputs.ts';
import { createGitRace, engine, jsdiff, library, timed, twoSearches } from './subjects.ts';

export type SpeedComparison = {
  readonly rows: readonly SpeedRow[];
  /** By which power of the lines the time of one hunk grows: 1 is linear. */
  readonly growth: number;
  /** Milliseconds for a patch of three files. */
  readonly threeFiles: { readonly git: number; readonly library: number };
};

/** Medians in milliseconds; null: it does not take files of that size. */
export type SpeedRow = {
  readonly name: string;
  readonly lines: number;
  readonly hunks: number;
  readonly engine: number;
  readonly library: number | null;
  readonly jsdiff: number;
  readonly searches: number;
};

/** Times exact unified diffs, side by side in this process. Takes a minute or two. */
export function compareSpeed(): SpeedComparison {
  const rows = SIZES.map(([lines, hunks]) => {
    const input = createInput({ lines, hunks });
    return measured(`${count(lines)} lines × ${count(hunks)}`, { lines, hunks, input, result: input.result });
  });
  const misnumberedRows = MISNUMBERED_HUNKS.map((hunks) => {
    const input = misnumbered(createInput({ lines: REFUSED_LINES, hunks }));
    const name = `${count(REFUSED_LINES)} lines × ${count(hunks)}, misnumbered`;
    return measured(name, { lines: REFUSED_LINES, hunks, input, result: input.result });
  });
  const refusal = withoutPlace(createInput({ lines: REFUSED_LINES, hunks: 1 }));
  const refused = measured(`${count(REFUSED_LINES)} lines, refused`, {
    lines: REFUSED_LINES,
    hunks: 1,
    input: refusal,
    result: null,
  });
  const growth = exponentOf(rows.filter(({ hunks }) => hunks === 1));
  return { rows: [...rows, ...misnumberedRows, refused], growth, threeFiles: raceWithGit() };
}

export function speedText({ rows, growth, threeFiles }: SpeedComparison): string {
  const oneHunk =
    rows.find(({ lines, hunks }) => lines === REFUSED_LINES && hunks === 1)?.engine ?? Number.NaN;
  const head = [
    'exact unified diff',
    'engine',
    'library',
    'jsdiff',
    'two indexOf',
    'engine ÷ jsdiff',
    'engine ÷ indexOf',
  ];
  const cells = rows.map((row) => [
    row.name,
    milliseconds(row.engine),
    row.library === null ? '–' : milliseconds(row.library),
    milliseconds(row.jsdiff),
    milliseconds(row.searches),
    ratio(row.engine, row.jsdiff),
    ratio(row.engine, row.searches),
  ]);
  const against = rows
    .filter(({ lines, hunks, name }) => lines === REFUSED_LINES && (hunks > 1 || name.endsWith('refused')))
    .map(({ name, engine }) => `- ${name}: ${ratio(engine, oneHunk)} times one hunk`);
  return [
    `Milliseconds, medians of runs in turns, Node ${process.versions.node}`,
    '',
    table(head, cells),
    ...against,
    `- time grows with the ${growth.toFixed(2)}th power of the lines`,
    `- three files: git apply ${milliseconds(threeFiles.git)}, process started; library ${milliseconds(threeFiles.library)}; ${ratio(threeFiles.git, threeFiles.library)} times as fast`,
    '',
  ].join('\n');
}

const SIZES: readonly (readonly [lines: number, hunks: number])[] = [
  [1_000, 1],
  [10_000, 1],
  [100_000, 1],
  [1_000_000, 1],
  [100_000, 10],
  [100_000, 100],
  [100_000, 1000],
];

const REFUSED_LINES = 100_000;

/** Hunks of patches whose line numbers are wrong. */
const MISNUMBERED_HUNKS: readonly number[] = [10, 1000];

type Subject = {
  readonly lines: number;
  readonly hunks: number;
  readonly input: Input;
  readonly result: string | null;
};

function measured(name: string, { lines, hunks, input, result }: Subject): SpeedRow {
  // A copy for each: what one has found out about a string must not serve the other.
  const copies = {
    engine: copyOf(input),
    library: copyOf(input),
    jsdiff: copyOf(input),
    searches: copyOf(input),
  };
  const takesLibrary = result === null || library(copies.library) === result;
  if (engine(copies.engine) !== result || jsdiff(copies.jsdiff) !== (result ?? null))
    throw new Error(`The results of ${name} differ.`);
  const medians = mediansOf(
    new Map<string, () => unknown>([
      ['engine', () => engine(copies.engine)],
      ['jsdiff', () => jsdiff(copies.jsdiff)],
      ['searches', () => twoSearches(copies.searches)],
      ...(takesLibrary ? [['library', () => library(copies.library)] as const] : []),
    ]),
  );
  const of = (subject: string) => medians.get(subject) ?? Number.NaN;
  return {
    name,
    lines,
    hunks,
    engine: of('engine'),
    library: takesLibrary ? of('library') : null,
    jsdiff: of('jsdiff'),
    searches: of('searches'),
  };
}

function copyOf(input: Input): Input {
  return { ...input, base: Buffer.from(input.base).toString(), patch: Buffer.from(input.patch).toString() };
}

/** Milliseconds of each, in turns, so that a machine's moods hit all alike. */
function mediansOf(runs: ReadonlyMap<string, () => unknown>): ReadonlyMap<string, number> {
  const times = new Map([...runs].map(([name, run]) => [name, { run, taken: new Array<number>() }]));
  const until = performance.now() + MILLISECONDS_PER_ROW;
  for (let turn = 0; turn < LEAST_TURNS || (turn < MOST_TURNS && performance.now() < until); turn += 1)
    for (const { run, taken } of times.values()) taken.push(timed(run));
  return new Map([...times].map(([name, { taken }]) => [name, median(taken)]));
}

const MILLISECONDS_PER_ROW = 4000;
const LEAST_TURNS = 7;
const MOST_TURNS = 400;

/** The slope of a line through the logarithms of lines and times. */
function exponentOf(rows: readonly SpeedRow[]): number {
  const points = rows.map(({ lines, engine }) => [Math.log(lines), Math.log(engine)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([lines]) => lines)), mean(points.map(([, time]) => time))];
  const product = points.reduce((sum, [lines, time]) => sum + (lines - x) * (time - y), 0);
  return product / points.reduce((sum, [lines]) => sum + (lines - x) ** 2, 0);
}

/** A typical patch: three files of some hundred lines, one or two hunks each. */
function raceWithGit(): SpeedComparison['threeFiles'] {
  const inputs = [1, 2, 1].map((hunks, index) => ({
    path: `f${index}.js`,
    input: createInput({ lines: 200 + index * 150, hunks }),
  }));
  const files = Object.fromEntries(inputs.map(({ path, input }) => [path, input.base]));
  const patch = inputs.map(({ path, input }) => input.patch.replaceAll('f.js', path)).join('');
  const race = createGitRace(files, patch);
  try {
    const times = Array.from({ length: GIT_TURNS }, () => ({ git: race.git(), library: race.library() }));
    return { git: median(times.map(({ git }) => git)), library: median(times.map((time) => time.library)) };
  } finally {
    race.remove();
  }
}

const GIT_TURNS = 101;

function count(value: number): string {
  return value.toLocaleString('en');
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
