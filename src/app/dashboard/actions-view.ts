import { html } from 'hono/html';
import { type OfferedVerb, offeredVerbs, whyItWaits } from '../../control/offered.ts';
import { isAtLeast } from '../../control/roles.ts';
import { formatShown, shownState } from '../../control/shown-state.ts';
import { MAX_REASON } from '../../control/stop.ts';
import type { PatchRecord } from '../../record/record.ts';
import { counted, type Markup, shown } from './markup.ts';
import { formToken } from './page.ts';
import type { PatchPage } from './patch.ts';
import { patchPath } from './paths.ts';

/** What whoever may approve is to look at first, above the buttons and for everybody who reads the page. */
export function renderReviews(record: PatchRecord | null): Markup | '' {
  const reviews = record === null ? [] : whyItWaits(record);
  if (reviews.length === 0) {
    return '';
  }
  const more = reviews.length - MAX_REVIEWS;
  return html`<section id="reviews" class="card" aria-labelledby="reviews-name">
      <h2 id="reviews-name">Why it waits for an approval</h2>
      <ul>${reviews.slice(0, MAX_REVIEWS).map((review) => html`<li>${shown(review)}</li>`)}</ul>
      ${more > 0 ? html`<p class="meta">${counted(more, 'more reason is', 'more reasons are')} not shown here.</p>` : ''}
    </section>`;
}

/** More of them are in the way of the buttons; the run's summary has them. */
const MAX_REVIEWS = 50;

/** The buttons that make sense now, for whoever may press them. Whether they really may is decided when they do,
 * and each is about the patch as the page shows it. */
export function renderActions({ record, role, status }: PatchPage, token: string): Markup | '' {
  if (record === null || offeredVerbs(record).length === 0) {
    return '';
  }
  const kept = formatShown(shownState(record));
  if (!isAtLeast(role, 'reviewer')) {
    return html`<p class="meta" id="actions">You may read here; whoever may write to the repository can act on this patch.</p>`;
  }
  return html`<div class="actions" id="actions" role="group" aria-label="What can be done">
      ${offeredVerbs(record).map(
        (verb) => html`<form method="post" action="${patchPath(status)}">
        ${formToken(token)}<input type="hidden" name="action" value="${verb}"><input type="hidden" name="shown" value="${kept}">
        ${verb === 'reject' ? html`<label class="hidden" for="reason">Reason for the rejection</label><input id="reason" name="reason" maxlength="${MAX_REASON}" placeholder="Reason (optional)" autocomplete="off">` : ''}
        <button class="${STOPPING.has(verb) ? 'stop' : 'go'}">${WORDS[verb]}</button>
      </form>`,
      )}
    </div>`;
}

const WORDS: { readonly [verb in OfferedVerb]: string } = {
  approve: 'Approve',
  reject: 'Reject and close',
  retry: 'Try again',
  revert: 'Open a revert',
  cancel: 'Cancel',
};

const STOPPING: ReadonlySet<OfferedVerb> = new Set(['reject', 'revert', 'cancel']);
