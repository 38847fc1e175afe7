import type { Refusal } from '../refusal.ts';
import { isKnownWord, isWordOfChange } from './beside-one.ts';
import { executableOf } from './file-mode.ts';
import { agree, wordIn } from './kind.ts';
import { isObject, type Member } from './member.ts';
import { CHANGE_NAMES, meanings, type Names, PLACE_NAMES } from './names.ts';
import { malformed } from './refusals.ts';
import { isSettings, saidIn } from './settings.ts';

/** A list of changes, each with its own fields, or a text in a patch format, and what they were read as. */
export type ReadList = { readonly list: object | string; readonly changes: readonly unknown[] };

/**
 * What stands beside a list or a text, or in settings there, and limits its changes, or says of them what they don't:
 * without it more would be done.
 */
export function limitsBeside(beside: readonly Member[], read: ReadList): readonly Member[] {
  return beside.flatMap((member) => {
    if (isSettings(member)) return limitsInSettings([member], read.changes);
    return isForbidden(member) || (isSaid(member.value) && isLimit(member, read)) ? [member] : [];
  });
}

/** Words there that are no kind of change may tell of anything, such as `{"metadata": {"type": "billing"}}`. */
export function limitsInSettings(beside: readonly Member[], changes: readonly unknown[]): readonly Member[] {
  const read = { list: changes, changes };
  return beside
    .filter(isSettings)
    .flatMap(saidIn)
    .filter((member) => isForbidden(member) || (isSaid(member.value) && isLimit(member, read)));
}

export function limitRefusal({ at }: Member): Refusal {
  return malformed(
    at,
    'stands beside the changes and would be done for none of them. Leave it out, and have each change say all that it is to do.',
  );
}

/** What names the encoding of a content in other words, and what says that a file must not be there yet. */
const GUARD_NAMES = {
  encoding: ['content encoding', 'file encoding', 'transfer encoding'],
  overwrite: ['overwrite', 'force', 'replace existing'],
} as const satisfies Names<string>;

const placeIn = meanings(PLACE_NAMES);
const changeIn = meanings(CHANGE_NAMES);
const guardIn = meanings(GUARD_NAMES);

/** `"overwrite": false`, which says something by saying no. */
function isForbidden({ name, value }: Member): boolean {
  return guardIn(name) === 'overwrite' && value === false;
}

/** Anything but what says nothing. */
function isSaid(value: unknown): boolean {
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isLimit(member: Member, { list, changes }: ReadList): boolean {
  const { name, value } = member;
  if (placeIn(name) !== undefined) return true;
  if (guardIn(name) === 'encoding') return !isUtf8(value);
  switch (changeIn(name)) {
    case 'mode':
      return executableOf(value) !== undefined || isPlaceWord(value);
    case 'encoding':
      return !isUtf8(value);
    case 'count':
      // Of a list it may be how many changes there are.
      return (
        value !== (isObject(list) || Array.isArray(list) ? Object.keys(list).length : 1) ||
        changes.some(hasCount)
      );
    case 'kind':
    case 'command':
      return isWordOfChange(member) && limitsByWord(member, { list, changes });
    default:
      return false;
  }
}

function isUtf8(value: unknown): boolean {
  return typeof value === 'string' && /^utf-?8$/i.test(value);
}

/** Said of all changes, a word that they don't do says that they are to be done otherwise. `create` may be said of the patch. */
function limitsByWord(member: Member, { list, changes }: ReadList): boolean {
  if (isPlaceWord(member.value)) return true;
  const word = wordIn(member);
  if (word === 'delete' || word === 'move') return !changes.every((change) => isMadeBy(word, change));
  if (isKnownWord(member) || word === 'run') return false;
  return changeIn(member.name) === 'kind' && !saysItself(list);
}

function isMadeBy(word: string, change: unknown): boolean {
  const kind = isObject(change) && 'kind' in change ? change.kind : undefined;
  return typeof kind !== 'string' || agree('text', kind) || agree(word, kind);
}

/** Does a text, or each entry of a list, say what it does to a file? */
function saysItself(list: object | string): boolean {
  if (typeof list === 'string') return true;
  return Array.isArray(list) && list.every((entry) => isObject(entry) && Object.keys(entry).some(namesKind));
}

function namesKind(name: string): boolean {
  return changeIn(name) === 'kind';
}

/** As in `"mode": "append"`. */
export function isPlaceWord(value: unknown): boolean {
  return typeof value === 'string' && /append|prepend|insert/i.test(value.slice(0, MAX_WORD));
}

/** Longer than any word for what is to be done. */
const MAX_WORD = 60;

function hasCount(change: unknown): boolean {
  return isObject(change) && 'count' in change && change.count !== 1;
}
