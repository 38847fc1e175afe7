import type { SourceEntry } from '../tree.ts';

/** Where a patch can't be merged with what happened since it was written. Texts are bounded; lines have no ends. */
export type Clash =
  /** The patch and the branch changed the same lines, or lines beside each other. `line` counts in the branch's file, from 1. */
  | {
      readonly kind: 'lines';
      readonly path: string;
      readonly line: number;
      /** At the commit that the patch was written for. */
      readonly was: readonly string[];
      /** As the patch wants them. */
      readonly wanted: readonly string[];
      /** As the branch has them now. */
      readonly now: readonly string[];
      /** Some of the lines are not here, or not whole. */
      readonly cut?: true;
    }
  /** What stands at the path was changed, moved, deleted or made on both sides in ways that can't be combined. */
  | {
      readonly kind: 'entry';
      readonly path: string;
      readonly was: EntryState;
      readonly wanted: EntryState;
      readonly now: EntryState;
    }
  /**
   * Merging changes other lines than putting the patch where its lines stand now. `line` counts in the merged
   * file, from 1.
   */
  | {
      readonly kind: 'two_places';
      readonly path: string;
      readonly line: number;
      readonly merged: readonly string[];
      readonly placed: readonly string[];
      readonly cut?: true;
    };

export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_STATES = ['absent', 'file', 'symlink', 'directory', 'submodule'] as const;

/** Clashes that are kept of one patch: the first ones tell enough to write a better one. */
export const MAX_CLASHES = 20;

export function stateOf(entry: SourceEntry | undefined): EntryState {
  const kind = entry?.kind ?? 'absent';
  return kind === 'unread' ? 'file' : kind;
}

/** Lines fit to be kept in a record and shown. */
export function cutLines(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly cut: boolean;
} {
  const kept = lines.slice(0, MAX_LINES).map((line) =>
    line
      .slice(0, MAX_CHARACTERS)
      .toWellFormed()
      .replace(/\r?\n$/, ''),
  );
  const cut = lines.length > MAX_LINES || lines.some((line) => line.length > MAX_CHARACTERS);
  return { lines: kept, cut };
}

/** Lines of one side of one clash. */
const MAX_LINES = 20;

/** Characters of one such line. */
const MAX_CHARACTERS = 200;
