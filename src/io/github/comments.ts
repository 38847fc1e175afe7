import type { Octokit } from '@octokit/rest';
import { statusOf } from './failure.ts';
import { limitIn } from './limits.ts';
import { LARGEST_PAGE, pagesFor } from './pages.ts';

type Repository = { readonly owner: string; readonly repo: string };
type Comment = { readonly number: number; readonly body: string };
type Added = { readonly id: number; readonly url: string };

/**
 * Says something once. Where an answer was lost it may stand there all the same, so that it is looked for before it is
 * said again: people are told of every comment, and the same one twice looks like two.
 */
export async function addComment(octokit: Octokit, place: Repository, comment: Comment): Promise<Added> {
  const { number, body } = comment;
  const request = { ambiguous: 'throw' };
  for (let tries = 1; ; tries += 1) {
    try {
      const wanted = { ...place, issue_number: number, body, request };
      const { data } = await octokit.rest.issues.createComment(wanted);
      return { id: data.id, url: data.html_url };
    } catch (error) {
      if (!mayBeDone(error)) throw error;
      const there = await findNewest(octokit, place, comment).catch(() => {
        throw error;
      });
      if (there !== null) return there;
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** As for requests that may be sent again without a look. */
const MOST_TRIES = 3;

/** Nobody knows: there was no answer, or none that says what became of it. */
function mayBeDone(error: unknown): boolean {
  const status = statusOf(error);
  return limitIn(error) === null && (status === null || status >= 500);
}

/** One with just these words, among those that were made last; null: there is none. */
async function findNewest(
  octokit: Octokit,
  place: Repository,
  { number, body }: Comment,
): Promise<Added | null> {
  const thread = { ...place, issue_number: number };
  const { data } = await octokit.rest.issues.get(thread);
  // Oldest first is the only order. The page before the last one, too, for others go on writing meanwhile.
  const last = Math.max(1, Math.ceil(data.comments / LARGEST_PAGE));
  for (const page of last === 1 ? [1] : [last, last - 1]) {
    const listed = await octokit.rest.issues.listComments({ ...thread, page, per_page: LARGEST_PAGE });
    const found = listed.data.findLast((one) => one.body?.trim() === body.trim());
    if (found !== undefined) return { id: found.id, url: found.html_url };
  }
  return null;
}

/** Oldest first. */
export async function listComments(
  octokit: Octokit,
  place: Repository,
  { number, since }: { readonly number: number; readonly since: Date },
): Promise<readonly { readonly author: string; readonly body: string }[]> {
  const found = [];
  for (const page of pagesFor(MOST_COMMENTS)) {
    const { data } = await octokit.rest.issues.listComments({
      ...place,
      ...page,
      issue_number: number,
      since: since.toISOString(),
    });
    found.push(...data);
    if (data.length < page.per_page) break;
  }
  return found.map(({ user, body }) => ({ author: user?.login ?? '', body: body ?? '' }));
}

/** A reply follows what it answers within minutes. */
const MOST_COMMENTS = 300;
