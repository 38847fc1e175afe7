import type { Context } from 'hono';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { GitHubError } from '../../io/github/errors.ts';
import { PROBLEMS, RequestProblem } from '../http/problem.ts';
import { SAID } from './acting.ts';
import { type Markup, shown } from './markup.ts';
import { renderPage } from './page.ts';
import type { DashboardParts, PageVariables } from './parts.ts';

/** Answers with a whole page, and with what came of the last button. */
export async function answerPage(
  asked: Context<PageVariables>,
  { sessions, now }: Pick<DashboardParts, 'sessions' | 'now'>,
  page: {
    readonly title: string;
    readonly content: Markup;
    readonly status?: 200 | 400 | 403 | 404 | 429 | 500 | 503;
    readonly pending?: boolean;
  },
): Promise<Response> {
  const { title, content, status = 200, pending = false } = page;
  const person = asked.get('session') ?? null;
  const said = person === null ? null : await sessions.take(asked, SAID);
  return asked.html(
    await renderPage({ title, now: now().toISOString(), person, said, pending }, content),
    status,
  );
}

/**
 * One answer for what is not there, for what this person may not read, and where GitHub does not say which of these it
 * is: a page that differs would tell who may not read it that it is there.
 */
export function answerNothing(asked: Context<PageVariables>, parts: DashboardParts): Promise<Response> {
  const title = 'Nothing here';
  const words =
    'There is no such patch or repository here, you may not read it, or GitHub can not be asked about that now. Nothing was changed; if you know that it is here, try again in a moment.';
  return answerPage(asked, parts, { title, content: renderTold(title, words), status: 404 });
}

export function answerError(
  asked: Context<PageVariables>,
  parts: DashboardParts,
  error: Error,
): Promise<Response> {
  const { status, title, words } = explain(error, parts, asked.get('requestId'));
  return answerPage(asked, parts, { title, content: renderTold(title, words), status });
}

function explain(error: Error, parts: DashboardParts, requestId: string) {
  if (error instanceof HTTPException) {
    const title = 'Not from a page of this server';
    const words = `The form is older than your sign-in, or another site sent it; nothing was done. Open ${parts.publicUrl} and press the button there.`;
    return { status: 403, title, words } as const;
  }
  if (error instanceof RequestProblem) {
    return error.problem.status === MALFORMED
      ? ({ status: MALFORMED, title: PROBLEMS.malformed_request, words: error.message } as const)
      : ({ status: 429, title: 'Too much at once', words: error.message } as const);
  }
  if (error instanceof GitHubError) {
    const words = `${error.message} Reload the page in a moment.`;
    return { status: 503, title: 'GitHub can not be asked', words } as const;
  }
  parts.onError(error, requestId);
  const words = `It was not your doing. Tell whoever runs this server the id ${requestId}.`;
  return { status: 500, title: 'Something broke', words } as const;
}

const MALFORMED = 400;

function renderTold(title: string, words: string): Markup {
  return html`<section class="told"><h1>${title}</h1><p>${shown(words)}</p><p><a class="button" href="/">All patches</a></p></section>`;
}
