import { isElision } from '../../patch/elision/elision.ts';
import type { Hunk } from '../../patch/hunk.ts';
import { BLANK, fingerprint } from './fingerprint.ts';
import { type LineIndex, positionsOf } from './line-index.ts';

/** One line that a hunk expects in the file. */
export type WantedLine = {
  readonly text: string;
  readonly print: number;
  /** It stays, so it may differ a little; a line that is removed may not. */
  readonly isContext: boolean;
  /** The space that marks it may be lost, so that the file has one more. */
  readonly mayLackMark: boolean;
  /** Its mark may be lost, so that it may be no line that stays. */
  readonly isUnmarked: boolean;
};

/** One side of a hunk, to be laid on a file. */
export type Pattern = {
  readonly lines: readonly WantedLine[];
  /** Indices of lines before which the hunk leaves lines out; as many as there are lines: at its end. */
  readonly gaps: ReadonlySet<number>;
  /** Indices of lines before which the hunk adds lines; as many as there are lines: at its end. */
  readonly additions: ReadonlySet<number>;
};

/** What the hunk expects, with every line as it stands in the patch. */
export function oldPattern(hunk: Hunk): Pattern {
  return patternOf(hunk, '+', () => false);
}

/** What the hunk makes. */
export function newPattern(hunk: Hunk): Pattern {
  return patternOf(hunk, '-', () => false);
}

/** What the hunk expects, with the lines that say "and so on" taken out; null: it has none. */
export function elidedPattern(index: LineIndex, hunk: Hunk): Pattern | null {
  const pattern = patternOf(hunk, '+', (text) => isGap(index, text));
  return pattern.gaps.size === 0 ? null : pattern;
}

/** Does a line of context stand for lines that the patch leaves out? Not where it may be a line of the file. */
export function isGap(index: LineIndex, text: string): boolean {
  return isElision(text) && (/\.\.\.|…/.test(text) || positionsOf(index, fingerprint(text)).length === 0);
}

export function printsOf({ lines }: Pattern): readonly number[] {
  return lines.map(({ print }) => print);
}

export function isBlank({ print }: WantedLine): boolean {
  return print === BLANK;
}

function patternOf(hunk: Hunk, without: '+' | '-', isLeftOut: (text: string) => boolean): Pattern {
  const lines: WantedLine[] = [];
  const gaps = new Set<number>();
  const additions = new Set<number>();
  for (const [mark, text, note] of hunk.lines) {
    if (mark === without) additions.add(lines.length);
    else if (mark === ' ' && isLeftOut(text)) gaps.add(lines.length);
    else
      lines.push({
        text,
        print: fingerprint(text),
        isContext: mark === ' ',
        mayLackMark: mark === ' ' && hunk.noMarkLost !== true,
        isUnmarked: note === 'unmarked',
      });
  }
  return { lines, gaps, additions };
}
