import { html } from 'hono/html';
import { showHidden } from '../../report/untrusted/visible.ts';

/** HTML that is safe to show: made by `html` from texts that it escaped. */
export type Markup = ReturnType<typeof html>;

/** What a link on GitHub or in Slack leads to on this page; null: it must not be one. */
export type Links = (url: string) => string | null;

/** A text that somebody else wrote: escaped, and with what can't be seen made visible. */
export function shown(text: string): Markup {
  return html`${showHidden(text)}`;
}

/** A word in a coloured box; words without a colour of their own are grey. */
export function chip(word: string): Markup {
  return html`<span class="chip ${TONES[word] ?? 'neutral'}">${word.replaceAll('_', ' ')}</span>`;
}

/** Like `shown`, as a link where it may be one. */
export function link(words: string, url: string | null, links: Links): Markup {
  const href = url === null ? null : links(url);
  return href === null ? shown(words) : html`<a href="${href}" rel="noreferrer">${shown(words)}</a>`;
}

/** Time of day where this machine stands. */
export function clock(at: string | number): Markup {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString()}">${date.toLocaleTimeString('en-GB')}</time>`;
}

/** A commit's id as git and GitHub shorten it. */
export function shortSha(sha: string): string {
  return sha.slice(0, SHORT_SHA);
}

const SHORT_SHA = 7;

/** Conclusions of runs and jobs, states of statuses and of pull requests, outcomes of patches. */
const TONES: { readonly [word: string]: 'good' | 'bad' | 'busy' | 'done' } = {
  success: 'good',
  open: 'good',
  opened: 'good',
  updated: 'good',
  running: 'good',
  failure: 'bad',
  error: 'bad',
  timed_out: 'bad',
  tests_failed: 'bad',
  refused: 'bad',
  conflict: 'bad',
  crashed: 'bad',
  closed: 'bad',
  paused: 'bad',
  locked: 'bad',
  halted: 'bad',
  pending: 'busy',
  queued: 'busy',
  in_progress: 'busy',
  applied: 'busy',
  publishing: 'busy',
  merged: 'done',
};
