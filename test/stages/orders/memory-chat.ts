import type { SlackRef } from '../../../src/record/record.ts';
import type { SlackMessage } from '../../../src/report/slack.ts';
import type { ChatHistory } from '../../../src/stages/control/ports.ts';
import type { Chat } from '../../../src/stages/ports.ts';

export type Posted = SlackRef & Pick<SlackMessage, 'text' | 'metadata'>;

/** The channel in memory, stamped as time passes. */
export function createMemoryChat(now: () => Date) {
  const posted: Posted[] = [];
  const chat: Chat = {
    post: async (channel, message) => {
      // Two of one moment have places of their own.
      const ts = ((now().getTime() * 1000 + posted.length) / 1_000_000).toFixed(6);
      posted.push({ channel, ts, ...message });
      return { channel, ts };
    },
    update: async (ref, message) => {
      const index = posted.findIndex(({ ts }) => ts === ref.ts);
      if (index < 0) {
        throw new Error('message_not_found');
      }
      posted[index] = { ...ref, ...message };
    },
  };
  const history: ChatHistory = {
    find: async (channel, wanted, since) => {
      const found = posted.findLast(
        ({ ts, metadata }) =>
          Number.parseFloat(ts) * 1000 >= since.getTime() && identityOf(metadata) === identityOf(wanted),
      );
      return found === undefined ? null : { channel, ts: found.ts };
    },
  };
  return {
    chat,
    history,
    /** Those about a patch, oldest first. */
    about: (id: string): readonly Posted[] =>
      posted.filter(
        ({ metadata }) => metadata.event_type === 'ghost_patch' && metadata.event_payload.id === id,
      ),
  };
}

/** A patch's message stays its message when the patch is revised. */
function identityOf({ event_type, event_payload }: SlackMessage['metadata']): string {
  return JSON.stringify([event_type, { ...event_payload, digest: '' }]);
}
