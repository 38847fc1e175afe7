import type { HunkLine } from '../../patch/hunk.ts';
import { plainGlyph, plainGlyphs } from './glyphs.ts';

/**
 * The lines of a hunk, the added ones with plain characters in the place of those typographic ones that the file
 * has plain: in the lines that they replace, or, where they replace none, in all that the hunk names. `fileLine`
 * gives the file's line for a line of the old side, empty where there is none.
 */
export function retyped(lines: readonly HunkLine[], fileLine: (line: number) => string): readonly string[] {
  const old = lines.flatMap(([mark, text], line): Typed[] =>
    mark === '+' ? [] : [{ text, own: fileLine(line) }],
  );
  const plainInAll = plainGlyphsIn(old);
  const texts: string[] = [];
  for (let line = 0, named = 0; line < lines.length; ) {
    const end = endOfChange(lines, line);
    const change = lines.slice(line, end);
    const removed = change.filter(([mark]) => mark === '-').length;
    const plain = removed === 0 ? plainInAll : plainGlyphsIn(old.slice(named, named + removed));
    for (const [mark, text] of change) texts.push(mark === '+' ? withPlain(text, plain) : text);
    named += removed;
    line = end;
    if (line === lines.length) continue;
    texts.push(lines[line]?.[1] ?? '');
    named += 1;
    line += 1;
  }
  return texts;
}

/** A line of the old side as the patch has it, and as the file does. */
type Typed = { readonly text: string; readonly own: string };

/** Where lines that are removed or added end. */
function endOfChange(lines: readonly HunkLine[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]?.[0] !== ' ') end += 1;
  return end;
}

/** The typographic characters for which the file has plain ones throughout. */
function plainGlyphsIn(lines: readonly Typed[]): ReadonlySet<string> {
  const glyphs = glyphsOf(lines.filter(isTypedOtherwise).map(({ text }) => text));
  if (glyphs.size > 0) for (const kept of glyphsOf(lines.map(({ own }) => own))) glyphs.delete(kept);
  return glyphs;
}

function isTypedOtherwise({ text, own }: Typed): boolean {
  const [said, found] = [text.trim(), own.trim()];
  return said !== found && plainGlyphs(said) === plainGlyphs(found);
}

/** The characters that stand for plain ones. */
function glyphsOf(texts: readonly string[]): Set<string> {
  const glyphs = new Set<string>();
  for (const text of texts) for (const char of text) if (plainGlyph(char) !== char) glyphs.add(char);
  return glyphs;
}

function withPlain(text: string, glyphs: ReadonlySet<string>): string {
  let plain = text;
  for (const glyph of glyphs) plain = plain.replaceAll(glyph, plainGlyph(glyph));
  return plain;
}
