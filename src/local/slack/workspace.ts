import type { LocalMessage, MessageContent } from './message.ts';

export type Channel = {
  readonly id: string;
  readonly name: string;
  /** False: the bot was not invited. */
  readonly joined?: boolean;
};

/** The messages of one workspace, in memory. */
export type Workspace = {
  readonly channels: readonly Channel[];
  /** Id of the conversation of this user with the app. */
  direct(user: string): string;
  findChannel(id: string): Channel | undefined;
  messages(channel?: string): readonly LocalMessage[];
  find(channel: string, ts: string): LocalMessage | undefined;
  add(message: Pick<LocalMessage, 'channel' | 'author' | 'content' | 'thread' | 'visibleTo'>): LocalMessage;
  edit(message: LocalMessage, content: MessageContent): void;
};

export function createWorkspace(given: readonly Channel[], clock: { now(): Date }): Workspace {
  const channels = [...given];
  const messages: LocalMessage[] = [];
  let lastTick = 0;

  return {
    channels,
    direct: (user) => {
      const id = `D${user.slice(1)}`;
      if (channels.every((channel) => channel.id !== id)) {
        channels.push({ id, name: user });
      }
      return id;
    },
    findChannel: (id) => channels.find((channel) => channel.id === id),
    messages: (channel) => messages.filter((message) => channel === undefined || message.channel === channel),
    find: (channel, ts) =>
      messages.find(
        (message) => message.channel === channel && message.ts === ts && message.visibleTo === undefined,
      ),
    add(message) {
      lastTick = Math.max(lastTick + 1, clock.now().getTime() * MICROSECONDS);
      const added: LocalMessage = { ...message, ts: formatTimestamp(lastTick), edits: [] };
      messages.push(added);
      return added;
    },
    edit(message, content) {
      messages[messages.indexOf(message)] = {
        ...message,
        content,
        edits: [...message.edits, message.content],
      };
    },
  };
}

const MICROSECONDS = 1000;

/** Slack's message id: seconds and microseconds, unique within a channel and in order. */
function formatTimestamp(tick: number): string {
  const digits = String(tick).padStart(16, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
