import { html } from 'hono/html';
import type { Json, Refusal } from '../../patch/refusal.ts';
import {
  type CandidatePlace,
  describeCandidate,
  describeNearest,
  diagnosisOf,
  type NearestPlace,
  numberedDiff,
  numberedLines,
} from '../../report/diagnosis.ts';
import { cutText } from '../../report/untrusted/cut.ts';
import { badge, counted, type Markup, shown } from './markup.ts';
import { plain } from './words.ts';

/** Why a patch was not taken: each reason with its place and the facts from which to make a better one. */
export function renderRefusals(refusals: readonly Refusal[]): Markup | '' {
  if (refusals.length === 0) {
    return '';
  }
  const more = refusals.length - MAX_REFUSALS;
  return html`<section id="refusals" class="card" aria-labelledby="refusals-name">
      <h2 id="refusals-name">Why it was refused</h2>
      <ol class="refusals">${refusals.slice(0, MAX_REFUSALS).map(renderRefusal)}</ol>
      ${more > 0 ? html`<p class="meta">And ${counted(more, 'more reason')}.</p>` : ''}
    </section>`;
}

/** More than these are usually one mistake. */
const MAX_REFUSALS = 30;

function renderRefusal(refusal: Refusal): Markup {
  const { code, message, path, hunk, pointer } = refusal;
  const { nearest, candidates, correction, facts } = diagnosisOf(refusal);
  return html`<li>
        <p>${badge('bad', plain(code))} ${path === undefined ? '' : html`<code>${shown(path)}</code> `}${hunk === undefined ? '' : `hunk ${hunk} `}${pointer === undefined ? '' : html`<code class="meta">${shown(pointer)}</code>`}</p>
        <p>${shown(message)}</p>
        ${nearest.slice(0, MAX_PLACES).map(renderNearest)}
        ${candidates.slice(0, MAX_PLACES).map(renderCandidate)}
        ${correction === undefined ? '' : renderJson('This change would apply in its place', correction)}
        ${Object.keys(facts).length === 0 ? '' : renderJson('Facts', facts)}
      </li>`;
}

const MAX_PLACES = 5;

function renderNearest(place: NearestPlace): Markup {
  return html`<figure><figcaption>${describeNearest(place)}</figcaption>
          <pre class="place" tabindex="0">${numberedDiff(place)
            .slice(0, MAX_LINES)
            .map(
              (line) => html`<span class="${MARKS[line.charAt(0)] ?? ''}">${shown(line)}\n</span>`,
            )}</pre></figure>`;
}

function renderCandidate(place: CandidatePlace): Markup {
  return html`<figure><figcaption>${describeCandidate(place)}</figcaption>
          <pre class="place" tabindex="0">${numberedLines(place)
            .slice(0, MAX_LINES)
            .map(
              (line) => html`<span class="${MARKS[line.charAt(0)] ?? ''}">${shown(line)}\n</span>`,
            )}</pre></figure>`;
}

const MAX_LINES = 200;

const MARKS: { readonly [sign: string]: string } = { '-': 'removed', '+': 'added', '>': 'marked' };

function renderJson(words: string, value: Json): Markup {
  return html`<details class="json"><summary>${words}</summary>
          <pre tabindex="0">${shown(cutText(JSON.stringify(value, null, 2), MAX_JSON))}</pre></details>`;
}

const MAX_JSON = 10_000;
