import { closes, type Fence, withoutIndent } from './fences.ts';
import { type Lines, lineAt } from './reading.ts';

/** Lines that are moved to the margin where they stand. */
export type MovableLines = Lines & { readonly lines: string[] };

/**
 * What stands in a fence that opens at a line, without the fence's indentation, up to the first line that may close it:
 * by that it is known what the fence holds.
 */
export function startOfFence(text: Lines, at: number, fence: Fence): Lines {
  return { ...text, lines: withoutIndent(text.lines.slice(at + 1, closingAt(text, at, fence)), fence) };
}

/**
 * Moves a fence that opens at a line to the margin, with the lines behind it that are indented as far, such as the rest
 * of its entry in a list; the fence as it is then. Where a line in it is not indented, all stays as it stands.
 */
export function moveToMargin(text: MovableLines, at: number, fence: Fence): Fence {
  if (fence.indent === 0) return fence;
  const space = ' '.repeat(fence.indent);
  const isInside = (line: string) => line.startsWith(space) || line.trim() === '';
  let end = at + 1;
  while (end < text.lines.length && isInside(text.lines[end] ?? '')) end += 1;
  const closing = closingAt(text, at, fence);
  if (end < closing) return fence;
  const last = end === closing ? closing + 1 : end;
  for (let next = at; next < Math.min(last, text.lines.length); next += 1) {
    const line = text.lines[next] ?? '';
    text.lines[next] = line.startsWith(space) ? line.slice(fence.indent) : line.trimStart();
  }
  return { ...fence, indent: 0 };
}

/** The first line that may close the fence, or where the text ends. */
function closingAt(text: Lines, at: number, fence: Fence): number {
  let closing = at + 1;
  while (closing < text.lines.length && !closes(lineAt(text, closing) ?? '', fence)) closing += 1;
  return closing;
}
