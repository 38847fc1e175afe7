import { createHmac } from 'node:crypto';
import type { LocalMessage } from './message.ts';
import { TEAM_ID } from './methods.ts';

/** A request as Slack would send it to an app. */
export type InteractionRequest = {
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
};

export type Person = { readonly id: string; readonly name: string };

/** How a request is signed: the app's signing secret, and the time in Unix seconds that goes into the signature. */
export type Signing = { readonly secret: string; readonly timestamp: number };

/** `/ghost status x`: `command` is the word with its slash, `text` the rest of the line. */
export function formatSlashCommand(
  input: {
    readonly command: string;
    readonly text: string;
    readonly person: Person;
    readonly channel: string;
    readonly responseUrl: string;
  },
  signing: Signing,
): InteractionRequest {
  const { command, text, person, channel, responseUrl } = input;
  const body = new URLSearchParams({
    team_id: TEAM_ID,
    channel_id: channel,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    response_url: responseUrl,
    trigger_id: `${signing.timestamp}.local`,
  });
  return sign(body.toString(), signing);
}

/** A press of the button with this action id and value under a message. */
export function formatButtonPress(
  input: {
    readonly actionId: string;
    readonly value: string;
    readonly person: Person;
    readonly message: LocalMessage;
    readonly responseUrl: string;
  },
  signing: Signing,
): InteractionRequest {
  const { actionId, value, person, message, responseUrl } = input;
  const payload = {
    type: 'block_actions',
    team: { id: TEAM_ID },
    user: { id: person.id, username: person.name },
    channel: { id: message.channel },
    container: { type: 'message', channel_id: message.channel, message_ts: message.ts },
    message: { ts: message.ts, ...message.content },
    response_url: responseUrl,
    trigger_id: `${signing.timestamp}.local`,
    actions: [{ type: 'button', action_id: actionId, value, action_ts: String(signing.timestamp) }],
  };
  return sign(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), signing);
}

/** An event as the Events API tells it, such as a message that somebody wrote to the app. */
export function formatEvent(
  event: { readonly [name: string]: unknown },
  id: string,
  signing: Signing,
): InteractionRequest {
  const body = JSON.stringify({ type: 'event_callback', team_id: TEAM_ID, event_id: id, event });
  const { headers } = sign(body, signing);
  return { body, headers: { ...headers, 'content-type': 'application/json' } };
}

/** Sends it and waits for the app's acknowledgement. */
export async function sendInteraction(url: string, { headers, body }: InteractionRequest): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body });
}

function sign(body: string, { secret, timestamp }: Signing): InteractionRequest {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
