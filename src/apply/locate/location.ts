import type { Hunk } from '../../patch/hunk.ts';
import type { LineEdit } from '../line-edit.ts';
import type { Rung } from '../report.ts';
import type { Section } from './sections.ts';

/** Where one hunk belongs, or why nobody can tell. Positions from 0. */
export type Location = { readonly hunk: Hunk } & Verdict;

export type Verdict =
  | Place
  | { readonly status: 'ambiguous'; readonly positions: readonly number[] }
  /**
   * `near`: where the hunk may begin for all that is known of its lines, best first. `madeAt`: where what it makes stands
   * already, which does not prove that it was made by it.
   */
  | { readonly status: 'not_found'; readonly near?: () => readonly number[]; readonly madeAt?: number }
  /** Its lines stand at one place only, and it says that it belongs in a section where that is not. */
  | { readonly status: 'elsewhere'; readonly foundAt: number; readonly section: Section }
  | { readonly status: 'no_context' | 'too_repetitive' }
  /** `line` says several times that lines are left out, and nothing tells which of them stay where. */
  | { readonly status: 'mixed_gaps'; readonly line: string }
  /** It is done already, and `other` of the same patch would undo that. */
  | { readonly status: 'overlap'; readonly position: number; readonly other: Hunk };

export type Place = {
  readonly status: 'placed' | 'already_applied';
  readonly position: number;
  /** All tolerances that were needed, strictest first; none where the hunk stands as it is where it says. */
  readonly rungs: readonly Rung[];
  /** What is to be done there; nothing where it is done already. */
  readonly edits: readonly LineEdit[];
  /** What of it is done already: where it changed something, as `changed` of its extent. */
  readonly made?: readonly number[];
};

/** A hunk that has its place. */
export type Located = { readonly hunk: Hunk } & Place;

export function isPlace(location: Location): location is Located {
  return location.status === 'placed' || location.status === 'already_applied';
}

export function doneAt(made: readonly number[], position: number, rungs: readonly Rung[]): Place {
  return { status: 'already_applied', position, rungs, edits: [], made };
}
