import { cutMiddle, cutText } from './cut.ts';
import { defuseCode, defuseLinks, defuseReferences } from './references.ts';
import { oneLine } from './visible.ts';

/**
 * Untrusted text within a line of GitHub's Markdown, also in a table's cell. It is shown as the characters that it
 * is made of: no markup, HTML, link, image, mention or reference survives. `limit` counts its own characters.
 */
export function markdownLine(text: string, limit = MAX_LINE): string {
  return escapeMarkdown(defuseReferences(cutText(oneLine(text), limit)));
}

/** As much as one line of a title, a path or a sentence can sensibly hold. */
export const MAX_LINE = 500;

/** The same of a sentence whose end matters, such as what to do: where it is too long, its middle is left out. */
export function markdownSentence(text: string, limit: number): string {
  return markdownLine(cutMiddle(oneLine(text), limit), limit);
}

/** One line of a quotation, which it can't leave. */
export function markdownQuote(line: string): string {
  return `> ${markdownLine(line)}`.trimEnd();
}

/** Code within a line. Empty text gives an empty pair of quotes, because Markdown has no empty code. */
export function codeSpan(text: string, limit = MAX_LINE): string {
  const content = defuseCode(cutText(oneLine(text), limit));
  if (content === '') {
    return '""';
  }
  const fence = '`'.repeat(longestBacktickRun(content) + 1);
  const space = /^`|`$/.test(content) ? ' ' : '';
  return `${fence}${space}${content}${space}${fence}`;
}

/** Code in a table's cell: as HTML, because a table splits its rows at bars even inside a code span. */
export function codeCell(text: string, limit = MAX_LINE): string {
  return `<code>${escapeMarkdown(defuseLinks(defuseCode(cutText(oneLine(text), limit))))}</code>`;
}

/** The same of a path, whose middle is left out where it is too long. */
export function pathCell(path: string, limit: number): string {
  return codeCell(cutMiddle(oneLine(path), limit), limit);
}

/** A link to one of our own pages; an address that could end the link is shown, not linked. */
export function markdownLink(words: string, url: string): string {
  return isLinkable(url) ? `[${markdownLine(words)}](${url})` : codeSpan(url);
}

/** The same in a table's cell, where an address that can't be linked is left out. */
export function markdownLinkCell(words: string, url: string): string {
  return isLinkable(url) ? `[${markdownLine(words)}](${url})` : markdownLine(words);
}

function isLinkable(url: string): boolean {
  return LINKABLE.test(url);
}

const LINKABLE = /^https?:\/\/[\w.:/?&=#%@~+,-]+$/;

export function longestBacktickRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) {
    longest = Math.max(longest, run.length);
  }
  return longest;
}

/** Entities for what HTML and tables would read, a backslash for what Markdown would. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]~$!]/g, String.raw`\$&`)
    .replaceAll('|', '&#124;')
    .replace(/^[#+=-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
