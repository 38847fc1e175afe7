import { type Control } from '../../control/control.ts';
import type { Scope, Switch } from '../../control/switches.ts';
import { endSentence, formatTime } from '../phrases.ts';

/** Whom a switch is about, as it stands in a sentence. */
export function describeScope(scope: Scope): string {
  switch (scope.kind) {
    case 'repository':
      return 'the whole repository';
    case 'branch':
      return `patches onto ${scope.branch}`;
    case 'sender':
      return `patches from ${scope.login}`;
  }
}

/** A switch as a sentence: state, scope, end, who and why. */
export function describeSwitch({ state, scope, by, reason, until }: Switch): string {
  const end = until === undefined ? '' : ` until ${formatTime(until)}`;
  const why = reason.trim() === '' ? '.' : `: ${endSentence(reason.trim())}`;
  return `${capitalize(describeScope(scope))} ${scope.kind === 'repository' ? 'is' : 'are'} ${state}${end} by ${by}${why}`;
}

/** What holds for the repository as a whole. */
export function describeControl(control: Control): string {
  if (control.state === 'running') {
    return 'Ghost Runner is running.';
  }
  const { state, scope = { kind: 'repository' }, by, at, reason, until } = control;
  return by === undefined || at === undefined
    ? `Ghost Runner is ${state}: ${endSentence(reason)}`
    : describeSwitch({ state, scope, by, at, reason, ...(until === undefined ? {} : { until }) });
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
