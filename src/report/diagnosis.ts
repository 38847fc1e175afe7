import type { Json, Refusal } from '../patch/refusal.ts';

/** What a refusal's data tells about places, as the apply engine writes it; a record of another version may lack any of it. */
export type Diagnosis = {
  /** Best first. */
  readonly nearest: readonly NearestPlace[];
  readonly candidates: readonly CandidatePlace[];
  /** A change that would apply where this one was refused. */
  readonly correction: Json | undefined;
  /** All other facts that the sentence does not hold already. */
  readonly facts: { readonly [key: string]: Json };
};

/** A place that looks like what the patch expected. */
export type NearestPlace = {
  readonly line: number;
  /** 0 to 1. */
  readonly score: number;
  /** Lines that begin with `-` were expected, with `+` were found, with a space both. */
  readonly diff: readonly string[];
};

/**
 * One of several places that fit: its first and last line, and the file's lines from `from` on. Where lines are only
 * added, they go above `line`, and `last` is the line before.
 */
export type CandidatePlace = {
  readonly line: number;
  readonly last: number;
  readonly from: number;
  readonly lines: readonly string[];
  readonly correction: Json | undefined;
};

export function diagnosisOf({ data = {} }: Refusal): Diagnosis {
  return {
    nearest: listOf(data['nearest']).flatMap((value) => nearestOf(value) ?? []),
    candidates: listOf(data['candidates']).flatMap((value) => candidateOf(value) ?? []),
    correction: data['correction'],
    facts: Object.fromEntries(Object.entries(data).filter(([key]) => !TOLD.has(key))),
  };
}

/** Facts that have a form of their own, or stand in the sentence. */
const TOLD: ReadonlySet<string> = new Set([
  'nearest',
  'candidates',
  'correction',
  'lines',
  'total',
  'expected',
  'similar',
  'replacementAt',
  'example',
  'line',
  'other',
]);

export function describeNearest({ line, score }: NearestPlace): string {
  return `Nearest lines, from line ${line}, ${Math.round(score * 100)} % alike (- expected, + found)`;
}

export function describeCandidate({ line, last }: CandidatePlace): string {
  if (last < line) return `It may go above line ${line}`;
  return line === last ? `It fits at line ${line}` : `It fits at lines ${line} to ${last}`;
}

/** The file's lines at a candidate with their numbers; those that would change are marked. */
export function numberedLines({ line, last, from, lines }: CandidatePlace): readonly string[] {
  const width = String(from + lines.length).length;
  return lines.map((text, index) => {
    const number = from + index;
    const mark = number >= line && number <= last ? '>' : ' ';
    return `${mark} ${String(number).padStart(width)} ${text}`.trimEnd();
  });
}

/** The diff of a place with the numbers of the file's lines; what the patch expected has none. */
export function numberedDiff({ line, diff }: NearestPlace): readonly string[] {
  const width = String(line + diff.length).length;
  let next = line;
  return diff.map((row) => {
    const skipped = EQUAL_LINES.exec(row);
    if (skipped !== null) {
      next += Number(skipped[1]);
      return `  ${' '.repeat(width)} … ${skipped[1]} equal lines`;
    }
    const mark = row.charAt(0);
    const number = mark === '-' ? '' : String(next++);
    return `${mark} ${number.padStart(width)} ${row.slice(1)}`.trimEnd();
  });
}

const EQUAL_LINES = /^@@ (\d{1,9}) equal lines @@$/;

function nearestOf(value: Json): NearestPlace | null {
  const { line, score, diff } = membersOf(value);
  const isPlace = typeof line === 'number' && typeof score === 'number' && isTexts(diff);
  return isPlace ? { line, score, diff } : null;
}

function candidateOf(value: Json): CandidatePlace | null {
  const { line, last, from, lines, correction } = membersOf(value);
  const isPlace =
    typeof line === 'number' && typeof last === 'number' && typeof from === 'number' && isTexts(lines);
  return isPlace ? { line, last, from, lines, correction } : null;
}

function membersOf(value: Json): { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every((one) => typeof one === 'string');
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
