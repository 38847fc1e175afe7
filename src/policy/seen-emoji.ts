/**
 * The source of a pattern, for the flag `v`, of selectors that change how the emoji before them looks: behind what is
 * a picture without one, and behind what has one shape, they make a second name that nobody sees.
 */
export const SEEN_EMOJI_SELECTOR = [
  String.raw`(?<=[\p{Emoji}--[\p{Emoji_Presentation}\p{ASCII}]])\uFE0F`,
  String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
  // No letter, as that of information is, which is shown the same with what keeps a picture from being one.
  String.raw`(?<=[\p{Emoji}--[\u2139\p{ASCII}[\p{Emoji_Presentation}&&[\u{1F000}-\u{1FFFF}]]]])\uFE0E`,
].join('|');

const PART = String.raw`[\p{Emoji}--\p{ASCII}]\uFE0F?\p{Emoji_Modifier}?`;

/** The same of emoji with joiners between them, whether these join anything or not. */
export const JOINED_EMOJI = String.raw`${PART}(?:\u200D${PART})+`;

/** Do the joiners make one picture of them? As Unicode recommends it, so that no other spelling looks the same. */
export function isOneEmoji(joined: string): boolean {
  return ONE_EMOJI.test(joined);
}

const ONE_EMOJI = /^\p{RGI_Emoji_ZWJ_Sequence}$/v;
