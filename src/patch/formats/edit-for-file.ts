import { fenceOn } from './fences.ts';
import { linesToRead } from './reading.ts';
import { formatAt } from './text-format.ts';

/**
 * Is a text that was sent for a file an edit by how it begins, however far it is indented? Never for files that show
 * edits, such as documents, patches and what tests read.
 */
export function isEditFor(text: string, path: string): boolean {
  return !SHOWS_EDITS.test(path) && beginsAsEdit(text);
}

/** Is the first line, without its indentation and below that of a fence, one that begins an edit? */
export function beginsAsEdit(text: string): boolean {
  const first = text
    .slice(0, MAX_LOOKED_AT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && fenceOn(line) === null)
    .slice(0, 2);
  const lines = linesToRead(first.join('\n'));
  return lines !== null && formatAt(lines, 0) !== null;
}

/** Enough to see how it begins. */
const MAX_LOOKED_AT = 20_000;

const SHOWS_EDITS =
  /\.(?:diff|patch|rej|mdx?|markdown|rst|txt|text|adoc|org|tex|snap)$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;
