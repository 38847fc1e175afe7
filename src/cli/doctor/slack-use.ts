import { parseConfig } from '../../policy/config.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, missing, unknown, well } from './finding.ts';

/** Slack, where somebody wants it. */
export function examineSlackUse(facts: Facts): readonly Finding[] {
  return [...examineChannel(facts), ...examineButtons(facts), ...examineSlack(facts)];
}

function examineChannel({ config, secrets, variables }: Facts): readonly Finding[] {
  if (!secrets.told) {
    return [];
  }
  const parsed = parseConfig(config);
  const configured = parsed.ok && parsed.config.slack !== undefined;
  const channel = configured || (variables.told && variables.value.includes('GHOST_SLACK_CHANNEL'));
  const token = secrets.value.includes('SLACK_BOT_TOKEN');
  if (channel && !token) {
    return [
      advice(
        'slack',
        'A Slack channel is named, and the secret SLACK_BOT_TOKEN is not set: nothing is said there.',
        'Set it to a bot token with chat:write and channels:history, or take the channel out.',
      ),
    ];
  }
  if (token && !channel && variables.told) {
    return [
      advice(
        'slack',
        'SLACK_BOT_TOKEN is set, and no channel is named: nothing is said in Slack.',
        'Name it as slack.channel in the config, or as the variable GHOST_SLACK_CHANNEL.',
      ),
    ];
  }
  return token && channel ? [well('slack', 'Slack has a token and a channel.')] : [];
}

/** Where both write to Slack, they write the same messages only if the Action knows that somebody answers buttons. */
function examineButtons({ secrets, variables, server, slack }: Facts): readonly Finding[] {
  const both =
    server.kind === 'ready' &&
    (server.slackSocket || (slack.kind === 'known' && slack.scopes?.includes(COMMANDS) === true)) &&
    secrets.told &&
    secrets.value.includes('SLACK_BOT_TOKEN');
  return both && variables.told && !variables.value.includes('GHOST_SLACK_BUTTONS')
    ? [
        advice(
          'slack-buttons',
          'The server seems to answer Slack, and GHOST_SLACK_BUTTONS is not set: the Action writes messages without buttons, the server with them.',
          'Set the variable GHOST_SLACK_BUTTONS of the repository to true.',
        ),
      ]
    : [];
}

function examineSlack({ slack, server }: Facts): readonly Finding[] {
  if (slack.kind === 'not_asked') {
    return [];
  }
  const fix = `Give the Slack app the scopes ${SCOPES.join(' and ')}, install it again, and take the new bot token.`;
  if (slack.kind === 'failed') {
    return [missing('slack', `Slack does not take the bot token: ${slack.why}`, fix)];
  }
  if (slack.scopes === null) {
    return [
      unknown(
        'slack',
        'Slack takes the bot token, and does not say for what.',
        `Look for ${SCOPES.join(' and ')} on the page of the Slack app.`,
      ),
    ];
  }
  const has = new Set(slack.scopes);
  const lacking = SCOPES.filter((scope) => !has.has(scope));
  if (lacking.length > 0) {
    return [missing('slack', `The bot token lacks ${lacking.join(' and ')}.`, fix)];
  }
  const unheard = server.kind === 'not_asked' ? [] : SERVER_SCOPES.filter((scope) => !has.has(scope));
  return unheard.length > 0
    ? [
        advice(
          'slack',
          `The bot token lacks ${unheard.join(' and ')}, so that the server does not hear all that people say in Slack.`,
          'Compare the Slack app with slack-manifest.yml, and install it again.',
        ),
      ]
    : [well('slack', 'Slack takes the bot token, and it may do all that is needed.')];
}

/** What messages need, and finding one that a dead run left. */
export const SCOPES = ['chat:write', 'channels:history'] as const;

/** For /ghost, which only a server answers. */
const COMMANDS = 'commands';

/** What the server's ways in from Slack need besides: /ghost, messages to the app itself, the assistant. */
export const SERVER_SCOPES = [COMMANDS, 'im:history', 'assistant:write'] as const;
