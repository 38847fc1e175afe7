import { AsyncLocalStorage } from 'node:async_hooks';
import type { FaultKind } from './kinds.ts';

/** Lets the calls of `withTrouble` meet their faults where they reach the network, so that what retries is tested too. */
export function openWire(): { close(): void } {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const trouble = troubles.getStore();
    const request = async () => await real(input, init);
    return trouble === undefined ? await request() : await meet(trouble, request, BY_FETCH);
  };
  return {
    close: () => {
      globalThis.fetch = real;
    },
  };
}

export type Trouble = {
  readonly kind: FaultKind;
  /** Seconds go by. */
  readonly elapse: (seconds: number) => void;
};

/** Runs a call, all requests of which meet this trouble. */
export async function withTrouble(trouble: Trouble, call: () => Promise<unknown>): Promise<unknown> {
  return await troubles.run(trouble, call);
}

/** The same for a port that reaches no network here. */
export async function meetInPlace(trouble: Trouble, call: () => Promise<unknown>): Promise<unknown> {
  return await meet(trouble, call, BY_VALUE);
}

const troubles = new AsyncLocalStorage<Trouble>();

/** How a fault looks to whoever calls. */
type Looks<Answer> = {
  failed(): Answer;
  lost(): Answer;
  half(answer: Answer): Promise<Answer>;
  nothing(answer: Answer): Answer;
  page(): Answer;
};

async function meet<Answer>(
  { kind, elapse }: Trouble,
  request: () => Promise<Answer>,
  looks: Looks<Answer>,
): Promise<Answer> {
  switch (kind) {
    case 'fails once':
    case 'fails for ever':
      return looks.failed();
    case 'times out':
      elapse(REQUEST_SECONDS);
      return looks.lost();
    case 'fails after its effect':
      await request();
      return looks.failed();
    case 'answers slowly': {
      const answer = await request();
      elapse(SLOW_SECONDS);
      await new Promise((resolve) => setTimeout(resolve, MEANWHILE_MS));
      return answer;
    }
    case 'answers half':
      return await looks.half(await request());
    case 'answers nothing':
      return looks.nothing(await request());
    case 'is not there':
      return looks.page();
  }
}

const BY_FETCH: Looks<Response> = {
  failed: () => new Response(PAGE, { status: 502, headers: { 'content-type': 'text/html' } }),
  lost: () => {
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  },
  half: async (answer) => {
    const text = await answer.text();
    const { status } = answer;
    const headers = { 'content-type': answer.headers.get('content-type') ?? 'application/json' };
    return new Response(text === '' ? null : text.slice(0, text.length / 2), { status, headers });
  },
  nothing: () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
  page: () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }),
};

/** A port that can't read an answer throws, as those over the network do. */
const BY_VALUE: Looks<unknown> = {
  failed: () => fail('it failed'),
  lost: () => fail('it gave no answer'),
  half: async () => fail('its answer ends in the middle'),
  nothing: () => fail('its answer can not be read'),
  page: () => fail('a page came instead of an answer'),
};

function fail(reason: string): never {
  throw new Error(reason);
}

const PAGE = '<!doctype html><title>Bad gateway</title>';

/** What a request to GitHub waits for its answer. */
const REQUEST_SECONDS = 30;

/** Just in time. */
const SLOW_SECONDS = 29;

/** Enough for everything beside it to be answered. */
const MEANWHILE_MS = 30;
