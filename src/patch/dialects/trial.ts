import { isObject, type Member } from './layers.ts';
import { meanings, type Names } from './names.ts';

/**
 * Does a member that means nothing here ask for a try only? Passed over, what was to be tried would be done. One that says so
 * in an object of settings counts too; what is asked of the tests, or of a build, does not.
 */
export function asksForTrial({ name, value }: Member): boolean {
  if (isObject(value)) {
    return (
      settingsIn(name) !== undefined &&
      Object.entries(value).some(([inner, sent]) => !isObject(sent) && isTrial(inner, sent))
    );
  }
  return isTrial(name, value);
}

function isTrial(name: string, value: unknown): boolean {
  if (modeIn(name) !== undefined) return typeof value === 'string' && trialIn(value) !== undefined;
  return trialIn(name) !== undefined && (value === true || /^(?:true|yes|on)$/i.test(String(value)));
}

const TRIALS = {
  trial: [
    'dry',
    'dry run',
    'dry run only',
    'preview',
    'preview only',
    'simulate',
    'simulate only',
    'simulation',
    'validate only',
    'check only',
    'test only',
    'plan only',
    'try only',
    'no op',
    'no write',
    'what if',
  ],
} as const satisfies Names<'trial'>;

const trialIn = meanings(TRIALS);
const modeIn = meanings({ mode: ['mode', 'run mode', 'apply mode', 'execution mode'] });
const settingsIn = meanings({
  settings: ['options', 'option', 'settings', 'config', 'flags', 'params', 'parameters', 'meta', 'metadata'],
});
