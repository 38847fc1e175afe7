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
  const body = [...sectionsOf(view), formatMarker(view.record)].filter((section) => section !== '');
  return { title: formatTitle(view), body: `${body.join('\n\n')}\n` };
}

/** Files and what was adjusted are told before anything else takes room: a diff that is folded away does not tell of them. */
function sectionsOf(view: PatchView): readonly string[] {
  const { plan, warnings } = view.record;
  const reviews = formatList('Why it waits for an approval', plan?.reviews ?? [], BUDGETS.reviews);
  const changed = formatChanged(view, BUDGETS.changed);
  const generated = formatGenerated(view, BUDGETS.files - changed.length);
  const adjusted = formatList('What was adjusted on the way', view.notes, BUDGETS.adjusted);
  const after = [
    formatList('What was not done', listNotDone(view), BUDGETS.notDone),
    formatList('Warnings', warnings, BUDGETS.warnings),
  ];
  const told = [reviews, changed, generated, adjusted, ...after];
  const left = told.reduce((rest, section) => rest - section.length, BUDGETS.all);
  const asked = formatAsked(view, Math.min(BUDGETS.text, Math.floor(left / 2)));
  const tested = formatTested(view, Math.min(BUDGETS.text, left - asked.length));
  return [asked, reviews, changed, generated, adjusted, tested, ...after];
}

/**
 * Which patch a pull request belongs to; null where its body names none. The last marker counts: ours is at the
 * end, and nothing that a patch or its tests wrote can come after it.
 */
export function parsePullRequestMarker(body: string): PullRequestMarker | null {
  // Only from there on: whoever opens a pull request writes as many beginnings as fit.
  const marker = MARKER.exec(body.slice(Math.max(0, body.lastIndexOf(MARKER_BEGINS))));
  return marker?.[1] === undefined ? null : parseMarker(marker[1]);
}

export type PullRequestMarker = { readonly id: string; readonly digest: string; readonly attempt: number };

/**
 * Characters that each section may take. GitHub takes 65,536 in all; together with the marker these stay below
 * 58,000, which leaves room for what people and other tools add. A section leaves out whole lines at its end, so
 * that no fence, tag or marker is ever cut off.
 */
const BUDGETS = {
  all: 56_500,
  reviews: 2000,
  /** A row for each of a hundred files, with all paths of a patch as long as they may be. */
  changed: 21_000,
  /** Together with what was generated. */
  files: 29_000,
  adjusted: 8000,
  notDone: 4000,
  warnings: 3500,
  /** Of what was asked, and of what was tested: each has what the others leave. */
  text: 14_000,
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

const MARKER_BEGINS = '<!-- ghost-runner: {';
const MARKER = /^<!-- ghost-runner: (\{.*\}) -->/;

/** JSON's own escapes keep a value from ending the comment. */
function formatMarker({ id, digest, attempt }: PullRequestMarker): string {
  const marker = { id, digest, attempt };
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
