import { pathsOf } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { readApplyPatch } from './apply-patch.ts';
import { readBlocks } from './blocks.ts';
import { UNFENCED, withoutIndent } from './fences.ts';
import { mayBeOneFile } from './path-line.ts';
import { type Lines, malformedAt, numberOf, type Reading, type ReadingContext } from './reading.ts';
import type { Part, TitledEdit } from './text-parts.ts';
import { readUnifiedDiff } from './unified.ts';

/**
 * Refuses edits in fences that are a file by the line above, and edit only others: the file may be meant, such as one
 * for a test, and would not be written. What can't be read is left for whoever applies it to refuse.
 */
export function refuseEditsOfOthers(lines: Lines, parts: readonly Part[]): void {
  for (const part of parts)
    for (const titled of part.titled ?? [])
      if (!isProduct(titled) && !isOfTitle(readingOf(lines, part, titled), titled.title.path))
        lines.refusals.push(fileOrEdit(lines, titled));
}

/** A heading such as `Node.js` is none of a file, as far as what stands below it tells. */
function isProduct({ title: { path } }: TitledEdit): boolean {
  return /^[A-Z]\w{0,40}\.(?:js|io|NET)$/.test(path);
}

function readingOf(lines: Lines, { format, fence }: Part, { title, start, end }: TitledEdit): Reading {
  const text = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED).join('\n');
  const context: ReadingContext = { path: title.path, pathFrom: 'mention' };
  switch (format) {
    case 'apply_patch':
      return readApplyPatch(text, context);
    case 'blocks':
      return readBlocks(text, context);
    default:
      return readUnifiedDiff(text, context);
  }
}

function isOfTitle(reading: Reading, title: string): boolean {
  return !reading.ok || reading.operations.flatMap(pathsOf).some((path) => mayBeOneFile(path, title));
}

function fileOrEdit(lines: Lines, { title: { path }, start }: TitledEdit): Refusal {
  const line = numberOf(lines, start - 1);
  const message = `The code block at line ${line} is ${path} by the line above it, and an edit of other files by what it holds, so it is open what is meant. Send a write change for the file, or the edit without that path above it.`;
  return malformedAt({ line, path }, message);
}
