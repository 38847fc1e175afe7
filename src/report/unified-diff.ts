import { isUtf8 } from 'node:buffer';
import { createTwoFilesPatch } from 'diff';

/** One file before and after; null where it does not exist. */
export type FileVersions = {
  readonly path: string;
  readonly from?: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
};

/** What a change looks like, for people: a unified diff of every file. Binary files are only named. */
export function formatUnifiedDiff(files: readonly FileVersions[]): string {
  return files.map(formatFile).join('');
}

/** Beyond so many differing lines a diff is no help, and takes long to make. */
const MAX_DIFFERENCES = 5_000;
const CONTEXT_LINES = 3;

function formatFile({ path, from = path, before, after }: FileVersions): string {
  const [oldName, newName] = [
    before === null ? '/dev/null' : `a/${from}`,
    after === null ? '/dev/null' : `b/${path}`,
  ];
  const [oldText, newText] = [textOf(before), textOf(after)];
  if (oldText === null || newText === null) {
    return `--- ${oldName}\n+++ ${newName}\nBinary files differ\n`;
  }
  const options = {
    context: CONTEXT_LINES,
    maxEditLength: MAX_DIFFERENCES,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  };
  const patch = createTwoFilesPatch(oldName, newName, oldText, newText, undefined, undefined, options);
  return patch ?? `--- ${oldName}\n+++ ${newName}\nMore than ${MAX_DIFFERENCES} lines differ\n`;
}

function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) {
    return '';
  }
  return isUtf8(bytes) && !bytes.includes(0) ? new TextDecoder().decode(bytes) : null;
}
