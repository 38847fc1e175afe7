import { html } from 'hono/html';
import { concerning, type Switch } from '../../control/switches.ts';
import { describeControl, describeSwitch } from '../../report/command/scope.ts';
import type { SentDelivery } from '../../stages/intake/store.ts';
import { sendersOf } from '../../stages/senders.ts';
import { age, badge, counted, type Markup, shown, type Tone } from './markup.ts';
import type { PatchPage } from './patch.ts';
import type { ControlSeen } from './switchboards.ts';

/** How each state of a stop is shown. */
export const STOPS: {
  readonly [state in Switch['state']]: { readonly tone: Tone; readonly words: string };
} = {
  paused: { tone: 'busy', words: 'Paused' },
  locked: { tone: 'bad', words: 'Locked' },
};

/** Stops with who, since when and why, locks first; nothing where there are none. */
export function renderStops(stops: readonly Switch[], now: string): Markup | '' {
  if (stops.length === 0) {
    return '';
  }
  const sorted = stops.toSorted((one, other) => Number(isLock(other)) - Number(isLock(one)));
  const more = stops.length - MOST_STOPS;
  return html`<ul class="stops">
          ${sorted.slice(0, MOST_STOPS).map((stop) => renderStop(stop, now))}
          ${more > 0 ? html`<li class="meta">${counted(more, 'more stop is', 'more stops are')} not shown here; “status” lists all.</li>` : ''}
        </ul>`;
}

/** More of them would hide the patches. */
const MOST_STOPS = 10;

function isLock({ state }: Switch): boolean {
  return state === 'locked';
}

function renderStop(stop: Switch, now: string): Markup {
  const { tone, words } = STOPS[stop.state];
  return html`<li>${badge(tone, words)} <span class="why">${shown(describeSwitch(stop))} <span class="seen">Set ${age(stop.at, now)}</span></span></li>`;
}

/** The stops that hold one patch, on its page; and that nobody knows where the switch could not be seen. */
export function renderStopsOf(page: Pick<PatchPage, 'control' | 'record' | 'delivery' | 'now'>): Markup | '' {
  const content = contentOf(page);
  return content === ''
    ? ''
    : html`<section id="stops" class="card" aria-labelledby="stops-name">
      <h2 id="stops-name">What is stopped</h2>
      ${content}
    </section>`;
}

function contentOf(page: Pick<PatchPage, 'control' | 'record' | 'delivery' | 'now'>): Markup | '' {
  const { control: seen, now } = page;
  if (!seen.known) {
    return html`<p>Whether patches are stopped is not known. ${shown(seen.problem)}</p>`;
  }
  const { control, stops } = seen;
  // A switch that is gone or can't be read stops everything, and nobody has set it.
  return control.state !== 'running' && control.by === undefined
    ? html`<p>${shown(describeControl(control))}</p>`
    : renderStops(stopsOf(page, { stops, defaultBranch: seen.defaultBranch }), now);
}

/** Until a run has told of it, nobody knows for which branch it is, so that a stop of any may hold it. */
function stopsOf(
  { record, delivery }: Pick<PatchPage, 'record' | 'delivery'>,
  { stops, defaultBranch }: Pick<Extract<ControlSeen, { readonly known: true }>, 'stops' | 'defaultBranch'>,
): readonly Switch[] {
  const senders = [
    ...(record === null ? [] : sendersOf(record)),
    ...(delivery === null ? [] : namesOf(delivery)),
  ];
  return record === null
    ? stops.filter((stop) => stop.scope.kind === 'branch' || concerning([stop], { senders }).length > 0)
    : concerning(stops, { branch: record.base?.branch ?? defaultBranch, senders });
}

/** The server heeds a stop of the person behind a token as it does one of the token's sender. */
function namesOf({ sender, login }: SentDelivery): readonly string[] {
  return login === undefined ? [sender] : [sender, login];
}
