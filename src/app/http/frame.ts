import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { GitHubError } from '../../io/github/errors.ts';
import { headerOf } from '../../io/github/failure.ts';
import { StoreError } from '../../io/store/store-error.ts';
import { wasCutOff } from './incoming.ts';
import type { ApiParts, Variables } from './parts.ts';
import { answerProblem, type Problem, RequestProblem } from './problem.ts';

/** An app without addresses: every answer has an id, and whatever goes wrong is answered as a problem. */
export function createFrame(parts: Pick<ApiParts, 'onError'>): Hono<Variables> {
  const app = new Hono<Variables>();
  app.use(async (context, next) => {
    context.set('requestId', randomUUID());
    await next();
    context.header('x-request-id', context.get('requestId'));
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-store');
  });
  app.notFound((context) =>
    answerProblem(context, {
      status: 404,
      code: 'unknown_address',
      detail: `There is nothing for ${context.req.method} here; /openapi.json lists every address.`,
    }),
  );
  app.onError((error, context) => answerError(error, parts, context));
  return app;
}

function answerError(
  error: Error,
  parts: Pick<ApiParts, 'onError'>,
  context: Parameters<typeof answerProblem>[0],
): Response {
  if (error instanceof RequestProblem) {
    return answerProblem(context, error.problem);
  }
  if (error instanceof GitHubError) {
    return answerProblem(context, explainGitHub(error));
  }
  if (error instanceof StoreError) {
    parts.onError(error, String(context.get('requestId')));
    return answerProblem(context, STORE_PROBLEM);
  }
  if (wasCutOff(context)) {
    // Anybody can begin a request and go away; that is nothing to write down.
    return answerProblem(context, CUT_OFF);
  }
  const requestId = String(context.get('requestId'));
  parts.onError(error, requestId);
  return answerProblem(context, {
    status: 500,
    code: 'broken',
    detail: `Something broke here, and nothing was kept. Tell whoever runs this server the id ${requestId}.`,
    more: { requestId },
  });
}

const CUT_OFF: Problem = {
  status: 400,
  code: 'malformed_request',
  detail: 'The request ended before all of it was there; send it again.',
};

/** Nobody knows whether a change was kept whose end was not heard; sent again, it is a duplicate then. */
const STORE_PROBLEM: Problem = {
  status: 503,
  code: 'store_unavailable',
  detail: 'The store of this server can not be used just now; send the same request again in a moment.',
  retryAfterSeconds: 5,
};

function explainGitHub(error: GitHubError): Problem {
  const { limitedUntil } = error;
  const told =
    limitedUntil === null
      ? Number(headerOf(error.cause, 'retry-after'))
      : Math.ceil((limitedUntil.getTime() - Date.now()) / 1000);
  return {
    status: 503,
    code: 'github_unreachable',
    detail: `${error.message} Nothing was kept; send the request again later.`,
    retryAfterSeconds: told > 0 ? told : RETRY_SECONDS,
  };
}

/** Seconds after which an outage may be over. */
const RETRY_SECONDS = 15;
