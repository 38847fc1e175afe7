import { parseStructure, readContent } from './content.ts';
import type { LocalMessage, MessageContent } from './message.ts';
import type { Workspace } from './workspace.ts';

/** Who calls: the bot that a token belongs to. */
export type Caller = {
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** The token is the app's own. */
  readonly isApp: boolean;
};

export type Arguments = { readonly [name: string]: unknown };

export type Answer =
  | { readonly ok: true; readonly [property: string]: unknown }
  | { readonly ok: false; readonly error: string; readonly [property: string]: unknown };

export type Method = {
  /** The token needs one of these; none: any token will do. */
  readonly scopes: readonly string[];
  /** Counts against the channel's rate of messages. */
  readonly posts?: true;
  /** Wants a token of the app itself, and takes none of a bot; all others the other way round. */
  readonly ofApp?: true;
  readonly run: (call: {
    readonly workspace: Workspace;
    readonly caller: Caller;
    readonly args: Arguments;
    /** Makes an address for a socket. */
    readonly issueSocket: () => string;
  }) => Answer;
};

/** The part of Slack's Web API that the local Slack has. */
export const METHODS: { readonly [name: string]: Method | undefined } = {
  'apps.connections.open': {
    scopes: ['connections:write'],
    ofApp: true,
    run: ({ issueSocket }) => ({ ok: true, url: issueSocket() }),
  },
  'auth.test': {
    scopes: [],
    run: ({ caller }) => ({
      ok: true,
      team: 'Local',
      team_id: TEAM_ID,
      user: 'ghost-runner',
      user_id: caller.botUserId,
      bot_id: `B${caller.botUserId.slice(1)}`,
    }),
  },
  'chat.postMessage': { scopes: ['chat:write'], posts: true, run: postMessage },
  'chat.postEphemeral': { scopes: ['chat:write'], posts: true, run: postEphemeral },
  'chat.update': { scopes: ['chat:write'], run: updateMessage },
  'conversations.history': { scopes: ['channels:history'], run: readHistory },
  'conversations.replies': { scopes: ['channels:history'], run: readReplies },
  'assistant.threads.setSuggestedPrompts': { scopes: ['assistant:write'], run: suggestPrompts },
  'views.open': { scopes: [], run: openView },
};

export const TEAM_ID = 'T0LOCAL001';

type Call = Parameters<Method['run']>[0];

function postMessage({ workspace, caller, args }: Call): Answer {
  const post = readPost(workspace, args);
  if (!post.ok) {
    return post;
  }
  const { channel, content } = post;
  const parent = readString(args['thread_ts']);
  const root = parent === undefined ? undefined : workspace.find(channel, parent);
  if (parent !== undefined && root === undefined) {
    return { ok: false, error: 'thread_not_found' };
  }
  const message = workspace.add({
    channel,
    author: caller.botUserId,
    content,
    // An answer to an answer belongs to the same thread.
    ...(root === undefined ? {} : { thread: root.thread ?? root.ts }),
  });
  return { ok: true, channel: message.channel, ts: message.ts, message: formatMessage(message, true) };
}

function postEphemeral({ workspace, caller, args }: Call): Answer {
  const post = readPost(workspace, args);
  if (!post.ok) {
    return post;
  }
  const { channel, content } = post;
  const { user } = args;
  if (typeof user !== 'string' || !user.startsWith('U')) {
    return { ok: false, error: 'user_not_in_channel' };
  }
  const message = workspace.add({
    channel,
    author: caller.botUserId,
    content,
    visibleTo: user,
  });
  return { ok: true, message_ts: message.ts };
}

function updateMessage({ workspace, caller, args }: Call): Answer {
  const post = readPost(workspace, args);
  if (!post.ok) {
    return post;
  }
  const { channel, content } = post;
  const message = workspace.find(channel, readString(args['ts']) ?? '');
  if (message === undefined) {
    return { ok: false, error: 'message_not_found' };
  }
  if (message.author !== caller.botUserId) {
    return { ok: false, error: 'cant_update_message' };
  }
  workspace.edit(message, content);
  return { ok: true, channel: message.channel, ts: message.ts, text: content.text };
}

/** What a message is to hold, and where. */
function readPost(
  workspace: Workspace,
  args: Arguments,
): { readonly ok: true; readonly channel: string; readonly content: MessageContent } | Failure {
  const channel = findChannel(workspace, args);
  if (!channel.ok) {
    return channel;
  }
  const read = readContent(args);
  return read.ok ? { ok: true, channel: channel.id, content: read.content } : read;
}

type Failure = Extract<Answer, { readonly ok: false }>;

/** Slack gives a page of 100 where no limit is asked for, and at most 999. */
const DEFAULT_PAGE = 100;
const MAX_PAGE = 999;

function readHistory({ workspace, args }: Call): Answer {
  const channel = findChannel(workspace, args);
  if (!channel.ok) {
    return channel;
  }
  // What is said in threads is not part of the channel's own history.
  const found = messagesBetween(workspace, channel.id, args).filter(({ thread }) => thread === undefined);
  return pageOf(found.toReversed(), args);
}

function messagesBetween(workspace: Workspace, channel: string, args: Arguments): readonly LocalMessage[] {
  const oldest = readString(args['oldest']) ?? '';
  const latest = readString(args['latest']);
  return workspace
    .messages(channel)
    .filter(
      ({ ts, visibleTo }) => visibleTo === undefined && ts > oldest && (latest === undefined || ts < latest),
    );
}

function pageOf(found: readonly LocalMessage[], args: Arguments): Answer {
  const limit = Math.min(Number(args['limit'] ?? DEFAULT_PAGE), MAX_PAGE);
  const withMetadata = readString(args['include_all_metadata']) === 'true';
  return {
    ok: true,
    messages: found.slice(0, limit).map((message) => formatMessage(message, withMetadata)),
    has_more: found.length > limit,
  };
}

/** The message that a thread is about, and its answers, oldest first. */
function readReplies({ workspace, args }: Call): Answer {
  const channel = findChannel(workspace, args);
  if (!channel.ok) {
    return channel;
  }
  const root = readString(args['ts']) ?? '';
  if (workspace.find(channel.id, root) === undefined) {
    return { ok: false, error: 'thread_not_found' };
  }
  const found = messagesBetween(workspace, channel.id, args).filter(
    ({ ts, thread }) => ts === root || thread === root,
  );
  return pageOf(found, args);
}

/** Slack takes at most four. */
const MAX_PROMPTS = 4;

function suggestPrompts({ workspace, args }: Call): Answer {
  const channel = findChannel(workspace, { channel: args['channel_id'] });
  const prompts = parseStructure(args['prompts']);
  if (!channel.ok) {
    return channel;
  }
  const usable =
    Array.isArray(prompts) &&
    prompts.length <= MAX_PROMPTS &&
    prompts.every(
      (prompt: unknown) =>
        typeof prompt === 'object' && prompt !== null && 'title' in prompt && 'message' in prompt,
    );
  return usable && typeof args['thread_ts'] === 'string'
    ? { ok: true }
    : { ok: false, error: 'invalid_arguments' };
}

function openView({ args }: Call): Answer {
  const view = parseStructure(args['view']);
  if (typeof args['trigger_id'] !== 'string') {
    return { ok: false, error: 'invalid_trigger_id' };
  }
  const isModal =
    typeof view === 'object' &&
    view !== null &&
    'type' in view &&
    view.type === 'modal' &&
    'title' in view &&
    'blocks' in view;
  return isModal
    ? { ok: true, view: { id: 'V0LOCAL001', ...view } }
    : { ok: false, error: 'invalid_arguments' };
}

type FoundChannel =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly error: string };

/** Only ids are taken: a name can be given to another channel. */
function findChannel(workspace: Workspace, { channel: id }: Arguments): FoundChannel {
  const channel = typeof id === 'string' ? workspace.findChannel(id) : undefined;
  if (channel === undefined) {
    return { ok: false, error: 'channel_not_found' };
  }
  return channel.joined === false ? { ok: false, error: 'not_in_channel' } : { ok: true, id: channel.id };
}

/** Form posts know only strings; JSON bodies also numbers and booleans. */
function readString(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function formatMessage({ ts, author, content, edits, thread }: LocalMessage, withMetadata: boolean) {
  const { metadata, ...shown } = content;
  return {
    type: 'message',
    user: author,
    ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...shown,
    ...(edits.length === 0 ? {} : { edited: { user: author, ts } }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  };
}
