/**
 * The one model of all formats that say "these lines become those lines".
 * A hunk says nothing about where it belongs but what its lines look like, and hints.
 */
export type Hunk = {
  /** Counted from 1 within the change that it is part of. */
  readonly number: number;
  /** Texts without line ends. */
  readonly lines: readonly HunkLine[];
  /** The line, from 1, where the old side's first line stood in the file that the patch was made from. */
  readonly lineHint?: number;
  /** Where that line stands by now, from 1, where an earlier part of the patch moved it. */
  readonly movedHint?: number;
  /** Lines that stand above the hunk, outermost first, such as a class and a function. */
  readonly anchors: readonly string[];
  /** The patch says that the hunk's last line is the file's last line; it fits nowhere else. */
  readonly endOfFile?: boolean;
  /** Does the file end with a line break afterwards? Only where the patch speaks of it; elsewhere it stays as it is. */
  readonly finalNewline?: boolean;
  /** No line lost the mark that its format has, as there is none: one space less is another indentation. */
  readonly noMarkLost?: true;
  /**
   * What was sent, where every line begins with a number: an editor shows such, and `lines` are without them, but the file
   * may have them too.
   */
  readonly numbered?: { readonly lines: readonly HunkLine[]; readonly lineHint?: number };
};

/**
 * `unmarked`: a context line whose mark may be lost. Its text is the line as it stood, so the file's line is
 * either this text or this text behind one more space.
 */
export type HunkLine = readonly [mark: ' ' | '-' | '+', text: string, note?: 'unmarked'];

/** What a format asks to be done with one file. Paths are as the patch has them: not checked yet. */
export type FileOperation =
  | {
      readonly action: 'create';
      readonly path: string;
      readonly lines: readonly string[];
      readonly finalNewline: boolean;
      /** Only where the patch speaks of it; elsewhere the path keeps what it has. */
      readonly executable?: boolean;
      /** The number of the hunk that holds the lines; absent for an empty file. */
      readonly hunk?: number;
    }
  | {
      readonly action: 'modify';
      readonly path: string;
      readonly hunks: readonly Hunk[];
      readonly executable?: boolean;
    }
  /** `hunks`, where given, must leave nothing of the file. */
  | { readonly action: 'delete'; readonly path: string; readonly hunks: readonly Hunk[] }
  | {
      readonly action: 'rename' | 'copy';
      readonly from: string;
      readonly path: string;
      readonly hunks: readonly Hunk[];
      readonly executable?: boolean;
    };

/** The paths that it names. */
export function pathsOf(operation: FileOperation): readonly string[] {
  return 'from' in operation ? [operation.from, operation.path] : [operation.path];
}

/** null: the line begins with none of the three marks. */
export function markOf(line: string): HunkLine[0] | null {
  const mark = line.charAt(0);
  return mark === ' ' || mark === '-' || mark === '+' ? mark : null;
}

export function oldSide(hunk: Hunk): readonly string[] {
  return side(hunk, '+');
}

export function newSide(hunk: Hunk): readonly string[] {
  return side(hunk, '-');
}

function side(hunk: Hunk, without: '-' | '+'): readonly string[] {
  return hunk.lines.filter(([mark]) => mark !== without).map(([, text]) => text);
}

/** Lines of a text, without their line breaks; a break at the very end does not begin another line. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
