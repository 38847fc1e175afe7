import { fitAll } from '../fit.ts';
import { markdownSentence } from '../untrusted/markdown.ts';

/** A heading and one point for each untrusted sentence; empty text where there is none. */
export function formatList(heading: string, sentences: readonly string[], budget: number): string {
  if (sentences.length === 0) {
    return '';
  }
  const kept = fitAll(sentences, (sentence, limit) => `- ${markdownSentence(sentence, limit)}`, {
    budget: budget - heading.length - MAX_AROUND,
    least: LEAST_SENTENCE,
    most: LONGEST_SENTENCE,
  });
  const more = sentences.length - kept.length;
  return [`## ${heading}`, '', ...kept, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n');
}

/** Characters that still tell what a sentence is about, and of one that names the longest path and what became of it. */
const LEAST_SENTENCE = 60;
const LONGEST_SENTENCE = 1500;

/** More than the heading's marks and the line about omissions take. */
const MAX_AROUND = 40;
