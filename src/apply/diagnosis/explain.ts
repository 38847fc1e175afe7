import type { HunkLine } from '../../patch/hunk.ts';
import type { Json } from '../../patch/refusal.ts';
import { placesIn } from '../edit/text-search.ts';
import { hasWord } from '../locate/already.ts';
import type { Section } from '../locate/sections.ts';
import type { Pair } from './compare.ts';
import { correctionOf, type Rewrite } from './correction.ts';
import { describeNearest } from './describe.ts';
import { differenceAt } from './difference.ts';
import { rewriteAt } from './hunk-rewrite.ts';
import { meantPart } from './misspelt.ts';
import { MAX_LINES, nearestPlaces, type Place } from './nearest.ts';
import type { Scene } from './scene.ts';

/** Lines that were looked for in vain: what they are, what should become of them, and where they may be. */
export type Sought = {
  readonly lines: readonly HunkLine[];
  /** From 0. */
  readonly hint?: number | undefined;
  /** As in Wanted. */
  readonly near?: (() => readonly number[]) | undefined;
  /** As in Wanted. */
  readonly within?: Section | undefined;
  /** Where the text is one line or a part of it: the text, and what it becomes. */
  readonly part?: { readonly find: string; readonly replace: string } | undefined;
};

/** Why lines were not found, for people, and the nearest places, for programs. */
export type Explanation = {
  readonly sentence: string;
  readonly data: { readonly [key: string]: Json };
};

/** One explanation for each of the sought blocks; those beyond the budget are short. */
export function explainMissing(scene: Scene, sought: readonly Sought[]): readonly Explanation[] {
  const { effort } = scene;
  const affordable = Math.max(0, Math.min(sought.length, effort.explanations));
  effort.explanations -= sought.length;
  const wanted = sought.slice(0, affordable).map((block) => ({ ...block, lines: expectedOf(block) }));
  const nearest = affordable === 0 ? [] : nearestPlaces(scene, wanted);
  return sought.map((block, index) => {
    const places = nearest[index];
    return places === undefined ? UNEXPLAINED : explanationOf(scene, block, places);
  });
}

/** Do the facts of an explanation name a place that is like what was looked for? */
export function hasNearest({ nearest }: { readonly nearest?: Json }): boolean {
  return Array.isArray(nearest) && nearest.length > 0;
}

const UNEXPLAINED: Explanation = { sentence: 'Send the lines as they stand in the file.', data: {} };

function expectedOf({ lines }: Sought): readonly string[] {
  return lines.flatMap(([mark, text]) => (mark === '+' ? [] : [text]));
}

function explanationOf(scene: Scene, block: Sought, places: readonly Place[]): Explanation {
  const expected = expectedOf(block);
  const [best] = places;
  if (best === undefined)
    return {
      sentence: 'Nothing in the file comes close. Send the lines as they stand there.',
      data: { nearest: [] },
    };
  const differences = places.map((place) => differenceAt(scene, expected, place));
  const nearest = places.map(({ position, score }, index) => {
    return { line: position + 1, score, diff: differences[index]?.diff ?? [] };
  });
  const rewrite = certainRewrite(scene, block, places);
  const correction = rewrite === null ? null : correctionOf(scene, rewrite);
  const sentence = `${describeNearest(best, differences[0])} Send the lines as they stand there.`;
  return { sentence, data: correction === null ? { nearest } : { nearest, correction } };
}

/** What the block wants, if one place is the one that was meant. */
function certainRewrite(scene: Scene, { lines, part }: Sought, places: readonly Place[]): Rewrite | null {
  const [best, next] = places;
  if (best === undefined) return null;
  if (part !== undefined) {
    const [rewrite = null, other = null] = places.map(({ position }) => partRewrite(scene, part, position));
    return other === null ? rewrite : null;
  }
  if (!isClear(best, next) || isTorn(lines, best) || lacksKnownLine(scene, lines, best)) return null;
  return rewriteAt(scene, lines, best);
}

/** Does the file have many other lines right beside one that is removed? Then that may belong to another place. */
function isTorn(lines: readonly HunkLine[], { pairs }: Place): boolean {
  const old = lines.filter(([mark]) => mark !== '+');
  const isRemoved = ({ expected }: Pair) => old[expected]?.[0] === '-';
  return pairs.some((pair, index) => {
    const above = pairs[index - 1];
    if (above === undefined || (!isRemoved(above) && !isRemoved(pair))) return false;
    return pair.found - above.found - (pair.expected - above.expected) > MOST_OTHERS;
  });
}

/** Lines that somebody has put there since. */
const MOST_OTHERS = 3;

/** Does the file have a line elsewhere that stays, and that this place lacks? Then that other place may be meant. */
function lacksKnownLine(scene: Scene, lines: readonly HunkLine[], { pairs }: Place): boolean {
  const same = new Set(
    pairs.flatMap(({ expected, difference }) => (difference === 'text' ? [] : [expected])),
  );
  const compared = lines.filter(([mark]) => mark !== '+').slice(0, MAX_LINES);
  return compared.some(
    ([mark, text], row) => mark === ' ' && !same.has(row) && hasWord(text) && hasLine(scene, text),
  );
}

/** Also where the effort does not suffice for looking. */
function hasLine({ text, line, lineAt, effort }: Scene, wanted: string): boolean {
  effort.searching -= text().length;
  if (effort.searching < 0) return true;
  return placesIn(text(), wanted)
    .take(MOST_LOOKED_AT)
    .some((offset) => line(lineAt(offset)) === wanted);
}

/** Places of a text of which one may be a whole line. */
const MOST_LOOKED_AT = 40;

/** The place must be like it, and any other must differ at least twice as much. */
function isClear(best: Place, next: Place | undefined): boolean {
  const margin = Math.max(LEAST_MARGIN, 1 - best.score);
  return best.score >= LEAST_SCORE && best.score - (next?.score ?? 0) >= margin;
}

const LEAST_SCORE = 0.7;
const LEAST_MARGIN = 0.06;

function partRewrite(
  scene: Scene,
  { find, replace }: NonNullable<Sought['part']>,
  position: number,
): Rewrite | null {
  const line = scene.line(position);
  const meant = meantPart(line, find);
  if (meant === null) return null;
  const text = `${line.slice(0, meant.start)}${replace}${line.slice(meant.end)}`;
  return { from: position, to: position + 1, lines: text.split('\n') };
}
