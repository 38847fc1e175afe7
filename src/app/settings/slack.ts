import type { SlackSettings } from '../slack/settings.ts';
import { Problem, parseOptionalSecret, parseUrl, type Reader } from './reading.ts';

/** undefined: it is off, or a problem says why it can't be used. */
export function readSlack({ read, problems }: Reader): SlackSettings | undefined {
  const signingSecret = read('SLACK_SIGNING_SECRET', parseOptionalSecret);
  const appToken = read('SLACK_APP_TOKEN', parseAppToken);
  const token = read('SLACK_BOT_TOKEN', parseBotToken);
  const apiUrl = read('SLACK_API_URL', parseUrl);
  if (signingSecret === undefined || appToken === undefined || token === undefined || apiUrl === undefined) {
    return undefined;
  }
  const heard = signingSecret !== '' || appToken !== '';
  if (heard !== (token !== '')) {
    problems.push(heard ? WITHOUT_BOT_TOKEN : WITHOUT_EARS);
  }
  return heard
    ? {
        ...(signingSecret === '' ? {} : { signingSecret }),
        ...(appToken === '' ? {} : { appToken }),
        token,
        apiUrl: `${apiUrl}/`,
      }
    : undefined;
}

const WITHOUT_BOT_TOKEN =
  'SLACK_BOT_TOKEN is missing; SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are of no use without it.';

const WITHOUT_EARS =
  'SLACK_BOT_TOKEN is of no use alone; set SLACK_SIGNING_SECRET as well, or SLACK_APP_TOKEN for Socket Mode.';

function parseAppToken(text: string): string | Problem {
  return text === '' || text.startsWith('xapp-')
    ? text
    : new Problem(
        "is no app-level token; make one that begins with xapp- on the Slack app's page Basic Information.",
      );
}

function parseBotToken(text: string): string | Problem {
  return text === '' || text.startsWith('xoxb-')
    ? text
    : new Problem(
        "is no bot token; copy the one that begins with xoxb- from the Slack app's page OAuth & Permissions.",
      );
}
