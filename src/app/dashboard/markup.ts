import { html } from 'hono/html';
import { formatAge } from '../../report/command/age.ts';
import { oneLine, showHidden } from '../../report/untrusted/visible.ts';

/** HTML that is safe to show: made by `html` from texts that it escaped. */
export type Markup = ReturnType<typeof html>;

/** How a state is meant: one colour each, and never the colour alone. */
export type Tone = 'good' | 'bad' | 'busy' | 'done' | 'quiet';

/** A text that somebody else wrote: escaped, and with what can't be seen made visible. Its lines stay. */
export function shown(text: string): Markup {
  return html`${showHidden(text)}`;
}

/** The same as one line. Its direction is its own, and ends with it. */
export function shownLine(text: string): Markup {
  return html`<bdi>${oneLine(text)}</bdi>`;
}

export function badge(tone: Tone, words: string): Markup {
  return html`<span class="badge ${tone}">${words}</span>`;
}

/** How long ago something was; the exact time is in its title. The page's script keeps it going. */
export function age(iso: string | undefined | null, now: string): Markup {
  if (iso === undefined || iso === null || Number.isNaN(Date.parse(iso))) {
    return html`<span>at an unknown time</span>`;
  }
  return html`<time datetime="${iso}" title="${formatMoment(iso)}" data-age>${formatAge(iso, now)}</time>`;
}

/** Another page of GitHub. Whatever is no address of the web is shown as text. */
export function away(url: string, words: string | Markup): Markup {
  return /^https?:\/\//.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${words}</a>`
    : html`<span>${words}</span>`;
}

/** `1 patch`, `2 patches`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

export function formatMoment(iso: string): string {
  return `${iso.slice(0, 'yyyy-mm-dd'.length)} ${iso.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:mm:ss'.length)} UTC`;
}

/** A name that may stand in an `id`, another one for every other text. */
export function anchor(text: string): string {
  return Buffer.from(text).toString('base64url');
}
