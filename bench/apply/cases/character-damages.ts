import { type Sketch, type SketchedHunk, withLines } from './sketch.ts';

/** The file has white space at the ends of some lines, and the patch has not. Lines that stay keep it. */
export function trailingSpaceInFile(sketch: Sketch): Sketch | null {
  const { base, after, hunks } = sketch;
  if (after === null) return null;
  const spaced = new Set(
    hunks.flatMap(({ start, span }) => base.slice(start, start + span)).filter((_, index) => index % 2 === 0),
  );
  const withSpace = (lines: readonly string[]) =>
    lines.map((line) => (spaced.has(line) ? `${line}  ` : line));
  const added = new Set(
    hunks.flatMap(({ lines }) => lines.flatMap(([mark, text]) => (mark === '+' ? [text] : []))),
  );
  if ([...spaced].some((line) => added.has(line))) return null;
  return { ...sketch, base: withSpace(base), after: withSpace(after) };
}

export function trailingSpaceInPatch(sketch: Sketch): Sketch {
  const damage = (hunk: SketchedHunk) =>
    withLines(hunk, ([mark, text], index) => [mark, mark !== '+' && index % 2 === 0 ? `${text} ` : text]);
  return { ...sketch, hunks: sketch.hunks.map(damage) };
}

/** Every step of indentation is written with spaces where the file has tabs, and with tabs where it has spaces. */
export function otherTabs(sketch: Sketch): Sketch | null {
  const lines = sketch.hunks.flatMap((hunk) => hunk.lines.map(([, text]) => text));
  const tabbed = lines.some((line) => line.startsWith('\t'));
  const step = stepOf(sketch.base);
  if (!tabbed && (step === null || lines.some((line) => (depthOf(line) ?? 0) % step !== 0))) return null;
  if (!lines.some((line) => /^[ \t]+\S/.test(line))) return null;
  const retab = (line: string) =>
    tabbed ? line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length)) : tabsFor(line, step ?? 1);
  return {
    ...sketch,
    hunks: sketch.hunks.map((hunk) => withLines(hunk, ([mark, text]) => [mark, retab(text)])),
  };
}

function tabsFor(line: string, step: number): string {
  const depth = depthOf(line) ?? 0;
  return '\t'.repeat(depth / step) + line.slice(depth);
}

/** The least indentation, where all of it is of spaces. */
function stepOf(lines: readonly string[]): number | null {
  const depths = lines
    .flatMap((line) => (line.trim() === '' ? [] : [depthOf(line)]))
    .filter((depth) => depth !== 0);
  if (depths.includes(null)) return null;
  const step = Math.min(...depths.map((depth) => depth ?? 0));
  return step === 2 || step === 4 ? step : null;
}

/** Spaces before a line; null: tabs are among them. */
function depthOf(line: string): number | null {
  const space = /^\s*/.exec(line)?.[0] ?? '';
  return space.includes('\t') ? null : space.length;
}

/** All lines of a hunk stand further to the left, as far as they can together. */
export function dedented(sketch: Sketch): Sketch | null {
  let moved = false;
  const hunks = sketch.hunks.map((hunk) => {
    const spaces = hunk.lines.flatMap(([, text]) =>
      text.trim() === '' ? [] : [/^\s*/.exec(text)?.[0] ?? ''],
    );
    const least = spaces.reduce(
      (left, right) => (right.length < left.length ? right : left),
      spaces[0] ?? '',
    );
    if (least === '' || !spaces.every((space) => space.startsWith(least))) return hunk;
    moved = true;
    return withLines(hunk, ([mark, text]) => [
      mark,
      text.startsWith(least) ? text.slice(least.length) : text,
    ]);
  });
  return moved ? { ...sketch, hunks } : null;
}

/** Quotes and dashes of the file in their plain form, in what is context or to be removed. */
export function otherGlyphs(sketch: Sketch): Sketch | null {
  const plain = (text: string) =>
    text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/[–—]/g, '-');
  const hunks = sketch.hunks.map((hunk) =>
    withLines(hunk, ([mark, text]) => [mark, mark === '+' ? text : plain(text)]),
  );
  const same = hunks.every((hunk, index) =>
    hunk.lines.every(([, text], at) => text === sketch.hunks[index]?.lines[at]?.[1]),
  );
  return same ? null : { ...sketch, hunks };
}
