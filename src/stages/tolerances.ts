import type { HunkReport } from '../apply/report.ts';

type Tolerance = HunkReport['rung'];

/** For each hunk that did not simply stand where the patch says: where it went, and what was put up with, in words. */
export function tolerancesOf(hunks: readonly HunkReport[]): readonly string[] {
  return hunks.flatMap((hunk) => {
    const rungs = rungsOf(hunk);
    if (hunk.status === 'already_applied')
      return [sentence(hunk, `was already there, at line ${hunk.at}`, rungs)];
    if (hunk.status === 'refused' || rungs.length === 0) return [];
    const where = rungs.includes('offset') ? ', not where the patch said' : '';
    return [sentence(hunk, `was placed at line ${hunk.at}${where}`, rungs)];
  });
}

/** Those of which more is to be said than that lines were counted wrong. */
export function isToleratedHunk(hunk: HunkReport): boolean {
  return hunk.status === 'already_applied' || rungsOf(hunk).some((rung) => rung !== 'offset');
}

function rungsOf({ adjustments, rung }: HunkReport): readonly Tolerance[] {
  return (adjustments ?? [rung]).filter((one) => one !== 'exact');
}

function sentence({ hunk, path }: HunkReport, what: string, rungs: readonly Tolerance[]): string {
  const reasons = rungs.flatMap((rung) => (rung === 'offset' || rung === 'exact' ? [] : [IN_WORDS[rung]]));
  return [`Hunk ${hunk} of ${path} ${what}`, ...reasons].join(', ');
}

/** Each goes on after a comma. */
const IN_WORDS: { readonly [rung in Exclude<Tolerance, 'exact' | 'offset'>]: string } = {
  lost_mark: 'with unchanged lines whose mark was lost',
  trailing_space: 'with other white space at the end of lines',
  glyphs: 'with other quotes, dashes or spaces',
  indentation: 'with other indentation',
  whitespace: 'with other white space between words',
  edge_blanks: 'with other line breaks at its beginning or end',
  similar_context: 'beside unchanged lines that read a little differently',
  partial_context: 'with unchanged lines that the file lacks, or others between them',
  elision: 'with lines passed over that the patch leaves out',
  split: 'in parts at different places',
  partly_there: 'without added lines that stand there already',
  unescaped: 'with escapes read as the characters that they stand for',
  literal: 'with its expression read as plain text',
};
