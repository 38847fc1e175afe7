import { cutText } from '../untrusted/cut.ts';
import { oneLine, showHidden } from '../untrusted/visible.ts';
import { layOut } from './columns.ts';
import { commandPage } from './page.ts';
import type { CommandReport } from './report.ts';
import type { Cell, Table } from './table.ts';

/**
 * The report for a terminal of so many characters a line: a line that says it, then tables in columns. Infinity is for
 * what is read by programs. Nothing in it steers the terminal.
 */
export function formatCommandTerminal(report: CommandReport, width = Number.POSITIVE_INFINITY): string {
  const { icon, headline, sentence, tables } = commandPage(report);
  const parts = [
    `${icon} ${headline}: ${oneLine(sentence)}`,
    ...tables.map((table) => formatTable(table, width)),
    ...(report.diff === undefined || report.diff.trim() === '' ? [] : [showHidden(report.diff).trimEnd()]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The table in columns. Where a row leads stands behind it, or below it where that is too wide; of several addresses
 * it is the last one, such as that of the pull request and not of the run.
 */
export function formatTable(
  { title, head, rows, omitted = 0 }: Table,
  width = Number.POSITIVE_INFINITY,
): string {
  const lines = [head, ...rows.map((row) => row.map(({ text }) => shorten(text, head.length)))];
  const addresses = ['', ...rows.map(addressOf)];
  const room = width - INDENT.length;
  const wide = layOut(
    lines.map((line, at) => [...line, addresses[at] ?? '']),
    Number.POSITIVE_INFINITY,
  ).flat();
  const fits = wide.every(({ length }) => length <= room);
  const printed = fits ? wide : withAddressesBelow(layOut(lines, room), addresses);
  const more = omitted > 0 ? [`… and ${omitted} more`] : [];
  return [title, ...[...printed, ...more].map((line) => `${INDENT}${line}`)].join('\n');
}

const INDENT = '  ';

function withAddressesBelow(
  rows: readonly (readonly string[])[],
  addresses: readonly string[],
): readonly string[] {
  return rows.flatMap((lines, at) => [...lines, ...(addresses[at] ? [`${INDENT}${addresses[at]}`] : [])]);
}

function addressOf(row: readonly Cell[]): string {
  return oneLine(row.findLast(({ url }) => url !== undefined)?.url ?? '');
}

/** Where there are several, a column that is wider leaves no room for the others. */
const MAX_CELL = 60;
const MAX_ONLY_CELL = 500;

/** What a cut leaves of a joined emoji is shown too. */
function shorten(text: string, columns: number): string {
  return showHidden(cutText(oneLine(text), columns === 1 ? MAX_ONLY_CELL : MAX_CELL));
}
