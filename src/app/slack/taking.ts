import type { SlackReply } from '../../report/slack-details.ts';
import { takeSlashCommand } from './commanding.ts';
import { takeEvent } from './conversing.ts';
import { takePress } from './pressing.ts';
import { readEvent, readInteraction, readSlashCommand } from './requests.ts';
import type { SlackWork } from './working.ts';

/** What Slack tells, over HTTP or a socket. */
export type Told = {
  readonly kind: 'command' | 'interaction' | 'event';
  /** As Slack sent it, not looked at yet. */
  readonly payload: unknown;
  /** Names this one sending; whatever comes again under the same name is done once. */
  readonly name: string;
};

export type Taken =
  /** `reply` goes with the acknowledgement, to whoever asked; null: nothing yet. */
  | { readonly ok: true; readonly reply: SlackReply | null }
  /** It is nothing that Slack sends. */
  | { readonly ok: false };

/** Begins what is asked for. It can be acknowledged at once, because Slack waits for three seconds; answers come later. */
export function take(work: SlackWork, { kind, payload, name }: Told): Taken {
  switch (kind) {
    case 'command': {
      const command = readSlashCommand(payload);
      return command === null ? UNREADABLE : { ok: true, reply: takeSlashCommand(work, command, name) };
    }
    case 'interaction': {
      const press = readInteraction(payload);
      if (press !== null && press !== 'other') {
        takePress(work, press, name);
      }
      return press === null ? UNREADABLE : DONE;
    }
    case 'event': {
      const event = readEvent(payload);
      if (event !== null && event !== 'other') {
        takeEvent(work, event);
      }
      return event === null ? UNREADABLE : DONE;
    }
  }
}

const UNREADABLE: Taken = { ok: false };
const DONE: Taken = { ok: true, reply: null };

/** Only who asked sees it. */
export function asPrivate(reply: SlackReply): object {
  return { response_type: 'ephemeral', ...reply };
}
