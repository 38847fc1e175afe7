import { html } from 'hono/html';
import { SHOWN_TAIL_CHARACTERS } from '../../io/test-output.ts';
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
  return html`<p>${badge(TONES[verdict], plain(verdict))} ${shown(describeTests(tests))}</p>
      ${
        failingLines.length === 0
          ? ''
          : html`<h3>Lines that name a failure</h3><pre class="failing" tabindex="0">${failingLines.map((line) => html`${shown(line)}\n`)}</pre>`
      }
      ${
        tail === ''
          ? html`<p class="meta">${outputBytes <= LINE_BREAK_BYTES ? 'It printed nothing.' : 'The record keeps nothing of what it printed; its run has all of it.'}</p>`
          : html`<h3>End of the output</h3><pre class="log" tabindex="0">${shown(tail)}</pre>
      <p class="meta">${describeCut(tests)} the test job reported; it ran code of the patch.</p>`
      }`;
}

/** Blanks at the end are never kept, and a short output is kept but for these. */
function describeCut({ tail, outputBytes }: TestReport): string {
  const kept = Buffer.byteLength(tail);
  return outputBytes <= SHOWN_TAIL_CHARACTERS || outputBytes - kept <= LINE_BREAK_BYTES
    ? 'As'
    : `The last ${formatCount(kept)} of ${formatCount(outputBytes)} bytes, as`;
}

/** At most, such as `\r\n`. */
const LINE_BREAK_BYTES = 2;

const TONES: { readonly [verdict in TestReport['verdict']]: Tone } = {
  passed: 'good',
  failed: 'bad',
  timed_out: 'bad',
  not_started: 'busy',
};
