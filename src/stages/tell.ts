import type { SlackRef } from '../record/record.ts';
import { fingerprintMessage, formatSlackMessage } from '../report/slack.ts';
import type { PatchView } from '../report/view.ts';
import type { StageContext } from './context.ts';

/** Where the message stands now, or why nobody was told. Both absent: Slack is not set up. */
export type Told = { readonly slack?: SlackRef; readonly warning?: string; readonly maybePosted?: boolean };

/** Writes the patch's one Slack message, or edits it in place where there is one already. Never throws: a patch does not fail over Slack. */
export async function tell(
  context: StageContext,
  configured: string | undefined,
  view: PatchView,
): Promise<Told> {
  const channel = configured ?? context.site.defaultChannel;
  const { chat } = context;
  const existing = view.record.slack;
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
      maybePosted: error instanceof Error && 'maybePosted' in error && error.maybePosted === true,
    };
  }
}
