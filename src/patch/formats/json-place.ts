import { blockMarker } from './block-markers.ts';
import { fenceOn } from './fences.ts';
import { isFileStart } from './file-lines.ts';
import { type Lines, lineAt, linesToRead } from './reading.ts';
import { type Part, partsOf } from './text-parts.ts';
import { unescapedText } from './unescaped-text.ts';

/**
 * Is JSON all of the patch that a text holds, by what stands before and behind it? Not where an edit writes it or stands
 * beside it, nor where it is in a file that the text names, or beside one, or beside other JSON: then the text is what has to
 * be read. Nor where a shell is to write it to a file.
 */
export function isAllOfText(before: string, after: string): boolean {
  if (WRITES.test(before.slice(-MAX_COMMAND)) || OBJECT.test(before) || OBJECT.test(after)) return false;
  // What stands in the JSON is left out: it may hold an edit in a string.
  const [above, below] = [before, after].map((text) => unescapedText(text) ?? text);
  const lines = linesToRead(`${above}\n{}\n${below}`);
  return (
    lines !== null &&
    partsOf(lines).parts.every(
      ({ format, title, hasMarks }) => format === 'fence' && title === undefined && hasMarks !== true,
    )
  );
}

/** A line that begins as an object does, which no words do. */
const OBJECT = /^\{\s*"/m;

/** Ends with the line of a shell that has what follows written to a file: `cat > a.json <<EOF`. */
const WRITES = /^[ \t]*(?:\$ )?(?:sudo )?(?=[^\n]*<<)(?:cat\b[^\n|]*>|tee\b)[^\n]*\n[\s[]*(?![\s\S])/m;

/** Characters of such a line. */
const MAX_COMMAND = 400;

/** Lines of a text, from `start` (from 0) on. */
export type Stretch = { readonly start: number; readonly text: string };

/**
 * What stands in no fence and no edit, from each line on that begins as JSON does, up to an edit or a fence; and, where
 * a few lines do, each up to the next one as well.
 */
export function stretchesBeside(lines: Lines, parts: readonly Part[]): readonly Stretch[] {
  return wholeStretches(lines, parts).flatMap((whole) => {
    const pieces = piecesOf(whole);
    return pieces.length > 1 && pieces.length <= MOST_PIECES ? [whole, ...pieces] : [whole];
  });
}

function piecesOf({ start, text }: Stretch): readonly Stretch[] {
  const own = text.split('\n');
  const starts = own.flatMap((line, at) => (BEGINS_JSON.test(line) ? [at] : []));
  return starts.map((from, index) => ({
    start: start + from,
    text: own.slice(from, starts[index + 1]).join('\n'),
  }));
}

/** More of them are the lines of one text. */
const MOST_PIECES = 100;

const BEGINS_JSON = /^[[{]/;

function wholeStretches(lines: Lines, parts: readonly Part[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: number | null = null;
  for (const [at, isBeside] of linesBeside(lines, parts).entries()) {
    const line = lineAt(lines, at) ?? '';
    if (isBeside && open === null && BEGINS_JSON.test(line)) open = at;
    if (isBeside || open === null) continue;
    found.push(stretch(lines, open, at));
    open = null;
  }
  return open === null ? found : [...found, stretch(lines, open, lines.lines.length)];
}

function stretch({ lines }: Lines, start: number, end: number): Stretch {
  return { start, text: lines.slice(start, end).join('\n') };
}

/** For each line whether it is no part of a fence or of an edit, nor the line that opens or closes a fence. */
function linesBeside(lines: Lines, parts: readonly Part[]): readonly boolean[] {
  const beside = lines.lines.map((_, at) => fenceOn(lineAt(lines, at) ?? '') === null);
  for (const { format, start, end } of parts) {
    let isInBlock = false;
    for (let at = start; at < end; at += 1) {
      const line = lineAt(lines, at) ?? '';
      const role = format === 'blocks' ? blockMarker(line)?.role : undefined;
      if (role === 'search') isInBlock = true;
      const isInDiff = format === 'diff' && (/^[-+@\\]/.test(line) || isFileStart(lines, at));
      beside[at] = (format === 'blocks' && !isInBlock) || (format === 'diff' && !isInDiff);
      if (role === 'replace') isInBlock = false;
    }
  }
  return beside;
}
