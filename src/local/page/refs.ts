import { html } from 'hono/html';
import { readControl } from '../../control/control.ts';
import { chip, type Markup, shown } from './markup.ts';

/** A ref under `refs/ghost/`, with the message of the commit that it names. */
export type GhostRef = { readonly name: string; readonly message: string };

/** For `git for-each-ref --format`: fields end in NUL, which no ref and no message can hold. */
export const GHOST_REF_FORMAT = '%(refname)%00%(contents)%00';
export const GHOST_REFS = 'refs/ghost/';

export function parseGhostRefs(output: string): readonly GhostRef[] {
  const fields = output.split('\0');
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => ({
    name: (fields[index * 2] ?? '').trim(),
    message: fields[index * 2 + 1] ?? '',
  }));
}

/** The switch that stops everything, as the jobs read it. */
export function renderControl(refs: readonly GhostRef[]): Markup {
  const message = refs.find(({ name }) => name === CONTROL)?.message ?? null;
  if (message === null && !refs.some(isRecord)) {
    return html`${chip('running')} Nothing was sent yet; the first patch sets the switch.`;
  }
  const control = readControl(message, new Date());
  const [said = ''] = (message ?? '').split('\n');
  return html`${chip(control.state)} ${shown(control.state === 'running' ? said : control.reason)}`;
}

const CONTROL = `${GHOST_REFS}control`;
const RECORDS = `${GHOST_REFS}patches/`;

export function isRecord({ name }: GhostRef): boolean {
  return name.startsWith(RECORDS);
}

/** The record of a patch: its outcome, and what its commit says to people, above the trailers for programs. */
export function renderRecord({ name, message }: GhostRef): Markup {
  const [words = ''] = message.split(/^Ghost-[A-Z]/m, 1);
  const [headline = '', ...detail] = words.trim().split('\n');
  const [, outcome = 'unreadable'] =
    /^Ghost-Outcome: (.*)$/m.exec(message) ?? /^Ghost-State: (.*)$/m.exec(message) ?? [];
  return html`<article class="card" id="record-${name.slice(RECORDS.length)}">
    <h3><code>${shown(name)}</code> ${chip(outcome)}</h3>
    <p>${shown(headline)}</p>
    <p class="meta text">${shown(detail.join('\n').trim())}</p>
  </article>`;
}
