import { parseConfig } from '../../policy/config.ts';
import type { Facts, ServerFacts, SlackFacts } from './facts.ts';
import { advice, type Finding, missing, unknown, well } from './finding.ts';

/** Slack and the App's server: each only where somebody wants it. */
export function examineConnections(facts: Facts): readonly Finding[] {
  return [...examineChannel(facts), ...examineSlack(facts.slack), ...examineServer(facts.server)];
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

function examineSlack(slack: SlackFacts): readonly Finding[] {
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
  const lacking = SCOPES.filter((scope) => !slack.scopes?.includes(scope));
  return lacking.length > 0
    ? [missing('slack', `The bot token lacks ${lacking.join(' and ')}.`, fix)]
    : [well('slack', 'Slack takes the bot token, and it may do all that is needed.')];
}

/** What messages need, and finding one that a dead run left. */
const SCOPES = ['chat:write', 'channels:history'];

function examineServer(server: ServerFacts): readonly Finding[] {
  switch (server.kind) {
    case 'not_asked':
      return [];
    case 'ready':
      return [well('server', 'The server takes patches.')];
    case 'failed':
      return [
        missing(
          'server',
          `The server takes no patches: ${server.why}`,
          'Look at its log; docs/deploy.md says how to run it.',
        ),
      ];
  }
}
