import { type Incident, type IncidentKey, isLostRun, type LostRunKey } from '../../record/watch-entry.ts';
import { endSentence, formatTime } from '../phrases.ts';
import type { SlackMessage } from '../slack.ts';
import { markdownLine } from '../untrusted/markdown.ts';
import { mrkdwnLine, mrkdwnLink } from '../untrusted/mrkdwn.ts';

/** Label of the issues that the watch opens. */
export const ALERT_LABEL = 'ghost:alert';

/** `owner/name`, and its page without a slash at the end. */
export type AlertSite = { readonly repository: string; readonly url: string };

/** `over`: the one all-clear of the incident. */
export function formatAlert(incident: Incident, site: AlertSite, { over }: { over: boolean }): SlackMessage {
  const headline = alertHeadline(incident, over);
  const story = over
    ? `What was said at ${formatTime(incident.since)} is no longer so: ${incident.sentence}`
    : incident.sentence;
  return {
    text: mrkdwnLine(`${headline} (${site.repository})`, MAX_HEADLINE),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: headline, emoji: false } },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `${mrkdwnLine(endSentence(story), MAX_STORY)}\n${mrkdwnLink(site.repository, site.url)}`,
          verbatim: true,
        },
      },
    ],
    metadata: {
      event_type: 'ghost_alert',
      event_payload: {
        incident: over ? `${incident.key} over` : incident.key,
        since: incident.since,
        repository: site.repository,
      },
    },
  };
}

/** The issue of an incident. Its title is the same for all incidents with one key, so that an open one is found again. */
export function formatAlertIssue(incident: Incident): { readonly title: string; readonly body: string } {
  return {
    title: `Ghost Runner: ${titleOf(incident)}`,
    body: [
      markdownLine(incident.sentence, MAX_STORY),
      '',
      `Since ${formatTime(incident.since)}. The watch closes this issue when it is over.`,
      '',
    ].join('\n'),
  };
}

export function formatAllClear(incident: Incident, now: string): string {
  return `✅ Over since ${formatTime(now)}. It began at ${formatTime(incident.since)}.\n`;
}

/** Below Slack's 150 for a header and 3,000 for a section, with room for what escaping adds. */
const MAX_HEADLINE = 300;
const MAX_STORY = 1500;

function titleOf({ key }: Incident): string {
  return isLostRun(key) ? `${key} left no record` : TITLES[key];
}

const TITLES: { readonly [key in Exclude<IncidentKey, LostRunKey>]: string } = {
  canary: 'the canary did not arrive',
  control: 'the control switch is gone or can not be read',
  records: 'records can not be read',
  unsettled: 'the watch can not put everything right',
  backlog: 'many patches were left open',
};

function alertHeadline(incident: Incident, over: boolean): string {
  return `${over ? '✅ All clear' : '🚨 Alert'}: ${titleOf(incident)}`;
}
