import { align } from './alignment.ts';

/** A place in a file that looks like what a patch expected. */
export type NearestPlace = {
  /** From 1. */
  readonly line: number;
  /** 0 to 1. */
  readonly score: number;
  /** What differs, as in Alignment. */
  readonly diff: readonly string[];
};

/** Where each word of a file stands: positions of lines, from 0. */
export type WordIndex = {
  readonly lines: readonly string[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
};

export function indexWords(lines: readonly string[]): WordIndex {
  const positions = new Map<string, number[]>();
  for (const [position, line] of lines.entries()) {
    for (const word of wordsOf(line)) {
      const known = positions.get(word);
      if (known === undefined) positions.set(word, [position]);
      else if (known.length <= COMMON_WORD && known.at(-1) !== position) known.push(position);
    }
  }
  return { lines, positions };
}

/**
 * The places that look most like `expected`, best first. Words that both have in common vote for the line
 * where the block would begin; only the places with most votes are compared line by line.
 */
export function nearestPlaces(index: WordIndex, expected: readonly string[]): readonly NearestPlace[] {
  const block = expected.slice(0, COMPARED_LINES);
  const slack = Math.min(MAX_SLACK_LINES, Math.floor(block.length / 2));
  const places = mostVoted(votesFor(index, block)).map((start): NearestPlace => {
    const from = Math.max(0, start - slack);
    const { score, first, diff } = align(block, index.lines.slice(from, start + block.length + slack));
    return { line: from + first + 1, score, diff };
  });
  const best: NearestPlace[] = [];
  for (const place of places.sort((left, right) => right.score - left.score)) {
    const isNew = best.every(({ line }) => Math.abs(line - place.line) >= Math.max(1, block.length / 2));
    if (isNew && place.score >= LEAST_SCORE && best.length < SHOWN_PLACES) best.push(place);
  }
  return best;
}

const SHOWN_PLACES = 3;

/** Places that share less with the block than this are not worth a look. */
const LEAST_SCORE = 0.2;

/** Lines of a block that are compared; a longer one is recognised by its beginning. */
const COMPARED_LINES = 40;

/** Lines above and below a voted place, where the block may have more lines or fewer; less for short blocks. */
const MAX_SLACK_LINES = 3;

/** A word on more lines than this tells no place. */
const COMMON_WORD = 50;

/** Characters of a line in which words are looked for. */
const INDEXED_CHARACTERS = 400;

function wordsOf(line: string): readonly string[] {
  return line.slice(0, INDEXED_CHARACTERS).match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

function votesFor({ positions }: WordIndex, block: readonly string[]): ReadonlyMap<number, number> {
  const votes = new Map<number, number>();
  for (const [offset, line] of block.entries()) {
    for (const word of new Set(wordsOf(line))) {
      const places = positions.get(word) ?? [];
      if (places.length > COMMON_WORD) continue;
      for (const place of places)
        votes.set(place - offset, (votes.get(place - offset) ?? 0) + 1 / places.length);
    }
  }
  return votes;
}

function mostVoted(votes: ReadonlyMap<number, number>): number[] {
  const ranked = [...votes].sort(([, left], [, right]) => right - left);
  return ranked.slice(0, COMPARED_PLACES).map(([start]) => Math.max(0, start));
}

/** Places that are compared line by line. */
const COMPARED_PLACES = 8;
