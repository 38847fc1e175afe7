import type { WebAPICallResult } from '@slack/web-api';
import type { SlackIdentity } from '../report/slack.ts';
import type { ChatHistory } from '../stages/control/ports.ts';
import { callSlack, type SlackChatOptions } from './slack.ts';
import { SlackError } from './slack-failure.ts';

/**
 * Slack's history as a `ChatHistory`. It needs the scope `channels:history` (`groups:history` for private channels);
 * without it every question throws a SlackError, and so does a channel with too much to look through.
 */
export function createSlackHistory(options: SlackChatOptions): ChatHistory {
  return {
    async find(channel, wanted, since) {
      const oldest = String(since.getTime() / 1000);
      let latest: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const { messages, more } = await readPage(options, {
          channel,
          oldest,
          ...(latest === undefined ? {} : { latest }),
        });
        const found = messages.find((message) => isAbout(message, wanted));
        if (found?.ts !== undefined) {
          return { channel, ts: found.ts };
        }
        latest = messages.at(-1)?.ts;
        if (!more || latest === undefined) {
          return null;
        }
      }
      throw new SlackError(
        `conversations.history gave more than ${MAX_PAGES * PAGE_SIZE} messages; whether ours is among older ones is not known`,
        { maybePosted: false },
      );
    },
  };
}

/** Slack gives no more than 999 at a time, and asks for no more than 200. */
const PAGE_SIZE = 200;

/** A channel with more messages between a delivery and a look at it is no place to search in. */
const MAX_PAGES = 5;

type Message = { readonly ts?: string; readonly metadata?: unknown };

async function readPage(
  options: SlackChatOptions,
  request: { readonly channel: string; readonly oldest: string; readonly latest?: string },
): Promise<{ readonly messages: readonly Message[]; readonly more: boolean }> {
  const args = { ...request, limit: PAGE_SIZE, include_all_metadata: true };
  const answer: HistoryAnswer = await callSlack(options, {
    method: 'conversations.history',
    args,
    repeatable: true,
  });
  return { messages: answer.messages ?? [], more: answer.has_more === true };
}

type HistoryAnswer = WebAPICallResult & {
  readonly messages?: readonly Message[];
  readonly has_more?: boolean;
};

/** A patch's message stays its message when the patch is revised, so its digest does not count. */
function isAbout({ metadata }: Message, { event_type, event_payload }: SlackIdentity): boolean {
  if (!isObject(metadata) || metadata['event_type'] !== event_type || !isObject(metadata['event_payload'])) {
    return false;
  }
  const { digest: _, ...identity } = { digest: '', ...event_payload };
  const found = metadata['event_payload'];
  return Object.entries(identity).every(([key, value]) => found[key] === value);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
