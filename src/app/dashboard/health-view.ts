import { html } from 'hono/html';
import type { Check } from '../readiness.ts';
import { age, badge, type Markup, shown } from './markup.ts';
import type { Overview } from './overview.ts';

/** Whether patches can be taken now, as far as that was observed. */
export function renderHealth({ health, version, now }: Pick<Overview, 'health' | 'version' | 'now'>): Markup {
  if (health === null) {
    return html`<section id="health" class="health" aria-labelledby="health-name">
      <h2 id="health-name">Health</h2>
      <p class="meta">It is being looked at. Version ${version}</p>
    </section>`;
  }
  const { github, store, slack, lastWebhookAt, draining } = health;
  return html`<section id="health" class="health" aria-labelledby="health-name">
      <h2 id="health-name">Health</h2>
      <dl>
        <div><dt>GitHub</dt><dd>${renderCheck(github)}</dd></div>
        <div><dt>Store</dt><dd>${renderCheck(store)}</dd></div>
        ${slack === null ? '' : html`<div><dt>Slack</dt><dd>${renderCheck(slack)}</dd></div>`}
        <div><dt>Last webhook</dt><dd>${lastWebhookAt === null ? 'none since the start' : age(lastWebhookAt, now)}</dd></div>
        <div><dt>Server</dt><dd>${draining ? badge('busy', 'Ending') : badge('good', 'Takes patches')} version ${version}</dd></div>
      </dl>
    </section>`;
}

function renderCheck({ ok, problem }: Check): Markup {
  return ok
    ? badge('good', 'Answers')
    : html`${badge('bad', 'Does not answer')} ${shown(problem ?? 'Nobody knows why.')}`;
}
