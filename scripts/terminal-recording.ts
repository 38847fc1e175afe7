/** A piece of what a program wrote, and when: milliseconds since it was started. */
export type Written = { readonly at: number; readonly text: string };

/** Look of a terminal's text; several can hold. */
export type Look = 'bold' | 'dim' | 'red' | 'green' | 'cyan';

/** Characters of one look. */
export type Run = { readonly text: string; readonly looks: readonly Look[] };

/** A line as the terminal shows it, and the moment it appears: milliseconds from the start of the recording. */
export type Line = { readonly at: number; readonly runs: readonly Run[] };

/** Milliseconds that pass at most between two lines that the program wrote apart: nobody watches it wait. */
const LONGEST_WAIT = 700;

/** Milliseconds between lines that it wrote at once, so that they can be followed. */
const LINE_TIME = 90;

/** Milliseconds before a new part begins, to read the end of the last one. */
const PART_TIME = 1600;

/**
 * Turns what a program wrote into lines of at most `columns` characters at moments at which a person can follow them.
 * The first appears at once; one for which `beginsPart` is true waits a little longer.
 */
export function recordLines(
  written: readonly Written[],
  options: { readonly columns: number; readonly beginsPart: (line: string) => boolean },
): readonly Line[] {
  const lines: Line[] = [];
  let now = 0;
  let last = 0;
  for (const { at, text } of written) {
    now += Math.min(at - last, LONGEST_WAIT);
    last = at;
    for (const runs of wrap(readRuns(text.replace(/\n$/, '')), options.columns)) {
      const begins = options.beginsPart(runs.map((run) => run.text).join(''));
      const pause = begins ? PART_TIME : LINE_TIME;
      now += lines.length === 0 ? 0 : pause;
      lines.push({ at: now, runs });
    }
  }
  return lines;
}

const LOOKS: { readonly [code: string]: Look } = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 36: 'cyan' };

/** Codes that end looks. */
const ENDS: { readonly [code: string]: readonly Look[] } = {
  0: ['bold', 'dim', 'red', 'green', 'cyan'],
  22: ['bold', 'dim'],
  39: ['red', 'green', 'cyan'],
};

function readRuns(text: string): readonly Run[] {
  let looks: readonly Look[] = [];
  const [before = '', ...parts] = text.split('\u001b[');
  const after = parts.map((part) => {
    const [code = ''] = part.split('m', 1);
    const look = LOOKS[code];
    looks = look === undefined ? looks.filter((one) => !ENDS[code]?.includes(one)) : [...looks, look];
    return { text: part.slice(code.length + 1), looks };
  });
  return [{ text: before, looks: [] }, ...after].filter((run) => run.text !== '');
}

function wrap(runs: readonly Run[], columns: number): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, looks } of runs) {
    for (const token of text.split(/(\n|(?<= )(?=\S))/)) {
      if (token === '\n' || used + token.length > columns) {
        lines.push([]);
        used = 0;
      }
      if (token !== '\n' && token !== '') {
        lines.at(-1)?.push({ text: token, looks });
        used += token.length;
      }
    }
  }
  return lines.map(joinRuns);
}

function joinRuns(runs: readonly Run[]): readonly Run[] {
  return runs.reduce<readonly Run[]>((joined, run) => {
    const last = joined.at(-1);
    return last !== undefined && last.looks.join() === run.looks.join()
      ? [...joined.slice(0, -1), { text: last.text + run.text, looks: run.looks }]
      : [...joined, run];
  }, []);
}
