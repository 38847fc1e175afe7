/** What a route answers. A body is sent as JSON, a text as it is; `raw` is an answer that stands already, such as git's. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly raw?: Response;
  readonly headers?: { readonly [name: string]: string };
};

/** An answer that ends a request early, thrown from wherever it was found out. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`the request was refused with ${reply.status}`);
    this.name = 'Refused';
    this.reply = reply;
  }
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export function noContent(): Reply {
  return { status: 204 };
}

/** GitHub's plain form of an error. */
export function failure(
  status: number,
  message: string,
  more: { readonly [key: string]: unknown } = {},
): Reply {
  return { status, body: { message, ...more, documentation_url: DOCUMENTATION, status: String(status) } };
}

export function notFound(): Reply {
  return failure(404, 'Not Found');
}

export type FieldError = {
  readonly resource: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
  readonly value?: string | null;
};

/** "Validation Failed", with what is wrong in which field. */
export function invalid(...errors: readonly FieldError[]): Reply {
  return failure(422, 'Validation Failed', { errors });
}

/** Errors of one's own wording. */
export function unprocessable(message: string): Reply {
  return failure(422, message);
}
