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
  const { dividers, end, role } = scan(reader);
  const name = `The block at line ${numberOf(reader, start)}`;
  const ending = blockMarker(lineAt(reader, end) ?? '');
  if (role === 'replace' && ending?.rest !== '') passOver(reader, end);
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
  const { lines, startLine } = withoutHint(linesBetween(reader, start + 1, divider.at));
  return {
    search: lines,
    replace: linesBetween(
      reader,
      divider.at + 1,
      role === undefined ? endOfUnclosed(reader, divider.at, end) : end,
    ),
    ...(startLine === undefined ? {} : { startLine }),
    repairs: role === undefined ? ['the last block does not end, and was read to the end of the text'] : [],
  };
}

const END = 'End it with >>>>>>> REPLACE.';

type Scan = {
  readonly dividers: readonly { readonly at: number; readonly length: number }[];
  readonly end: number;
  /** What ends the block: its own end, the next one's beginning, or the end of the text. */
  readonly role: 'search' | 'replace' | undefined;
};

function scan(reader: Lines): Scan {
  const dividers: { at: number; length: number }[] = [];
  for (let at = reader.at + 1; at < reader.lines.length; at += 1) {
    const marker = blockMarker(lineAt(reader, at) ?? '');
    if (marker?.role === 'divider') dividers.push({ at, length: marker.length });
    else if (marker !== null) return { dividers, end: at, role: marker.role };
  }
  return { dividers, end: reader.lines.length, role: undefined };
}

function linesBetween(reader: Lines, from: number, to: number): readonly string[] {
  return reader.lines
    .slice(from, to)
    .map((line) => withoutEscape(line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** A fence that ends the text is not part of the block, and blank lines only where the old lines end with one too. */
function endOfUnclosed(reader: Lines, divider: number, end: number): number {
  let last = end - 1;
  while (last > divider && (lineAt(reader, last) ?? '').trim() === '') last -= 1;
  if (/^(?:`{3,}|~{3,})$/.test((lineAt(reader, last) ?? '').trimEnd())) return last;
  return (lineAt(reader, divider - 1) ?? '').trim() === '' ? end : last + 1;
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
