import { type BlockMarker, blockMarker } from './block-markers.ts';
import { closes, type Fence, fenceOn } from './fences.ts';
import { type Lines, lineAt } from './reading.ts';
import { formatAt } from './text-format.ts';
import { isSentence } from './words.ts';

export type BlockEnd = {
  readonly at: number;
  /** What ends the block: its own end, the next one's beginning, or the end of the text. */
  readonly role: 'search' | 'replace' | undefined;
  /** It is indented, or longer than marks are. */
  readonly isLoose: boolean;
};

/** The end of the block whose first line is the one at `start`. */
export function endOfBlock(text: Lines, start: number): BlockEnd {
  let isDivided = false;
  const loose: number[] = [];
  let at = start + 1;
  let role: BlockMarker['role'] | undefined;
  for (; at < text.lines.length; at += 1) {
    const line = lineAt(text, at) ?? '';
    role = blockMarker(line)?.role;
    if (role === 'divider') isDivided = true;
    else if (role !== undefined) break;
    else if (isDivided && LOOSE_END.test(line)) loose.push(at);
  }
  const own = role === 'divider' || at === text.lines.length ? undefined : role;
  const [only, other] = loose;
  if (own !== 'replace' && only !== undefined && other === undefined)
    return { at: only, role: 'replace', isLoose: true };
  return { at, role: own, isLoose: false };
}

const LOOSE_END = /^\s{0,12}(?:>{5,12}|\+{5,12}) ?(?:REPLACE|UPDATED)\b>?\s{0,12}$/;

/** The line that closes the fence in which a block without its end began; the number of lines where there is none. */
export function closingBehind(text: Lines, start: number, fence: Fence): number {
  let at = start + 1;
  while (at < text.lines.length && !closes(lineAt(text, at) ?? '', fence)) at += 1;
  return at;
}

/** The fence in which a line stands, as far as the lines before it tell. */
export function fenceAround(text: Lines, start: number): Fence | null {
  let fence: Fence | null = null;
  for (let at = 0; at < start; at += 1) {
    const line = lineAt(text, at) ?? '';
    if (fence !== null && closes(line, fence)) fence = null;
    else fence = fenceOn(line) ?? fence;
  }
  return fence;
}

/**
 * The first line, in a block without its end, that looks like something else: a fence, an edit, or words below a blank
 * line, which are none in a fence; null: there is none.
 */
export function somethingElse(
  text: Lines,
  { from, to, isFenced }: { readonly from: number; readonly to: number; readonly isFenced: boolean },
): number | null {
  for (let at = from; at < to; at += 1) {
    const line = lineAt(text, at) ?? '';
    const isBelowBlank = at > from && (lineAt(text, at - 1) ?? '').trim() === '';
    if (fenceOn(line) !== null || formatAt(text, at) !== null || LOOSE_END.test(line)) return at;
    if (!isFenced && isBelowBlank && (isSentence(line) || /^\{\s*"/.test(line))) return at;
  }
  return null;
}
