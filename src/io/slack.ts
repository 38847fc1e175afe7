import { setTimeout as delay } from 'node:timers/promises';
import type { Logger, WebAPICallResult } from '@slack/web-api';
import type { SlackRef } from '../record/record.ts';
import type { SlackMessage } from '../report/slack.ts';
import type { SlackReply } from '../report/slack-details.ts';
import type { Chat } from '../stages/ports.ts';
import { describeFailure, SlackError, type SlackFailure, type SlackModule } from './slack-failure.ts';

export type SlackChatOptions = {
  /** A bot token with `chat:write`. */
  readonly token: string;
  /** Slack's own API where absent. */
  readonly apiUrl?: string;
  /** How long one call may take with all its retries. */
  readonly deadlineSeconds?: number;
  /** How long one call may wait in addition where Slack asks for it; where absent, a limit counts as any failure does. */
  readonly limitSeconds?: number;
  /** Milliseconds to wait; replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds since some moment; replaced in tests. */
  readonly now?: () => number;
  /** From 0 to 1; replaced in tests. */
  readonly chance?: () => number;
  /** What sends; replaced in tests. */
  readonly fetch?: typeof fetch;
};

/**
 * Slack as a `Chat`.
 *
 * - Every failure throws a SlackError whose message says what Slack said and what to do about it, also the ones that
 *   Slack answers with HTTP 200. Its `maybePosted` says whether a new message may stand there all the same.
 * - A rate-limited call waits as long as Slack asks, an edit is tried again after any passing failure. A new
 *   message is not sent again when nobody can tell whether it arrived: two messages about one patch are worse
 *   than one that is late.
 * - A message that was deleted is not posted anew, because a person wanted it gone; that too is an error.
 */
export function createSlackChat(options: SlackChatOptions): Chat {
  return {
    async post(channel, message) {
      const args = { channel, ...messageArguments(message) };
      return readRef(await callSlack(options, { method: 'chat.postMessage', args, repeatable: false }));
    },
    async update({ channel, ts }, message) {
      const args = { channel, ts, ...messageArguments(message) };
      await callSlack(options, { method: 'chat.update', args, repeatable: true });
    },
  };
}

/** Says something in the thread under a message. Throws a SlackError. */
export async function postInThread(
  options: SlackChatOptions,
  { channel, ts }: Pick<SlackRef, 'channel' | 'ts'>,
  reply: SlackReply,
): Promise<void> {
  const args = { channel, thread_ts: ts, ...messageArguments(reply) };
  await callSlack(options, { method: 'chat.postMessage', args, repeatable: false });
}

/** Offers what could be written in a new thread of the assistant. Throws a SlackError. */
export async function suggestPrompts(
  options: SlackChatOptions,
  { channel, ts }: Pick<SlackRef, 'channel' | 'ts'>,
  prompts: readonly { readonly title: string; readonly message: string }[],
): Promise<void> {
  const args = { channel_id: channel, thread_ts: ts, prompts };
  await callSlack(options, { method: 'assistant.threads.setSuggestedPrompts', args, repeatable: true });
}

function messageArguments(message: SlackMessage | SlackReply) {
  // Nothing is unfurled, so that an address in a patch makes nobody's server be asked for a preview.
  return { ...message, parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false };
}

type Call = {
  readonly method: string;
  readonly args: { readonly [name: string]: unknown };
  /** Sending it twice does no harm. */
  readonly repeatable: boolean;
};

/** A stage waits no longer for Slack than this. */
const DEADLINE_SECONDS = 10;

/** One call with its retries, under one deadline. Throws a SlackError. */
export async function callSlack(
  options: SlackChatOptions,
  { method, args, repeatable }: Call,
): Promise<WebAPICallResult> {
  // Loaded here because stages that tell nobody anything need not pay for it.
  const slack = await import('@slack/web-api');
  const { sleep = delay, now = () => performance.now() } = options;
  let endsAt = now() + (options.deadlineSeconds ?? DEADLINE_SECONDS) * 1000;
  let limitLeft = (options.limitSeconds ?? 0) * 1000;
  for (let attempt = 0; ; attempt += 1) {
    const client = createClient(slack, options, AbortSignal.timeout(Math.max(1, Math.ceil(endsAt - now()))));
    const { result, error } = await client.attempt(method, args);
    if (result !== undefined) {
      return result;
    }
    const failure = describeFailure(slack, error, client.lost());
    const pause = pauseBeforeRetry(failure, { attempt, repeatable, chance: options.chance ?? Math.random });
    if (pause !== null && failure.waitSeconds !== undefined && pause <= limitLeft) {
      limitLeft -= pause;
      endsAt += pause;
    }
    if (pause === null || now() + pause >= endsAt) {
      const maybePosted = !repeatable && failure.maybeDone;
      throw new SlackError(`${method} failed: ${failure.words}`, { maybePosted, cause: error });
    }
    await sleep(pause);
  }
}

function createClient(
  { WebClient, LogLevel }: SlackModule,
  { token, apiUrl, fetch: send = fetch }: SlackChatOptions,
  signal: AbortSignal,
) {
  let lost: unknown;
  const client = new WebClient(token, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    async fetch(url, init) {
      try {
        return await send(url, { ...init, signal });
      } catch (error) {
        lost = error;
        throw error;
      }
    },
    logger: silentLogger(LogLevel.ERROR),
  });
  return {
    lost: () => lost,
    async attempt(
      method: string,
      args: Call['args'],
    ): Promise<{ readonly result?: WebAPICallResult; readonly error?: unknown }> {
      try {
        return { result: await client.apiCall(method, args) };
      } catch (error) {
        return { error };
      }
    },
  };
}

/** Failures are thrown, with all that Slack said; the client's own lines would only disturb the log. */
export function silentLogger(level: ReturnType<Logger['getLevel']>): Logger {
  return { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => level };
}

/** Milliseconds; null: trying again is no use, or could do it twice. */
function pauseBeforeRetry(
  { retry, waitSeconds }: SlackFailure,
  {
    attempt,
    repeatable,
    chance,
  }: { readonly attempt: number; readonly repeatable: boolean; readonly chance: () => number },
): number | null {
  const again = retry === 'always' || (retry === 'unless_sent_twice_hurts' && repeatable);
  if (!again) {
    return null;
  }
  if (waitSeconds === undefined) {
    return FIRST_PAUSE_MS * 2 ** attempt;
  }
  // Slack tells all who come too early the same time, and takes one of them then.
  const spread = Math.min(FIRST_SPREAD_MS * 2 ** attempt, LONGEST_SPREAD_MS);
  return waitSeconds * 1000 + chance() * spread;
}

/** Doubled with every attempt. */
const FIRST_PAUSE_MS = 250;

/** Doubled with every attempt, for the more often one is refused, the more others must be there. */
const FIRST_SPREAD_MS = 250;

/** So short that the last of many who wait comes within seconds of its turn. */
const LONGEST_SPREAD_MS = 4_000;

function readRef({
  channel,
  ts,
}: WebAPICallResult & { readonly channel?: unknown; readonly ts?: unknown }): SlackRef {
  if (typeof channel !== 'string' || typeof ts !== 'string') {
    throw new SlackError(
      'chat.postMessage failed: the answer names no channel and time, so the message can never be edited',
      { maybePosted: true },
    );
  }
  return { channel, ts };
}
