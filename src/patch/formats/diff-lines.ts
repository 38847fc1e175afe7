/** A diff that is being read: `at` is the next line, `hunks` counts those that were begun. */
export type DiffLines = { readonly lines: readonly string[]; at: number; hunks: number };

export function diffLines(diff: string): DiffLines {
  const lines = diff.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return { lines, at: 0, hunks: 0 };
}

/** A line without its carriage return; undefined behind the end. */
export function lineAt(diff: DiffLines, at = diff.at): string | undefined {
  const line = diff.lines[at];
  return line?.endsWith('\r') ? line.slice(0, -1) : line;
}

export function isFileHeader(diff: DiffLines, at = diff.at): boolean {
  const line = diff.lines[at] ?? '';
  return (
    line.startsWith('diff --git ') ||
    (line.startsWith('--- ') && (diff.lines[at + 1] ?? '').startsWith('+++ '))
  );
}

/** The line that ends the diff in a mail of `git format-patch`; git's version follows. */
export function isSignature(diff: DiffLines, at = diff.at): boolean {
  return /^-- ?$/.test(lineAt(diff, at) ?? '');
}
