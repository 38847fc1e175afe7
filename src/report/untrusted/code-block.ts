import { fitLines } from '../fit.ts';
import { cutText } from './cut.ts';
import { longestBacktickRun, MAX_LINE } from './markdown.ts';
import { defuseCode } from './references.ts';
import { showHidden } from './visible.ts';

export type CodeBlock = {
  readonly lines: readonly string[];
  /** Characters that the whole block may take. */
  readonly budget: number;
  /** Which end matters where not all lines fit. */
  readonly keep: 'first' | 'last';
  readonly language?: string;
};

/** A fenced block of untrusted lines, which its content can't end because the fence is longer than any in it. */
export function codeBlock({ lines, budget, keep, language = '' }: CodeBlock): string {
  const fromKept = keep === 'first' ? lines : lines.toReversed();
  const kept = fitLines(fromKept, codeLine, budget - language.length - MAX_AROUND);
  const omission = kept.length < lines.length ? [describeOmission(lines.length - kept.length)] : [];
  const content = keep === 'first' ? [...kept, ...omission] : [...omission, ...kept.toReversed()];
  const fence = '`'.repeat(Math.max(MIN_FENCE, ...kept.map((line) => longestBacktickRun(line) + 1)));
  return [fence + language, ...content, fence].join('\n');
}

const MIN_FENCE = 3;

/** A fence is at most one longer than a line; the rest is more than line ends and the note about omissions take. */
const MAX_AROUND = 2 * (MAX_LINE + 1) + 48;

function codeLine(line: string): string {
  return defuseCode(cutText(showHidden(line).replaceAll('\n', ' '), MAX_LINE));
}

function describeOmission(count: number): string {
  return count === 1 ? '… 1 more line' : `… ${count} more lines`;
}
