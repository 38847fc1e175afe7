import type { Clash } from '../apply/merge/clash.ts';
import { sha256 } from '../patch/digest.ts';
import type { Outcome, TestReport } from '../record/outcome.ts';
import { describeChecks } from './checks.ts';
import { clashLines, describeClash } from './clash.ts';
import { describeCandidate, describeNearest, diagnosisOf, numberedLines } from './diagnosis.ts';
import { describeGenerated } from './generated.ts';
import { iconOf } from './icon.ts';
import { formatSeconds } from './seconds.ts';
import { describeOutcome, describeTests, describeView } from './sentence.ts';
import { mrkdwnText, plainText, type SlackBlock, section } from './slack-blocks.ts';
import { formatButtons } from './slack-buttons.ts';
import { formatReviews } from './slack-reviews.ts';
import { cutText } from './untrusted/cut.ts';
import { mrkdwnBlock, mrkdwnCode, mrkdwnLine, mrkdwnLink } from './untrusted/mrkdwn.ts';
import { oneLine } from './untrusted/visible.ts';
import { commitUrl, type PatchView, repositoryUrl, shortSha, testsOf, titleOf } from './view.ts';

/** A message as `chat.postMessage` and `chat.update` take it. */
export type SlackMessage = {
  /** What notifications and screen readers show. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly metadata: SlackIdentity;
};

/** What a message is about, by which it is found again. One channel may hold those of several repositories. */
export type SlackIdentity =
  | {
      readonly event_type: 'ghost_patch';
      readonly event_payload: { readonly id: string; readonly digest: string; readonly repository: string };
    }
  /** `since` tells an incident from the next one of its kind. */
  | {
      readonly event_type: 'ghost_alert';
      readonly event_payload: {
        readonly incident: string;
        readonly since: string;
        readonly repository: string;
      };
    };

/** The one message about a patch, at whatever point of its life it is; editing it keeps channel and place. */
export function formatSlackMessage(view: PatchView): SlackMessage {
  const { id, digest } = view.record;
  return {
    text: formatFallback(view),
    blocks: [
      {
        type: 'header',
        text: plainText(cutText(`${iconOf(view)} ${oneLine(titleOf(view))}`, MAX_HEADER)),
      },
      section(formatStory(view)),
      ...formatReviews(view.record),
      ...formatEvidence(view),
      ...formatRemedy(view),
      { type: 'section', fields: formatFields(view).map(mrkdwnText) },
      ...formatActions(view),
      { type: 'context', elements: [mrkdwnText(formatContext(view))] },
    ],
    metadata: { event_type: 'ghost_patch', event_payload: { id, digest, repository: view.repository } },
  };
}

/**
 * Tells two texts of a message apart, to know whether the one that Slack took last is still the right one. The small
 * print at the end counts seconds and warnings, and is not worth an edit.
 */
export function fingerprintMessage({ text, blocks }: SlackMessage): string {
  const told = blocks.filter(({ type }) => type !== 'context');
  return sha256(JSON.stringify({ text, blocks: told })).slice(0, FINGERPRINT_CHARACTERS);
}

/** A message has a handful of texts in its life. */
const FINGERPRINT_CHARACTERS = 16;

/** Slack's limit for the text of a header block. */
const MAX_HEADER = 150;

/** Well below Slack's limit of 3,000 for a section, because all blocks together may hold about 13,200. */
const MAX_SECTION = 2500;

/** A notification shows little more. */
const MAX_FALLBACK = 300;

function formatFallback(view: PatchView): string {
  return mrkdwnLine(
    `${iconOf(view)} ${titleOf(view)}: ${describeView(view).headline} (${view.repository})`,
    MAX_FALLBACK,
  );
}

function formatStory(view: PatchView): string {
  const { outcome } = view.record;
  const { headline, detail } = describeView(view);
  const story = [`*${mrkdwnLine(headline, MAX_FIELD)}*`];
  // What failed first, and every reason of a refusal, stand in full right below.
  if (outcome?.kind !== 'refused') {
    const said = outcome?.kind === 'tests_failed' ? describeTests(outcome.tests) : detail;
    story.push(mrkdwnLine(said, MAX_DETAIL));
  }
  return story.join('\n');
}

const MAX_DETAIL = 1000;

/** What shows why: every refusal, or the lines of the test output that name a failure. */
function formatEvidence(view: PatchView): readonly SlackBlock[] {
  const { outcome } = view.record;
  if (outcome?.kind === 'refused') {
    return [section(formatRefusals(outcome)), ...formatNearest(outcome)];
  }
  const [clash] = (outcome?.kind === 'conflict' ? outcome.clashes : undefined) ?? [];
  if (clash !== undefined) {
    return [section(formatClash(clash))];
  }
  const lines = listFailure(testsOf(view));
  return lines.length === 0 ? [] : [section(mrkdwnBlock(lines, MAX_SECTION))];
}

/** The first place where two sides meet; the run's summary has them all. */
function formatClash(clash: Clash): string {
  const lines = clashLines(clash);
  const sentence = mrkdwnLine(describeClash(clash), MAX_REFUSAL);
  return lines.length === 0 ? sentence : `${sentence}:\n${mrkdwnBlock(lines, MAX_CLASH)}`;
}

/** Leaves room for its sentence within a section. */
const MAX_CLASH = 2000;

/** Where no line names a failure, the last ones say most. */
function listFailure(tests: TestReport | undefined): readonly string[] {
  if (tests === undefined || tests.verdict === 'passed') {
    return [];
  }
  return tests.failingLines.length > 0
    ? tests.failingLines
    : tests.tail
        .trim()
        .split('\n')
        .slice(-LAST_LINES)
        .filter((line) => line !== '');
}

const LAST_LINES = 10;

/** More would push the rest of the message out of sight. */
const MAX_REFUSALS = 5;

/** Together, and five times, within a section. */
const MAX_REFUSAL = 300;
const MAX_PLACE = 120;

function formatRefusals({ refusals }: Extract<Outcome, { kind: 'refused' }>): string {
  const lines = refusals.slice(0, MAX_REFUSALS).map(({ code, path, message }) => {
    const place = path === undefined ? '' : ` in ${mrkdwnCode(path, MAX_PLACE)}`;
    return `• *${code}*${place}: ${mrkdwnLine(message, MAX_REFUSAL)}`;
  });
  const more = refusals.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more, all in the run's summary`] : [])].join('\n');
}

/** Where to look, for the first refusal that knows a place. */
function formatNearest({ refusals }: Extract<Outcome, { kind: 'refused' }>): readonly SlackBlock[] {
  const [place] = refusals.map(diagnosisOf).flatMap(({ nearest: [best], candidates: [first] }) => {
    if (best !== undefined) return [{ words: describeNearest(best), lines: best.diff }];
    return first === undefined ? [] : [{ words: describeCandidate(first), lines: numberedLines(first) }];
  });
  return place === undefined ? [] : [section(`${place.words}:\n${mrkdwnBlock(place.lines, MAX_SECTION)}`)];
}

/** As much as reads well beside another field. */
const MAX_FIELD = 200;

/** That it waits for an approval stands with the reasons and the buttons, which go once somebody gave it. */
function formatRemedy(view: PatchView): readonly SlackBlock[] {
  const { outcome } = view.record;
  const { remedy } = outcome === undefined ? describeView(view) : describeOutcome(outcome);
  return remedy === undefined ? [] : [section(`→ ${mrkdwnLine(remedy, MAX_DETAIL)}`)];
}

function formatFields(view: PatchView): readonly string[] {
  const { record } = view;
  const tests = testsOf(view);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Repository', mrkdwnLink(view.repository, repositoryUrl(view))],
    [
      'Pull request',
      record.pullRequest && mrkdwnLink(`#${record.pullRequest.number}`, record.pullRequest.url),
    ],
    ['Patch', mrkdwnCode(record.id, MAX_FIELD)],
    ['Sent by', formatSender(view)],
    [
      'Base',
      record.base &&
        mrkdwnCode(`${cutText(record.base.branch, MAX_FIELD / 2)} @ ${shortSha(record.base.sha)}`, MAX_FIELD),
    ],
    ['Generated', record.generated && mrkdwnLine(describeGenerated(record.generated), MAX_FIELD)],
    ['Tested commit', tests && mrkdwnLink(shortSha(tests.sha), commitUrl(view, tests.sha))],
    ['Other checks', record.ci && mrkdwnLine(describeChecks(record.ci), MAX_FIELD)],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`*${name}*\n${value}`]));
}

/** Nothing is offered where nobody would answer, and a row without buttons is none. */
function formatActions(view: PatchView): readonly SlackBlock[] {
  const row = view.buttons === true ? formatButtons(view) : null;
  return row === null || row.elements.length === 0 ? [] : [row];
}

function formatSender({ record, patch }: PatchView): string {
  const agent = patch?.source?.agent;
  const named = agent === undefined || agent === record.sender;
  return mrkdwnLine(named ? record.sender : `${record.sender} (${agent})`, MAX_FIELD);
}

function formatContext({ record }: PatchView): string {
  const seconds = record.steps.reduce((sum, step) => sum + step.seconds, 0);
  return [
    record.run.url === '' ? 'no workflow run' : mrkdwnLink('workflow run', record.run.url),
    `attempt ${record.attempt}`,
    ...(record.steps.length === 0 ? [] : [`${formatSeconds(seconds)} of work`]),
    `digest ${record.digest.slice(0, SHORT_DIGEST)}`,
    ...(record.warnings.length === 0
      ? []
      : [`${record.warnings.length} warning${record.warnings.length === 1 ? '' : 's'}`]),
  ].join(' · ');
}

const SHORT_DIGEST = 12;
