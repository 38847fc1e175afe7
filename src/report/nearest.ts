import type { Json, Refusal } from '../patch/refusal.ts';

/** A place that looks like what the patch expected, as the apply engine puts it into a refusal's data. */
export type NearestPlace = {
  readonly line: number;
  /** 0 to 1. */
  readonly score: number;
  /** Lines that begin with `-` were expected, with `+` were found, with a space both. */
  readonly diff: readonly string[];
};

/** The places among a refusal's facts, best first; none where it has none. */
export function nearestPlaces({ data }: Refusal): readonly NearestPlace[] {
  const nearest = data?.['nearest'];
  return isList(nearest) ? nearest.filter(isPlace) : [];
}

export function describePlace({ line, score }: NearestPlace): string {
  return `Nearest lines, from line ${line}, ${Math.round(score * 100)} % alike (- expected, + found)`;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isPlace(value: Json): value is NearestPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    typeof value.line === 'number' &&
    'score' in value &&
    typeof value.score === 'number' &&
    'diff' in value &&
    isList(value.diff) &&
    value.diff.every((line) => typeof line === 'string')
  );
}
