import { html } from 'hono/html';
import type { TestReport } from '../../record/outcome.ts';
import { describeTests } from '../../report/sentence.ts';
import { badge, formatCount, type Markup, shown, type Tone } from './markup.ts';
import { plain } from './words.ts';

/** What the test job says, and whose word that is. */
export function renderTests(tests: TestReport | undefined): Markup {
  return html`<section id="tests" class="card" aria-labelledby="tests-name">
      <h2 id="tests-name">Tests</h2>
      ${tests === undefined ? html`<p class="empty">Nothing is known of any tests.</p>` : renderReport(tests)}
    </section>`;
}

function renderReport(tests: TestReport): Markup {
  const { verdict, failingLines, tail, outputBytes } = tests;
  const kept = Buffer.byteLength(tail);
  return html`<p>${badge(TONES[verdict], plain(verdict))} ${shown(describeTests(tests))}</p>
      ${
        failingLines.length === 0
          ? ''
          : html`<h3>Lines that name a failure</h3><pre class="failing" tabindex="0">${failingLines.map((line) => html`${shown(line)}\n`)}</pre>`
      }
      ${
        tail === ''
          ? html`<p class="meta">It printed nothing.</p>`
          : html`<h3>End of the output</h3><pre class="log" tabindex="0">${shown(tail)}</pre>
      <p class="meta">${kept < outputBytes ? `The last ${formatCount(kept)} of ${formatCount(outputBytes)} bytes, as` : 'As'} the test job reported; it ran code of the patch.</p>`
      }`;
}

const TONES: { readonly [verdict in TestReport['verdict']]: Tone } = {
  passed: 'good',
  failed: 'bad',
  timed_out: 'bad',
  not_started: 'busy',
};
