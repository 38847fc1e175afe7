/**
 * Commands have no options but those of `apply`. What people write as one, from the habit of a shell, would be the id of
 * a patch or a reason, and the command be done for real.
 */
export function isDashed(word: string): boolean {
  return /^["'`]?[\p{Pd}\u2212]/u.test(word);
}

/** Keyboards of phones make one long dash of two. A dash alone, and `-1`, stand in sentences. */
function isOption(word: string): boolean {
  return /^["'`]?[\p{Pd}\u2212]+\p{L}/u.test(word);
}

/** Does a word say how a patch is to be sent, so that it is hardly the name of one? */
export function saysHow(word: string): boolean {
  return HOW.has(lettersOf(word));
}

const TRIALS: ReadonlySet<string> = new Set([
  'dryrun',
  'dry',
  'preview',
  'test',
  'try',
  'trial',
  'check',
  'simulate',
  'validate',
  'noop',
  'whatif',
]);

const HOW: ReadonlySet<string> = new Set([
  ...TRIALS,
  ...'draft wip force again retry rerun redo revise revision update'.split(' '),
  ...'now please this that it here below patch all'.split(' '),
]);

function lettersOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The option that a reason is, begins with or ends with; undefined: none, though it may speak of some. */
export function optionIn(words: readonly string[]): string | undefined {
  const [first = ''] = words;
  if (isOption(first)) return first;
  return lettersOf(words.slice(0, 2).join('')) === 'dryrun' && words.length <= 2
    ? words.join(' ')
    : trialIn(words);
}

/** The option at the end that asks for a try. A full stop behind it, or a mark around it, makes it a part of a sentence. */
export function trialIn(words: readonly string[]): string | undefined {
  const last = words.at(-1) ?? '';
  return /^[\p{Pd}\u2212]+\p{L}[\p{L}_-]*$/u.test(last) && TRIALS.has(lettersOf(last)) ? last : undefined;
}

/** A word as a problem repeats it. */
export function shown(word: string): string {
  return word.replaceAll(/["'`]/g, '').slice(0, MAX_SHOWN).toWellFormed();
}

/** Characters; every option is shorter. */
const MAX_SHOWN = 40;
