import { html } from 'hono/html';
import type { RepositorySnapshot } from '../github/snapshot.ts';
import type { Sandbox } from '../sandbox.ts';
import { createLinks } from './anchors.ts';
import { type Markup, shortSha, shown } from './markup.ts';
import { renderMessage } from './messages.ts';
import { renderPullRequest } from './pull-requests.ts';
import {
  GHOST_REF_FORMAT,
  GHOST_REFS,
  type GhostRef,
  isRecord,
  parseGhostRefs,
  renderControl,
  renderRecord,
} from './refs.ts';
import { renderRun } from './runs.ts';

/** The whole page as text, as things stand now. What is in a `data-live` list is exchanged by live.js, by its id. */
export async function renderDocument(sandbox: Sandbox, repository: string): Promise<string> {
  const { github } = sandbox;
  const [snapshot, output] = await Promise.all([
    github.snapshot(repository),
    github.git(repository, 'for-each-ref', `--format=${GHOST_REF_FORMAT}`, GHOST_REFS),
  ]);
  const refs = parseGhostRefs(output);
  return String(
    await html`<!doctype html>
<html lang="en" id="top">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${repository} on the local GitHub</title>
  <link rel="icon" href="/icon.svg">
  <link rel="stylesheet" href="/page.css">
  <script src="/live.js" type="module"></script>
</head>
<body>
  <header>
    <h1>${repository}</h1>
    <p>A local stand-in for GitHub and Slack. It runs on this machine, and nothing left it. <strong id="live" role="status"></strong></p>
    <div data-live id="state">
      <p id="control"><strong>Control</strong> ${renderControl(refs)}</p>
      <p id="branches" class="meta"><strong>Branches</strong> ${renderBranches(snapshot)}</p>
    </div>
    <p class="meta"><code>git clone ${github.cloneUrl(repository)}</code></p>
    <nav aria-label="Sections">
      <a href="#pulls">Pull requests</a> <a href="#runs">Workflow runs</a>
      <a href="#slack">Slack</a> <a href="#records">Records</a>
    </nav>
  </header>
  <main>${renderLists(sandbox, snapshot, refs)}</main>
</body>
</html>
`,
  );
}

/** Two columns where there is room: GitHub, and what is told about it. */
function renderLists(
  { github, engine, slack }: Sandbox,
  { repository, pullRequests, statuses }: RepositorySnapshot,
  refs: readonly GhostRef[],
): Markup {
  const links = createLinks(`${github.url}/${repository}`);
  const pulls = pullRequests.map((pull) => renderPullRequest(pull, statuses[pull.headSha] ?? [], links));
  const runs = engine.runs(repository).map((run) => renderRun(run, links));
  const messages = slack.messages().map((message) => renderMessage(message, links));
  const channels = slack.channels.map(({ name }) => `#${name}`).join(' ');
  return html`
    <div>
      ${renderList('pulls', 'Pull requests', pulls.toReversed())}
      ${renderList('runs', 'Workflow runs', runs.toReversed())}
    </div>
    <div>
      ${renderList('slack', `Slack ${channels}`, messages)}
      ${renderList('records', 'Records', refs.filter(isRecord).map(renderRecord))}
    </div>`;
}

function renderList(id: string, title: string, items: readonly Markup[]): Markup {
  return html`<section aria-labelledby="${id}">
      <h2 id="${id}" tabindex="-1">${title}</h2>
      <div data-live id="${id}-list">${items.length === 0 ? html`<p id="${id}-none" class="meta">Nothing yet.</p>` : items}</div>
    </section>`;
}

/** Other commits that texts link to are heads of pull requests, and stand there. */
function renderBranches({ branches, pullRequests }: RepositorySnapshot): readonly Markup[] {
  const heads = new Set(pullRequests.map(({ headSha }) => headSha));
  return Object.entries(branches)
    .filter(([, sha]) => !heads.has(sha))
    .map(
      ([name, sha]) => html`<code>${shown(name)}</code> at <code id="commit-${sha}">${shortSha(sha)}</code> `,
    );
}
