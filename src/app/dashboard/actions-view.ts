import { html } from 'hono/html';
import { type OfferedVerb, offeredVerbs } from '../../control/offered.ts';
import { isAtLeast } from '../../control/roles.ts';
import { MAX_REASON } from '../../control/stop.ts';
import type { Markup } from './markup.ts';
import { formToken } from './page.ts';
import type { PatchPage } from './patch.ts';
import { patchPath } from './paths.ts';

/** The buttons that make sense now, for whoever may press them. Whether they really may is decided when they do. */
export function renderActions({ record, role, status }: PatchPage, token: string): Markup | '' {
  const verbs = record === null ? [] : offeredVerbs(record);
  if (verbs.length === 0) {
    return '';
  }
  if (!isAtLeast(role, 'reviewer')) {
    return html`<p class="meta" id="actions">You may read here; whoever may write to the repository can act on this patch.</p>`;
  }
  return html`<div class="actions" id="actions" role="group" aria-label="What can be done">
      ${verbs.map(
        (verb) => html`<form method="post" action="${patchPath(status)}">
        ${formToken(token)}<input type="hidden" name="action" value="${verb}">
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
