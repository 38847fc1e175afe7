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
  return !SHOWS_EDITS.test(path) && beginsAsEdit(text);
}

/** Is the first line that is no words, no name and no mark of a fence, without its indentation, one that begins an edit? */
export function beginsAsEdit(text: string): boolean {
  const filled = text
    .slice(0, MAX_LOOKED_AT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = filled.findIndex((line) => !isLead(line));
  const lines = first === -1 ? null : linesToRead(filled.slice(first, first + 2).join('\n'));
  return (
    lines !== null &&
    (formatAt(lines, 0) !== null || UNREADABLE.test(filled.slice(first, first + 3).join('\n')))
  );
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
