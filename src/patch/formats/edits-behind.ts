import { type Lines, lineAt, malformedAt, numberOf } from './reading.ts';

/** Marked lines directly behind a patch are no words: what was taken for its end may be one of its lines. */
export function refuseEditsBehind(lines: Lines, end: number, limit = lines.lines.length): void {
  let at = end;
  while (lineAt(lines, at)?.trim() === '') at += 1;
  for (; at < limit && /^[ +-]/.test(lineAt(lines, at) ?? ''); at += 1) {
    if (!EDITS.test(lineAt(lines, at) ?? '')) continue;
    const line = numberOf(lines, at);
    const message = `Line ${line} adds or removes something, but the patch that it follows has ended. Remove it, or the line that ends the patch too early; a line of the file that looks like an end begins with a space.`;
    lines.refusals.push(malformedAt({ line }, message));
    return;
  }
}

/** Not the items of a list, nor a line that parts. */
const EDITS = /^(?:\+|-(?![-\s]))/;
