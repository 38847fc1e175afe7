/**
 * The source of a pattern, for the flag `v`, of joiners that change how the letters around them look: elsewhere they
 * are not seen at all. Those of emoji are not among them.
 *
 * Each alternative takes the joiner first and then looks around it, so that no letter is looked at often.
 */
export function seenJoiner(): string {
  return [...CURSIVE, ...INDIC.flatMap(shaping), ...OTHERS].join('|');
}

const ZWNJ = String.raw`\u200C`;
const ZWJ = String.raw`\u200D`;
const JOINER = `[${ZWNJ}${ZWJ}]`;

/** Letters of cursive scripts that join the one before them only, or none: R and U of Unicode's Joining_Type. */
const JOIN_BACK = String.raw`\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0710\u0715-\u0719\u071E\u0728\u072A\u072C\u072F\u074D\u0759-\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779\u0867\u0869\u086A\u0870-\u0882\u088E\u08AA-\u08AC\u08AE\u08B1\u08B2\u08B9`;
const JOIN_NONE = String.raw`\u0621\u0674\u06E5\u06E6\u0861\u0866\u0887\u08AD\u08C9\u1880-\u1884\uFB50-\uFEFC\u{1EE00}-\u{1EEFF}`;
const LETTERS = String.raw`[[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]&&\p{L}]`;
const JOINING = `[${LETTERS}--[${JOIN_NONE}]]`;
const JOINING_NEXT = `[${LETTERS}--[${JOIN_BACK}${JOIN_NONE}]]`;

/** Persian parts letters that would join, and an abbreviation ends in the shape that a letter has within a word. */
const CURSIVE = [
  String.raw`${ZWNJ}(?<=${JOINING_NEXT}\p{Mn}*${ZWNJ})(?=${JOINING})`,
  String.raw`${ZWJ}(?<=${JOINING_NEXT}\p{Mn}*${ZWJ})(?!${JOINING}|[\p{M}\u0640]|${JOINER})`,
];

/** Of a script of India, as parts of classes. A virama takes the vowel from a consonant, which then may join the next. */
type Indic = {
  readonly consonants: string;
  readonly virama: string;
  /** A dot that makes another consonant of one. */
  readonly nukta?: string;
  /** Consonants that a joiner behind the virama gives a shape of their own, whatever follows. */
  readonly halves?: string;
  /** Consonants that join the next one otherwise where a joiner stands before the virama. */
  readonly parted?: string;
};

const DEVANAGARI = String.raw`\u0915-\u0939\u0958-\u095F\u0978-\u097F`;
const GUJARATI = String.raw`\u0A95-\u0AB9\u0AF9`;

const INDIC: readonly Indic[] = [
  { consonants: DEVANAGARI, virama: '\u094D', nukta: '\u093C', halves: DEVANAGARI },
  { consonants: GUJARATI, virama: '\u0ACD', nukta: '\u0ABC', halves: GUJARATI },
  {
    consonants: String.raw`\u0995-\u09B9\u09DC-\u09DF\u09F0\u09F1`,
    virama: '\u09CD',
    nukta: '\u09BC',
    halves: '\u09A4',
    parted: '\u09B0\u09F0',
  },
  { consonants: String.raw`\u0A15-\u0A39\u0A59-\u0A5E`, virama: '\u0A4D', nukta: '\u0A3C' },
  { consonants: String.raw`\u0B15-\u0B39\u0B5C-\u0B5F\u0B71`, virama: '\u0B4D', nukta: '\u0B3C' },
  { consonants: String.raw`\u0C15-\u0C39\u0C58-\u0C5A`, virama: '\u0C4D', nukta: '\u0C3C' },
  {
    consonants: String.raw`\u0C95-\u0CB9\u0CDD\u0CDE`,
    virama: '\u0CCD',
    nukta: '\u0CBC',
    parted: '\u0CB0',
  },
  {
    consonants: String.raw`\u0D15-\u0D39`,
    virama: '\u0D4D',
    halves: '\u0D15\u0D23\u0D28\u0D30\u0D32\u0D33',
  },
];

/** Joiners behind the virama, where two consonants would become one shape or one is halved, and before it. */
function shaping({ consonants, virama, nukta, halves, parted }: Indic): readonly string[] {
  const dot = nukta === undefined ? '' : `${nukta}?`;
  return [
    `${JOINER}(?<=[${consonants}]${dot}${virama}${JOINER})(?=[${consonants}])`,
    ...(halves === undefined
      ? []
      : [String.raw`${ZWJ}(?<=[${halves}]${dot}${virama}${ZWJ})(?!\p{M}|${JOINER})`]),
    ...(parted === undefined ? [] : [`${JOINER}(?<=[${parted}]${JOINER})(?=${virama}[${consonants}])`]),
  ];
}

/** Sinhala joins by joiners only, Tamil has one pair to part, and Khmer keeps a sign above the letter. */
const OTHERS = [
  String.raw`${ZWJ}(?<=[\u0D9A-\u0DC6]\u0DCA${ZWJ})(?=[\u0D9A-\u0DC6])`,
  String.raw`${ZWJ}(?<=[\u0D9A-\u0DC6]${ZWJ})(?=\u0DCA[\u0D9A-\u0DC6])`,
  String.raw`${ZWNJ}(?<=\u0B95\u0BCD${ZWNJ})(?=\u0BB7)`,
  String.raw`${ZWNJ}(?<=[\u1780-\u17A2]${ZWNJ})(?=[\u17C9\u17CA][\u17B6-\u17BA\u17BE\u17C6\u17D0])`,
];
