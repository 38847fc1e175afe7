import { fitLines } from '../fit.ts';
import { markdownLine } from '../untrusted/markdown.ts';

/** A heading and one point for each untrusted sentence; empty text where there is none. */
export function formatList(heading: string, sentences: readonly string[], budget: number): string {
  if (sentences.length === 0) {
    return '';
  }
  const kept = fitLines(
    sentences,
    (sentence) => `- ${markdownLine(sentence)}`,
    budget - heading.length - MAX_AROUND,
  );
  const more = sentences.length - kept.length;
  return [`## ${heading}`, '', ...kept, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n');
}

/** More than the heading's marks and the line about omissions take. */
const MAX_AROUND = 40;
