import { sameBytes } from '../apply/tree.ts';
import type { FileModes } from './file-modes.ts';

/** One file before and after; null where it does not exist. */
export type FileVersions = {
  readonly path: string;
  readonly from?: string;
  /** Absent where only its bytes are known. */
  readonly modes?: FileModes;
  readonly before: Uint8Array | null;
  /** Bytes of what was there before, where it was too large to be read; `before` is null then. */
  readonly unread?: number;
  readonly after: Uint8Array | null;
};

/** What became of one file, for people. */
export type FileDiff = {
  readonly path: string;
  readonly from?: string;
  readonly kind: 'new' | 'deleted' | 'moved' | 'changed';
  readonly modes?: FileModes;
  /** The same bytes as before: it is only moved, or has another mode. */
  readonly isSame: boolean;
  /** With the lines that name the file and say what becomes of it as a whole. */
  readonly unified: string;
};

/** Files without their diffs, where nobody has made them. */
export function nameFiles(files: readonly FileVersions[]): readonly FileDiff[] {
  return files.map((file) => withDiff(file, `${headsOf(file)}Not shown: comparing it took too long\n`));
}

/** All of them in one text. */
export function joinDiffs(diffs: readonly FileDiff[]): string {
  return diffs.map(({ unified }) => unified).join('');
}

/** The file with its diff, which begins with `headsOf` it. */
export function withDiff(file: FileVersions, unified: string): FileDiff {
  const { path, from, modes } = file;
  return {
    path,
    ...(from === undefined ? {} : { from }),
    kind: kindOf(file),
    ...(modes === undefined ? {} : { modes }),
    isSame: isSame(file),
    unified,
  };
}

/** The lines that begin the diff of a file, the last two of which name it. */
export function headsOf(file: FileVersions): string {
  const [oldName, newName] = namesOf(file);
  return `${gitHeadsOf(file)}--- ${oldName}\n+++ ${newName}\n`;
}

/** What git says of a file as a whole; nothing else is said of one whose lines stay. */
export function gitHeadsOf(file: FileVersions): string {
  const { path, from = path } = file;
  const lines = [`diff --git a/${from} b/${path}`, ...modeLines(file)];
  if (file.from !== undefined) {
    lines.push(
      ...(isSame(file) ? ['similarity index 100%'] : []),
      `rename from ${from}`,
      `rename to ${path}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Its names on both sides, as git writes them. */
export function namesOf(file: FileVersions): readonly [string, string] {
  const { path, from = path } = file;
  const kind = kindOf(file);
  return [kind === 'new' ? '/dev/null' : `a/${from}`, kind === 'deleted' ? '/dev/null' : `b/${path}`];
}

/** Whether there is a file before and after, with the same bytes. */
export function isSame({ before, after }: Pick<FileVersions, 'before' | 'after'>): boolean {
  return before !== null && after !== null && sameBytes(before, after);
}

function kindOf({ from, before, unread, after }: FileVersions): FileDiff['kind'] {
  if (before === null && unread === undefined) return 'new';
  if (after === null) return 'deleted';
  return from === undefined ? 'changed' : 'moved';
}

function modeLines(file: FileVersions): readonly string[] {
  const { before = null, after = null } = file.modes ?? {};
  switch (kindOf(file)) {
    case 'new':
      return after === null ? [] : [`new file mode ${after}`];
    case 'deleted':
      return before === null ? [] : [`deleted file mode ${before}`];
    default:
      return before === after ? [] : [`old mode ${before}`, `new mode ${after}`];
  }
}
