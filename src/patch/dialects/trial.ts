import { DESCRIPTION_NAMES } from './description-names.ts';
import { isObject, type Member } from './member.ts';
import { COMMAND_NAMES, HEADER_NAMES, meanings, type Names, REQUEST_NAMES } from './names.ts';

/**
 * Does a member that means nothing here ask for a try only? Passed over, what was to be tried would be done. It says so
 * by its name or by its value, in whatever object or list of settings it stands; in words that tell of the patch it does
 * not, nor in what is asked of the tests, or of a build.
 */
export function asksForTrial({ name, value }: Pick<Member, 'name' | 'value'>): boolean {
  if (tells(name)) return false;
  if (isDoing(name) && isNo(value)) return true;
  if ((isTrialName(name) || isNotDoing(name) || checkIn(name) !== undefined) && isYes(value)) return true;
  if (requestIn(name) !== undefined) return false;
  if (hookIn(name) !== undefined) return typeof value === 'string' && isTrialName(value);
  return commandIn(name) === undefined ? isTrialValue(value) : isTrialCommand(value);
}

/** Is it a word for a try, however it is put, such as `isDryRun` and `preview-only`? */
export function isTrialName(name: string): boolean {
  if (name.length > MAX_TRIAL) return false;
  const plain = name.trim().replaceAll(/[ _-]/g, '');
  const bare = plain.replace(/^(?:is|as|do|run|with|enable|use|just)/i, '');
  return [plain, bare].some(
    (word) =>
      trialIn(word) !== undefined || trialIn(word.replace(/(?:only|mode|run|flag)$/i, '')) !== undefined,
  );
}

const TRIALS = {
  trial: [
    'dry',
    'dry run',
    'preview',
    'preview patch',
    'simulate',
    'simulation',
    'validate only',
    'validation only',
    'check only',
    'test only',
    'test run',
    'test mode',
    'trial',
    'trial run',
    'plan only',
    'try only',
    'no op',
    'no write',
    'what if',
  ],
} as const satisfies Names<'trial'>;

/** What is done with a patch that is not to be tried only. */
const DOINGS = {
  doing: [
    'apply',
    'apply changes',
    'commit',
    'execute',
    'push',
    'write',
    'save',
    'persist',
    'create pull request',
    'create pr',
    'open pull request',
    'open pr',
  ],
} as const satisfies Names<'doing'>;

/** Whoever asks for these speaks of the tests, or of a build. */
const HOOKS = {
  hook: COMMAND_NAMES.command.filter(
    (name) => !['command', 'commands', 'cmd', 'shell', 'run', 'execution'].includes(name),
  ),
} satisfies Names<'hook'>;

/** As of `git apply --check`. As a value it is the name of a command as well. */
const checkIn = meanings({ check: ['check'] });

const trialIn = meanings(TRIALS);
const doingIn = meanings(DOINGS);
const hookIn = meanings(HOOKS);
const commandIn = meanings(COMMAND_NAMES);
const requestIn = meanings(REQUEST_NAMES);
const descriptionIn = meanings(DESCRIPTION_NAMES);
const headerIn = meanings(HEADER_NAMES);

/** Longer than any word for a try. */
const MAX_TRIAL = 40;

/** `shouldApply`, `auto_apply` and the like, too. */
function isDoing(name: string): boolean {
  return isDoingBehind(/^(?:should|shall|must|will|do|auto|enable|allow)+/i, name, true);
}

/** `do_not_apply`, `skipCommit` and the like. */
function isNotDoing(name: string): boolean {
  return isDoingBehind(
    /^(?:do|should|shall|must|will)?(?:not|dont|don't|no|never|skip|without|disable|prevent)/i,
    name,
    false,
  );
}

function isDoingBehind(before: RegExp, name: string, isBareToo: boolean): boolean {
  if (name.length > MAX_TRIAL) return false;
  const plain = name.trim().replaceAll(/[ _-]/g, '');
  const word = plain.replace(before, '');
  if (word === plain && !isBareToo) return false;
  return [word, word.replace(/(?:patch|now|automatically)$/i, '')].some((one) => doingIn(one) !== undefined);
}

function tells(name: string): boolean {
  const header = headerIn(name);
  return descriptionIn(name) !== undefined || (header !== undefined && header !== 'dryRun');
}

function isYes(value: unknown): boolean {
  if (isObject(value))
    return Object.entries(value).some(([name, inner]) => switchIn(name) !== undefined && isYes(inner));
  return (
    value === true ||
    value === 1 ||
    (typeof value === 'string' && /^(?:true|yes|on|y|1)$/i.test(value.trim()))
  );
}

/** As in `{"preview": {"enabled": true}}`. */
const switchIn = meanings({ switch: ['enabled', 'enable', 'active', 'on', 'value'] });

function isNo(value: unknown): boolean {
  return (
    value === false ||
    value === 0 ||
    (typeof value === 'string' && /^(?:false|no|off|n|0)$/i.test(value.trim()))
  );
}

/** A word, an option such as `--dry-run` among others, or settings that hold one. */
function isTrialValue(value: unknown): boolean {
  if (typeof value === 'string') return isTrialName(value) || wordsOf(value).some(isTrialOption);
  if (Array.isArray(value)) return value.some(isTrialValue);
  return (
    isObject(value) && Object.entries(value).some(([name, inner]) => asksForTrial({ name, value: inner }))
  );
}

/** A word alone, or a call of ours that asks for one. Other programs have previews and dry runs of their own. */
function isTrialCommand(value: unknown): boolean {
  if (typeof value === 'string') return isTrialLine(value);
  if (!Array.isArray(value)) return isTrialValue(value);
  const [first] = value;
  const words = value.slice(0, MAX_WORDS).filter((item) => typeof item === 'string');
  return (
    (typeof first === 'string' && isTrialLine(words.join(' ').slice(0, MAX_LINE))) ||
    value.some((item) =>
      typeof item === 'string' ? !item.startsWith('-') && isTrialLine(item) : isTrialValue(item),
    )
  );
}

function isTrialLine(line: string): boolean {
  const words = wordsOf(line);
  const [first = ''] = words;
  if (isTrialName(line.replace(/^[\s/-]+/, ''))) return true;
  if (first.startsWith('-')) return words.some(isTrialOption);
  const isOurs = words.slice(0, 2).some((word) => /^[@/]?ghost(?:-runner)?$/i.test(word));
  return isOurs && words.some((word) => isTrialOption(word) || isTrialName(word));
}

function isTrialOption(word: string): boolean {
  const [name = '', value = 'true'] = word.split('=', 2);
  return word.startsWith('-') && isTrialName(name.replace(/^-{1,2}/, '')) && isYes(value);
}

/** Of a longer text nothing is an option, nor a call. */
function wordsOf(text: string): readonly string[] {
  return text.length > MAX_LINE ? [] : text.split(/[\s,;]/).filter((word) => word !== '');
}

const MAX_LINE = 2000;
const MAX_WORDS = 100;
