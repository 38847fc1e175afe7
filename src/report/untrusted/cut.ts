/**
 * The beginning of a text, ended by `…` where something was cut off.
 * `limit` counts UTF-16 units, which is never less than what GitHub and Slack count; no character is cut in half.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  return `${wholeCharacters(text, limit - ELLIPSIS.length)}${ELLIPSIS}`;
}

/** The same of a text whose end says as much as its beginning, such as a path: an `…` stands for what is between. */
export function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const front = wholeCharacters(text, Math.floor((limit - ELLIPSIS.length) / 3));
  const start = text.length - (limit - ELLIPSIS.length - front.length);
  return `${front}${ELLIPSIS}${text.slice(isHighSurrogate(text.charCodeAt(start - 1)) ? start + 1 : start)}`;
}

const ELLIPSIS = '…';

function wholeCharacters(text: string, length: number): string {
  const end = Math.max(0, length);
  return text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}
