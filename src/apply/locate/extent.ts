import type { Hunk } from '../../patch/hunk.ts';
import { lineText } from '../file-lines.ts';
import { type Section, type SectionIndex, staysBelow } from './sections.ts';

/** What one side of a hunk lies on in a file; positions of lines from 0. */
export type Extent = {
  /** Where its first line stands, or would stand. */
  readonly start: number;
  /** Right below its last line. */
  readonly end: number;
  /** Its lines that the file has, in order. */
  readonly shown: readonly Span[];
  /** What it changes, in order; halves stand for what goes between two lines. Its start, where it changes nothing. */
  readonly changed: readonly number[];
};

/** Lines from `start` up to, and not including, `end`. */
export type Span = { readonly start: number; readonly end: number };

/** What a side of a hunk lies on where its lines stand one below the other; `without` is the mark of the other side's. */
export function extentAt({ lines }: Hunk, without: '+' | '-', start: number): Extent {
  const changed: number[] = [];
  let end = start;
  for (const [mark] of lines) {
    if (mark !== ' ') changed.push(mark === without ? end - BETWEEN : end);
    if (mark !== without) end += 1;
  }
  return { start, end, shown: [{ start, end }], changed: changed.length === 0 ? [start] : changed };
}

/** From a line to what stands right above or below it. */
export const BETWEEN = 0.5;

/**
 * Is all that a hunk changes in a section? Or above its first line, which the hunk shows; or below it, where the hunk
 * begins in it, or right at its end as git has it, and shows a line at which it is left. Where the hunk begins tells
 * nothing by itself: the blank line above a function is still within the one before.
 */
export function isWithin(index: SectionIndex, section: Section, extent: Extent): boolean {
  const { start, end } = section;
  return extent.changed.every((at) => {
    if (at < start) return shows(extent, start);
    return at < end || (extent.start <= end && isLeftAbove(index, { section, extent, at }));
  });
}

export function shows({ shown }: Extent, position: number): boolean {
  return shown.some(({ start, end }) => position >= start && position < end);
}

type Beyond = { readonly section: Section; readonly extent: Extent; readonly at: number };

/** Does a hunk show a line, above a position or at it, with which a section does not go on? */
export function isLeftAbove(index: SectionIndex, { section, extent, at }: Beyond): boolean {
  if (at < section.end) return false;
  if (shows(extent, section.end)) return true;
  const { lines } = index;
  const heading = lineText(lines, section.start);
  return extent.shown.some((span) => {
    for (let line = Math.max(span.start, section.end); line < span.end && line <= at; line += 1)
      if (!staysBelow(index, heading, lineText(lines, line))) return true;
    return false;
  });
}
