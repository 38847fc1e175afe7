import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { createFaultPlan, type FaultPlan, type SlackFault, type SlackStorm } from './faults.ts';
import type { LocalMessage } from './message.ts';
import { type Answer, type Arguments, type Caller, METHODS } from './methods.ts';
import { createPeople, type People } from './people.ts';
import { createLimiter, type Limiter, type RateLimit } from './rate-limit.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { type Channel, createWorkspace, type Workspace } from './workspace.ts';

export type LocalSlackOptions = {
  /** A free one where absent. */
  readonly port?: number;
  /** Bots, and apps by a token that begins with xapp-; where absent, a bot and an app that may do what ours do. */
  readonly tokens?: { readonly [token: string]: { readonly scopes: readonly string[] } };
  readonly channels?: readonly Channel[];
  /** Messages per channel; null: no limit. */
  readonly rateLimit?: RateLimit | null;
  /** By which messages are stamped. */
  readonly clock?: { now(): Date };
};

export type LocalSlack = {
  readonly url: string;
  /** What `@slack/web-api` wants as `slackApiUrl`. */
  readonly apiUrl: string;
  readonly channels: readonly Channel[];
  /** All messages, or one channel's, oldest first, ephemeral ones too. */
  messages(channel?: string): readonly LocalMessage[];
  /** The answers in a message's thread, oldest first. */
  replies(ts: string): readonly LocalMessage[];
  /** Every call that came in, with what was answered. */
  readonly requests: readonly SlackRequest[];
  /** What people do here, of which an app hears. */
  readonly people: People;
  /** What apps have opened by `apps.connections.open`. */
  readonly sockets: Sockets;
  inject(fault: SlackFault): void;
  /** Returns the function that ends it. */
  addStorm(storm: SlackStorm): () => void;
  close(): Promise<void>;
};

export type SlackRequest = {
  readonly method: string;
  readonly arguments: Arguments;
  readonly status: number;
  /** The `error` of the answer, or what became of it where there was none. */
  readonly error?: string;
};

export const LOCAL_BOT_TOKEN = 'xoxb-local-bot-token';
export const LOCAL_APP_TOKEN = 'xapp-1-A0LOCAL001-local';
export const LOCAL_CHANNEL: Channel = { id: 'C0GHOST001', name: 'ghost-runner' };

/** What slack-manifest.yml asks for. */
const BOT_SCOPES = ['assistant:write', 'channels:history', 'chat:write', 'commands', 'im:history'];

/** Slack's documented one message a second and channel, with room for many quick tests. */
const DEFAULT_RATE: RateLimit = { burst: 100, perSecond: 1 };

/** A Slack that checks what the real one checks, and can be told to fail. Listens on 127.0.0.1 only. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const { rateLimit = DEFAULT_RATE, clock = { now: () => new Date() } } = options;
  const workspace = createWorkspace(options.channels ?? [LOCAL_CHANNEL], clock);
  const faults = createFaultPlan();
  const requests: SlackRequest[] = [];
  const callers = nameCallers(
    options.tokens ?? {
      [LOCAL_BOT_TOKEN]: { scopes: BOT_SCOPES },
      [LOCAL_APP_TOKEN]: { scopes: ['connections:write'] },
    },
  );
  const url = () => listening.url;
  const sockets = createSockets({ faults, url });
  const app = createApp({
    workspace,
    faults,
    requests,
    callers,
    issueSocket: () => sockets.issue(),
    limiter: rateLimit === null ? null : createLimiter(rateLimit, () => performance.now()),
  });
  const { addTo, ...people } = createPeople({
    workspace,
    faults,
    botUserId: [...callers.values()][0]?.botUserId ?? '',
    url,
    tell: (interaction) => sockets.tell(interaction),
  });
  addTo(app);
  const listening = await listen(app, options.port ?? 0);
  sockets.attach(listening.server);
  return {
    url: listening.url,
    apiUrl: `${listening.url}/api/`,
    channels: workspace.channels,
    messages: (channel) => workspace.messages(channel),
    replies: (ts) => workspace.messages().filter(({ thread }) => thread === ts),
    requests,
    people,
    sockets,
    inject: (fault) => faults.inject(fault),
    addStorm: (storm) => faults.addStorm(storm),
    close: () => {
      sockets.close();
      return listening.close();
    },
  };
}

type Parts = {
  readonly workspace: Workspace;
  readonly faults: FaultPlan;
  readonly requests: SlackRequest[];
  readonly callers: ReadonlyMap<string, Caller>;
  readonly issueSocket: () => string;
  readonly limiter: Limiter | null;
};

function nameCallers(tokens: NonNullable<LocalSlackOptions['tokens']>): ReadonlyMap<string, Caller> {
  return new Map(
    Object.entries(tokens).map(([token, { scopes }], index) => [
      token,
      {
        botUserId: `U0BOT${String(index + 1).padStart(4, '0')}`,
        scopes,
        isApp: token.startsWith('xapp-'),
      },
    ]),
  );
}

type LocalContext = Context<{ Bindings: HttpBindings }>;

function createApp(parts: Parts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/api/:method', async (context) => {
    const method = context.req.param('method');
    const args = await readArguments(context);
    const { response, error } = await respond(context, parts, { method, args });
    const { token: _, ...recorded } = args;
    parts.requests.push({
      method,
      arguments: recorded,
      status: response.status,
      ...(error === undefined ? {} : { error }),
    });
    return response;
  });
  return app;
}

async function readArguments(context: LocalContext): Promise<Arguments> {
  const type = context.req.header('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const body: unknown = await context.req.json().catch(() => ({}));
    return typeof body === 'object' && body !== null ? { ...body } : {};
  }
  return context.req.parseBody();
}

type Responded = { readonly response: Response; readonly error?: string };

/** Meets an injected fault first, then carries out the call unless the fault prevents it. */
async function respond(
  context: LocalContext,
  parts: Parts,
  call: { readonly method: string; readonly args: Arguments },
): Promise<Responded> {
  const fault = parts.faults.take(call.method);
  switch (fault?.kind) {
    case 'rate_limited':
      return rateLimited(context, fault.retryAfterSeconds);
    case 'error':
      return answerWith(context, { ok: false, error: fault.error });
    case 'status':
      return {
        response: context.text('the local Slack was told to fail', fault.status),
        error: 'injected status',
      };
    case 'drop':
      if (fault.when === 'after') {
        carryOut(context, parts, call);
      }
      context.env.incoming.socket.destroy();
      return { response: RESPONSE_ALREADY_SENT, error: `dropped ${fault.when} it was carried out` };
    case 'spoil':
      return spoil(context, fault.answer, carryOut(context, parts, call));
    case 'latency':
      // The listening socket keeps the process alive; a closed server's late answer must not.
      await delay(fault.milliseconds, undefined, { ref: false });
      return carryOut(context, parts, call);
    case undefined:
      return carryOut(context, parts, call);
  }
}

function spoil(
  context: LocalContext,
  how: Extract<SlackFault, { kind: 'spoil' }>['answer'],
  { error }: Responded,
): Responded {
  const said = error === undefined ? {} : { error };
  switch (how) {
    case 'error':
      return { response: context.text('the local Slack was told to fail', 502), ...said };
    case 'nothing':
      return { response: context.json({}), ...said };
    case 'half':
      return { response: context.body('{"ok":tr', 200, { 'content-type': 'application/json' }), ...said };
  }
}

function carryOut(
  context: LocalContext,
  parts: Parts,
  { method: name, args }: { readonly method: string; readonly args: Arguments },
): Responded {
  const method = METHODS[name];
  if (method === undefined) {
    return answerWith(context, { ok: false, error: 'unknown_method', req_method: name });
  }
  const caller = authenticate(context, parts, args);
  if ('error' in caller) {
    return answerWith(context, { ok: false, error: caller.error });
  }
  if (caller.isApp !== (method.ofApp ?? false)) {
    return answerWith(context, { ok: false, error: 'not_allowed_token_type' });
  }
  if (method.scopes.length > 0 && !method.scopes.some((scope) => caller.scopes.includes(scope))) {
    return answerWith(context, {
      ok: false,
      error: 'missing_scope',
      needed: method.scopes.join(','),
      provided: caller.scopes.join(','),
    });
  }
  const wait =
    method.posts === true && typeof args['channel'] === 'string'
      ? (parts.limiter?.(args['channel']) ?? 0)
      : 0;
  return wait > 0 ? rateLimited(context, wait) : answerWith(context, method.run({ ...parts, caller, args }));
}

function authenticate(
  context: LocalContext,
  { callers }: Parts,
  args: Arguments,
): Caller | { readonly error: string } {
  const token = context.req.header('authorization')?.replace(/^Bearer /i, '') ?? args['token'];
  if (typeof token !== 'string' || token === '') {
    return { error: 'not_authed' };
  }
  return callers.get(token) ?? { error: 'invalid_auth' };
}

function rateLimited(context: LocalContext, seconds: number): Responded {
  return {
    response: context.json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(seconds) }),
    error: 'ratelimited',
  };
}

function answerWith(context: LocalContext, answer: Answer): Responded {
  return { response: context.json(answer), ...(answer.ok ? {} : { error: answer.error }) };
}

async function listen(app: Hono<{ Bindings: HttpBindings }>, port: number) {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, resolve);
  server.once('error', reject);
  const address = await promise;
  return {
    server,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      if ('closeAllConnections' in server) {
        server.closeAllConnections();
      }
      await closed.promise;
    },
  };
}
