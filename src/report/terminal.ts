import type { Json, Refusal } from '../patch/refusal.ts';
import {
  type CandidatePlace,
  describeCandidate,
  describeNearest,
  diagnosisOf,
  type NearestPlace,
  numberedDiff,
  numberedLines,
} from './diagnosis.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine, showHidden } from './untrusted/visible.ts';

/** How a terminal shows emphasis; each function gives its text back where there are no colours. */
export type Paint = {
  readonly [Name in 'bold' | 'dim' | 'green' | 'red' | 'cyan']: (text: string) => string;
};

/** Refusals for a person at a terminal: what is wrong, and the places with their line numbers. Lines, without an end. */
export function formatRefusalLines(refusals: readonly Refusal[], paint: Paint): readonly string[] {
  const shown = refusals.slice(0, MAX_REFUSALS).flatMap((refusal) => formatRefusal(refusal, paint));
  const more = refusals.length - MAX_REFUSALS;
  return more > 0 ? [...shown, `… and ${more} more; --json prints them all.`] : shown;
}

/** More would scroll the first ones away. */
const MAX_REFUSALS = 20;

function formatRefusal(refusal: Refusal, paint: Paint): readonly string[] {
  const { code, path, hunk, pointer, message } = refusal;
  const { nearest, candidates, correction } = diagnosisOf(refusal);
  const place = [path, hunk === undefined ? undefined : `hunk ${hunk}`, pointer]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => cutText(oneLine(part ?? ''), MAX_PLACE));
  return [
    [paint.red('✘'), paint.bold(code), ...(place.length === 0 ? [] : [paint.dim(place.join(' · '))])].join(
      ' ',
    ),
    `  ${cutText(oneLine(message), MAX_MESSAGE)}`,
    ...nearest.flatMap((one) => formatNearest(one, paint)),
    ...candidates.flatMap((one) => formatCandidate(one, paint)),
    ...formatCorrections(correction, candidates, paint),
  ];
}

const MAX_PLACE = 200;
const MAX_MESSAGE = 2000;

function formatNearest(place: NearestPlace, paint: Paint): readonly string[] {
  const paints: { readonly [mark: string]: (text: string) => string } = { '-': paint.red, '+': paint.green };
  return [
    '',
    `  ${paint.cyan(describeNearest(place))}`,
    ...numberedDiff(place).map((row) => `    ${(paints[row.charAt(0)] ?? same)(codeLine(row))}`.trimEnd()),
  ];
}

function formatCandidate(place: CandidatePlace, paint: Paint): readonly string[] {
  const rows = numberedLines(place).map((row) =>
    row.startsWith('>') ? paint.bold(codeLine(row)) : codeLine(row),
  );
  return ['', `  ${paint.cyan(describeCandidate(place))}`, ...rows.map((row) => `    ${row}`.trimEnd())];
}

/** One correction is shown as it can be sent; of several, a person chooses first. */
function formatCorrections(
  correction: Json | undefined,
  candidates: readonly CandidatePlace[],
  paint: Paint,
): readonly string[] {
  if (correction !== undefined) {
    const text = JSON.stringify(correction);
    const lines = text.length > MAX_CORRECTION ? ['(--json prints it)'] : [codeLine(text)];
    return [
      '',
      `  ${paint.cyan('This change would apply in its place')}`,
      ...lines.map((line) => `    ${line}`),
    ];
  }
  const known = candidates.filter((candidate) => candidate.correction !== undefined).length;
  if (known === 0) return [];
  const words = known === 1 ? 'a change that means this place' : 'for each place a change that means it';
  return ['', `  ${paint.dim(`--json prints ${words}.`)}`];
}

const MAX_CORRECTION = 1500;

function codeLine(line: string): string {
  return showHidden(line).replaceAll('\n', ' ');
}

function same(text: string): string {
  return text;
}
