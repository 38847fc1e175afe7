import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub would make of a Markdown text, found with a CommonMark and GFM renderer that is not ours. */
export type Page = {
  /** Names of all elements. */
  readonly elements: ReadonlySet<string>;
  readonly addresses: readonly string[];
  readonly comments: number;
  /** The text outside code, which is where GitHub looks for mentions and references. */
  readonly prose: string;
};

export function renderPage(markdown: string): Page {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const withoutComments = html.replaceAll(/<!--[\s\S]*?-->/g, '');
  return {
    elements: new Set(
      [...withoutComments.matchAll(/<([a-z][\w-]*)/gi)].map((match) => (match[1] ?? '').toLowerCase()),
    ),
    addresses: [...withoutComments.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? ''),
    comments: html.split('<!--').length - 1,
    prose: decode(
      withoutComments.replaceAll(/<(pre|code)\b[^>]*>[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ''),
    ),
  };
}

/** What GitHub acts on when it stands in prose. */
export const LIVE_ON_GITHUB = {
  mention: /(?:^|[^\w])@[a-z0-9]/i,
  reference: /#\d/,
  shortReference: /\bGH-\d/i,
  address: /\bhttps?:\/\//i,
} as const;

/** What closes an issue; nowhere, not even in code. */
export const CLOSING_KEYWORD =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s?:?\s+(?:[\w.-]+\/[\w.-]+)?(?:#\d|GH-\d|https?:\/\/)/i;

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
