/**
 * Rows of cells in columns, in so many characters a line: a cell that does not fit goes on below itself, broken between
 * words where that is enough. Gives the lines of each row; with Infinity each has one.
 */
export function layOut(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const [first = []] = rows;
  const columns = first.map((_, column) => rows.map((row) => row[column] ?? ''));
  const room = width - GAP.length * (columns.length - 1);
  const widths = fitWidths(
    columns.map((texts) => ({
      natural: widest(texts),
      unbroken: widest(texts.flatMap((text) => text.split(' '))),
    })),
    room,
  );
  return rows.map((row) => layOutRow(row, widths));
}

const GAP = '  ';

/** Widths by what is in a column: as it is, and with each word on a line of its own. */
type Demand = { readonly natural: number; readonly unbroken: number };

/** Takes from the widest column, one character at a time: first between words, then within them. */
function fitWidths(demands: readonly Demand[], room: number): readonly number[] {
  const widths = demands.map(({ natural }) => natural);
  for (const least of [(demand: Demand) => demand.unbroken, () => NARROWEST]) {
    for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
      const spare = widths.map((width, column) => (width > least(demands[column] ?? NOTHING) ? width : 0));
      const column = spare.indexOf(Math.max(...spare));
      if ((spare[column] ?? 0) === 0) {
        break;
      }
      widths[column] = (widths[column] ?? 0) - 1;
    }
  }
  return widths;
}

const NOTHING: Demand = { natural: 0, unbroken: 0 };

/** Characters; what is broken into less can't be read. */
const NARROWEST = 6;

function layOutRow(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = row.map((text, column) => wrap(text, widths[column] ?? 0));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => breakWord(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Pieces of a word that each fit; no character is cut in half. */
function breakWord(word: string, width: number): readonly string[] {
  if (word.length <= width) {
    return [word];
  }
  const pieces = [''];
  for (const character of word) {
    const last = pieces.at(-1) ?? '';
    if (last.length + character.length > width && last !== '') {
      pieces.push(character);
    } else {
      pieces[pieces.length - 1] = last + character;
    }
  }
  return pieces;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
