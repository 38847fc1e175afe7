import { DESCRIPTION_NAMES } from './description-names.ts';
import { isObject, type Member } from './member.ts';
import { COMMAND_NAMES, meanings } from './names.ts';

/**
 * What a member says that may alter what is done: itself, or, where it is an object or a list of settings, what stands in
 * it, however deep. What only tells of the patch is left out, and so is what is asked of the tests or a build.
 */
export function saidIn(member: Member): readonly Member[] {
  if (!isHolder(member.value)) return [member];
  return isSettings(member) ? allIn(member) : [];
}

/** Does it hold settings? */
export function isSettings({ name, value }: Member): boolean {
  return isHolder(value) && settingsIn(name) !== undefined;
}

const settingsIn = meanings({
  settings: [
    'options',
    'option',
    'opts',
    'settings',
    'setting',
    'config',
    'configuration',
    'preferences',
    'flags',
    'params',
    'parameters',
    'args',
    'kwargs',
    'extra',
    'extras',
    'apply options',
    'patch options',
    'edit options',
    'meta',
    'metadata',
    'context',
    'request',
    'query',
  ],
});

function isHolder(value: unknown): value is object {
  return isObject(value) || (Array.isArray(value) && value.some(isObject));
}

function allIn({ value, at }: Member): readonly Member[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => (isObject(item) ? [{ name: '', value: item, at: [...at, index] }] : []))
    : Object.entries(value ?? {}).map(([name, sent]) => ({ name, value: sent, at: [...at, name] }));
  return inner
    .filter(({ name }) => descriptionIn(name) === undefined && commandIn(name) === undefined)
    .flatMap((member) => [member, ...(isHolder(member.value) ? allIn(member) : [])]);
}

const descriptionIn = meanings(DESCRIPTION_NAMES);
const commandIn = meanings(COMMAND_NAMES);
