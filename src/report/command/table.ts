/** What a report lists, for any medium. Every text is untrusted and plain. */
export type Table = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that were left out at the source, and are not among these. */
  readonly omitted?: number;
};

export type Cell = { readonly text: string; readonly url?: string };

export function cell(text: string, url?: string | null): Cell {
  return url ? { text, url } : { text };
}
