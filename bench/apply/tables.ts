import type { Result } from './arena.ts';
import { type Case, FORMATS, type Format } from './case.ts';
import { isRight, isWrong, type Outcome } from './score.ts';

/** Counts of one applier's outcomes. */
export type Tally = {
  readonly cases: number;
  readonly right: number;
  readonly near: number;
  /** Silently: another text than wanted, or none though it reported success. */
  readonly wrong: number;
  readonly refused: number;
};

export function tally(outcomes: readonly Outcome[]): Tally {
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length;
  const [right, wrong] = [count(isRight), count(isWrong)];
  const near = count((outcome) => outcome === 'near');
  return { cases: outcomes.length, right, near, wrong, refused: outcomes.length - right - near - wrong };
}

/** A Markdown table for each format: appliers, the most often right one first. */
export function formatTables(results: ReadonlyMap<string, readonly Result[]>): string {
  const formats = FORMATS.filter((format) =>
    [...results.values()].some((list) => ofFormat(list, format).length > 0),
  );
  return formats.map((format) => formatTable(format, results)).join('\n');
}

/** A Markdown table of one applier's kinds of damage in which it is not always right. */
export function shortfallTable(results: readonly Result[]): string {
  const kinds = Map.groupBy(results, ({ case: { format, damage } }) => `${format} ${damage}`);
  const rows = [...kinds].map(([kind, list]) => ({ kind, ...tally(list.map(({ outcome }) => outcome)) }));
  const short = rows.filter(({ right, cases }) => right < cases);
  if (short.length === 0) return 'Every case is right.\n';
  return table(
    ['format and damage', 'cases', 'right', 'near', 'wrong', 'refused'],
    short.map(({ kind, cases, right, near, wrong, refused }) => [kind, cases, right, near, wrong, refused]),
  );
}

/** Cases with an outcome that nobody is told of. */
export function wrongCases(results: readonly Result[]): readonly Case[] {
  return results.filter(({ outcome }) => isWrong(outcome)).map((result) => result.case);
}

function formatTable(format: Format, results: ReadonlyMap<string, readonly Result[]>): string {
  const rows = [...results]
    .map(([name, list]) => ({ name, ...tally(ofFormat(list, format).map(({ outcome }) => outcome)) }))
    .filter(({ cases }) => cases > 0)
    .toSorted((left, right) => right.right - left.right);
  return table(
    [format, 'cases', 'right', 'near', 'wrong', 'refused'],
    rows.map(({ name, cases, right, near, wrong, refused }) => [
      name,
      cases,
      `${right} (${percent(right, cases)})`,
      near,
      wrong,
      refused,
    ]),
  );
}

function ofFormat(results: readonly Result[], format: Format): readonly Result[] {
  return results.filter((result) => result.case.format === format);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ['---', ...head.slice(1).map(() => '--:')], ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
