import { openSlackSocket, type SlackSocket } from '../../io/slack-socket.ts';
import type { Check } from '../readiness.ts';
import { asPrivate, type Told, take } from './taking.ts';
import type { SlackWork } from './working.ts';

/** Slack over a socket that the server opens itself, so that Slack need not reach it. */
export type SlackLine = {
  /** Rejects with one sentence where Slack refuses the token. */
  open(): Promise<void>;
  /** Whether the socket is open. */
  check(): Check;
  /** Takes nothing more; what has begun goes on. */
  close(): Promise<void>;
};

/** null: there is no app-level token, and Slack calls the addresses. */
export function createSlackLine(work: SlackWork | null): SlackLine | null {
  if (work === null) {
    return null;
  }
  const { onError, slack } = work;
  const { appToken, apiUrl } = slack;
  if (appToken === undefined) {
    return null;
  }
  let socket: SlackSocket | undefined;
  return {
    open: async () => {
      socket = await openSlackSocket({
        appToken,
        apiUrl,
        onError,
        take: ({ kind, id, payload }) => {
          const ours = KINDS[kind];
          return ours === undefined ? undefined : takeOver(work, { kind: ours, payload, name: id });
        },
      });
    },
    check: () => {
      const problem = socket === undefined ? 'the socket to Slack is not open yet' : socket.problem();
      return problem === null ? { ok: true } : { ok: false, problem };
    },
    close: async () => {
      await socket?.close();
    },
  };
}

/** Everything else is acknowledged, and nothing more. */
const KINDS: { readonly [kind: string]: Told['kind'] | undefined } = {
  slash_commands: 'command',
  interactive: 'interaction',
  events_api: 'event',
};

/** What can't be read is acknowledged too: Slack would only send it again. */
function takeOver(work: SlackWork, told: Told): object | undefined {
  const taken = take(work, told);
  if (!taken.ok) {
    work.onError(new Error(`Slack sent a payload of kind ${told.kind} that can not be read`));
    return undefined;
  }
  return taken.reply === null ? undefined : asPrivate(taken.reply);
}
