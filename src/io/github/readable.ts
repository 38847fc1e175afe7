/** A success that holds nothing of what was asked for: half an answer, or a page of somebody on the way to GitHub. */
export class UnreadableAnswer extends Error {
  constructor(status: number) {
    super(`there was an answer of ${status} that can not be read`);
    this.name = 'UnreadableAnswer';
  }
}

/**
 * Gives the response, or throws UnreadableAnswer. Octokit takes any text for data where it is no JSON, so that what
 * is missing from it would go on as `undefined`: as the id of an object, that is the deletion of a ref.
 */
export function readable<Response extends { readonly status: number; readonly data: unknown }>(
  response: Response,
): Response {
  const { status, data } = response;
  const isEmpty = data === undefined || data === '' || isEmptyObject(data);
  if (isEmpty ? !WITHOUT_CONTENT.has(status) : typeof data !== 'object') {
    throw new UnreadableAnswer(status);
  }
  return response;
}

function isEmptyObject(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;
}

/** Accepted, and no content. */
const WITHOUT_CONTENT: ReadonlySet<number> = new Set([202, 204]);
