import type { Refusal } from '../patch/refusal.ts';
import type { Effort } from './effort.ts';
import { indexWords, type NearestPlace, nearestPlaces, type WordIndex } from './nearest.ts';
import { similarity } from './similarity.ts';

/** Explains what was not found in one file; reads the file for it at most once. */
export type Explainer = (expected: readonly string[]) => Explanation;

type Explanation = { readonly sentence: string; readonly data: NonNullable<Refusal['data']> };

export function explainerFor(lines: () => readonly string[], effort: Effort): Explainer {
  let index: WordIndex | undefined;
  return (expected) => {
    effort.explanations -= 1;
    if (effort.explanations < 0) return { sentence: 'Send them as they stand in the file.', data: {} };
    index ??= indexWords(lines());
    return explanationOf(nearestPlaces(index, expected));
  };
}

function explanationOf(nearest: readonly NearestPlace[]): Explanation {
  const [best] = nearest;
  if (best === undefined)
    return {
      sentence: 'Nothing in the file looks like them. Send them as they stand in the file.',
      data: { nearest: [] },
    };
  return {
    sentence: `The nearest place is line ${best.line}. Send the lines as they stand there.`,
    data: { nearest: nearest.map(({ line, score, diff }) => ({ line, score, diff })) },
  };
}

/** The refusal for a file that is not there, with the known files whose names are most alike. */
export function missingFile(path: string, known: Iterable<string>): Refusal {
  const alike = similarPaths(path, known);
  const advice =
    alike.length === 0
      ? 'Correct the path, or create the file with a write change.'
      : `Did you mean ${alike.join(' or ')}?`;
  return {
    code: 'not_found',
    message: `There is no file ${path}. ${advice}`,
    path,
    data: { similar: alike },
  };
}

function similarPaths(path: string, known: Iterable<string>): readonly string[] {
  return [...known]
    .filter((other) => other !== path)
    .map((other) => ({ other, score: pathSimilarity(path, other) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((left, right) => right.score - left.score)
    .slice(0, SHOWN_PATHS)
    .map(({ other }) => other);
}

/** Names that are this much alike may be meant for each other. */
const ALIKE = 0.6;

const SHOWN_PATHS = 3;

function pathSimilarity(left: string, right: string): number {
  const names = similarity(baseName(left).toLowerCase(), baseName(right).toLowerCase());
  return Math.max(names, similarity(left, right));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
