import { closingBehind, endOfBlock, fenceAround, somethingElse } from './block-end.ts';
import { type BlockMarker, blockMarker, withoutEscape } from './block-markers.ts';
import { type Lines, lineAt, numberOf, passOver } from './reading.ts';

/** One SEARCH/REPLACE block. */
export type Block = {
  readonly search: readonly string[];
  readonly replace: readonly string[];
  /** The line, from 1, that the block says it begins at. */
  readonly startLine?: number;
  readonly repairs: readonly string[];
};

export type BrokenBlock = { readonly problem: string; readonly line: number };

/** Reads the block whose first line is the next one, and goes behind it. */
export function readBlock(reader: Lines, { length }: BlockMarker): Block | BrokenBlock {
  const start = reader.at;
  const { at: end, role, isLoose } = endOfBlock(reader, start);
  const dividers = dividersBetween(reader, start + 1, end);
  const name = `The block at line ${numberOf(reader, start)}`;
  const ending = blockMarker(lineAt(reader, end) ?? '');
  if (role === 'replace' && !isLoose && ending?.rest !== '') passOver(reader, end);
  reader.at = role === 'replace' ? end + 1 : end;
  if (role === 'search')
    return {
      problem: `${name} does not end before the next one begins. ${END}`,
      line: numberOf(reader, end),
    };
  const exact = dividers.filter((divider) => divider.length === length);
  const [divider, second] = exact.length > 0 ? exact : dividers;
  if (divider === undefined && role === undefined)
    return { problem: `${name} does not end. ${END}`, line: numberOf(reader, start) };
  if (divider === undefined)
    return {
      problem: `${name} has no ======= line. Put one between the old and the new lines.`,
      line: numberOf(reader, end),
    };
  if (second !== undefined)
    return {
      problem: `${name} has two ======= lines, so nobody can tell which one divides it. Write another number of = for the divider and the marks, from 5 to 9, or send an edit.`,
      line: numberOf(reader, second.at),
    };
  const last = role === undefined ? endOfUnclosed(reader, start, divider.at) : end;
  if (typeof last !== 'number')
    return {
      problem: `${name} does not end, and at line ${numberOf(reader, last.other)} stands what may be no part of it. ${END}`,
      line: numberOf(reader, start),
    };
  if (role === undefined) reader.at = Math.max(last, divider.at + 1);
  const { lines, startLine } = withoutHint(linesBetween(reader, start + 1, divider.at));
  return {
    search: lines,
    replace: linesBetween(reader, divider.at + 1, last),
    ...(startLine === undefined ? {} : { startLine }),
    repairs: [...repairsOfEnd(role, isLoose), ...repairsOfEscapes(reader, start + 1, last)],
  };
}

function repairsOfEnd(role: 'replace' | undefined, isLoose: boolean): readonly string[] {
  if (isLoose) return ['an end of a block that is indented or too long was read as its end'];
  return role === undefined
    ? ['the last block does not end, and was read to the end of its fence or text']
    : [];
}

const END = 'End it with >>>>>>> REPLACE.';

function repairsOfEscapes(reader: Lines, from: number, to: number): readonly string[] {
  const isEscaped = reader.lines.slice(from, to).some((line) => withoutEscape(line) !== line);
  return isEscaped ? ['a backslash before a line like the marks of a block was left out'] : [];
}

type Divider = { readonly at: number; readonly length: number };

function dividersBetween(reader: Lines, from: number, to: number): readonly Divider[] {
  const dividers: Divider[] = [];
  for (let at = from; at < to; at += 1) {
    const marker = blockMarker(lineAt(reader, at) ?? '');
    if (marker?.role === 'divider') dividers.push({ at, length: marker.length });
  }
  return dividers;
}

function linesBetween(reader: Lines, from: number, to: number): readonly string[] {
  return reader.lines
    .slice(from, to)
    .map((line) => withoutEscape(line.endsWith('\r') ? line.slice(0, -1) : line));
}

/**
 * Where a block without its end ends: with the fence that it began in, or with the text, as far as nothing else stands
 * there. A fence that ends the text is not part of the block, and blank lines only where the old lines end with one too.
 */
function endOfUnclosed(reader: Lines, start: number, divider: number): number | { readonly other: number } {
  const fence = fenceAround(reader, start);
  const end = fence === null ? reader.lines.length : closingBehind(reader, start, fence);
  let last = end - 1;
  while (last > divider && (lineAt(reader, last) ?? '').trim() === '') last -= 1;
  const closesText = /^(?:`{3,}|~{3,})$/.test((lineAt(reader, last) ?? '').trimEnd());
  const isFenced = closesText || end < reader.lines.length;
  const to = closesText ? last : last + 1;
  const other = somethingElse(reader, { from: divider + 1, to, isFenced });
  if (other !== null) return { other };
  return closesText || (lineAt(reader, divider - 1) ?? '').trim() !== '' ? to : end;
}

/** Without `:start_line:12`, its like, and the line of dashes below them. */
function withoutHint(lines: readonly string[]): { lines: readonly string[]; startLine?: number } {
  let at = 0;
  let startLine: number | undefined;
  for (let hint = HINT.exec(lines[at] ?? ''); hint !== null; hint = HINT.exec(lines[at] ?? '')) {
    if (hint[1] === 'start') startLine = Number(hint[2]);
    at += 1;
  }
  if (at > 0 && /^-{5,9}$/.test((lines[at] ?? '').trimEnd())) at += 1;
  return { lines: lines.slice(at), ...(startLine === undefined || startLine === 0 ? {} : { startLine }) };
}

const HINT = /^:(start|end)_line: ?(\d{1,9}) {0,9}$/;
