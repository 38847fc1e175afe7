import { noChangeOf, type UnderFile } from './dialects/under-file.ts';
import { readApplyPatch } from './formats/apply-patch.ts';
import { readBlocks } from './formats/blocks.ts';
import type { Reading } from './formats/reading.ts';
import type { PlainChange, TextReading } from './formats/text-reading.ts';
import { readUnifiedDiff } from './formats/unified.ts';
import { pathsOf } from './hunk.ts';
import type { Refusal } from './refusal.ts';
import type { Change } from './schema.ts';

/**
 * Refuses texts that stand under the name of a file and are for another one, by what they say themselves: whoever looks
 * sees the name, and the other file would be changed. `underFiles` gives the places of the changes in `changes`. What
 * can't be read is left for whoever applies it to refuse.
 */
export function textsForOtherFiles(
  changes: readonly Change[],
  underFiles: readonly UnderFile[],
  readText: (text: string, path: string | undefined) => TextReading,
): readonly Refusal[] {
  return underFiles.flatMap((under) => {
    const change = changes[under.index];
    if (change === undefined) return [];
    const inside = change.kind === 'text' ? plainChanges(readText(change.text, change.path)) : [change];
    return inside.every((one) => isOf(one, under.file)) ? [] : [noChangeOf(under)];
  });
}

function plainChanges(reading: TextReading): readonly PlainChange[] {
  return reading.ok ? reading.changes : [];
}

function isOf(change: PlainChange, file: string): boolean {
  switch (change.kind) {
    case 'diff':
      return areOf(readUnifiedDiff(change.diff, { path: change.path }), file);
    case 'apply_patch':
      return areOf(readApplyPatch(change.patch, { path: change.path }), file);
    case 'blocks':
      return areOf(readBlocks(change.text, { path: change.path }), file);
    case 'move':
      return change.from === file || change.to === file;
    case 'run':
      return false;
    default:
      return change.path === file;
  }
}

function areOf(reading: Reading, file: string): boolean {
  return !reading.ok || reading.operations.every((operation) => pathsOf(operation).includes(file));
}
