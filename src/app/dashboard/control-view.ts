import { html } from 'hono/html';
import type { Control } from '../../control/control.ts';
import { MAX_REASON } from '../../control/stop.ts';
import type { Switch } from '../../control/switches.ts';
import { describeControl } from '../../report/command/scope.ts';
import { age, anchor, badge, type Markup, shown, type Tone } from './markup.ts';
import { formToken } from './page.ts';
import { renderStops, STOPS } from './stops-view.ts';
import type { ControlSeen } from './switchboards.ts';

type Place = {
  readonly repository: string;
  readonly now: string;
  /** null: this person may not move the switch. */
  readonly formToken: string | null;
};

/** What the switch says, the button that moves it, and what is stopped beside that. */
export function renderControl(seen: ControlSeen, place: Place): Markup {
  if (!seen.known) {
    return html`<div class="control">${badge('quiet', 'Unknown')} <span class="why">${shown(seen.problem)}</span></div>`;
  }
  const { control, stops, at } = seen;
  const others = stops.filter(({ state, scope }) => scope.kind !== 'repository' || state !== control.state);
  const { tone, words } = control.state === 'running' ? runningBeside(others) : STOPS[control.state];
  return html`<div class="control">
        ${badge(tone, words)}
        <span class="why">${control.state === 'running' ? '' : html`${shown(describeControl(control))} `}<span class="seen">Seen ${age(at, place.now)}</span></span>
        ${place.formToken === null ? '' : renderSwitch(control.state, { ...place, formToken: place.formToken })}
      </div>
        ${renderStops(others, place.now)}`;
}

/** Who looks for a stop must not take one that runs for others as running altogether. */
function runningBeside(stops: readonly Switch[]): { readonly tone: Tone; readonly words: string } {
  return stops.length === 0 ? { tone: 'good', words: 'Running' } : { tone: 'busy', words: 'Running in part' };
}

/** The box without which nobody lifts their own lock. */
export const UNLOCK_BOX = 'even if I locked it';

/** One press is enough in an emergency; a reason may be given. */
function renderSwitch(
  state: Control['state'],
  { repository, formToken: token }: Place & { readonly formToken: string },
): Markup {
  const action = state === 'running' ? 'pause' : state === 'paused' ? 'resume' : 'unlock';
  const key = anchor(repository);
  return html`<form method="post" action="/control/${repository}" class="switch">
          ${formToken(token)}<input type="hidden" name="action" value="${action}">
          ${
            action === 'pause'
              ? html`<label class="hidden" for="reason-${key}">Reason for a pause of ${repository}</label>
          <input id="reason-${key}" name="reason" maxlength="${MAX_REASON}" placeholder="Reason (optional)" autocomplete="off">`
              : action === 'unlock'
                ? html`<label><input type="checkbox" name="confirm" value="yes"> ${UNLOCK_BOX}</label>`
                : ''
          }
          <button class="${action === 'pause' ? 'stop' : 'go'}">${BUTTONS[action]}<span class="hidden"> ${repository}</span></button>
        </form>`;
}

const BUTTONS = {
  pause: 'Pause',
  resume: 'Resume',
  unlock: 'Unlock',
} as const;
