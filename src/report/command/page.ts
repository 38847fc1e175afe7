import { VERBS } from '../../control/verbs.ts';
import { formatAge } from './age.ts';
import { tabulateAudit } from './audit.ts';
import { USAGES } from './help.ts';
import type { CommandReport } from './report.ts';
import { tabulateStatus } from './status.ts';
import { cell, type Table } from './table.ts';

/** A report in the order in which it is read, for any medium. */
export type CommandPage = {
  readonly icon: string;
  /** Names the command and how it ended; quotes nothing. */
  readonly headline: string;
  /** Untrusted, like all below. */
  readonly sentence: string;
  readonly tables: readonly Table[];
};

export function commandPage(report: CommandReport): CommandPage {
  return {
    icon: ICONS[report.done],
    headline: `${report.verb ?? 'Command'}: ${report.done}`,
    sentence: report.sentence,
    tables: [
      ...(report.verb === 'help' ? [helpTable()] : []),
      ...(report.status === undefined ? [] : tabulateStatus(report.status)),
      ...(report.audit === undefined || report.audit.entries.length === 0
        ? []
        : [tabulateAudit(report.audit)]),
      ...notesTable(report),
      ...observedTable(report),
    ],
  };
}

const ICONS: { readonly [done in CommandReport['done']]: string } = {
  done: '✅',
  unchanged: '⚪',
  unconfirmed: '⏳',
  refused: '⛔',
  failed: '💥',
};

function helpTable(): Table {
  return {
    title: 'Commands',
    head: ['write', 'what it does'],
    rows: VERBS.map((verb) => [cell(`/ghost ${USAGES[verb].usage}`), cell(USAGES[verb].effect)]),
  };
}

function notesTable({ notes = [] }: CommandReport): readonly Table[] {
  return notes.length === 0
    ? []
    : [{ title: 'About the patch', head: ['note'], rows: notes.map((note) => [cell(note)]) }];
}

function observedTable({ observed, requestedAt, confirmedAt }: CommandReport): readonly Table[] {
  const now = confirmedAt ?? requestedAt;
  return observed.length === 0
    ? []
    : [
        {
          title: 'What was observed',
          head: ['what', 'name', 'state', 'when'],
          rows: observed.map(({ kind, name, state, url, at }) => [
            cell(kind.replace('_', ' ')),
            cell(name, url),
            cell(state),
            cell(at === undefined ? 'during the command' : formatAge(at, now)),
          ]),
        },
      ];
}
