import type { PatchRecord, SlackRef } from '../record/record.ts';
import { fingerprintMessage, formatSlackMessage } from '../report/slack.ts';
import type { PatchView } from '../report/view.ts';
import type { StageContext } from './context.ts';
import type { Chat } from './ports.ts';
import { carefulChat, messageSince } from './watch/careful-chat.ts';

/** Where the message stands now, or why nobody was told. Both absent: Slack is not set up. */
export type Told = { readonly slack?: SlackRef; readonly warning?: string; readonly maybePosted?: boolean };

/**
 * Writes the patch's one Slack message, or edits it in place where there is one already. Never throws: a patch does not
 * fail over Slack. `earlier` is the record of the attempt before this one: it may have posted a message and died before
 * it said where, so that one is looked for.
 */
export async function tell(
  context: StageContext,
  configured: string | undefined,
  view: PatchView,
  earlier: PatchRecord | null = null,
): Promise<Told> {
  const channel = configured ?? context.site.defaultChannel;
  const existing = view.record.slack;
  const maybeThere = existing === undefined && earlier !== null;
  const chat = maybeThere ? lookFirst(context, earlier) : context.chat;
  if (chat === null || (channel === undefined && existing === undefined)) {
    return {};
  }
  const message = formatSlackMessage(view);
  const shown = fingerprintMessage(message);
  try {
    if (existing !== undefined) {
      await chat.update(existing, message);
      return { slack: { ...existing, shown } };
    }
    return channel === undefined ? {} : { slack: { ...(await chat.post(channel, message)), shown } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...(existing === undefined ? {} : { slack: existing }),
      warning: `Slack was not told: ${reason}`,
      maybePosted:
        maybeThere || (error instanceof Error && 'maybePosted' in error && error.maybePosted === true),
    };
  }
}

function lookFirst({ chat, history }: StageContext, earlier: PatchRecord): Chat | null {
  const since = messageSince(earlier);
  return chat === null || !history ? chat : carefulChat(chat, history, { since, quiet: false });
}
