import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What was wrong with a request, as RFC 9457 has it. `detail` ends with what to do. */
export type Problem = {
  readonly status: ContentfulStatusCode;
  /** For programs; stays what it is. */
  readonly code: ProblemCode;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
  /** More members, such as `refusals`. */
  readonly more?: { readonly [name: string]: unknown };
};

/** Every code with its title. */
export const PROBLEMS = {
  malformed_request: 'The request can not be understood',
  unauthorized: 'No usable token',
  forbidden: 'The token is not for this repository',
  no_person: 'The token speaks for nobody',
  command_refused: 'The command was refused',
  command_failed: 'The command broke on the way',
  unknown_address: 'There is nothing at this address',
  unknown_patch: 'No such patch',
  not_installed: 'The GitHub App is not installed there',
  wrong_method: 'The method is not for this address',
  id_taken: 'The id belongs to another sender',
  in_the_way: "Somebody else's work is in the way",
  too_large: 'The request is too large',
  unsupported_type: 'The body is of a type that is not read',
  patch_refused: 'The patch does not fit as it is',
  locked: 'Ghost Runner is locked',
  too_many: 'Too many requests',
  too_many_open: 'Too many pull requests are open',
  broken: 'Something broke',
  github_unreachable: 'GitHub can not be asked',
  log_unwritable: 'The log of commands can not be written',
  store_unavailable: 'Nothing can be kept just now',
  draining: 'The server is about to end',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export function answerProblem(context: Context, problem: Problem): Response {
  const { status, retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) {
    context.header('retry-after', String(retryAfterSeconds));
  }
  if (status === UNAUTHORIZED) {
    context.header('www-authenticate', 'Bearer realm="ghost-runner"');
  }
  return context.json(problemBody(problem), status, { 'content-type': 'application/problem+json' });
}

/** The problem as it is sent. */
export function problemBody({ status, code, detail, more }: Problem): { readonly [name: string]: unknown } {
  return { type: `urn:ghost-runner:problem:${code}`, title: PROBLEMS[code], status, detail, code, ...more };
}

const UNAUTHORIZED = 401;

/** Thrown by whatever a handler calls, to be answered as it stands. */
export class RequestProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'RequestProblem';
    this.problem = problem;
  }
}
