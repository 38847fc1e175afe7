import { answerGraphql } from '../graphql/endpoint.ts';
import { dispatch } from './dispatch.ts';
import { failure } from './reply.ts';
import type { Route } from './route.ts';
import { answer, type createHttpApp, type HttpContext, type Surroundings } from './server.ts';

type HttpApp = ReturnType<typeof createHttpApp>;

/** Where a GitHub Enterprise server has its API; Octokit derives the GraphQL address from the first. */
export const API_PATH = '/api/v3';
export const GRAPHQL_PATH = '/api/graphql';

export function serveApi(app: HttpApp, surroundings: Surroundings, routes: readonly Route[]): void {
  for (const route of routes) {
    const [method = '', template = ''] = route.key.split(' ');
    app.on(method, API_PATH + toPattern(template), (context) => answerRoute(surroundings, context, route));
  }
  app.post(GRAPHQL_PATH, (context) => answerQuery(surroundings, context));
}

/** These parts of a path may hold slashes, whether the client encodes them or not. */
const DEEP = new Set(['ref', 'branch', 'basehead', 'path']);

/** `{owner}` → `:owner`; in a deep part slashes are allowed. */
function toPattern(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => `:${name}${DEEP.has(name) ? '{.+}' : ''}`);
}

function answerRoute(surroundings: Surroundings, context: HttpContext, route: Route): Promise<Response> {
  const url = new URL(context.req.url);
  return answer(surroundings, context, route.key, ({ caller, rawBody, rate }) =>
    dispatch(route, {
      platform: surroundings.platform,
      caller,
      rawBody,
      rate,
      params: context.req.param(),
      query: url.searchParams,
      url: url.origin + url.pathname,
      accept: context.req.header('accept') ?? '',
    }),
  );
}

function answerQuery(surroundings: Surroundings, context: HttpContext): Promise<Response> {
  return answer(surroundings, context, 'GraphQL', ({ caller, rawBody, rate }) => {
    const { token } = caller;
    if (token === null) {
      return failure(401, 'This endpoint requires you to be authenticated.');
    }
    const cause = { user: token.user, token };
    return answerGraphql({ platform: surroundings.platform, caller, cause, rate }, rawBody);
  });
}
