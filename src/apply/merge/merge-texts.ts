import { decodeText, encodeText, type TextFile } from '../text-file.ts';
import { type LineClash, mergeLines, type Sides } from './merge-lines.ts';

export type MergedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** null: at least one of them is not text, and has no lines to merge. */
  | { readonly ok: false; readonly clashes: readonly LineClash[] | null };

/**
 * Merges two changes of one file. Line endings and a byte order mark are merged by themselves, so that a branch
 * that was converted as a whole doesn't clash with every change of a line.
 */
export function mergeBytes({ was, wanted, now }: Sides<Uint8Array>): MergedBytes {
  const texts = { was: decodeText(was), wanted: decodeText(wanted), now: decodeText(now) };
  if (texts.was === null || texts.wanted === null || texts.now === null) return { ok: false, clashes: null };
  const style = mergeStyles({ was: texts.was, wanted: texts.wanted, now: texts.now });
  const merged = mergeLines({
    was: linesWithEnds(style === null ? rawText(was) : texts.was.text),
    wanted: linesWithEnds(style === null ? rawText(wanted) : texts.wanted.text),
    now: linesWithEnds(style === null ? rawText(now) : texts.now.text),
  });
  if (!merged.ok) return merged;
  const text = merged.lines.join('');
  return {
    ok: true,
    bytes: style === null ? new TextEncoder().encode(text) : encodeText({ ...style, text }),
  };
}

type Style = Pick<TextFile, 'hasBom' | 'endings'>;

/** null: where the ends of one file's lines differ, they are part of the lines. */
function mergeStyles({ was, wanted, now }: Sides<TextFile>): Style | null {
  if ([was, wanted, now].some(({ endings }) => typeof endings !== 'string')) return null;
  const endings = was.endings === wanted.endings ? now.endings : wanted.endings;
  return { hasBom: was.hasBom === wanted.hasBom ? now.hasBom : wanted.hasBom, endings };
}

function rawText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The last line has no end where the text has none. */
function linesWithEnds(text: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}
