import { fitLines } from '../fit.ts';
import { formatRefusals } from '../refusals.ts';
import { codeBlock } from '../untrusted/code-block.ts';
import { markdownLine, markdownLinkCell } from '../untrusted/markdown.ts';
import { type CommandPage, commandPage } from './page.ts';
import type { CommandReport } from './report.ts';
import type { Cell, Table } from './table.ts';

/** The reply to a comment; GitHub takes 65,536 characters. */
export function formatCommandReply(report: CommandReport): string {
  return formatPage(commandPage(report), report, REPLY);
}

/** What only our reply to this comment holds, and nobody sees. */
export function replyMark(comment: number): string {
  return `<!-- ghost-runner: reply to ${comment} -->`;
}

/** The summary of the run that did it; GitHub takes 1 MiB. */
export function formatCommandSummary(report: CommandReport): string {
  const { icon, headline, ...page } = commandPage(report);
  const by = `Asked by ${markdownLine(report.by)}${report.role === undefined ? '' : ` (${report.role})`}, from the ${report.surface}.`;
  return `# ${icon} ${headline}\n\n${formatPage({ icon: '', headline: '', ...page }, report, SUMMARY)}\n${by}\n`;
}

/** `details`: of a diff, or of what is wrong with a patch. */
type Budgets = { readonly tables: number; readonly details: number };

/** All together stay below GitHub's limit with the sentence and the heads. */
const REPLY: Budgets = { tables: 25_000, details: 25_000 };
const SUMMARY: Budgets = { tables: 300_000, details: 200_000 };

const MAX_SENTENCE = 3000;

type Details = Pick<CommandReport, 'diff' | 'refusals'>;

function formatPage(page: CommandPage, { diff = '', refusals = [] }: Details, budgets: Budgets): string {
  const { icon, headline, sentence, tables } = page;
  const each = Math.floor(budgets.tables / Math.max(1, tables.length));
  const said = markdownLine(sentence, MAX_SENTENCE);
  const sections = [
    headline === '' ? said : `${icon} **${headline}**: ${said}`,
    ...tables.map((table) => formatTable(table, each)),
    ...(refusals.length === 0 ? [] : [formatRefusals(refusals, budgets.details)]),
    ...(diff.trim() === '' || refusals.length > 0
      ? []
      : [
          codeBlock({
            lines: diff.trimEnd().split('\n'),
            budget: budgets.details,
            keep: 'first',
            language: 'diff',
          }),
        ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function formatTable({ title, head, rows, omitted = 0 }: Table, budget: number): string {
  const top = [`**${title}**`, '', line(head), `|${'---|'.repeat(head.length)}`];
  const kept = fitLines(rows, (row) => line(row.map(formatCell)), budget - top.join('\n').length - MAX_MORE);
  const more = omitted + rows.length - kept.length;
  return [...top, ...kept, ...(more > 0 ? ['', `… and ${more} more.`] : [])].join('\n');
}

/** More than the line about rows that were left out takes. */
const MAX_MORE = 40;

/** A table stays readable, and a row can't take the room of all others. */
const MAX_CELL = 300;

function formatCell({ text, url }: Cell): string {
  return url === undefined ? markdownLine(text, MAX_CELL) : markdownLinkCell(text.slice(0, MAX_CELL), url);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}
