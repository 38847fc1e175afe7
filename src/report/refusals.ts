import type { Json, Refusal } from '../patch/refusal.ts';
import {
  type CandidatePlace,
  describeCandidate,
  describeNearest,
  diagnosisOf,
  type NearestPlace,
  numberedLines,
} from './diagnosis.ts';
import { codeBlock } from './untrusted/code-block.ts';
import { codeSpan, markdownLine } from './untrusted/markdown.ts';

/**
 * Each refusal in Markdown: its code, its place, the sentence, and the facts from which to make a better patch. Those
 * whose facts do not fit into so many characters are without them, or only counted.
 */
export function formatRefusals(refusals: readonly Refusal[], budget = Number.POSITIVE_INFINITY): string {
  const shown: string[] = [];
  let left = budget;
  for (const [index, refusal] of refusals.slice(0, MAX_REFUSALS).entries()) {
    const inFull = formatRefusal(refusal, index + 1);
    const text = inFull.length <= left ? inFull : formatBrief(refusal, index + 1).join('\n\n');
    left -= text.length + 2;
    if (left < 0) break;
    shown.push(text);
  }
  const more = refusals.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n\n');
}

/** With the budgets of their parts this stays far below GitHub's limit of 1 MiB for a job summary. */
const MAX_REFUSALS = 50;

function formatRefusal(refusal: Refusal, number: number): string {
  return [...formatBrief(refusal, number), ...formatData(refusal)].join('\n\n');
}

function formatBrief(refusal: Refusal, number: number): readonly string[] {
  return [
    `### ${number}. ${codeSpan(refusal.code)}${formatPlace(refusal)}`,
    markdownLine(refusal.message, MAX_MESSAGE),
  ];
}

const MAX_MESSAGE = 2000;

function formatPlace({ path, hunk, pointer }: Refusal): string {
  return [
    path === undefined ? '' : ` in ${codeSpan(path)}`,
    hunk === undefined ? '' : `, hunk ${hunk}`,
    pointer === undefined ? '' : ` at ${codeSpan(pointer)}`,
  ].join('');
}

/** What shows how to write a better patch: places as the text they are, and changes and other facts as JSON. */
function formatData(refusal: Refusal): readonly string[] {
  const { nearest, candidates, correction, facts } = diagnosisOf(refusal);
  return [
    ...nearest.map((place, rank) => formatNearest(place, rank)),
    ...(correction === undefined ? [] : formatCorrection('This change would apply in its place', correction)),
    ...candidates.flatMap(formatCandidate),
    ...(Object.keys(facts).length === 0 ? [] : [jsonBlock(facts)]),
  ];
}

/** Room for the nearest place, for each of the others, and for other facts. */
const BEST_BUDGET = 6000;
const OTHER_BUDGET = 2000;

function formatNearest(place: NearestPlace, rank: number): string {
  const budget = rank === 0 ? BEST_BUDGET : OTHER_BUDGET;
  const block = codeBlock({ lines: place.diff, budget, keep: 'first', language: 'diff' });
  return `${describeNearest(place)}:\n\n${block}`;
}

function formatCandidate(place: CandidatePlace): readonly string[] {
  const block = codeBlock({ lines: numberedLines(place), budget: OTHER_BUDGET, keep: 'first' });
  const { correction } = place;
  return [
    `${describeCandidate(place)}:\n\n${block}`,
    ...(correction === undefined ? [] : formatCorrection('If this place is meant, send', correction)),
  ];
}

/** Whole or not at all: half a change helps nobody. */
function formatCorrection(words: string, correction: Json): readonly string[] {
  const block = jsonBlock(correction);
  return JSON.stringify(correction, null, 2).length <= OTHER_BUDGET ? [`${words}:\n\n${block}`] : [];
}

function jsonBlock(value: Json): string {
  const lines = JSON.stringify(value, null, 2).split('\n');
  return codeBlock({ lines, budget: BEST_BUDGET, keep: 'first', language: 'json' });
}
