import type { Hunk, HunkLine } from '../../patch/hunk.ts';
import type { Placed } from './inserted.ts';
import { MISSING } from './placed.ts';

/**
 * The same change with lines that it adds moved past context below or above them: a function below one that is changed ends
 * with the bracket that the other had at its end, and which of the two brackets is the new one says nothing. `placed` itself
 * comes first. Of one addition alone, which stays one, all that it makes is looked for: findMadeAround().
 */
export function slidOut(placed: Placed): readonly Placed[] {
  const { lines } = placed.hunk;
  const slid = [placed];
  for (let start = 0, end: number; start < lines.length && slid.length <= MAX_SLID; start = end) {
    end = endOf(lines, start);
    if (lines[start]?.[0] !== '+') continue;
    if (lines[end]?.[0] === ' ') slid.push(...slidDown(placed, start, end));
    if (lines[start - 1]?.[0] === ' ') slid.push(...slidUp(placed, start, end));
  }
  const isAlone = isOneAddition(placed.hunk);
  return slid.filter((one, order) => order === 0 || !isAlone || !isOneAddition(one.hunk)).slice(0, MAX_SLID);
}

/** Functions or items that are added one below the other; each has such a line. */
const MAX_SLID = 20;

/** Does a hunk add lines at one place, and nothing else? */
export function isOneAddition({ lines }: Hunk): boolean {
  const begins = lines.filter(([mark], line) => mark === '+' && lines[line - 1]?.[0] !== '+');
  return begins.length === 1 && lines.every(([mark]) => mark !== '-');
}

function slidDown({ hunk, placing, written }: Placed, start: number, end: number): readonly Placed[] {
  const { lines } = hunk;
  const context = lines.slice(end, endOf(lines, end));
  return placesOf(lines.slice(start, end), context[0]).flatMap((at): readonly Placed[] => {
    const from = start + at;
    const size = sameLines(lines.slice(from, end), context);
    const [to, rest] = [from + size, end + size];
    const place = placing[rest - 1] ?? MISSING;
    if (place === MISSING) return [];
    const moved = [...lines.slice(to, end), ...lines.slice(from, to)];
    return [
      {
        hunk: {
          ...hunk,
          lines: [...lines.slice(0, from), ...lines.slice(end, rest), ...added(moved), ...lines.slice(rest)],
        },
        placing: [
          ...placing.slice(0, from),
          ...placing.slice(end, rest),
          ...moved.map(() => place + 1),
          ...placing.slice(rest),
        ],
        written: [
          ...written.slice(0, from),
          ...written.slice(end, rest),
          ...written.slice(to, end),
          ...written.slice(from, to),
          ...written.slice(rest),
        ],
      },
    ];
  });
}

function slidUp({ hunk, placing, written }: Placed, start: number, end: number): readonly Placed[] {
  const { lines } = hunk;
  const context = lines.slice(beginOf(lines, start - 1), start);
  return placesOf(lines.slice(start, end), context.at(-1)).flatMap((at): readonly Placed[] => {
    const to = start + at + 1;
    const size = sameLines(lines.slice(start, to).toReversed(), context.toReversed());
    const [from, first] = [to - size, start - size];
    const place = placing[first] ?? MISSING;
    if (place === MISSING) return [];
    const moved = [...lines.slice(from, to), ...lines.slice(start, from)];
    return [
      {
        hunk: {
          ...hunk,
          lines: [
            ...lines.slice(0, first),
            ...added(moved),
            ...lines.slice(first, start),
            ...lines.slice(to),
          ],
        },
        placing: [
          ...placing.slice(0, first),
          ...moved.map(() => place),
          ...placing.slice(first, start),
          ...placing.slice(to),
        ],
        written: [
          ...written.slice(0, first),
          ...written.slice(from, to),
          ...written.slice(start, from),
          ...written.slice(first, start),
          ...written.slice(to),
        ],
      },
    ];
  });
}

function added(lines: readonly HunkLine[]): readonly HunkLine[] {
  return lines.map(([, text]): HunkLine => ['+', text]);
}

function endOf(lines: readonly HunkLine[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]?.[0] === lines[start]?.[0]) end += 1;
  return end;
}

function beginOf(lines: readonly HunkLine[], last: number): number {
  let start = last;
  while (start > 0 && lines[start - 1]?.[0] === lines[last]?.[0]) start -= 1;
  return start;
}

/** The first places of a line among others. */
function placesOf(lines: readonly HunkLine[], line: HunkLine | undefined): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < lines.length && places.length < MAX_SLID; at += 1)
    if (lines[at]?.[1] === line?.[1]) places.push(at);
  return places;
}

/** With how many lines do both begin? */
function sameLines(lines: readonly HunkLine[], others: readonly HunkLine[]): number {
  let size = 0;
  while (size < lines.length && size < others.length && lines[size]?.[1] === others[size]?.[1]) size += 1;
  return size;
}
