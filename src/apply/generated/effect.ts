import { Buffer } from 'node:buffer';
import { compareLines, lineNumbering } from '../merge/line-diff.ts';

/**
 * What named commands made of a commit's files, as the job that ran them says. It travels as JSON: it is written where
 * untrusted code runs, and read (read-effect.ts) where rights are.
 */
export type Effect =
  | { readonly version: 1; readonly files: readonly EffectFile[] }
  /** More than may be handed on; only the number of files is known. */
  | { readonly version: 1; readonly tooLarge: { readonly files: number } };

/** Characters of an effect as text; what its job can hand on is less by far for all but the dullest files. */
export const MAX_EFFECT_CHARACTERS = 8 * 1024 * 1024;

/** `mode: null`: the file is gone. Symlinks and submodules are named, so that they can be refused, and hold nothing. */
export type EffectFile = {
  readonly path: string;
  readonly mode: EffectMode | null;
  /** In order, none over another. */
  readonly edits: readonly LineEdits[];
};

export const EFFECT_MODES = ['100644', '100755', '120000', '160000'] as const;

export type EffectMode = (typeof EFFECT_MODES)[number];

/**
 * From line `start` of the committed file (from 0), `removed` lines give way to `text`. Each character is one byte, so
 * that files of any encoding, and of none, come out as they were; a line keeps its end.
 */
export type LineEdits = readonly [start: number, removed: number, text: string];

/** A file before and after; null where there was or is none. */
export type ChangedFile = {
  readonly path: string;
  readonly mode: EffectMode | null;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
};

/** Files that were there before travel as what differs in them. */
export function formatEffect(files: readonly ChangedFile[]): string {
  const effect: Effect = {
    version: 1,
    files: files.map(({ path, mode, before, after }) => ({
      path,
      mode,
      edits: after === null ? [] : editsBetween(linesOf(before), linesOf(after)),
    })),
  };
  return JSON.stringify(effect);
}

/** For an effect that is not handed on. */
export function formatTooLarge(files: number): string {
  return JSON.stringify({ version: 1, tooLarge: { files } } satisfies Effect);
}

/** Lines with their ends, one character for each byte; nothing has no lines. */
export function linesOf(bytes: Uint8Array | null): readonly string[] {
  return (
    Buffer.from(bytes ?? [])
      .toString('latin1')
      .match(LINE) ?? []
  );
}

const LINE = /[^\n]*\n|[^\n]+$/g;

function editsBetween(before: readonly string[], after: readonly string[]): readonly LineEdits[] {
  const numbered = lineNumbering();
  const { spans } = compareLines(numbered(before), numbered(after));
  return spans.map(({ start, end, newStart, newEnd }) => [
    start,
    end - start,
    after.slice(newStart, newEnd).join(''),
  ]);
}
