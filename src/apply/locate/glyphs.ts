/**
 * Characters that typography, keyboards and models put in the place of plain ones. Two lines that differ in
 * nothing else say the same.
 */
export function plainGlyphs(line: string): string {
  return NOT_ASCII.test(line) ? line.replace(ALL_NOT_ASCII, (glyph) => PLAIN.get(glyph) ?? glyph) : line;
}

/** What stands for one character; the character itself where it is plain. */
export function plainGlyph(char: string): string {
  return PLAIN.get(char) ?? char;
}

/** Code of the plain character; SPACE for every kind of space, and NOTHING for what has no width. */
export function plainCode(code: number): number {
  return PLAIN_CODES.get(code) ?? code;
}

export const SPACE = 0x20;

export const NOTHING = 0;

const NOT_ASCII = /[^\0-\x7f]/;

const ALL_NOT_ASCII = /[^\0-\x7f]/g;

const GLYPHS: readonly (readonly [plain: string, glyphs: string])[] = [
  ["'", '\u2018\u2019\u201a\u201b\u2032\u02bc\uff07'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'],
  [' ', '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
  ['', '\u00ad\u200b\u200c\u200d\u2060\ufeff'],
];

const PLAIN: ReadonlyMap<string, string> = new Map([
  ...GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph): [string, string] => [glyph, plain])),
  ['\u2026', '...'],
]);

/** The ellipsis stands for three characters and is treated by itself. */
const PLAIN_CODES: ReadonlyMap<number, number> = new Map(
  GLYPHS.flatMap(([plain, glyphs]) =>
    Array.from(glyphs, (glyph): [number, number] => [
      glyph.charCodeAt(0),
      plain === '' ? NOTHING : plain.charCodeAt(0),
    ]),
  ),
);
