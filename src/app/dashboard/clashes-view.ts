import { html } from 'hono/html';
import type { Clash } from '../../apply/merge/clash.ts';
import { clashLines, describeClash } from '../../report/clash.ts';
import { type Markup, shown } from './markup.ts';

/** The places where a patch for an older base and newer commits meet, with all sides of each. */
export function renderClashes(clashes: readonly Clash[]): Markup | '' {
  return clashes.length === 0
    ? ''
    : html`<section id="clashes" class="card" aria-labelledby="clashes-name">
      <h2 id="clashes-name">Where newer commits are in the way</h2>
      <ol class="refusals">${clashes.map(renderClash)}</ol>
    </section>`;
}

function renderClash(clash: Clash): Markup {
  const lines = clashLines(clash);
  return html`<li>
        <p>${shown(describeClash(clash))}.</p>
        ${lines.length === 0 ? '' : html`<pre class="place" tabindex="0">${lines.map((line) => html`<span class="${line.startsWith(INDENT) ? '' : 'side'}">${shown(line)}\n</span>`)}</pre>`}
      </li>`;
}

/** Lines of a file stand below the name of their side, farther right. */
const INDENT = '  ';
