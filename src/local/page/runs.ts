import { html } from 'hono/html';
import type { WorkflowJob, WorkflowRun } from '../contract.ts';
import { renderMarkdown } from './markdown.ts';
import { chip, clock, type Links, type Markup, shown } from './markup.ts';

/** A workflow run with its jobs; what a job said is folded. */
export function renderRun(run: WorkflowRun, links: Links): Markup {
  return html`<article class="card" id="run-${run.id}">
    <h3>${shown(run.title)} ${chip(run.conclusion ?? run.status)}</h3>
    <p class="meta">${shown(run.workflowName)} · ${run.event.name} by ${shown(run.event.actor)} ·
      ${clock(run.createdAt)}${run.attempt === 1 ? '' : ` · attempt ${run.attempt}`}</p>
    ${run.jobs.map((job) => renderJob(job, links))}
  </article>`;
}

function renderJob(job: WorkflowJob, links: Links): Markup {
  const line = html`${chip(job.conclusion ?? job.status)} <span class="name">${shown(job.name)}</span>
    <span class="seconds">${describeSeconds(job)}</span>`;
  if (job.log === '' && job.summary === '') {
    return html`<p class="job">${line}</p>`;
  }
  return html`<details class="job" id="job-${job.id}">
    <summary>${line}</summary>
    ${job.summary === '' ? '' : renderMarkdown(job.summary, links)}
    <details id="log-${job.id}" ${job.summary === '' ? 'open' : ''}>
      <summary>Log</summary>
      <pre tabindex="0">${shown(job.log.slice(-MAX_LOG))}</pre>
    </details>
  </details>`;
}

/** Characters from the end of a log, where it says why a job failed; all of a long one would make the page slow. */
const MAX_LOG = 65_536;

function describeSeconds({ startedAt, completedAt }: WorkflowJob): string {
  return startedAt === null || completedAt === null
    ? ''
    : `${((Date.parse(completedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s`;
}
