import { VERBS, type Verb } from './verbs.ts';

/** What to say of a word that is no verb: the verb that was probably meant, else all of them. */
export function suggestVerb(written: string): string {
  const word = written.toLowerCase();
  const shown = written.length > MAX_SHOWN ? `${written.slice(0, MAX_SHOWN).toWellFormed()}…` : written;
  const meant = MEANINGS.get(word) ?? nearestVerb(word);
  return meant === undefined
    ? `There is no command "${shown}"; write one of ${VERBS.join(', ')}`
    : `There is no command "${shown}"; did you mean "${meant}"? Write it so, or "help" for all of them`;
}

/** Enough to recognise what one wrote. */
const MAX_SHOWN = 40;

/** Words that other tools have for the same. */
const MEANINGS: ReadonlyMap<string, Verb> = new Map([
  ['stop', 'pause'],
  ['halt', 'pause'],
  ['hold', 'pause'],
  ['unpause', 'resume'],
  ['start', 'resume'],
  ['continue', 'resume'],
  ['go', 'resume'],
  ['freeze', 'lock'],
  ['unfreeze', 'unlock'],
  ['abort', 'cancel'],
  ['rollback', 'revert'],
  ['undo', 'revert'],
  ['rerun', 'retry'],
  ['re-run', 'retry'],
  ['again', 'retry'],
  ['accept', 'approve'],
  ['lgtm', 'approve'],
  ['ok', 'approve'],
  ['deny', 'reject'],
  ['decline', 'reject'],
  ['close', 'reject'],
  ['dry-run', 'preview'],
  ['diff', 'preview'],
  ['list', 'status'],
  ['show', 'status'],
  ['log', 'audit'],
  ['history', 'audit'],
]);

/** Two slips of the finger; with more it is another word. */
const MAX_SLIPS = 2;

function nearestVerb(word: string): Verb | undefined {
  if (word.length > MAX_SHOWN) {
    return undefined;
  }
  return VERBS.map((verb) => ({ verb, slips: countSlips(word, verb) }))
    .filter(({ slips, verb }) => slips <= Math.min(MAX_SLIPS, verb.length / 2))
    .toSorted((one, other) => one.slips - other.slips)
    .at(0)?.verb;
}

/** Letters put in, left out or replaced (Levenshtein); both words are short. */
function countSlips(word: string, verb: string): number {
  let row = Array.from({ length: verb.length + 1 }, (_, index) => index);
  for (let index = 0; index < word.length; index += 1) {
    const above = row;
    row = [index + 1];
    for (let column = 1; column <= verb.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (verb[column - 1] === word[index] ? 0 : 1);
      row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row[verb.length] ?? 0;
}
