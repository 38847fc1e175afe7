import { needsApproval } from '../record/approval.ts';
import { testsNothing } from '../record/merge-marks.ts';
import { formatAsked } from './sections/asked.ts';
import { formatChanged } from './sections/changed.ts';
import { formatGenerated } from './sections/generated.ts';
import { formatList } from './sections/list.ts';
import { formatTested } from './sections/tested.ts';
import { cutText } from './untrusted/cut.ts';
import { defuseReferences } from './untrusted/references.ts';
import { oneLine } from './untrusted/visible.ts';
import { type PatchView, testsOf, titleOf } from './view.ts';

export type PullRequestText = { readonly title: string; readonly body: string };

/** What a reviewer must know, in the order in which they will ask. */
export function formatPullRequest(view: PatchView): PullRequestText {
  const { record } = view;
  const sections = [
    formatAsked(view, BUDGETS.asked),
    formatList('Why it waits for an approval', record.plan?.reviews ?? [], BUDGETS.reviews),
    formatChanged(view, BUDGETS.changed),
    formatGenerated(view, BUDGETS.generated),
    formatList('What was adjusted on the way', view.notes, BUDGETS.adjusted),
    formatTested(view, BUDGETS.tested),
    formatList('What was not done', listNotDone(view), BUDGETS.notDone),
    formatList('Warnings', record.warnings, BUDGETS.warnings),
    formatMarker({ id: record.id, digest: record.digest, attempt: record.attempt }),
  ];
  return { title: formatTitle(view), body: `${sections.filter((section) => section !== '').join('\n\n')}\n` };
}

/**
 * Which patch a pull request belongs to; null where its body names none. The last marker counts: ours is at the
 * end, and nothing that a patch or its tests wrote can come after it.
 */
export function parsePullRequestMarker(body: string): PullRequestMarker | null {
  const marker = [...body.matchAll(MARKER)].at(-1);
  return marker?.[1] === undefined ? null : parseMarker(marker[1]);
}

export type PullRequestMarker = { readonly id: string; readonly digest: string; readonly attempt: number };

/**
 * Characters that each section may take. GitHub takes 65,536 in all; together with the marker these stay below
 * 58,000, which leaves room for what people and other tools add. A section leaves out whole lines at its end, so
 * that no fence, tag or marker is ever cut off.
 */
const BUDGETS = {
  asked: 14_000,
  reviews: 2000,
  changed: 10_500,
  generated: 2500,
  adjusted: 6000,
  tested: 14_000,
  notDone: 4000,
  warnings: 3500,
};

/** GitHub's limit for a title. */
const MAX_TITLE = 256;

/** Where a repository has no drafts, the title is what keeps people from merging. */
const UNPROVEN = '[not passing] ';
const UNAPPROVED = '[needs approval] ';

function formatTitle(view: PatchView): string {
  const prefix = view.draftUnavailable === true ? whyDraft(view) : '';
  const title = defuseReferences(oneLine(titleOf(view))) || `Patch ${view.record.id}`;
  return cutText(prefix + title, MAX_TITLE);
}

function whyDraft(view: PatchView): string {
  if (testsOf(view)?.verdict !== 'passed') {
    return UNPROVEN;
  }
  return needsApproval(view.record, view.record.head) ? UNAPPROVED : '';
}

function listNotDone(view: PatchView): readonly string[] {
  return [
    ...(view.ciStartsByItself ? [] : [CI_WAITS]),
    ...(testsNothing(testsOf(view)?.command ?? '') ? [NOT_TESTED] : []),
    'It was not merged, and will not be: that is left to a person.',
    ...(view.notDone ?? []),
  ];
}

const NOT_TESTED =
  'No tests were run, because none are set up: write what runs them into test.command of .github/ghost-runner.yml.';

const CI_WAITS =
  'The checks of this pull request did not start by themselves, because it was made with GITHUB_TOKEN, whose events start no workflows on GitHub. Close and reopen it to start them; give Ghost Runner the token of a GitHub App to have them start always.';

const MARKER = /<!-- ghost-runner: (\{.*\}) -->/g;

/** JSON's own escapes keep a value from ending the comment. */
function formatMarker(marker: PullRequestMarker): string {
  return `<!-- ghost-runner: ${JSON.stringify(marker).replaceAll('<', String.raw`\u003c`).replaceAll('>', String.raw`\u003e`)} -->`;
}

function parseMarker(json: string): PullRequestMarker | null {
  try {
    const marker: unknown = JSON.parse(json);
    return isMarker(marker) ? { id: marker.id, digest: marker.digest, attempt: marker.attempt } : null;
  } catch {
    return null;
  }
}

function isMarker(value: unknown): value is PullRequestMarker {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'digest' in value &&
    typeof value.digest === 'string' &&
    'attempt' in value &&
    typeof value.attempt === 'number'
  );
}
