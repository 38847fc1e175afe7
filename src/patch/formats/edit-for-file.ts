import { isLineOfWords } from './bare-words.ts';
import { fenceOn } from './fences.ts';
import { isTitleLine } from './file-title.ts';
import { linesToRead } from './reading.ts';
import { formatAt } from './text-format.ts';

/**
 * Is a text that was sent for a file an edit by how it begins, however far it is indented? Never for files that show
 * edits, such as documents, patches and what tests read.
 */
export function isEditFor(text: string, path: string): boolean {
  return !showsEdits(path) && beginsAsEdit(text);
}

export function showsEdits(path: string): boolean {
  return SHOWS_EDITS.test(path);
}

/** Is the first line that is no words, no name and no mark of a fence, without its indentation, one that begins an edit? */
export function beginsAsEdit(text: string): boolean {
  const filled = beginningOf(text);
  const first = filled.findIndex((line) => !isLead(line));
  const lines = first === -1 ? null : linesToRead(filled.slice(first, first + 2).join('\n'));
  return (
    lines !== null &&
    (formatAt(lines, 0) !== null || UNREADABLE.test(filled.slice(first, first + 3).join('\n')))
  );
}

/** Without a word before it, be it in a fence or not. */
export function isEditAtOnce(text: string): boolean {
  const first = beginningOf(text).find((line) => fenceOn(line) === null);
  return first !== undefined && !isLead(first) && beginsAsEdit(text);
}

/** Does an edit that a text begins with name this file on a line of its own, or in a header? */
export function namesFile(text: string, path: string): boolean {
  return beginningOf(text).some((line) => {
    if (!line.endsWith(path)) return false;
    const before = line.slice(0, -path.length);
    return (
      before === '' ||
      /^(?:(?:---|\+\+\+|diff --git .{0,1100}) (?:[a-z]\/)?|\*{3} [A-Z][a-z]+ File: )$/.test(before)
    );
  });
}

function beginningOf(text: string): readonly string[] {
  return text
    .slice(0, MAX_LOOKED_AT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A block whose marks are of no length that is read, and a diff with context that is older than the unified one. */
const UNREADABLE = /^<{3,}\s*SEARCH\b|^\*{3} \S.*\n-{3} \S.*\n\*{15}/;

/** "Here is the diff:", ` ```diff `, or the path above a block. */
function isLead(line: string): boolean {
  return fenceOn(line) !== null || (isLineOfWords(line) && /[.:!]$/.test(line)) || isTitleLine(line);
}

/** Enough to see how it begins. */
const MAX_LOOKED_AT = 20_000;

const SHOWS_EDITS =
  /\.(?:diff|patch|rej|mdx?|markdown|rst|txt|text|adoc|org|tex|snap)$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;
