import type { CallbackRule } from '../../io/callback-address.ts';
import { type Environment, Problem, type Reader } from './reading.ts';

/** Where callbacks may go, for those who need nothing else. */
export function callbackRule(environment: Environment): CallbackRule {
  return { toLoopback: environment['CALLBACKS_TO_LOOPBACK']?.trim() === YES };
}

/** undefined: a problem says why. */
export function readCallbacks({ read }: Reader): CallbackRule | undefined {
  const word = read('CALLBACKS_TO_LOOPBACK', parseYes);
  return word === undefined ? undefined : { toLoopback: word === YES };
}

const YES = 'yes';

function parseYes(text: string): string | Problem {
  return text === '' || text === YES ? text : new Problem(`must be ${YES}, or left out.`);
}
