import { iconOf } from './icon.ts';
import { formatRefusals } from './refusals.ts';
import { formatAsked } from './sections/asked.ts';
import { formatChanged } from './sections/changed.ts';
import { formatClashes } from './sections/clashes.ts';
import { formatGenerated } from './sections/generated.ts';
import { formatList } from './sections/list.ts';
import { formatTested } from './sections/tested.ts';
import { describeStop, describeView } from './sentence.ts';
import { codeBlock } from './untrusted/code-block.ts';
import { markdownLine, markdownLink } from './untrusted/markdown.ts';
import { type PatchView, testsOf } from './view.ts';

/** The job summary: what happened and what to do next first, then everything that is known of the patch. */
export function formatSummary(view: PatchView): string {
  const { record } = view;
  const sections = [
    formatHead(view),
    record.outcome?.kind === 'refused' ? `## Why\n\n${formatRefusals(record.outcome.refusals)}` : '',
    formatClashes(record.outcome),
    formatAsked(view, SECTION_BUDGET),
    formatList('Why it waits for an approval', record.plan?.reviews ?? [], SECTION_BUDGET),
    formatChanged(view, SECTION_BUDGET),
    formatGenerated(view, SECTION_BUDGET),
    formatDiff(view),
    formatList('What was adjusted on the way', view.notes, SECTION_BUDGET),
    testsOf(view) === undefined ? '' : formatTested(view, SECTION_BUDGET),
    formatList('What was not done', view.notDone ?? [], SECTION_BUDGET),
    formatList('Warnings', record.warnings, SECTION_BUDGET),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** GitHub takes 1 MiB per step; this keeps a summary readable. */
const SECTION_BUDGET = 30_000;

function formatHead(view: PatchView): string {
  const { headline, detail, remedy } = describeView(view);
  const { pullRequest } = view.record;
  const refused = view.record.outcome?.kind === 'refused';
  return [
    `# ${iconOf(view)} ${markdownLine(headline)}`,
    ...(view.dryRun === true && view.record.outcome !== undefined
      ? ['This was a dry run: nothing was written.']
      : []),
    ...(refused ? [] : [markdownLine(detail, MAX_DETAIL)]),
    ...(refused && view.stopped !== undefined ? [markdownLine(describeStop(view.stopped), MAX_DETAIL)] : []),
    ...(pullRequest === undefined
      ? []
      : [markdownLink(`Pull request ${pullRequest.number}`, pullRequest.url)]),
    ...(remedy === undefined ? [] : [`**What to do:** ${markdownLine(remedy, MAX_DETAIL)}`]),
  ].join('\n\n');
}

const MAX_DETAIL = 2000;

function formatDiff({ diff }: PatchView): string {
  if (diff === undefined || diff.trim() === '') {
    return '';
  }
  const block = codeBlock({
    lines: diff.trimEnd().split('\n'),
    budget: DIFF_BUDGET,
    keep: 'first',
    language: 'diff',
  });
  return `## What it would change\n\n${block}`;
}

/** A dry run is about the diff, so it gets the most room. */
const DIFF_BUDGET = 200_000;
