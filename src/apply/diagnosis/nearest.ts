import type { Section } from '../locate/sections.ts';
import { MOST_STARTS, mostVoted } from '../locate/votes.ts';
import { type Comparison, compareLines } from './compare.ts';
import { profileOf } from './likeness.ts';
import type { Scene } from './scene.ts';
import { linesLike, linesWithWords, wordsOf } from './seeds.ts';

/** A place in a file that looks like what a patch expected. */
export type Place = Comparison & {
  /** Positions in the file, from 0, of the first paired line and of the line that `pairs` counts from. */
  readonly position: number;
  readonly origin: number;
};

/** Lines that stand nowhere in the file. */
export type Wanted = {
  readonly lines: readonly string[];
  /** Where the patch thinks that they begin, from 0. */
  readonly hint?: number | undefined;
  /** Where they may begin for all that is known already, from 0; if one of these is sure, no more is read. */
  readonly near?: (() => readonly number[]) | undefined;
  /** The only part of the file where they may stand. */
  readonly within?: Section | undefined;
};

/**
 * For each of the wanted blocks the places that look most like it, best first. Words that few lines of the file
 * hold vote for the line where a block would begin; only the places with most votes are compared line by line.
 * The text is read once for all blocks together.
 */
export function nearestPlaces(scene: Scene, wanted: readonly Wanted[]): readonly (readonly Place[])[] {
  const blocks = wanted.map((block) => ({ ...block, lines: block.lines.slice(0, MAX_LINES) }));
  const known = blocks.map((block) => bestPlaces(scene, block, block.near?.() ?? []));
  const words = blocks.map(({ lines }, index) => (isSure(known[index]) ? [] : lines.map(wordsOf)));
  const sought = words.flat(2);
  const places = sought.length === 0 ? new Map() : linesWithWords(scene.text(), sought);
  return blocks.map((block, index) => {
    const near = known[index] ?? [];
    if (isSure(near) || block.lines.length === 0) return near;
    const starts = [...originsOf(near), ...startsByWords(words[index] ?? [], places)];
    const voted = bestPlaces(scene, block, starts);
    if (isGood(voted)) return voted;
    return bestPlaces(scene, block, [...originsOf(voted), ...startsByLikeness(scene, block)]);
  });
}

function isSure(places: readonly Place[] | undefined): boolean {
  return (places?.[0]?.score ?? 0) >= SURE_SCORE;
}

function isGood(places: readonly Place[]): boolean {
  return (places[0]?.score ?? 0) >= GOOD_SCORE;
}

function originsOf(places: readonly Place[]): readonly number[] {
  return places.map(({ position }) => position);
}

/** The comparison of a block with the lines that begin at one position, which are known to be much like it. */
export function placeAt(scene: Scene, lines: readonly string[], position: number): Place {
  const block = lines.slice(0, MAX_LINES);
  const found = scene.lines(position, position + block.length);
  const comparison = compareLines(block.map(profileOf), found.map(profileOf), 0);
  return { ...comparison, origin: position, position };
}

const SHOWN_PLACES = 3;

/** Places that share less with the block than this are not worth a look. */
const LEAST_SCORE = 0.25;

/** Where a block has hardly a word that is not there, no other place is meant. */
const SURE_SCORE = 0.9;

/** A place that is less alike may stand behind one whose words are all misspelt. */
const GOOD_SCORE = 0.6;

/** Lines of a block that are compared; a longer one is recognised by its beginning. */
export const MAX_LINES = 200;

/** Lines above and below a place within which the block's lines may have moved. */
const MAX_SLACK = 12;

/** First lines of blocks, from 0, that most of their words are for. */
function startsByWords(
  words: readonly (readonly string[])[],
  places: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  return mostVoted(
    words.flatMap((line, offset) =>
      line.flatMap((word) => {
        const positions = places.get(word);
        return positions === undefined ? [] : [{ offset, positions }];
      }),
    ),
  );
}

function startsByLikeness({ text }: Scene, { lines }: Wanted): readonly number[] {
  const longest = lines.reduce((best, line, offset) => {
    return line.trim().length > (lines[best]?.trim().length ?? 0) ? offset : best;
  }, 0);
  return linesLike(text(), lines[longest] ?? '', MOST_STARTS).map((position) => position - longest);
}

function bestPlaces(scene: Scene, block: Wanted, starts: readonly number[]): readonly Place[] {
  const { lines, hint } = block;
  const profiles = lines.map(profileOf);
  const hinted = hint === undefined || hint >= scene.lineCount() ? starts : [...starts, hint];
  const places = hinted.flatMap((start) => {
    const slack = Math.min(MAX_SLACK, SLACK_OF_ONE + Math.floor(lines.length / 2));
    const origin = Math.max(0, start - slack);
    const reach = Math.max(0, start) - origin + slack;
    const found = scene.lines(origin, origin + lines.length + reach).map(profileOf);
    const comparison = compareLines(profiles, found, reach);
    const [first] = comparison.pairs;
    const position = origin + (first?.found ?? 0);
    const place: Place = { ...comparison, origin, position };
    return first === undefined || !isWithin(block, place) ? [] : [place];
  });
  const distance = ({ position }: Place) => Math.abs(position - (hint ?? position));
  return apart(
    places.sort((left, right) => right.score - left.score || distance(left) - distance(right)),
    lines.length,
  );
}

/** Most of it, for a hunk may begin above what it names. */
function isWithin({ within }: Wanted, { origin, pairs }: Place): boolean {
  if (within === undefined) return true;
  const inside = pairs.filter(({ found }) => origin + found >= within.start && origin + found < within.end);
  return 2 * inside.length >= pairs.length;
}

/** The best of places that are ranked already, without those that overlap a better one. */
function apart(ranked: readonly Place[], length: number): readonly Place[] {
  const best: Place[] = [];
  for (const place of ranked) {
    const isNew = best.every(
      ({ position }) => Math.abs(position - place.position) >= Math.max(1, length / 2),
    );
    if (isNew && place.score >= LEAST_SCORE && best.length < SHOWN_PLACES) best.push(place);
  }
  return best;
}

/** The slack of the shortest block. */
const SLACK_OF_ONE = 1;
