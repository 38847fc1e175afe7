import { html } from 'hono/html';
import type { PullRequestSnapshot, StatusSnapshot } from '../github/snapshot.ts';
import { renderDiff } from './diff.ts';
import { renderMarkdown } from './markdown.ts';
import { chip, type Links, link, type Markup, shortSha, shown } from './markup.ts';

/** A pull request as a reviewer finds it: what it says, what was said of its head, what it changes. */
export function renderPullRequest(
  pull: PullRequestSnapshot,
  statuses: readonly StatusSnapshot[],
  links: Links,
): Markup {
  const { number, title, body, head, headSha, base, author, comments, diff } = pull;
  const state = pull.draft && pull.state === 'open' ? 'draft' : pull.state;
  return html`<article class="card" id="pull-${number}">
    <h3>${shown(title)} <span class="number">#${number}</span></h3>
    <p class="meta">${chip(state)} ${pull.labels.map((label) => html`<span class="label">${shown(label)}</span> `)}
      ${shown(author)} wants to merge <code>${shown(head)}</code> at
      <code id="commit-${headSha}">${shortSha(headSha)}</code> into <code>${shown(base)}</code></p>
    <ul class="statuses">${statuses.map((status) => renderStatus(status, links))}</ul>
    <details id="body-${number}" open><summary>Description</summary>${renderMarkdown(body, links)}</details>
    ${comments.map((comment) => html`<p class="meta">${shown(comment.author)} commented:</p>${renderMarkdown(comment.body, links)}`)}
    ${renderDiff(diff, `diff-${number}`)}
  </article>`;
}

function renderStatus({ state, context, description, targetUrl }: StatusSnapshot, links: Links): Markup {
  return html`<li>${chip(state)} <span>${link(context, targetUrl, links)} ${shown(description)}</span></li>`;
}
