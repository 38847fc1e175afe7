import { cutText } from '../untrusted/cut.ts';
import { oneLine, showHidden } from '../untrusted/visible.ts';
import { commandPage } from './page.ts';
import type { CommandReport } from './report.ts';
import type { Table } from './table.ts';

/** The report for a terminal: a line that says it, then tables in columns. Nothing in it steers the terminal. */
export function formatCommandTerminal(report: CommandReport): string {
  const { icon, headline, sentence, tables } = commandPage(report);
  const parts = [
    `${icon} ${headline}: ${oneLine(sentence)}`,
    ...tables.map(formatTable),
    ...(report.diff === undefined || report.diff.trim() === '' ? [] : [showHidden(report.diff).trimEnd()]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Wider columns wrap on the usual screen. */
const MAX_CELL = 60;

/** The table in columns; what is in it steers no terminal. */
export function formatTable({ title, head, rows, omitted = 0 }: Table): string {
  const lines = [
    [...head],
    ...rows.map((row) =>
      row.map(({ text, url }) => (url === undefined ? shorten(text) : `${shorten(text)} ${oneLine(url)}`)),
    ),
  ];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const printed = lines.map((line) =>
    `  ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  return [title, ...printed, ...(omitted > 0 ? [`  … and ${omitted} more`] : [])].join('\n');
}

/** What a cut leaves of a joined emoji is shown too. */
function shorten(text: string): string {
  return showHidden(cutText(oneLine(text), MAX_CELL));
}
