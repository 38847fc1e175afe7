import { section } from '../slack-blocks.ts';
import type { SlackReply } from '../slack-details.ts';
import { mrkdwnLine, mrkdwnLink } from '../untrusted/mrkdwn.ts';
import { commandPage } from './page.ts';
import type { CommandReport } from './report.ts';
import type { Cell, Table } from './table.ts';

/**
 * The short form, as an answer to a slash command or to a button. It names the repository: which one is meant is found
 * out by configs, which may say something else than whoever asked believes.
 */
export function formatCommandSlack(report: CommandReport, repository: string): SlackReply {
  const { icon, headline, sentence, tables } = commandPage(report);
  const said = mrkdwnLine(sentence, MAX_SENTENCE);
  return {
    text: mrkdwnLine(`${icon} ${headline} in ${repository}: ${sentence}`, MAX_FALLBACK),
    blocks: [
      section(`${icon} *${headline}* in ${mrkdwnLine(repository, MAX_REPOSITORY)}\n${said}`),
      ...tables.slice(0, MAX_TABLES).map((table) => section(formatTable(table))),
    ],
  };
}

/** What somebody else's command came to, for the thread of the patch that it was about. */
export function formatCommandNote(report: CommandReport): SlackReply {
  const { icon, headline, sentence } = commandPage(report);
  const by = mrkdwnLine(report.by, MAX_CELL);
  return {
    text: mrkdwnLine(`${icon} ${headline}, asked for by ${report.by}: ${sentence}`, MAX_FALLBACK),
    blocks: [section(`${icon} *${headline}*, asked for by ${by}\n${mrkdwnLine(sentence, MAX_SENTENCE)}`)],
  };
}

/** Slack takes 3,000 characters in a section and about 13,200 in all blocks together. */
const MAX_SENTENCE = 2000;

/** GitHub's names of owners and repositories together are shorter. */
const MAX_REPOSITORY = 200;

const MAX_FALLBACK = 300;
const MAX_TABLES = 3;
const MAX_TABLE = 2800;

/** On a phone more rows are no overview; `status` in the Actions tab shows them all. */
const MAX_ROWS = 20;
const MAX_CELL = 80;

/** Slack has no tables: a line for each row, as many as fit. */
function formatTable({ title, rows, omitted = 0 }: Table): string {
  const lines: string[] = [];
  let left = MAX_TABLE - title.length - MAX_MORE;
  for (const row of rows.slice(0, MAX_ROWS)) {
    const line = `• ${row
      .filter(({ text }) => text.trim() !== '')
      .map(formatCell)
      .join(' · ')}`;
    left -= line.length + 1;
    if (left < 0) {
      break;
    }
    lines.push(line);
  }
  const more = omitted + rows.length - lines.length;
  return [`*${title}*`, ...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

/** More than the line about rows that were left out takes, with the marks around the title. */
const MAX_MORE = 40;

/** A link is as long as its address, so a very long one is left out. */
const MAX_URL = 400;

function formatCell({ text, url }: Cell): string {
  const words = mrkdwnLine(text, MAX_CELL);
  return url === undefined || url.length > MAX_URL ? words : mrkdwnLink(text.slice(0, MAX_CELL), url);
}
