import type { FileOperation } from '../hunk.ts';
import { MAX_HUNKS, MAX_LINES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { mayBeShort } from './full-names.ts';
import { fullPath } from './path-line.ts';

/** What a reader makes of a patch text: all that it asks for, or everything that is wrong with it. */
export type Reading =
  | {
      readonly ok: true;
      readonly operations: readonly FileOperation[];
      /** What had to be put right or passed over to read the text, in sentences. */
      readonly repairs: readonly string[];
      /** What stands around the patch and is no part of it, in order. */
      readonly prose: readonly Prose[];
    }
  /** Without pointers: the reader does not know where its text stood. */
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A line that is no part of a patch, and its number in what was sent, from 1. */
export type Prose = { readonly line: number; readonly text: string };

/** A line that is nothing but the path, one that says more, or one that may be no path at all. */
export type PathFrom = 'line' | 'mention' | 'sentence';

/** What is known of a patch text from around it. */
export type ReadingContext = {
  /** The file that is meant where the text does not name one. */
  readonly path?: string | undefined;
  /** What that was read from, in a text that is the patch; absent: it was given with the text. */
  readonly pathFrom?: PathFrom | undefined;
  /** By what stands beside it, no name here is a short one of that file's. */
  readonly isInFull?: boolean | undefined;
  /** Lines that stand before the text in what was sent, so that line numbers are those of the whole. */
  readonly linesBefore?: number;
  /** Hunks that were read before from the same change, so that each one's number is its own. */
  readonly hunksBefore?: number;
};

/** The lines of one patch text while they are read: `at` is the next one, `hunks` the number of the last hunk. */
export type Lines = {
  readonly lines: readonly string[];
  at: number;
  hunks: number;
  readonly path: string | undefined;
  /** The path whose folders the names in the text may leave out. */
  readonly given: string | undefined;
  /** The number of the first line, less one. */
  readonly before: number;
  readonly maxHunks: number;
  readonly operations: FileOperation[];
  readonly refusals: Refusal[];
  readonly repairs: Repairs;
  /** Lines that were passed over as prose. */
  readonly passed: number[];
};

/** null: there are more lines than are read. */
export function linesToRead(text: string, context: ReadingContext = {}): Lines | null {
  const lines = text.split('\n', MAX_LINES + 2);
  if (lines.length > MAX_LINES + 1) return null;
  if (lines.at(-1) === '') lines.pop();
  const { path, pathFrom, isInFull = false, linesBefore = 0, hunksBefore = 0 } = context;
  const isShortened = pathFrom !== 'mention' && pathFrom !== 'sentence' && !isInFull;
  return {
    lines,
    at: 0,
    hunks: hunksBefore,
    path,
    given: isShortened && path !== undefined && mayBeShort(lines, path) ? path : undefined,
    before: linesBefore,
    maxHunks: hunksBefore + MAX_HUNKS,
    operations: [],
    refusals: [],
    repairs: newRepairs(),
    passed: [],
  };
}

/** A line without its carriage return; undefined behind the end. */
export function lineAt({ lines, at: next }: Lines, at = next): string | undefined {
  const line = lines[at];
  return line?.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The number of a line, from 1, in the text that was sent. */
export function numberOf({ before, at: next }: Lines, at = next): number {
  return before + at + 1;
}

/** The file that a name in the text is of: without `./`, and with folders that it leaves out, which is noted. */
export function fileNamed(reader: Lines, name: string, at = reader.at): string {
  const path = fullPath(name, reader.given);
  if (path.length > name.length)
    addRepair(reader.repairs, `the name ${name} was read as ${path}`, numberOf(reader, at));
  return path;
}

/** The next line, or that one, is no part of a patch. */
export function passOver({ passed, at: next }: Lines, at = next): void {
  passed.push(at);
}

/** What was passed over, in order and without blank lines. */
export function proseOf(reader: Lines): readonly Prose[] {
  return reader.passed
    .toSorted((left, right) => left - right)
    .map((at) => ({ line: numberOf(reader, at), text: lineAt(reader, at) ?? '' }))
    .filter(({ text }) => text.trim() !== '');
}

/** Is there more to read? Not beyond the number of hunks that a patch may have. */
export function hasMore(reader: Lines): boolean {
  if (reader.at >= reader.lines.length || reader.hunks > reader.maxHunks) return false;
  return reader.refusals.length < MAX_PROBLEMS;
}

/** Problems after which reading ends; more than are ever listed. */
const MAX_PROBLEMS = 200;

export function readingOf(reader: Lines): Reading {
  const { operations, refusals, repairs, hunks, maxHunks } = reader;
  if (hunks > maxHunks) return tooLarge('hunks', MAX_HUNKS);
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, operations, repairs: repairsOf(repairs), prose: proseOf(reader) };
}

export function tooManyLines(): Reading {
  return tooLarge('lines', MAX_LINES);
}

function tooLarge(unit: 'hunks' | 'lines', limit: number): Reading {
  const message = `The text holds more than ${limit} ${unit}, and that many are allowed. Split it into several patches.`;
  return { ok: false, refusals: [{ code: 'too_large', message, data: { limit } }] };
}

/** A text that can't be read at `line` (from 1) of what was sent. */
export function malformedAt(
  place: { line: number; path?: string | undefined; hunk?: number },
  message: string,
): Refusal {
  return {
    code: 'malformed',
    message,
    ...(place.path === undefined ? {} : { path: place.path }),
    ...(place.hunk === undefined ? {} : { hunk: place.hunk }),
    data: { line: place.line },
  };
}

/** Repairs by what they say, with the lines that they were made at. */
export type Repairs = Map<string, { readonly first: number; count: number }>;

export function newRepairs(): Repairs {
  return new Map();
}

/** `what` is a sentence without capital and period, such as "a hunk header without line ranges was read". */
export function addRepair(repairs: Repairs, what: string, line: number): void {
  const said = what.slice(0, MAX_REPAIR_CHARACTERS);
  const known = repairs.get(said);
  if (known !== undefined) known.count += 1;
  else if (repairs.size < MAX_REPAIRS) repairs.set(said, { first: line, count: 1 });
}

/** Kinds of repairs that are told apart; a text that needs more is told so by the first ones. */
const MAX_REPAIRS = 50;

/** A repair names a path or two; hostile ones are cut. */
const MAX_REPAIR_CHARACTERS = 400;

export function repairsOf(repairs: Repairs): readonly string[] {
  return [...repairs].map(([what, { first, count }]) => {
    const more = count === 1 ? '' : ` and ${count - 1} more`;
    return `${what.charAt(0).toUpperCase()}${what.slice(1)} (line ${first}${more})`;
  });
}
