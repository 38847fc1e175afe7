import { nearestName } from '../patch/slips.ts';
import { VERBS, type Verb } from './verbs.ts';

/** What to say of a word that is no verb: the verb that was probably meant, else all of them. */
export function suggestVerb(written: string): string {
  const word = written.toLowerCase();
  const shown = written.length > MAX_SHOWN ? `${written.slice(0, MAX_SHOWN).toWellFormed()}…` : written;
  const meant = MEANINGS.get(word) ?? nearestName(word, VERBS);
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
