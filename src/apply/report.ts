import type { Rung } from './places.ts';

/** What became of one hunk of a diff, of one block, or of one edit. */
export type HunkReport = {
  /** Index into `changes`. */
  readonly change: number;
  readonly path: string;
  /** Counted from 1 within the change. */
  readonly hunk: number;
  /** The line where it belongs in the file as the change found it, from 1; null: there is no such place. */
  readonly at: number | null;
  /** How the place was found: `offset` is exact, but not at the line that the patch says. */
  readonly rung: Rung | 'offset';
  readonly status: 'applied' | 'refused' | 'already_applied';
};
