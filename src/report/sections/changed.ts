import type { ChangeSummary } from '../../record/record.ts';
import { formatTotal } from '../diffstat.ts';
import { fitLines } from '../fit.ts';
import { codeCell } from '../untrusted/markdown.ts';
import { changesOf, type PatchView } from '../view.ts';

/** The files of the result as a table; empty text where no change is known. */
export function formatChanged(view: PatchView, budget: number): string {
  const changes = changesOf(view);
  if (changes.length === 0) {
    return '';
  }
  return formatFiles(['## What changed', '', `${formatTotal(changes)}.`], changes, budget);
}

/** A table of files below some lines. */
export function formatFiles(
  above: readonly string[],
  changes: readonly ChangeSummary[],
  budget: number,
): string {
  const head = [...above, '', '| file | change | + | − |', '|---|---|--:|--:|'];
  const kept = fitLines(changes, formatRow, budget - head.join('\n').length - MAX_MORE);
  const more = changes.length - kept.length;
  return [...head, ...kept, ...(more > 0 ? ['', `… and ${more} more; the diff shows them all.`] : [])].join(
    '\n',
  );
}

/** More than the line about rows that were left out takes. */
const MAX_MORE = 60;

const WORDS: { readonly [action in ChangeSummary['action']]: string } = {
  create: 'new',
  modify: 'changed',
  delete: 'deleted',
  rename: 'renamed',
};

function formatRow({ path, action, from, added, removed }: ChangeSummary): string {
  const origin = from === undefined ? '' : ` from ${codeCell(from)}`;
  return `| ${codeCell(path)} | ${WORDS[action]}${origin} | ${added ?? 'binary'} | ${removed ?? 'binary'} |`;
}
