import { html } from 'hono/html';
import { isAtLeast } from '../../control/roles.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { type BoardEntry, STANDINGS } from '../../stages/intake/board.ts';
import { renderControl } from './control-view.ts';
import { renderFigures } from './figures-view.ts';
import { renderHealth } from './health-view.ts';
import { age, anchor, away, badge, counted, formatCount, type Markup, shownLine } from './markup.ts';
import { type Filter, type Overview, overviewPath, type Panel } from './overview.ts';
import { patchPath } from './paths.ts';
import { plain, STANDING_WORDS, wordOfEntry } from './words.ts';

/** The first page: where all patches stand. */
export function renderOverview(overview: Overview, formToken: string): Markup {
  const { filter, panels, now, serverUrl } = overview;
  return html`
    <h1 class="hidden">Patches</h1>
    ${renderFigures(overview.figures)}
    ${renderFilter(overview)}
    ${renderUnknown(overview)}
    ${renderLeft(overview)}
    ${panels.length === 0 ? renderNothing(overview) : panels.map((panel) => renderPanel(panel, { filter, now, serverUrl, formToken }))}
    ${renderHealth(overview)}`;
}

function renderFilter({ filter, repositories, panels }: Overview): Markup {
  const count = (standing: (typeof STANDINGS)[number]) =>
    panels.reduce((all, { standings }) => all + (standings[standing] ?? 0), 0);
  const all = STANDINGS.reduce((sum, standing) => sum + count(standing), 0);
  const { repository } = filter;
  const within = repository === undefined ? {} : { repository };
  return html`<nav id="filter" class="filter" aria-label="Filter">
      <ul>
        <li>${renderChoice({ path: overviewPath(within), chosen: filter.standing === undefined, words: 'All', count: all })}</li>
        ${STANDINGS.map(
          (standing) =>
            html`<li>${renderChoice({
              path: overviewPath({ ...within, standing }),
              chosen: filter.standing === standing,
              words: STANDING_WORDS[standing].words,
              count: count(standing),
            })}</li>`,
        )}
      </ul>
      ${repositories.length < 2 ? '' : renderRepositoryChoice(filter, repositories)}
    </nav>`;
}

function renderChoice(choice: {
  readonly path: string;
  readonly chosen: boolean;
  readonly words: string;
  readonly count: number;
}): Markup {
  const { path, chosen, words, count } = choice;
  const current = chosen ? html` aria-current="page"` : '';
  return html`<a href="${path}"${current}>${words} <span class="count">${formatCount(count)}</span></a>`;
}

function renderRepositoryChoice({ repository, standing }: Filter, names: readonly string[]): Markup {
  return html`<form method="get" action="/">
      <label for="repository">Repository</label>
      <select id="repository" name="repository">
        <option value="">All</option>
        ${names.map((name) => html`<option${name === repository ? html` selected` : ''}>${name}</option>`)}
      </select>
      ${standing === undefined ? '' : html`<input type="hidden" name="state" value="${standing}">`}
      <button class="small">Show</button>
    </form>`;
}

type PanelFrame = Pick<Overview, 'filter' | 'now' | 'serverUrl'> & { readonly formToken: string };

function renderPanel(panel: Panel, { filter, now, serverUrl, formToken }: PanelFrame): Markup {
  const { name, entries, role } = panel;
  const key = anchor(name);
  const canStop = isAtLeast(role, 'operator');
  return html`<section class="panel" id="panel-${key}" aria-labelledby="name-${key}">
      <header>
        <h2 id="name-${key}"><a href="${overviewPath({ repository: name })}">${name}</a></h2>
        ${renderControl(panel.control, { repository: name, now, formToken: canStop ? formToken : null })}
      </header>
      ${
        entries.length === 0
          ? html`<p class="empty">${emptyWords(filter)}</p>`
          : html`<ol class="patches">${entries.map((entry) => renderRow(entry, { now, serverUrl }))}</ol>`
      }
      ${renderMore(panel, filter)}
    </section>`;
}

function renderRow(entry: BoardEntry, { now, serverUrl }: Pick<Overview, 'now' | 'serverUrl'>): Markup {
  const { repository, id, title, sender, receivedAt, record } = entry;
  const { tone, words } = wordOfEntry(entry);
  const reason = record?.reason;
  const seconds = record?.secondsToPullRequest;
  return html`<li id="patch-${anchor(`${repository} ${id}`)}" data-announce="${words}">
        <span class="state">${badge(tone, words)}${reason === undefined || plain(reason) === words.toLowerCase() ? '' : html` <span class="reason">${plain(reason)}</span>`}</span>
        <span class="what"><a class="title" href="${patchPath(entry)}">${shownLine(title)}</a>
          <span class="meta"><code>${shownLine(id)}</code> from ${shownLine(sender)}</span></span>
        <span class="pull">${record?.pullRequest === undefined ? '' : away(`${serverUrl}/${repository}/pull/${record.pullRequest}`, `#${record.pullRequest}`)}</span>
        <span class="took">${seconds === undefined ? '' : html`<span title="From the delivery to the pull request">${formatSeconds(seconds)}</span>`}</span>
        <span class="when">${age(receivedAt, now)}</span>
      </li>`;
}

function emptyWords({ standing, before }: Filter): string {
  if (before !== undefined) {
    return 'Nothing older is known.';
  }
  return standing === undefined
    ? 'No patch was sent here yet.'
    : `No patch stands as “${STANDING_WORDS[standing].words}” now.`;
}

function renderMore({ name, entries, more }: Panel, filter: Filter): Markup | '' {
  const last = entries.at(-1);
  const onePage = filter.repository === undefined && filter.before === undefined;
  if (!more || last === undefined) {
    return filter.before === undefined
      ? ''
      : html`<p class="more"><a href="${overviewPath(withoutPage(filter))}">Newest</a></p>`;
  }
  const older = { ...withoutPage(filter), repository: name, ...(onePage ? {} : { before: last.seq }) };
  return html`<p class="more">
      ${filter.before === undefined ? '' : html`<a href="${overviewPath(withoutPage(filter))}">Newest</a>`}
      <a href="${overviewPath(older)}">${onePage ? `All of ${name}` : 'Older'}</a>
    </p>`;
}

function withoutPage({ repository, standing }: Filter): Filter {
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(standing === undefined ? {} : { standing }),
  };
}

function renderUnknown({ pending, unknown }: Overview): Markup | '' {
  if (pending) {
    return html`<p class="note" id="unknown">GitHub is being asked what you may see, and how it stands there. It appears here by itself; without scripts, reload the page in a moment.</p>`;
  }
  return unknown === 0
    ? ''
    : html`<p class="note" id="unknown">GitHub could not be asked whether you may see ${counted(unknown, 'more repository', 'more repositories')}. Reload the page in a moment.</p>`;
}

function renderLeft({ left, filter }: Overview): Markup | '' {
  return left === 0 || filter.repository !== undefined
    ? ''
    : html`<form class="note" id="left" method="get" action="/">
      <label for="named">${counted(left, 'more repository is', 'more repositories are')} known here. Find yours by its name:</label>
      <input id="named" name="repository" placeholder="owner/name" required>
      <button class="small">Show</button>
    </form>`;
}

function renderNothing({ filter, login, unknown, pending }: Overview): Markup {
  return html`<p class="empty panel" id="nothing">${
    pending || unknown > 0
      ? 'Nothing can be shown until GitHub answers.'
      : filter.repository === undefined
        ? html`No repository is known in which ${login} may read. Make a token for one with <code>ghost-runner token</code>, or install the GitHub App there.`
        : html`There is no such repository here, or ${login} may not read it. <a href="/">Show all.</a>`
  }</p>`;
}
