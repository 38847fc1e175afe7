import type { Incident } from '../../record/watch-entry.ts';
import {
  ALERT_LABEL,
  type AlertSite,
  formatAlert,
  formatAlertIssue,
  formatAllClear,
} from '../../report/watch/alert.ts';
import { CLOCKS_DIFFER_MS, carefulChat } from './careful-chat.ts';
import type { WatchContext } from './context.ts';
import type { Turn } from './incidents.ts';

/**
 * Raises one alert for each incident that began: a message, and an issue. What could not be raised is raised by a
 * later pass. Gives the incidents with the places where they are told.
 */
export async function raise(
  context: WatchContext,
  incidents: readonly Incident[],
  channel: string | undefined,
): Promise<readonly Incident[]> {
  const raised: Incident[] = [];
  for (const incident of incidents) {
    const [slack, issue] = await Promise.all([
      incident.slack ?? postAlert(context, incident, channel),
      incident.issue ?? openIssue(context, incident),
    ]);
    raised.push({
      ...incident,
      ...(slack === null ? {} : { slack: { channel: slack.channel, ts: slack.ts } }),
      ...(issue === null ? {} : { issue: { number: issue.number, url: issue.url } }),
    });
  }
  return raised;
}

/** Says once of each incident that it is over. Those whose issue could not be closed are given back. */
export async function clear(context: WatchContext, { over }: Turn, now: Date): Promise<readonly Incident[]> {
  const left: Incident[] = [];
  for (const incident of over) {
    try {
      if (incident.issue !== undefined) {
        await context.conversation.closeIssue(
          incident.issue.number,
          formatAllClear(incident, now.toISOString()),
        );
      }
    } catch {
      left.push(incident);
      continue;
    }
    if (incident.slack !== undefined) {
      await post(context, { incident, channel: incident.slack.channel, over: true });
    }
  }
  return left;
}

/** Whether an alert could still be told somewhere. */
export function isUntold(context: WatchContext, incident: Incident, channel: string | undefined): boolean {
  const chat = context.chat !== null && channel !== undefined && incident.slack === undefined;
  return chat || (incident.issue === undefined && incident.key !== 'backlog');
}

async function postAlert(
  context: WatchContext,
  incident: Incident,
  channel: string | undefined,
): Promise<{ readonly channel: string; readonly ts: string } | null> {
  return await post(context, { incident, channel, over: false });
}

/** null: there is no channel, or Slack did not take it. */
async function post(
  context: WatchContext,
  {
    incident,
    channel,
    over,
  }: { readonly incident: Incident; readonly channel: string | undefined; readonly over: boolean },
): Promise<{ readonly channel: string; readonly ts: string } | null> {
  const { chat, history } = context;
  if (chat === null || channel === undefined) {
    return null;
  }
  const message = formatAlert(incident, siteOf(context), { over });
  const since = new Date(Date.parse(incident.since) - CLOCKS_DIFFER_MS);
  try {
    // Without a history to look into, a second alert is better than none.
    const speaking = history === null ? chat : carefulChat(chat, history, { since, quiet: false });
    return await speaking.post(channel, message);
  } catch {
    return null;
  }
}

/** One that is open already, from a pass that died before it could say so, is taken over. */
async function openIssue(
  { conversation }: WatchContext,
  incident: Incident,
): Promise<{ readonly number: number; readonly url: string } | null> {
  if (incident.key === 'backlog') {
    return null;
  }
  const issue = formatAlertIssue(incident);
  try {
    const known = (await conversation.issues(ALERT_LABEL)).find(({ title }) => title === issue.title);
    return known ?? (await conversation.openIssue({ ...issue, labels: [ALERT_LABEL] }));
  } catch {
    return null;
  }
}

function siteOf({ site }: WatchContext): AlertSite {
  return { repository: site.repository, url: `${site.serverUrl}/${site.repository}` };
}
