import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Platform } from '../platform.ts';
import { authenticate, loginOf, NOBODY } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { type ContentLimiter, makesContent } from './content-limit.ts';
import type { Fault, FaultDesk } from './faults.ts';
import { type RateLimiter, type RateState, windowKey } from './rate-limit.ts';
import { failure, notFound, ok, Refused, type Reply } from './reply.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Validator } from './validation.ts';

export type HttpContext = Context<{ Bindings: HttpBindings }>;

/** What stands around every route: identity, limits, faults, comparison with GitHub's description, and the log. */
export type Surroundings = {
  readonly platform: Platform;
  readonly limiter: RateLimiter;
  /** null: content is made without a limit. */
  readonly contentLimiter: ContentLimiter | null;
  readonly faults: FaultDesk;
  readonly validator: Validator;
  readonly log: LoggedRequest[];
  /** Where the pages are that people see; null: nowhere. */
  page: string | null;
};

export type Work = (asked: {
  readonly caller: Caller;
  readonly rawBody: string;
  readonly rate: RateState;
}) => Reply | Promise<Reply>;

export function createHttpApp(surroundings: Surroundings): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.notFound((context) =>
    surroundings.page !== null && isBrowser(context)
      ? context.redirect(surroundings.page + context.req.path)
      : answer(surroundings, context, 'unknown', () => notFound()),
  );
  return app;
}

/** Clients of the API ask for JSON or for anything. */
function isBrowser({ req }: HttpContext): boolean {
  return req.method === 'GET' && (req.header('accept') ?? '').includes('text/html');
}

/** Answers one request of a JSON route. `key` is the route's name in the log, for faults and in the description. */
export async function answer(
  surroundings: Surroundings,
  context: HttpContext,
  key: string,
  work: Work,
): Promise<Response> {
  const rawBody = await context.req.text();
  const asked = { key, query: rawBody, requestBytes: Buffer.byteLength(rawBody) };
  return conduct(surroundings, context, asked, () => replyTo(surroundings, context, { key, rawBody, work }));
}

export type Asked = { readonly key: string; readonly query: string; readonly requestBytes: number };

export type Answered = { readonly reply: Reply; readonly caller: Caller };

/** Does the work of one request under the faults that are ordered for it, and logs it. */
export async function conduct(
  surroundings: Surroundings,
  context: HttpContext,
  asked: Asked,
  work: () => Promise<Answered>,
): Promise<Response> {
  const started = performance.now();
  const at = surroundings.platform.world.now();
  const faults = surroundings.faults.take({
    method: context.req.method,
    route: asked.key,
    query: asked.query,
  });
  const answered = await workUnderFaults(faults, work);
  const sent = answered === null ? null : createResponse(answered.reply);
  surroundings.log.push({
    method: context.req.method,
    path: context.req.path,
    route: asked.key,
    status: answered?.reply.status ?? 0,
    login: loginOf(answered?.caller ?? NOBODY),
    at,
    durationMs: performance.now() - started,
    requestBytes: asked.requestBytes,
    responseBytes: sent?.size ?? 0,
  });
  if (sent === null) {
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  return sent.response;
}

/** null: the connection is to be broken. */
async function workUnderFaults(
  faults: readonly Fault[],
  work: () => Promise<Answered>,
): Promise<Answered | null> {
  for (const fault of faults) {
    switch (fault.kind) {
      case 'latency':
        await sleep(fault.ms);
        break;
      case 'drop':
        return null;
      case 'status':
      case 'rate_limit':
        return { reply: faultReply(fault), caller: NOBODY };
      case 'drop_after':
        await work();
        return null;
      case 'spoil':
        return spoil(fault.answer, await work());
      case 'page':
        return { reply: proxyPage(), caller: NOBODY };
    }
  }
  return work();
}

function faultReply(fault: Extract<Fault, { kind: 'status' | 'rate_limit' }>): Reply {
  if (fault.kind === 'rate_limit') {
    return secondaryLimit(fault.retryAfter);
  }
  const { status, body = failure(status, 'Injected fault').body, headers = {} } = fault;
  return { status, body, headers };
}

function secondaryLimit(seconds: number): Reply {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { ...failure(403, message), headers: { 'retry-after': String(seconds) } };
}

/** null: such an answer is no JSON, so that its connection breaks. */
function spoil(
  how: Extract<Fault, { kind: 'spoil' }>['answer'],
  { reply, caller }: Answered,
): Answered | null {
  if (reply.raw !== undefined) {
    return null;
  }
  const { status, headers = {} } = reply;
  switch (how) {
    case 'error':
      return { reply: failure(BAD_GATEWAY, 'Injected fault'), caller };
    case 'nothing':
      return { reply: ok({}), caller };
    case 'half': {
      const text = reply.text ?? JSON.stringify(reply.body ?? '');
      const half = new Response(
        reply.body === undefined && reply.text === undefined ? null : text.slice(0, text.length / 2),
        {
          status,
          headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
        },
      );
      return { reply: { status, raw: half }, caller };
    }
  }
}

const BAD_GATEWAY = 502;

function proxyPage(): Reply {
  const raw = new Response('<!doctype html><title>Bad gateway</title>', {
    headers: { 'content-type': 'text/html' },
  });
  return { status: raw.status, raw };
}

async function replyTo(
  surroundings: Surroundings,
  context: HttpContext,
  request: { readonly key: string; readonly rawBody: string; readonly work: Work },
): Promise<Answered> {
  let caller = NOBODY;
  try {
    caller = authenticate(surroundings.platform.world, context.req.header('authorization') ?? null);
    const { state, exceeded } = surroundings.limiter.count(caller);
    const headers = rateHeaders(state, request.key);
    const wait =
      surroundings.contentLimiter !== null && makesContent(request.key, request.rawBody)
        ? surroundings.contentLimiter(windowKey(caller))
        : 0;
    const reply = exceeded
      ? failure(403, 'API rate limit exceeded.')
      : wait > 0
        ? secondaryLimit(wait)
        : await catchRefusal(() => request.work({ caller, rawBody: request.rawBody, rate: state }));
    return {
      reply: { ...compare(surroundings, request.key, reply), headers: { ...headers, ...reply.headers } },
      caller,
    };
  } catch (cause) {
    return { reply: cause instanceof Refused ? cause.reply : describeCrash(cause), caller };
  }
}

async function catchRefusal(work: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refused) {
      return cause.reply;
    }
    throw cause;
  }
}

/** An answer that GitHub would not give becomes an error that nobody can miss. */
function compare({ validator }: Surroundings, key: string, reply: Reply): Reply {
  if (reply.text !== undefined) {
    return reply;
  }
  const wrong = validator.check(key, reply.status, reply.body);
  return wrong === null
    ? reply
    : failure(500, `The local GitHub's answer to ${key} (${reply.status}) is not as GitHub describes it`, {
        errors: wrong.errors,
      });
}

/** The server's own bugs are told to whoever runs into them, for it is a tool for developers. */
function describeCrash(cause: unknown): Reply {
  const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return failure(500, 'Server Error', { error });
}

function rateHeaders(state: RateState, key: string): { [name: string]: string } {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-used': String(state.used),
    'x-ratelimit-reset': String(state.reset),
    'x-ratelimit-resource': key === 'GraphQL' ? 'graphql' : 'core',
    'x-github-media-type': 'github.v3; format=json',
  };
}

function createResponse(reply: Reply): { readonly response: Response; readonly size: number } {
  if (reply.raw !== undefined) {
    return { response: reply.raw, size: Number(reply.raw.headers.get('content-length') ?? 0) };
  }
  const json = reply.body === undefined ? null : JSON.stringify(reply.body);
  const content = reply.text ?? json;
  const type = reply.text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
  const headers = { ...(content === null ? {} : { 'content-type': type }), ...reply.headers };
  return {
    response: new Response(content, { status: reply.status, headers }),
    size: Buffer.byteLength(content ?? ''),
  };
}
