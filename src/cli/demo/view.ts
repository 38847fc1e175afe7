import { renderMessage } from '../../local/slack/render.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { formatRefusalLines } from '../../report/terminal.ts';
import { colors } from '../colors.ts';
import type { Observed } from './observe.ts';
import { renderForTerminal } from './terminal-markdown.ts';

/** What a person would see on GitHub and in Slack, one delivery after the other. */
export function showObserved(observed: readonly Observed[]): string {
  const paint = colors(process.stdout);
  return `${observed.map((one) => showOne(one, paint)).join('\n')}\n${showTable(observed, paint)}`;
}

type Paint = ReturnType<typeof colors>;

function showOne(one: Observed, paint: Paint): string {
  const { delivery, json } = one;
  const parts = [
    paint.bold(
      `\n━━ ${delivery.label}: ${json.outcome} ${'━'.repeat(Math.max(0, RULE_WIDTH - delivery.label.length - json.outcome.length))}`,
    ),
    ...(json.outcome === 'duplicate'
      ? [showDuplicate(one)]
      : [
          ...showPullRequest(one, paint),
          ...showStatuses(one, paint),
          ...showRefusal(one, paint),
          ...showSlack(one, paint),
        ]),
  ];
  return parts.join('\n');
}

const RULE_WIDTH = 66;

function showDuplicate({ json }: Observed): string {
  return `Pull request #${json.pullRequest} already has it: ${json.commits} commit on the branch, ${json.slack.messages} message in Slack.`;
}

function showPullRequest({ pullRequest, json }: Observed, paint: Paint): readonly string[] {
  if (pullRequest === null) {
    return [`No pull request${json.head === null ? ', no branch' : ''}.`];
  }
  const { title, body, draft, labels } = pullRequest;
  const head = `${paint.bold(`#${json.pullRequest} ${title}`)}  ${[draft ? 'draft' : 'open', ...labels].map((label) => `[${label}]`).join(' ')}`;
  return [paint.cyan('Pull request'), head, indent(renderForTerminal(body, paint))];
}

function showStatuses({ statuses, json }: Observed, paint: Paint): readonly string[] {
  if (statuses.length === 0) {
    return [];
  }
  const lines = statuses.map(({ state, description }) => `${state.padEnd(STATE_WIDTH)} ${description}`);
  return ['', paint.cyan(`Statuses of ${json.head?.slice(0, SHORT_SHA)}`), indent(lines.join('\n'))];
}

const STATE_WIDTH = 8;
const SHORT_SHA = 7;

function showRefusal({ record }: Observed, paint: Paint): readonly string[] {
  if (record.outcome?.kind !== 'refused') {
    return [];
  }
  const { headline, remedy } = describeOutcome(record.outcome);
  const reasons = formatRefusalLines(record.outcome.refusals, paint);
  return [indent([headline, ...reasons, ...(remedy === undefined ? [] : ['', remedy])].join('\n'))];
}

function showSlack({ messages }: Observed, paint: Paint): readonly string[] {
  return messages.length === 0
    ? []
    : ['', paint.cyan('Slack'), ...messages.map((message) => indent(renderMessage(message)))];
}

function showTable(observed: readonly Observed[], paint: Paint): string {
  const rows = observed.map(({ delivery, json }) => {
    const mark = json.outcome === delivery.expected ? paint.green('✔') : paint.red('✘');
    const seconds = Object.entries(json.seconds).map(([job, time]) => `${job} ${time.toFixed(1)} s`);
    return `${mark} ${delivery.label.padEnd(LABEL_WIDTH)} ${paint.bold(json.outcome.padEnd(OUTCOME_WIDTH))} ${paint.dim(seconds.join(' · '))}`;
  });
  return `\n${rows.join('\n')}\n`;
}

const LABEL_WIDTH = 27;
const OUTCOME_WIDTH = 13;

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
