/**
 * Text in which nothing hides: every line ends in `\n`, and characters that can't be seen or that reorder their
 * neighbours stand as their code point, such as `[U+202E]`. Nothing is left out, not even what a terminal would take for
 * a colour or a link: code between an escape and its end is code all the same.
 * Joiners and variation selectors stay where they build an emoji; joiners in scripts that need them are shown too,
 * because a reader must be able to tell two identifiers apart.
 */
export function showHidden(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(EMOJI_OR_HIDDEN, (match: string, hidden: string | undefined) =>
      hidden === undefined ? match : nameCodePoint(hidden),
    );
}

/** One line, for titles, table cells and descriptions: as `showHidden`, and all white space is one space. */
export function oneLine(text: string): string {
  return showHidden(text).replaceAll(/\s+/g, ' ').trim();
}

const EMOJI_PART = String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?`;
const HIDDEN = String.raw`(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;
const EMOJI_OR_HIDDEN = new RegExp(
  String.raw`${EMOJI_PART}(?:\u200D${EMOJI_PART})*|[#*0-9]\uFE0F\u20E3|(${HIDDEN})`,
  'gu',
);

function nameCodePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `[U+${hex}]`;
}
