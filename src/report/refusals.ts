import type { Refusal } from '../patch/refusal.ts';
import { describePlace, type NearestPlace, nearestPlaces } from './nearest.ts';
import { codeBlock } from './untrusted/code-block.ts';
import { codeSpan, markdownLine } from './untrusted/markdown.ts';

/** Each refusal in Markdown: its code, its place, the sentence, and the facts from which to make a better patch. */
export function formatRefusals(refusals: readonly Refusal[]): string {
  const shown = refusals.slice(0, MAX_REFUSALS).map((refusal, index) => formatRefusal(refusal, index + 1));
  const more = refusals.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n\n');
}

/** With the budgets of their parts this stays far below GitHub's limit of 1 MiB for a job summary. */
const MAX_REFUSALS = 50;

function formatRefusal(refusal: Refusal, number: number): string {
  const parts = [
    `### ${number}. ${codeSpan(refusal.code)}${formatPlace(refusal)}`,
    markdownLine(refusal.message, MAX_MESSAGE),
    ...formatData(refusal),
  ];
  return parts.join('\n\n');
}

const MAX_MESSAGE = 2000;

function formatPlace({ path, hunk, pointer }: Refusal): string {
  return [
    path === undefined ? '' : ` in ${codeSpan(path)}`,
    hunk === undefined ? '' : `, hunk ${hunk}`,
    pointer === undefined ? '' : ` at ${codeSpan(pointer)}`,
  ].join('');
}

/** Room for the nearest places of one refusal, or for its other facts. */
const DATA_BUDGET = 6000;

/** Places are shown as the text they are; other facts as JSON. */
function formatData(refusal: Refusal): readonly string[] {
  const { nearest: _, ...facts } = refusal.data ?? {};
  const blocks = nearestPlaces(refusal).map(formatPlaceOfText);
  if (Object.keys(facts).length === 0) {
    return blocks;
  }
  const lines = JSON.stringify(facts, null, 2).split('\n');
  return [...blocks, codeBlock({ lines, budget: DATA_BUDGET, keep: 'first', language: 'json' })];
}

function formatPlaceOfText(place: NearestPlace): string {
  const block = codeBlock({ lines: place.diff, budget: DATA_BUDGET, keep: 'first', language: 'diff' });
  return `${describePlace(place)}:\n\n${block}`;
}
