import { saysAnything } from './already.ts';

/** The lines that are found, and those that take their place. */
export type Sides = { readonly before: readonly string[]; readonly after: readonly string[] };

/**
 * May lines that go above or below all that is found stand right there in a text already? `start` and `end`: the offsets of
 * what was found, in whole lines. Cheap, and not certain; restAt() tells.
 */
export function mayStandBeside(
  text: string,
  { before, after }: Sides,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const found = new Set(before);
  const isOther = (line: string) => saysAnything(line) && !found.has(line);
  const [firstOther, lastOther] = [after.findIndex(isOther), after.findLastIndex(isOther)];
  if (firstOther === -1) return false;
  const tops = placesOf(after, before[0]).filter((at) => at > firstOther);
  const bottoms = placesOf(after, before.at(-1)).filter((at) => at < lastOther);
  if (tops.length + bottoms.length > MAX_PLACES) return true;
  return (
    tops.some((at) => endsWithLines(text, after.slice(0, at), start)) ||
    bottoms.some((at) => beginsWithLines(text, after.slice(at + 1), end))
  );
}

function placesOf(lines: readonly string[], line: string | undefined): readonly number[] {
  return lines.flatMap((text, at) => (text === line ? [at] : []));
}

/** Few patches are so long that they have a line such as a bracket more often. */
const MAX_PLACES = 200;

/** Do lines stand right above the line that begins at `start`? */
function endsWithLines(text: string, lines: readonly string[], start: number): boolean {
  let end = start;
  for (const line of lines.toReversed()) {
    const from = end - line.length - 1;
    if (from < 0 || text[end - 1] !== '\n' || !text.startsWith(line, from)) return false;
    end = from;
  }
  return end === 0 || text[end - 1] === '\n';
}

/** Do lines stand right below the line that ends at `end`? */
function beginsWithLines(text: string, lines: readonly string[], end: number): boolean {
  let reached = end;
  for (const line of lines) {
    if (text[reached] !== '\n' || !text.startsWith(line, reached + 1)) return false;
    reached += line.length + 1;
  }
  return reached === text.length || text[reached] === '\n';
}
