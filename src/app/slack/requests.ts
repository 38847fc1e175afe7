import * as z from 'zod';

/** Who did something in Slack, and where. All of it is Slack's word, and none of it a name on GitHub. */
export type Visitor = {
  /** Member id, such as U0123456789. */
  readonly user: string;
  readonly channel: string;
};

/** `/ghost status x`, with what comes after the slash command as `text`. */
export type SlashCommand = { readonly visitor: Visitor; readonly text: string; readonly answerUrl: string };

/** A button under a message was pressed. */
export type ButtonPress = {
  readonly visitor: Visitor;
  readonly button: { readonly action_id: string; readonly value?: string | undefined };
  /** The message that the button is under. */
  readonly message: { readonly channel: string; readonly ts: string };
  readonly answerUrl: string;
};

/** Reads a payload, in whatever way it came. null: it is no slash command. */
export function readSlashCommand(payload: unknown): SlashCommand | null {
  const read = commandSchema.safeParse(payload);
  if (!read.success) {
    return null;
  }
  const { user_id: user, channel_id: channel, text, response_url: answerUrl } = read.data;
  return { visitor: { user, channel }, text, answerUrl };
}

/** `other`: a request of a kind that nothing here asks for; null: it is none of Slack's. */
export function readInteraction(payload: unknown): ButtonPress | 'other' | null {
  const kind = kindSchema.safeParse(payload);
  if (!kind.success) {
    return null;
  }
  if (kind.data.type !== 'block_actions') {
    return 'other';
  }
  const read = pressSchema.safeParse(payload);
  if (!read.success) {
    return null;
  }
  const { user, container, response_url: answerUrl, actions } = read.data;
  const { channel_id: channel, message_ts: ts } = container;
  const [button] = actions;
  return { visitor: { user: user.id, channel }, button, message: { channel, ts }, answerUrl };
}

/** Somebody wrote to the app, or opened its assistant. */
export type SlackEvent = {
  readonly kind: 'message' | 'opened';
  /** The same one may come again, under the same id. */
  readonly id: string;
  readonly visitor: Visitor;
  readonly thread: { readonly channel: string; readonly ts: string };
  /** As it was typed; empty where nothing was. */
  readonly text: string;
};

/** `other`: an event that nothing here asks for; null: it is none of Slack's. */
export function readEvent(payload: unknown): SlackEvent | 'other' | null {
  const read = eventSchema.safeParse(payload);
  if (!read.success) {
    return null;
  }
  const { event, event_id: id } = read.data;
  const written = messageSchema.safeParse(event);
  if (written.success) {
    const { user, channel, text, ts, thread_ts: thread = ts } = written.data;
    return {
      kind: 'message',
      id,
      visitor: { user, channel },
      thread: { channel, ts: thread },
      text: unescape(text),
    };
  }
  const opened = openedSchema.safeParse(event);
  if (opened.success) {
    const { user_id: user, channel_id: channel, thread_ts: ts } = opened.data.assistant_thread;
    return { kind: 'opened', id, visitor: { user, channel }, thread: { channel, ts }, text: '' };
  }
  return 'other';
}

/** The word that Slack wants back when it asks whether an address is ours; null: it does not ask that. */
export function readChallenge(payload: unknown): string | null {
  const read = challengeSchema.safeParse(payload);
  return read.success ? read.data.challenge : null;
}

/** What people type comes with these three escaped. */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const userId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);
const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/);
const timestamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const answerUrl = z.url().max(1000);

const commandSchema = z.object({
  user_id: userId,
  channel_id: channelId,
  text: z.string().default(''),
  response_url: answerUrl,
});

const kindSchema = z.object({ type: z.string() });

const pressSchema = z.object({
  user: z.object({ id: userId }),
  container: z.object({ channel_id: channelId, message_ts: timestamp }),
  response_url: answerUrl,
  actions: z.tuple([z.object({ action_id: z.string().max(255), value: z.string().max(2000).optional() })]),
});

const eventSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(100),
  event: z.object({ type: z.string() }).loose(),
});

const challengeSchema = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(1000),
});

/** A message of a person to the app alone. Those of bots, ours too, and edits of messages are of other kinds. */
const messageSchema = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
  user: userId,
  channel: channelId,
  text: z.string(),
  ts: timestamp,
  thread_ts: timestamp.optional(),
});

const openedSchema = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ user_id: userId, channel_id: channelId, thread_ts: timestamp }),
});
