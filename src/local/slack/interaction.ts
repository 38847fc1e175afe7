import { createHmac } from 'node:crypto';
import type { LocalMessage } from './message.ts';
import { TEAM_ID } from './methods.ts';

/** What somebody did, as Slack tells an app; over a socket the kind stands in the envelope. */
export type Interaction = {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: { readonly [name: string]: unknown };
};

export type Person = { readonly id: string; readonly name: string };

/** `/ghost status x`: `command` is the word with its slash, `text` the rest of the line. */
export function slashCommand(input: {
  readonly command: string;
  readonly text: string;
  readonly person: Person;
  readonly channel: string;
  readonly responseUrl: string;
}): Interaction {
  const { command, text, person, channel, responseUrl } = input;
  const payload = {
    team_id: TEAM_ID,
    channel_id: channel,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    response_url: responseUrl,
    trigger_id: `${Date.now()}.local`,
  };
  return { kind: 'slash_commands', payload };
}

/** A press of the button with this action id and value under a message. */
export function buttonPress(input: {
  readonly actionId: string;
  readonly value: string;
  readonly person: Person;
  readonly message: LocalMessage;
  readonly responseUrl: string;
}): Interaction {
  const { actionId, value, person, message, responseUrl } = input;
  const payload = {
    type: 'block_actions',
    team: { id: TEAM_ID },
    user: { id: person.id, username: person.name },
    channel: { id: message.channel },
    container: { type: 'message', channel_id: message.channel, message_ts: message.ts },
    message: { ts: message.ts, ...message.content },
    response_url: responseUrl,
    trigger_id: `${Date.now()}.local`,
    actions: [{ type: 'button', action_id: actionId, value, action_ts: String(Date.now() / 1000) }],
  };
  return { kind: 'interactive', payload };
}

/** An event as the Events API tells it, such as a message that somebody wrote to the app. */
export function appEvent(event: { readonly [name: string]: unknown }, id: string): Interaction {
  return {
    kind: 'events_api',
    payload: { type: 'event_callback', team_id: TEAM_ID, event_id: id, event },
  };
}

/** How a request is signed: the app's signing secret, and the time in Unix seconds that goes into the signature. */
export type Signing = { readonly secret: string; readonly timestamp: number };

/** A request as Slack would send it to an app that it can reach. */
export type InteractionRequest = {
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
};

export function formatRequest(interaction: Interaction, { secret, timestamp }: Signing): InteractionRequest {
  const { type, body } = encode(interaction);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

function encode({ kind, payload }: Interaction): { readonly type: string; readonly body: string } {
  switch (kind) {
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
      return { type: FORM, body: new URLSearchParams(fields).toString() };
    }
    case 'interactive':
      return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(payload) };
  }
}

const FORM = 'application/x-www-form-urlencoded';

/** Sends it and waits for the app's acknowledgement. */
export async function sendInteraction(url: string, { headers, body }: InteractionRequest): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body });
}
