/**
 * What Octokit throws, read without its classes: they come in several copies and versions.
 */

/** The HTTP status of an answer; null where there was none. */
export function statusOf(error: unknown): number | null {
  // Octokit gives a status of 500 to requests that never got an answer; only an answer has a response.
  const status = property(property(error, 'response'), 'status');
  return typeof status === 'number' ? status : null;
}

/** True when a request was sent and no answer came. */
export function wasUnanswered(error: unknown): boolean {
  return property(error, 'name') === 'HttpError' && statusOf(error) === null;
}

/** What GitHub said, with the details of its `errors`; else the error's own words. */
export function messageOf(error: unknown): string {
  const answer = property(property(error, 'response'), 'data');
  const message = property(answer, 'message');
  if (typeof message === 'string') return [message, ...detailsOf(answer)].join(': ');
  const details = detailsOf(error);
  // GraphQL says it again for each field that it keeps back.
  if (details.length > 0) return [...new Set(details)].join('; ');
  if (wasUnanswered(error)) return `there was no answer (${innermostMessage(error)})`;
  return error instanceof Error ? error.message : String(error);
}

export function headerOf(error: unknown, name: string): string | undefined {
  const value = property(property(property(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** `alias` is the top-level field that failed; absent where the whole request did. */
export type GraphqlFailure = { readonly type?: string; readonly alias?: string; readonly message: string };

/** The errors of a GraphQL answer; none for every other error. */
export function graphqlFailures(error: unknown): readonly GraphqlFailure[] {
  return listOf(property(error, 'errors')).map((failure) => {
    const type = property(failure, 'type');
    const [alias] = listOf(property(failure, 'path'));
    return {
      ...(typeof type === 'string' ? { type } : {}),
      ...(typeof alias === 'string' ? { alias } : {}),
      message: describe(failure),
    };
  });
}

/** The data that came with a GraphQL answer's errors. */
export function graphqlData(error: unknown): unknown {
  return property(error, 'data');
}

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What broke the connection lies below what fetch and Octokit make of it. */
function innermostMessage(error: unknown): string {
  const cause = property(error, 'cause');
  if (typeof cause === 'object' && cause !== null) return innermostMessage(cause);
  return String(property(error, 'message') || property(error, 'code'));
}

function detailsOf(answer: unknown): readonly string[] {
  return listOf(property(answer, 'errors')).map(describe);
}

function describe(detail: unknown): string {
  const message = property(detail, 'message');
  return typeof message === 'string' ? message : JSON.stringify(detail);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
