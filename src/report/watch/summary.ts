import type { Incident } from '../../record/watch-entry.ts';
import { formatAge } from '../command/age.ts';
import { describeCanary } from '../command/status.ts';
import { fitLines } from '../fit.ts';
import { formatTime } from '../phrases.ts';
import { markdownLine, markdownLinkCell } from '../untrusted/markdown.ts';
import type { Finding, WatchReport } from './report.ts';

/** The summary of the run: what was found and settled, per patch. GitHub takes 1 MiB. */
export function formatWatchSummary(report: WatchReport): string {
  const { found, alerted, open, cleared, now } = report;
  const incidents = [
    ...alerted.map((incident) => [incident, 'alerted now'] as const),
    ...open.map((incident) => [incident, 'alerted before'] as const),
    ...cleared.map((incident) => [incident, 'over'] as const),
  ];
  const sections = [
    `# ${iconOf(report)} Watch: ${headlineOf(report)}`,
    sentencesOf(report).join(' '),
    ...(found.length === 0
      ? []
      : [
          table(
            ['patch', 'had moved', 'found', 'now'],
            found.map((finding) => findingRow(finding, now)),
          ),
        ]),
    ...(incidents.length === 0
      ? []
      : [
          table(
            ['incident', 'since', 'state'],
            incidents.map(([incident, state]) => incidentRow(incident, state, now)),
          ),
        ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** One line for the run's log, and for whoever only wants to know whether all is well. */
export function describeWatch(report: WatchReport): string {
  return [headlineOf(report), ...sentencesOf(report)].join('. ').replaceAll('..', '.');
}

function headlineOf({ found, busyUntil, alerted, open }: WatchReport): string {
  if (busyUntil !== undefined) {
    return 'another pass is at work';
  }
  const settled = found.filter(({ done }) => done === 'settled').length;
  const left = found.length - settled;
  const incidents = alerted.length + open.length;
  return [
    found.length === 0 ? 'nothing to put right' : `${settled} put right${left > 0 ? `, ${left} left` : ''}`,
    ...(incidents > 0 ? [`${incidents} incident${incidents === 1 ? '' : 's'} open`] : []),
  ].join(', ');
}

function sentencesOf(report: WatchReport): readonly string[] {
  const { records, unreadable, unseen, busyUntil, canary, now } = report;
  return [
    records === 0 ? 'No patch was handled here yet.' : `${records} ${records === 1 ? 'record' : 'records'}.`,
    ...(unreadable.length === 0 ? [] : [`${unreadable.length} of them can't be read.`]),
    ...(unseen === 0 ? [] : [`${unseen} more were left for the next pass.`]),
    ...(busyUntil === undefined
      ? []
      : [`Another pass may be at work until ${formatTime(busyUntil)}, so this one changed nothing.`]),
    ...(canary === undefined ? [] : [describeCanary(canary, now)]),
  ];
}

function iconOf({ found, alerted, open, busyUntil }: WatchReport): string {
  if (found.some(({ done }) => done === 'failed') || alerted.length + open.length > 0) {
    return '🚨';
  }
  return busyUntil === undefined ? '✅' : '⏳';
}

const DONE: { readonly [done in Finding['done']]: string } = {
  settled: '✅ put right',
  raced: '⏳ not yet; the next pass looks again',
  failed: '💥 not put right; the next pass tries again',
};

function findingRow({ name, moved, sentence, done }: Finding, now: string): string {
  return row([
    markdownLine(name, MAX_NAME),
    formatAge(moved, now),
    markdownLine(sentence, MAX_SENTENCE),
    DONE[done],
  ]);
}

function incidentRow({ sentence, since, issue }: Incident, state: string, now: string): string {
  const told = issue === undefined ? state : markdownLinkCell(`${state}, #${issue.number}`, issue.url);
  return row([markdownLine(sentence, MAX_SENTENCE), formatAge(since, now), told]);
}

const MAX_NAME = 120;
const MAX_SENTENCE = 500;

/** Far below what a summary may hold; a pass does no more than some dozen things. */
const MAX_TABLE = 100_000;

function table(head: readonly string[], rows: readonly string[]): string {
  const kept = fitLines(rows, (line) => line, MAX_TABLE);
  const more = rows.length - kept.length;
  return [
    row(head),
    `|${'---|'.repeat(head.length)}`,
    ...kept,
    ...(more > 0 ? ['', `… and ${more} more.`] : []),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
