import { html } from 'hono/html';
import type { PatchRecord } from '../../record/record.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { age, away, badge, formatMoment, type Markup, shown } from './markup.ts';
import type { Moment, PatchPage } from './patch.ts';
import { beyond, plain, wordOf } from './words.ts';

/** What happened to a patch, newest first. */
export function renderTimeline({ timeline, delivery, now }: PatchPage): Markup {
  return html`<section id="timeline" class="card" aria-labelledby="timeline-name">
      <h2 id="timeline-name">Timeline</h2>
      <ol class="timeline">
        ${timeline.map((moment) => renderMoment(moment, now))}
        ${
          delivery === null
            ? ''
            : html`${delivery.sentAt === undefined ? '' : renderStep({ at: delivery.sentAt, now, words: 'Handed to GitHub' })}
        ${renderStep({ at: delivery.receivedAt, now, words: `Received from ${delivery.sender}` })}`
        }
      </ol>
    </section>`;
}

function renderMoment({ at, oid, record }: Moment, now: string): Markup {
  if (record === null) {
    return renderStep({ at, now, words: `A step that can't be read (${oid.slice(0, SHORT_SHA)})` });
  }
  const { tone, words } = wordOf({ stage: record.state, outcome: record.outcome?.kind });
  const { headline } = record.outcome === undefined ? { headline: words } : describeOutcome(record.outcome);
  return html`<li>
          <p>${badge(tone, words)} ${shown(beyond(words, headline))}</p>
          <p class="meta">${age(at, now)} · ${formatMoment(at)} · attempt ${record.attempt}${record.run.url === '' ? '' : html` · ${away(record.run.url, 'run')}`}${renderSteps(record)}</p>
        </li>`;
}

const SHORT_SHA = 7;

function renderSteps({ steps }: PatchRecord): Markup | '' {
  const last = steps.at(-1);
  return last === undefined ? '' : html` · ${plain(last.stage)} took ${formatSeconds(last.seconds)}`;
}

function renderStep({
  at,
  now,
  words,
}: {
  readonly at: string;
  readonly now: string;
  readonly words: string;
}): Markup {
  return html`<li><p>${shown(words)}</p><p class="meta">${age(at, now)} · ${formatMoment(at)}</p></li>`;
}
