import { MAX_PATH_BYTES } from '../../patch/limits.ts';
import type { ChangeSummary } from '../../record/record.ts';
import { formatTotal } from '../diffstat.ts';
import { fitAll } from '../fit.ts';
import { pathCell } from '../untrusted/markdown.ts';
import { changesOf, type PatchView } from '../view.ts';

/** The files of the result as a table; empty text where no change is known. */
export function formatChanged(view: PatchView, budget: number): string {
  const changes = changesOf(view);
  if (changes.length === 0) {
    return '';
  }
  return formatFiles(['## What changed', '', `${formatTotal(changes)}.`], changes, budget);
}

/** A table of files below some lines. Long paths are shortened before a file is left out, since a diff may be folded away. */
export function formatFiles(
  above: readonly string[],
  changes: readonly ChangeSummary[],
  budget: number,
): string {
  const head = [...above, '', '| file | change | + | − |', '|---|---|--:|--:|'];
  const kept = fitAll(changes, formatRow, {
    budget: budget - head.join('\n').length - MAX_MORE,
    least: LEAST_PATH,
    most: MAX_PATH_BYTES,
  });
  const more = changes.length - kept.length;
  return [...head, ...kept, ...(more > 0 ? ['', `… and ${more} more; the diff shows them all.`] : [])].join(
    '\n',
  );
}

/** Characters of a path that still tell which file it is, beside those of its neighbours. */
const LEAST_PATH = 16;

/** More than the line about rows that were left out takes. */
const MAX_MORE = 60;

const WORDS: { readonly [action in ChangeSummary['action']]: string } = {
  create: 'new',
  modify: 'changed',
  delete: 'deleted',
  rename: 'renamed',
};

function formatRow({ path, action, from, added, removed }: ChangeSummary, limit: number): string {
  const origin = from === undefined ? '' : ` from ${pathCell(from, limit)}`;
  return `| ${pathCell(path, limit)} | ${WORDS[action]}${origin} | ${added ?? 'binary'} | ${removed ?? 'binary'} |`;
}
