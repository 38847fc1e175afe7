import type { PatchRecord, SlackRef } from '../../record/record.ts';
import type { SlackMessage } from '../../report/slack.ts';
import type { ChatHistory } from '../control/ports.ts';
import type { Chat } from '../ports.ts';

/**
 * A chat that looks before it posts: a process that died may have posted the message and not said where. What is found
 * is edited instead. Where nobody can look, nothing is posted: a message that is missing is better than two.
 */
export function carefulChat(chat: Chat, history: ChatHistory | null, rules: PostingRules): Chat {
  return {
    async post(channel, message) {
      const found = await findPosted(history, { channel, message, since: rules.since });
      if (found !== null) {
        await chat.update(found, message);
        return found;
      }
      if (rules.quiet) {
        throw new Error(`many messages were missing at once, ${LEFT_ALONE}; /ghost status shows all patches`);
      }
      return await chat.post(channel, message);
    },
    update: async (ref, message) => await chat.update(ref, message),
  };
}

export type PostingRules = {
  /** The message can't be older. */
  readonly since: Date;
  /** Only what stands there already is edited. */
  readonly quiet: boolean;
};

/**
 * No message about this patch is older, whichever of its attempts posted it: the watch has looked after one that died
 * a day before the newest came, and a channel with much else in it can't be looked through for longer.
 */
export function messageSince({ receivedAt, untoldSince = receivedAt }: PatchRecord): Date {
  const received = Date.parse(receivedAt);
  const first = Math.max(Date.parse(untoldSince), received - EARLIER_ATTEMPTS_MS);
  return new Date(Math.min(first, received) - CLOCKS_DIFFER_MS);
}

const EARLIER_ATTEMPTS_MS = 24 * 3_600_000;

/** Slack's clock, GitHub's and ours. */
export const CLOCKS_DIFFER_MS = 600_000;

/** Whether this warning says that a message will not be posted by trying once more. */
export function isLeftAlone(warning: string): boolean {
  return warning.includes(LEFT_ALONE);
}

/** Whether it says that somebody deleted the message, so that there is nothing to edit. */
export function isDeleted(warning: string): boolean {
  return warning.includes('message_not_found');
}

const LEFT_ALONE = 'so none was posted';

async function findPosted(
  history: ChatHistory | null,
  look: { readonly channel: string; readonly message: SlackMessage; readonly since: Date },
): Promise<SlackRef | null> {
  const blind = `whether the message stands there already can't be told, ${LEFT_ALONE}; give the Slack app the scope channels:history`;
  if (history === null) {
    throw new Error(blind);
  }
  try {
    return await history.find(look.channel, look.message.metadata, look.since);
  } catch (cause) {
    // Any other failure may pass.
    throw cause instanceof Error && FORBIDDEN.test(cause.message) ? new Error(blind, { cause }) : cause;
  }
}

/** Slack's words for a token that may not read a channel's history. */
const FORBIDDEN = /\b(?:missing_scope|not_allowed_token_type|no_permission)\b/;
