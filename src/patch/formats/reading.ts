import type { FileOperation } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';

/** What a reader makes of a patch text: all that it asks for, or everything that is wrong with it. */
export type Reading =
  | { readonly ok: true; readonly operations: readonly FileOperation[] }
  /** Without pointers: the reader does not know where its text stood. */
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function readingOf(operations: readonly FileOperation[], refusals: readonly Refusal[]): Reading {
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, operations };
}

/** A text that can't be read at `line` (from 1) of itself. */
export function malformedAt(
  place: { line: number; path?: string | undefined; hunk?: number },
  message: string,
): Refusal {
  return {
    code: 'malformed',
    message,
    ...(place.path === undefined ? {} : { path: place.path }),
    ...(place.hunk === undefined ? {} : { hunk: place.hunk }),
    data: { line: place.line },
  };
}
