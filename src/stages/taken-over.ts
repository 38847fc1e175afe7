import type { PatchRecord, SlackRef } from '../record/record.ts';
import type { SlackIdentity } from '../report/slack.ts';
import type { StageContext } from './context.ts';
import { messageSince } from './watch/careful-chat.ts';

/**
 * Whether a message is by now that of whoever took the place of its run, which goes on to speak through it. Their record
 * says so at the end of their work; until then it is the one that they have found, for they look as this does. Where the
 * history can't be read, nobody has found any.
 */
export async function isTakenOver(
  { history, site }: Pick<StageContext, 'history' | 'site'>,
  standing: PatchRecord,
  { channel, ts }: SlackRef,
): Promise<boolean> {
  if (standing.slack !== undefined || !history) {
    return standing.slack?.ts === ts;
  }
  const { id, digest } = standing;
  const identity: SlackIdentity = {
    event_type: 'ghost_patch',
    event_payload: { id, digest, repository: site.repository },
  };
  const found = await history.find(channel, identity, messageSince(standing)).catch(() => null);
  return found?.ts === ts;
}
