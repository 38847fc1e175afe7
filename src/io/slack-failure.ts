/** A call to Slack that failed for good. Holds no token. */
export class SlackError extends Error {
  /** The message that was to be posted may stand in the channel all the same; whoever posts it anew may double it. */
  readonly maybePosted: boolean;

  constructor(message: string, options: ErrorOptions & { readonly maybePosted: boolean }) {
    super(message, options);
    this.name = 'SlackError';
    this.maybePosted = options.maybePosted;
  }
}

/** Why a call to Slack failed, and whether sending it again can help. */
export type SlackFailure = {
  /** For people: what Slack said, or what became of the request, and what to do about it. */
  readonly words: string;
  /** `unless_sent_twice_hurts`: it may pass, but nobody can tell whether it was carried out. */
  readonly retry: 'always' | 'unless_sent_twice_hurts' | 'never';
  /** It may have been carried out, whether or not trying again can help. */
  readonly maybeDone: boolean;
  /** How long Slack asks to wait. */
  readonly waitSeconds?: number;
};

export type SlackModule = typeof import('@slack/web-api');

/** `lost` is what `fetch` threw, where it did: the client's own error hides it. */
export function describeFailure(slack: SlackModule, error: unknown, lost: unknown): SlackFailure {
  if (error instanceof slack.WebAPIRateLimitedError) {
    const seconds = error.retryAfter;
    return {
      words: `rate limited for ${seconds} s, longer than there was time to wait`,
      retry: 'always',
      maybeDone: false,
      waitSeconds: seconds,
    };
  }
  if (error instanceof slack.WebAPIPlatformError) {
    // Slack always names one; where none is named, the answer is not Slack's, or not whole.
    const named: unknown = error.data.error;
    return typeof named === 'string'
      ? describeRefusal(named, error.data.response_metadata?.messages ?? [])
      : { words: 'the answer can not be read', retry: 'unless_sent_twice_hurts', maybeDone: true };
  }
  if (error instanceof slack.WebAPIHTTPError) {
    const maybeDone = error.statusCode >= 500;
    return {
      words: `HTTP status ${error.statusCode}`,
      retry: maybeDone ? 'unless_sent_twice_hurts' : 'never',
      maybeDone,
    };
  }
  if (error instanceof slack.WebAPIRequestError) {
    return describeLoss(lost);
  }
  const words = error instanceof Error ? error.message : String(error);
  return { words, retry: 'never', maybeDone: true };
}

/** HTTP 200 with `ok: false`. */
function describeRefusal(error: string, details: readonly string[]): SlackFailure {
  const remedy = REMEDIES[error];
  return {
    words: [error, ...details, ...(remedy === undefined ? [] : [remedy])].join('; '),
    retry: OWN_FAULTS.has(error) ? 'unless_sent_twice_hurts' : 'never',
    maybeDone: OWN_FAULTS.has(error) || !ERROR_CODE.test(error),
  };
}

/** The client gives the whole body as the error where it is none of Slack's answers, such as a proxy's page. */
const ERROR_CODE = /^\w+$/;

/** What Slack answers when the fault is its own. */
const OWN_FAULTS: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

const REMEDIES: { readonly [error: string]: string | undefined } = {
  channel_not_found:
    'name the channel by its id, such as C0123456789, and invite the bot where it is private',
  not_in_channel: 'invite the bot to the channel',
  is_archived: 'the channel is archived; name another',
  invalid_auth: 'the bot token is not valid',
  not_authed: 'no bot token was given',
  token_revoked: 'the bot token was revoked',
  missing_scope: 'give the app the scope chat:write and install it again',
  message_not_found: 'the message was deleted; the patch gets no other',
};

function describeLoss(lost: unknown): SlackFailure {
  if (read(lost, 'name') === 'TimeoutError') {
    return { words: 'no answer in time', retry: 'never', maybeDone: true };
  }
  const cause = read(lost, 'cause');
  const code = read(cause, 'code');
  const words = [code, read(cause, 'message'), read(lost, 'message')].find(
    (part) => typeof part === 'string' && part !== '',
  );
  const maybeDone = !NOT_CONNECTED.has(code);
  const remedy = NO_SUCH_NAME.has(code) ? '; check the DNS of this machine' : '';
  return {
    words: `no answer (${String(words)})${remedy}`,
    retry: maybeDone ? 'unless_sent_twice_hurts' : 'always',
    maybeDone,
  };
}

/** The name of Slack's server can't be looked up. */
const NO_SUCH_NAME: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** No byte of the request has left. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function read(value: unknown, property: 'name' | 'cause' | 'code' | 'message'): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, property) : undefined;
}
