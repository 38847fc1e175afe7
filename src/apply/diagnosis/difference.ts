import type { Place } from './nearest.ts';
import type { Scene } from './scene.ts';

/** What differs at one place, and how much. */
export type Difference = {
  /** ' ' both have the line, '-' the patch only, '+' the file only; `@@ 12 equal lines @@` stands for these. */
  readonly diff: readonly string[];
  /** Pairs that are not equal, with positions in the file from 0. */
  readonly changed: readonly Changed[];
  /** Lines that only the patch has. */
  readonly missing: number;
  /** Lines that only the file has, between those that both have. */
  readonly extra: number;
};

export type Changed = {
  readonly position: number;
  readonly expected: string;
  readonly found: string;
  readonly onlySpace: boolean;
};

export function differenceAt(scene: Scene, expected: readonly string[], place: Place): Difference {
  const rows: Row[] = [];
  const changed: Changed[] = [];
  let [i, j] = [0, place.pairs[0]?.found ?? 0];
  const passTo = (nextExpected: number, nextFound: number) => {
    for (; i < nextExpected; i += 1) rows.push({ mark: '-', text: expected[i] ?? '' });
    for (; j < nextFound; j += 1) rows.push({ mark: '+', text: scene.line(place.origin + j) });
  };
  for (const pair of place.pairs) {
    passTo(pair.expected, pair.found);
    const [left, right] = [expected[pair.expected] ?? '', scene.line(place.origin + pair.found)];
    if (pair.difference === 'none') {
      rows.push({ mark: ' ', text: right });
    } else {
      rows.push({ mark: '-', text: left }, { mark: '+', text: right });
      const onlySpace = pair.difference === 'space';
      changed.push({ position: place.origin + pair.found, expected: left, found: right, onlySpace });
    }
    [i, j] = [pair.expected + 1, pair.found + 1];
  }
  passTo(Math.min(expected.length, i + MAX_ROWS), j);
  const alone = (mark: Row['mark']) => rows.filter((row) => row.mark === mark).length - changed.length;
  return { diff: shorten(rows), changed, missing: alone('-'), extra: alone('+') };
}

type Row = { readonly mark: ' ' | '-' | '+'; readonly text: string };

/** Lines of one diff; what is longer is not read. */
const MAX_ROWS = 60;

/** Equal lines that are shown on either side of what differs. */
const SHOWN_EQUAL = 3;

/** Characters of one line of a diff. */
const MAX_CHARACTERS = 200;

function shorten(rows: readonly Row[]): readonly string[] {
  const near = nearDifferences(rows);
  const lines: string[] = [];
  for (let at = 0; at < rows.length && lines.length < MAX_ROWS; ) {
    let end = at;
    while (end < rows.length && near[end] === 0) end += 1;
    if (end - at > 1) {
      lines.push(`@@ ${end - at} equal lines @@`);
      at = end;
      continue;
    }
    const { mark, text } = rows[at] ?? { mark: ' ', text: '' };
    lines.push(mark + shownLine(text));
    at += 1;
  }
  return lines;
}

/** 1 for each row that differs or stands close to one that does. */
function nearDifferences(rows: readonly Row[]): Uint8Array {
  const near = new Uint8Array(rows.length);
  for (const [at, { mark }] of rows.entries())
    if (mark !== ' ') near.fill(1, Math.max(0, at - SHOWN_EQUAL), at + SHOWN_EQUAL + 1);
  return near;
}

/** A line of a file or a patch, cut to what helps to recognise it. */
export function shownLine(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS).toWellFormed()}…`;
}
