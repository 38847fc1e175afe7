import { fitLines } from '../fit.ts';
import { codeSpan, markdownLine, markdownLink, markdownQuote } from '../untrusted/markdown.ts';
import { showHidden } from '../untrusted/visible.ts';
import { commitUrl, type PatchView, shortSha, titleOf } from '../view.ts';

/** What was asked, by whom, and under which name it can be found again. */
export function formatAsked(view: PatchView, budget: number): string {
  const facts = formatFacts(view);
  const head = `## What was asked\n\n**${markdownLine(titleOf(view), MAX_TITLE) || 'No title'}**\n\n`;
  const quote = quoteDescription(
    view.patch?.description ?? '',
    budget - head.length - facts.length - '\n\n'.length,
  );
  return head + (quote === '' ? '' : `${quote}\n\n`) + facts;
}

/** GitHub's own limit for a title. */
const MAX_TITLE = 256;

function quoteDescription(description: string, budget: number): string {
  if (description.trim() === '') {
    return '';
  }
  const lines = showHidden(description).trim().split('\n');
  const kept = fitLines(lines, markdownQuote, budget - CUT_MARK.length);
  return [...kept, ...(kept.length < lines.length ? [CUT_MARK] : [])].join('\n');
}

const CUT_MARK = '> … (the rest is in the patch itself)';

function formatFacts(view: PatchView): string {
  const { record, patch } = view;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Patch', codeSpan(record.id)],
    ['Sent by', codeSpan(record.sender)],
    ['Source', formatSource(patch?.source, record.sender)],
    [
      'Base',
      record.base &&
        `${codeSpan(record.base.branch)} at ${markdownLink(shortSha(record.base.sha), commitUrl(view, record.base.sha))}`,
    ],
    ['Digest', codeSpan(record.digest)],
    [
      'Attempt',
      `${record.attempt}${record.run.url === '' ? '' : `, in ${markdownLink('this workflow run', record.run.url)}`}`,
    ],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`])).join('\n');
}

/** Undefined: it says no more than who sent the patch. */
function formatSource(
  source: { readonly agent?: string; readonly url?: string } | undefined,
  sender: string,
): string | undefined {
  const parts = [source?.agent, source?.url].filter((part) => part !== undefined);
  if (parts.length === 1 && parts[0] === sender) {
    return undefined;
  }
  return parts.length === 0 ? 'unknown' : parts.map((part) => codeSpan(part, MAX_SOURCE)).join(', ');
}

const MAX_SOURCE = 200;
