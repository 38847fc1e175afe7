import type { Json } from '../../patch/refusal.ts';
import { placesIn } from '../edit/text-search.ts';
import type { Scene } from './scene.ts';

/** What a failed change wants at one place: the lines from `from` up to `to` (from 0) become `lines`. */
export type Rewrite = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

/** A change in wire format version 1. */
export type Correction = { readonly [key: string]: Json };

/**
 * An `edit` that makes the rewrite and nothing else: its text is the file's own, with as many lines around it as
 * it takes to stand there once. null: no such text, or a rewrite without effect.
 */
export function correctionOf(scene: Scene, rewrite: Rewrite): Correction | null {
  const region = uniqueRegion(scene, withNeighbour(scene, rewrite));
  if (region === null || region.from === region.to) return null;
  const find = scene.lines(region.from, region.to).join('\n');
  const above = scene.lines(region.from, rewrite.from);
  const below = scene.lines(rewrite.to, region.to);
  const replace = [...above, ...rewrite.lines, ...below].join('\n');
  if (find === replace || find.length + replace.length > MAX_CHARACTERS) return null;
  return standsOnce(scene.text(), find) ? { kind: 'edit', path: scene.path, find, replace } : null;
}

/** Longer corrections would crowd out what else a refusal has to say. */
const MAX_CHARACTERS = 6000;

/** Lines that are added on all sides until a text is unique. */
const MAX_EXTENSION = 30;

/** Places with the same text beyond which nothing helps. */
const MAX_RIVALS = 1000;

type Region = { readonly from: number; readonly to: number };

/** An edit needs a text to find, and one that removes whole lines needs a line that stays. */
function withNeighbour(scene: Scene, { from, to, lines }: Rewrite): Region {
  const isEnough = lines.length > 0 && scene.lines(from, to).some((line) => line.trim() !== '');
  return isEnough ? { from, to } : { from: Math.max(0, from - 1), to: Math.min(scene.lineCount(), to + 1) };
}

/** The smallest region around this one that stands in the file once; null: there is none nearby. */
function uniqueRegion(scene: Scene, start: Region): Region | null {
  let { from, to } = start;
  let rivals = rivalsOf(scene, start);
  for (let step = 0; rivals !== null && step <= MAX_EXTENSION; step += 1) {
    if (rivals.length === 0) return { from, to };
    const above = from > 0 ? rivalsAbove(scene, rivals, from) : null;
    const below = to < scene.lineCount() ? rivalsBelow(scene, rivals, to) : null;
    if (above === null && below === null) return null;
    if (
      below === null ||
      (above !== null && isBetter(above.length - below.length, start.from - from - (to - start.to)))
    ) {
      rivals = above;
      from -= 1;
    } else {
      rivals = below;
      to += 1;
    }
  }
  return null;
}

/** Fewer rivals decide; where both sides leave equally many, the side that has grown less is next. */
function isBetter(moreRivals: number, moreLines: number): boolean {
  return moreRivals < 0 || (moreRivals === 0 && moreLines <= 0);
}

/** Where else the same text stands, as the offsets of its beginning and of its end. */
type Rival = { readonly start: number; readonly end: number };

/** null: too often to look at. */
function rivalsOf(scene: Scene, { from, to }: Region): readonly Rival[] | null {
  const text = scene.text();
  const find = scene.lines(from, to).join('\n');
  const own = scene.offsetOf(from);
  const rivals: Rival[] = [];
  if (find === '') return null;
  for (const at of placesIn(text, find)) {
    if (rivals.length > MAX_RIVALS) return null;
    if (at !== own) rivals.push({ start: at, end: at + find.length });
  }
  return rivals;
}

function rivalsAbove({ text, line }: Scene, rivals: readonly Rival[], from: number): readonly Rival[] {
  const more = `${line(from - 1)}\n`;
  return rivals.flatMap(({ start, end }) => {
    return start >= more.length && text().startsWith(more, start - more.length)
      ? [{ start: start - more.length, end }]
      : [];
  });
}

function rivalsBelow({ text, line }: Scene, rivals: readonly Rival[], to: number): readonly Rival[] {
  const more = `\n${line(to)}`;
  return rivals.flatMap(({ start, end }) => {
    return text().startsWith(more, end) ? [{ start, end: end + more.length }] : [];
  });
}

function standsOnce(text: string, find: string): boolean {
  const [first, second] = placesIn(text, find).take(2);
  return first !== undefined && second === undefined;
}
