/**
 * The part of a line that a misspelt text must have meant: it begins and ends as the text does. null: nothing in
 * the line does, or more of the text is wrong than right.
 */
export function meantPart(
  line: string,
  text: string,
): { readonly start: number; readonly end: number } | null {
  if (text.length > MAX_TEXT || line.length > MAX_LINE) return null;
  const head = longestPart(text.length, (length) => occursOnce(line, text.slice(0, length)));
  const tail = longestPart(text.length, (length) => occursOnce(line, text.slice(text.length - length)));
  const start = line.indexOf(text.slice(0, head));
  const end = line.indexOf(text.slice(text.length - tail)) + tail;
  const change = Math.abs(end - start - text.length);
  const isLikely = head > 0 && tail > 0 && (head + tail) / text.length >= LEAST_SHARE;
  return isLikely && end > start && change <= text.length * (1 - LEAST_SHARE) ? { start, end } : null;
}

/** The share of a text that must be right. */
const LEAST_SHARE = 0.7;

/** Characters beyond which looking for every beginning and end would cost more than it helps. */
const MAX_TEXT = 200;
const MAX_LINE = 2000;

/** The greatest length that `fits`; 0: none does. */
function longestPart(limit: number, fits: (length: number) => boolean): number {
  for (let length = limit; length > 0; length -= 1) if (fits(length)) return length;
  return 0;
}

function occursOnce(line: string, part: string): boolean {
  const first = line.indexOf(part);
  return first !== -1 && line.indexOf(part, first + 1) === -1;
}
