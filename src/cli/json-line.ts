/**
 * A value as one line of JSON, without its end. Characters that are not seen, that reorder others, or that a terminal obeys
 * are escaped: whoever reads the JSON has them, and whoever only looks at it has nothing done to the terminal.
 */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replaceAll(HIDDEN, escaped);
}

/** JSON itself has none of these outside of strings, and escapes only the first thirty-two. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
