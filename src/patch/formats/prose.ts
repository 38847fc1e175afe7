import { fenceOn, hasWords, pathInInfo } from './fences.ts';
import { isIndexLine, isSeparator } from './file-lines.ts';
import { HEADER } from './full-names.ts';
import { isTagLine } from './path-line.ts';
import { type Lines, type Prose, passOver } from './reading.ts';
import { counted } from './shell-commands.ts';
import { givingLine } from './shell-line.ts';
import type { Part } from './text-parts.ts';

/** Passes over what stands beside the parts of a text, but for lines that only name the file of one. */
export function passOverBeside(lines: Lines, parts: readonly Part[]): void {
  const titles = new Set(parts.map((part) => (isTitleOf(lines, part) ? part.titleAt : undefined)));
  let from = 0;
  for (const { start, end } of [...parts, { start: lines.lines.length, end: 0 }]) {
    for (let at = from; at < start; at += 1)
      if (!titles.has(at) && !isIndexLine(lines, at)) passOver(lines, at);
    from = end;
  }
}

/** A diff or a patch that names files has no other one by the line above it. */
function isTitleOf(lines: Lines, { format, path = '', start, end }: Part): boolean {
  if (format === 'fence' || format === 'blocks') return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const headers = lines.lines.slice(start, end).filter((line) => HEADER.test(line));
  return headers.length === 0 || headers.some((line) => line.includes(name));
}

/**
 * What is to be said of the lines that were passed over, in a sentence; null: they say nothing. Whoever reads it sees
 * what nobody acted on: a wish, an explanation, or what was meant as a part of an edit.
 */
export function proseNote(passed: readonly Prose[]): string | null {
  const stretches = stretchesOf(passed.filter(({ text }) => isSaying(text.trim())));
  if (stretches.length === 0) return null;
  const shown = stretches.slice(0, MOST_STRETCHES).map(shownStretch);
  const more = stretches.length - shown.length;
  const rest = more > 0 ? `; and ${more} more such places` : '';
  return `Words that belong to no edit were passed over: ${shown.join('; ')}${rest}`;
}

/** Commands on the lines that give a patch to a shell are asked for and not run; one sentence about all of them. */
export function commandsBeside(passed: readonly Prose[]): readonly string[] {
  const lines = passed.filter(({ text }) => givingLine(text)?.hasCommands === true).map(({ line }) => line);
  return lines.length === 0
    ? []
    : [`The commands at ${counted('line', lines)}, beside a patch, were not run`];
}

/** Does a line say anything, and not only part or wrap others? */
function isSaying(line: string): boolean {
  const fence = fenceOn(line);
  if (!/[\p{L}\p{N}]/u.test(line) || isTagLine(line)) return false;
  if (fence !== null && pathInInfo(fence) === null && !hasWords(fence)) return false;
  if (/^(?:EOF|PATCH)$/.test(line) || isGivenPatch(line)) return false;
  return !isSeparator(line) || /^(?:Only in|Index:|diff) /.test(line);
}

/** A shell's line that gives a patch to a program is carried out, as it were. */
function isGivenPatch(line: string): boolean {
  const given = givingLine(line);
  return (given !== null && !given.hasRemark && !given.hasCommands) || FILE_OF_PATCH.test(line);
}

/** It is put into a file of its own first. */
const FILE_OF_PATCH = /^(?:\$ )?cat ?>{1,2} ?[\w./-]{0,200}\.(?:patch|diff) ?<<-? ?['"]?\w+['"]?$/;

type Stretch = { readonly first: number; last: number; text: string };

/** Lines that follow each other, in their order, are one stretch. */
function stretchesOf(prose: readonly Prose[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { line, text } of prose.toSorted((left, right) => left.line - right.line)) {
    const open = stretches.at(-1);
    if (open === undefined || line > open.last + MOST_BETWEEN) {
      stretches.push({ first: line, last: line, text: text.trim().slice(0, MOST_CHARACTERS + 1) });
      continue;
    }
    if (open.text.length <= MOST_CHARACTERS)
      open.text = `${open.text} ${text.trim().slice(0, MOST_CHARACTERS)}`;
    open.last = line;
  }
  return stretches;
}

function shownStretch({ first, last, text }: Stretch): string {
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `"${text.length > MOST_CHARACTERS ? `${cutBetweenWords(text)}…` : text}" (${lines})`;
}

/** The beginning of a secret would not be known for one. */
function cutBetweenWords(text: string): string {
  const kept = text.slice(0, MOST_CHARACTERS).toWellFormed();
  return OF_WORD.test(text.charAt(MOST_CHARACTERS)) ? kept.replace(/[\w+/=.:~-]+$/, '') : kept;
}

const OF_WORD = /[\w+/=.:~-]/;

/** Blank lines and fences part what is said, as far as that is one line. */
const MOST_BETWEEN = 2;

/** Enough for a sentence or two of each, and for the places of a few. */
const MOST_CHARACTERS = 160;
const MOST_STRETCHES = 6;
