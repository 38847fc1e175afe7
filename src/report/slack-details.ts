import type { Refusal } from '../patch/refusal.ts';
import type { ChangeSummary } from '../record/record.ts';
import { describeCandidate, describeNearest, diagnosisOf, numberedLines } from './diagnosis.ts';
import { fitLines } from './fit.ts';
import { describeGenerated } from './generated.ts';
import { iconOf } from './icon.ts';
import { describeTests, describeView } from './sentence.ts';
import { type SlackBlock, section } from './slack-blocks.ts';
import { formatReviews } from './slack-reviews.ts';
import { mrkdwnBlock, mrkdwnCode, mrkdwnLine } from './untrusted/mrkdwn.ts';
import { changesOf, type PatchView, testsOf, titleOf } from './view.ts';

/** Text and blocks that answer somebody, in a thread or for one person only. */
export type SlackReply = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/** All that is known of a patch, for the thread under its message; the message itself has room for the first of it. */
export function formatSlackDetails(view: PatchView): SlackReply {
  const { headline, detail } = describeView(view);
  const title = `${iconOf(view)} ${titleOf(view)}: ${headline}`;
  return {
    text: mrkdwnLine(title, MAX_FALLBACK),
    blocks: [
      section(`*${mrkdwnLine(title, MAX_FALLBACK)}*\n${mrkdwnLine(detail, MAX_DETAIL)}`),
      ...formatReviews(view.record),
      ...formatChanges(changesOf(view)),
      ...formatGenerated(view),
      ...formatRefusals(view),
      ...formatTests(view),
      ...formatRemarks(view),
    ],
  };
}

/** One sentence, such as why nothing was done. */
export function formatNotice(sentence: string): SlackReply {
  const text = mrkdwnLine(sentence, MAX_DETAIL);
  return { text, blocks: [section(text)] };
}

/**
 * Slack takes 3,000 characters in a section and about 13,200 in a message. The sections' limits are such that no
 * outcome fills more than that: a patch is either refused or tested.
 */
const MAX_FALLBACK = 300;
const MAX_DETAIL = 1000;
const MAX_LIST = 2200;
const MAX_BLOCK = 1000;
const MAX_OUTPUT = 2500;
const MAX_LINE = 300;
const MAX_PATH = 150;

function formatChanges(changes: readonly ChangeSummary[]): readonly SlackBlock[] {
  return formatList({ title: 'What changed', items: changes, render: formatChange });
}

function formatChange({ path, action, from, added, removed }: ChangeSummary): string {
  const origin = from === undefined ? '' : ` from ${mrkdwnCode(from, MAX_PATH)}`;
  const lines = added === null || removed === null ? 'binary' : `+${added} −${removed}`;
  return `• ${mrkdwnCode(path, MAX_PATH)} ${ACTIONS[action]}${origin}, ${lines}`;
}

const ACTIONS: { readonly [action in ChangeSummary['action']]: string } = {
  create: 'new',
  modify: 'changed',
  delete: 'deleted',
  rename: 'renamed',
};

function formatGenerated({ record: { generated } }: PatchView): readonly SlackBlock[] {
  return generated === undefined ? [] : [section(mrkdwnLine(describeGenerated(generated), MAX_LINE))];
}

function formatRefusals({ record: { outcome } }: PatchView): readonly SlackBlock[] {
  if (outcome?.kind !== 'refused') {
    return [];
  }
  return [
    ...formatList({ title: 'Why it was refused', items: outcome.refusals, render: formatRefusal }),
    ...outcome.refusals
      .slice(0, MAX_SCANNED)
      .flatMap(formatPlace)
      .slice(0, MAX_PLACES)
      .map((text) => section(text)),
  ];
}

function formatRefusal({ code, path, hunk, message }: Refusal): string {
  const place = path === undefined ? '' : ` in ${mrkdwnCode(path, MAX_PATH)}`;
  return `• *${code}*${place}${hunk === undefined ? '' : `, hunk ${hunk}`}: ${mrkdwnLine(message, MAX_LINE)}`;
}

/** Refusals that are looked at for a place, and places that are shown; a patch may have thousands. */
const MAX_SCANNED = 20;
const MAX_PLACES = 3;

/** Where the refused change would fit, or almost. */
function formatPlace(refusal: Refusal): readonly string[] {
  const {
    nearest: [nearest],
    candidates: [candidate],
  } = diagnosisOf(refusal);
  const where = refusal.path === undefined ? '' : `${mrkdwnCode(refusal.path, MAX_PATH)}. `;
  if (nearest !== undefined) {
    return [`${where}${describeNearest(nearest)}:\n${mrkdwnBlock(nearest.diff, MAX_BLOCK)}`];
  }
  return candidate === undefined
    ? []
    : [`${where}${describeCandidate(candidate)}:\n${mrkdwnBlock(numberedLines(candidate), MAX_BLOCK)}`];
}

function formatTests(view: PatchView): readonly SlackBlock[] {
  const tests = testsOf(view);
  if (tests === undefined) {
    return [];
  }
  const said = `*What was tested*\n${mrkdwnLine(describeTests(tests), MAX_LINE)} Command ${mrkdwnCode(tests.command, MAX_PATH)}.`;
  const tail = tests.tail.trim();
  return tests.verdict === 'passed' || tail === ''
    ? [section(said)]
    : [section(said), section(mrkdwnBlock(tail.split('\n').slice(-LAST_LINES), MAX_OUTPUT))];
}

/** The end says most; the run's log has all of it. */
const LAST_LINES = 30;

function formatRemarks({ notes, notDone = [], record: { warnings } }: PatchView): readonly SlackBlock[] {
  const items = [...notes, ...notDone, ...warnings];
  return formatList({
    title: 'Noted on the way',
    items,
    render: (note) => `• ${mrkdwnLine(note, MAX_LINE)}`,
  });
}

function formatList<Item>({
  title,
  items,
  render,
}: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly render: (item: Item) => string;
}): readonly SlackBlock[] {
  if (items.length === 0) {
    return [];
  }
  const lines = fitLines(items, render, MAX_LIST);
  const more = items.length - lines.length;
  return [section([`*${title}*`, ...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'))];
}
