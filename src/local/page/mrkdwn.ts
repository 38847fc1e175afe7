import { html } from 'hono/html';
import { type Links, link, type Markup, shown } from './markup.ts';

/** Slack's own markup: code, links, bold, italics. Everything else is text. */
export function renderMrkdwn(text: string, links: Links): Markup {
  const parts: Markup[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    parts.push(shown(decode(text.slice(end, match.index))), renderMark(match, links));
    end = match.index + match[0].length;
  }
  return html`${parts}${shown(decode(text.slice(end)))}`;
}

const MARK =
  /```\n?(?<block>[^]*?)\n?```|`(?<code>[^`\n]+)`|<(?<url>https?:[^<>|]+)(?:\|(?<words>[^<>]*))?>|(?<![\w*])\*(?<bold>[^*\n]+)\*(?![\w*])|(?<!\w)_(?<italic>[^_\n]+)_(?!\w)/g;

function renderMark({ groups = {} }: RegExpExecArray, links: Links): Markup {
  const { block, code, url, words, bold, italic } = groups;
  if (block !== undefined) {
    return html`<pre>${shown(decode(block))}</pre>`;
  }
  if (code !== undefined) {
    return html`<code>${shown(decode(code))}</code>`;
  }
  if (url !== undefined) {
    return link(decode(words ?? url), decode(url), links);
  }
  return bold === undefined
    ? html`<em>${renderMrkdwn(italic ?? '', links)}</em>`
    : html`<strong>${renderMrkdwn(bold, links)}</strong>`;
}

/** The only three escapes that Slack knows. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
