import { cutText } from './cut.ts';
import { BREAK } from './references.ts';
import { oneLine, showHidden } from './visible.ts';

/**
 * Untrusted text for Slack's mrkdwn, which knows only three escapes. With them no `<!channel>`, no `<@user>` and
 * no `<address|words>` is left; the texts around it set `verbatim`, so that bare addresses and names stay text.
 * `limit` counts the escaped text.
 */
export function mrkdwnLine(text: string, limit: number): string {
  return cutEscaped(escapeMrkdwn(oneLine(text)), limit);
}

/** Untrusted code within a line. */
export function mrkdwnCode(text: string, limit: number): string {
  return `\`${mrkdwnLine(text.replaceAll('`', "'"), limit - 2)}\``;
}

/** A preformatted block of at most `limit` characters; lines at its end that do not fit are left out. */
export function mrkdwnBlock(lines: readonly string[], limit: number): string {
  const kept: string[] = [];
  let left = limit - '```\n\n```'.length - OMISSION.length;
  for (const line of lines) {
    const escaped = cutEscaped(
      escapeMrkdwn(breakFence(showHidden(line).replaceAll('\n', ' '))),
      MAX_CODE_LINE,
    );
    left -= escaped.length + 1;
    if (left < 0) {
      return fence([...kept, OMISSION]);
    }
    kept.push(escaped);
  }
  return fence(kept);
}

/** A link to one of our own pages; an address that could end the link is shown as code. */
export function mrkdwnLink(words: string, url: string): string {
  return linkableUrl(url) === null
    ? mrkdwnCode(url, MAX_CODE_LINE)
    : `<${url}|${mrkdwnLine(words, MAX_CODE_LINE)}>`;
}

/** The address where it can only be one; null: it holds what could end a link or hide where that leads. */
export function linkableUrl(url: string): string | null {
  return LINKABLE.test(url) && URL.canParse(url) ? url : null;
}

const LINKABLE = /^https?:\/\/[^\s<>|]+$/;

const OMISSION = '…';

/** Longer lines wrap into an unreadable block on a phone. */
const MAX_CODE_LINE = 300;

function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts escaped text; an escape goes as a whole. */
function cutEscaped(escaped: string, limit: number): string {
  return escaped.length <= limit ? escaped : cutText(escaped, limit).replace(/&[a-z]{0,3}…$/, '…');
}

/** No two backticks are left side by side, so no three are. */
function breakFence(line: string): string {
  return line.replaceAll(/`(?=`)/g, `\`${BREAK}`);
}

function fence(lines: readonly string[]): string {
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}
