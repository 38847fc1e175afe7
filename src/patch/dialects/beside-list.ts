import type { Refusal } from '../refusal.ts';
import { executableOf } from './file-mode.ts';
import { isObject, type Member } from './layers.ts';
import { CHANGE_NAMES, meanings, PLACE_NAMES } from './names.ts';
import { malformed } from './refusals.ts';

/** A list of changes, each with its own fields, and what they were read as. */
export type ReadList = { readonly list: object; readonly changes: readonly unknown[] };

/** What stands beside a list and limits its changes, or says of them what they don't: without it more would be done. */
export function limitsBeside(beside: readonly Member[], read: ReadList): readonly Member[] {
  return beside.filter((member) => isSaid(member.value) && isLimit(member, read));
}

export function limitRefusal({ at }: Member): Refusal {
  return malformed(
    at,
    'stands beside a list of changes and would be done for none of them. Leave it out, and have each change say all that it is to do.',
  );
}

const placeIn = meanings(PLACE_NAMES);
const changeIn = meanings(CHANGE_NAMES);

/** Anything but what says nothing. */
function isSaid(value: unknown): boolean {
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isLimit({ name, value }: Member, { list, changes }: ReadList): boolean {
  if (placeIn(name) !== undefined) return true;
  switch (changeIn(name)) {
    case 'mode':
      return executableOf(value) !== undefined || isPlaceWord(value);
    case 'encoding':
      return typeof value !== 'string' || !/^utf-?8$/i.test(value);
    case 'count':
      // Of a list it may be how many changes there are.
      return value !== Object.keys(list).length || changes.some(hasCount);
    default:
      return false;
  }
}

/** As in `"mode": "append"`. */
export function isPlaceWord(value: unknown): boolean {
  return typeof value === 'string' && /^(?:append|prepend|insert)/i.test(value);
}

function hasCount(change: unknown): boolean {
  return isObject(change) && 'count' in change && change.count !== 1;
}
