import { html } from 'hono/html';
import { branchName } from '../../record/record.ts';
import { describeChecks } from '../../report/checks.ts';
import { renderActions, renderReviews } from './actions-view.ts';
import { renderClashes } from './clashes-view.ts';
import { renderChanges } from './diff-view.ts';
import { age, away, badge, type Markup, shown, shownLine } from './markup.ts';
import { overviewPath } from './overview.ts';
import type { PatchPage } from './patch.ts';
import { renderRefusals } from './refusals-view.ts';
import { renderStopsOf } from './stops-view.ts';
import { renderTests } from './tests-view.ts';
import { renderTimeline } from './timeline-view.ts';
import { beyond, wordOf } from './words.ts';

/** The page of one patch: what became of it, why, and what it changes. */
export function renderPatch(page: PatchPage, formToken: string): Markup {
  const { status } = page;
  const { repository, title, headline, detail, remedy } = status;
  const { tone, words } = wordOf(status);
  const more = beyond(words, headline);
  return html`
    <p class="crumbs"><a href="/">Patches</a> / <a href="${overviewPath({ repository })}">${repository}</a></p>
    <h1>${shownLine(title)}</h1>
    <section id="outcome" class="outcome ${tone}" aria-label="Outcome" data-announce="${headline}">
      <p class="headline">${badge(tone, words)} ${more === '' ? '' : html`<strong>${shown(more)}</strong>`}</p>
      <p>${shown(detail)}</p>
      ${remedy === undefined ? '' : html`<p>${shown(remedy)}</p>`}
    </section>
    ${renderStopsOf(page)}
    ${renderReviews(page.record)}
    ${renderActions(page, formToken)}
    <div class="columns">
      <div>
        ${renderRefusals(status.refusals ?? [])}
        ${renderClashes(status.clashes ?? [])}
        ${renderRemarks(status)}
        ${renderChanges(page.changes)}
        ${renderTests(status.tests)}
      </div>
      <div>
        ${renderFacts(page)}
        ${renderTimeline(page)}
      </div>
    </div>`;
}

function renderRemarks({ notes = [], notDone = [], warnings }: PatchPage['status']): readonly Markup[] {
  return [
    ...renderList('warnings', 'Warnings', warnings),
    ...renderList('not-done', 'What was not done', notDone),
    ...renderList('notes', 'Notes', notes),
  ];
}

function renderList(name: string, title: string, sentences: readonly string[]): readonly Markup[] {
  return sentences.length === 0
    ? []
    : [
        html`<section id="${name}" class="card" aria-labelledby="${name}-name">
      <h2 id="${name}-name">${title}</h2>
      <ul>${sentences.map((sentence) => html`<li>${shown(sentence)}</li>`)}</ul>
    </section>`,
      ];
}

function renderFacts({ status, record, delivery, now, serverUrl }: PatchPage): Markup {
  const { repository, id, digest, receivedAt, pullRequest, run } = status;
  const fact = (name: string, value: Markup | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<section id="facts" class="card" aria-labelledby="facts-name">
      <h2 id="facts-name">Facts</h2>
      <dl class="facts">
        ${fact('Id', html`<code>${shownLine(id)}</code>`)}
        ${fact('Sender', shownLine(delivery?.sender ?? record?.sender ?? 'unknown'))}
        ${fact('Received', age(receivedAt, now))}
        ${fact('Pull request', pullRequest === undefined ? 'none' : away(pullRequest.url, `#${pullRequest.number}`))}
        ${fact('Branch', record?.head === undefined ? 'none' : away(`${serverUrl}/${repository}/tree/${branchName(id)}`, html`<code>${shownLine(branchName(id))}</code>`))}
        ${fact('Run', run === undefined ? 'unknown' : away(run, 'on GitHub'))}
        ${fact('Attempts', record === null ? 'none yet' : String(record.attempt))}
        ${record?.ci === undefined ? '' : fact('Other checks', html`${shown(describeChecks(record.ci))} (${age(record.ci.at, now)})`)}
        ${record?.approval === undefined ? '' : fact('Approval', record.approval.by === undefined ? 'needed' : html`${shownLine(record.approval.by)}, ${age(record.approval.at, now)}`)}
        ${record?.revertOf === undefined ? '' : fact('Takes back', html`<code>${shownLine(record.revertOf)}</code>`)}
        ${fact('Digest', html`<code>${digest.slice(0, SHOWN_DIGEST)}</code>`)}
      </dl>
    </section>`;
}

/** Digits; enough to compare by eye. */
const SHOWN_DIGEST = 12;
