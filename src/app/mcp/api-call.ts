import * as z from 'zod';
import { problemBody } from '../http/problem.ts';

/** One request to the addresses for programs, wherever they are. */
export type ApiCall = (request: ApiRequest) => Promise<ApiAnswer>;

export type ApiRequest = {
  /** Parts of the path behind `/api`; each is encoded. */
  readonly path: readonly string[];
  readonly query: { readonly [name: string]: string | number | undefined };
  /** Sent as JSON; absent: it is a GET. */
  readonly body?: object;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
};

export type ApiAnswer = {
  readonly ok: boolean;
  readonly body: { readonly [name: string]: unknown };
  readonly retryAfterSeconds?: number;
};

type Serve = (request: Request) => Response | Promise<Response>;

/** Calls them in this process, with the rights of a token and under its limits. */
export function createApiCall(serve: Serve, authorization: string): ApiCall {
  return async ({ path, query, body, signal }) => {
    if (!path.every(isAddressable)) {
      return NO_ADDRESS;
    }
    const url = new URL(['/api', ...path.map(encodeURIComponent)].join('/'), NOWHERE);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    const text = body === undefined ? undefined : jsonOf(body);
    if (text === null) {
      return TOO_DEEP;
    }
    const answer = await serve(
      new Request(url, {
        method: text === undefined ? 'GET' : 'POST',
        headers: { authorization, 'content-type': 'application/json', ...lengthOf(text) },
        signal,
        ...(text === undefined ? {} : { body: text }),
      }),
    );
    const retryAfterSeconds = Number(answer.headers.get('retry-after'));
    return {
      ok: answer.ok,
      body: z.record(z.string(), z.unknown()).parse(await answer.json()),
      ...(retryAfterSeconds > 0 ? { retryAfterSeconds } : {}),
    };
  };
}

/** Dots alone go up in a path, however they are encoded, and half of a character has no encoding. */
function isAddressable(part: string): boolean {
  return part.isWellFormed() && part !== '.' && part !== '..';
}

const NO_ADDRESS: ApiAnswer = {
  ok: false,
  body: problemBody({
    status: 400,
    code: 'malformed_request',
    detail: 'Nothing can be known by that name; ask by the id that the answer to the patch gave.',
  }),
};

/** Said, so that it does not count as the largest body that there may be. */
function lengthOf(text: string | undefined): Record<string, string> {
  return text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
}

/** No request leaves the process. */
const NOWHERE = 'http://ghost-runner.invalid';

/** null: it is nested more deeply than can be written, which only hostile patches are. */
function jsonOf(body: object): string | null {
  try {
    return JSON.stringify(body);
  } catch {
    return null;
  }
}

const TOO_DEEP: ApiAnswer = {
  ok: false,
  body: problemBody({
    status: 413,
    code: 'too_large',
    detail: 'The patch is nested too deeply to be one; send it in the form that the guide shows.',
  }),
};
