import { isUtf8 } from 'node:buffer';
import { createTwoFilesPatch } from 'diff';
import { textOfUtf8 } from '../patch/utf8.ts';
import {
  type FileDiff,
  type FileVersions,
  gitHeadsOf,
  headsOf,
  isSame,
  namesOf,
  withDiff,
} from './file-diff.ts';

/** A unified diff of every file. What is binary, or would take too long to compare, is only named. */
export function diffFiles(files: readonly FileVersions[]): readonly FileDiff[] {
  let [left, room] = [MAX_STEPS, MAX_CHARACTERS];
  return files.map((file) => {
    const { text, steps } = formatFile(file, left);
    left -= steps;
    room -= text.length;
    return withDiff(file, room < 0 ? `${headsOf(file)}Too much differs to be shown\n` : text);
  });
}

/** Characters of all diffs together: a few lines may be megabytes long, and nobody reads more. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Steps in which all files together are compared. Two that differ in n lines take the square of n, so that a patch of
 * a few words could keep whoever shows it busy for minutes.
 */
const MAX_STEPS = 4_000_000;

/** Beyond so many lines of a new file, or of one that is gone, a diff is no help. */
const MAX_LINES = 5_000;
const CONTEXT_LINES = 3;

function formatFile(file: FileVersions, left: number): { readonly text: string; readonly steps: number } {
  const { path, from = path, before, unread, after } = file;
  const [oldName, newName] = namesOf(file);
  const heads = headsOf(file);
  if (unread !== undefined) {
    return { text: `${heads}Not shown: ${from} has ${unread} bytes\n`, steps: 0 };
  }
  if (isSame(file)) {
    return { text: gitHeadsOf(file), steps: 0 };
  }
  if (left <= 0 && before !== null && after !== null) {
    // Cutting it into lines would take long too.
    return { text: `${heads}Too many lines differ to be shown\n`, steps: 0 };
  }
  const [oldText, newText] = [textOf(before), textOf(after)];
  if (oldText === null || newText === null) {
    return { text: `${heads}Binary files differ\n`, steps: 0 };
  }
  // Where there is nothing to compare with, a line is a step.
  const isOneSided = oldText === '' || newText === '';
  const most = isOneSided ? MAX_LINES : Math.floor(Math.sqrt(Math.max(0, left)));
  const options = {
    context: CONTEXT_LINES,
    maxEditLength: most,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  };
  const text = createTwoFilesPatch(oldName, newName, oldText, newText, undefined, undefined, options);
  const differing = text === undefined ? most : countDiffering(text);
  // Of an empty file there are no lines, and git names it once then.
  const hasLines = text?.includes('\n@@ ') ?? false;
  return {
    text:
      text === undefined
        ? `${heads}Too many lines differ to be shown\n`
        : `${gitHeadsOf(file)}${hasLines ? text : ''}`,
    steps: isOneSided ? differing : differing ** 2,
  };
}

/** The two lines with the names are among them. */
function countDiffering(diff: string): number {
  return diff.match(/^[-+]/gm)?.length ?? 0;
}

function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) {
    return '';
  }
  return isUtf8(bytes) && !bytes.includes(0) ? textOfUtf8(bytes) : null;
}
