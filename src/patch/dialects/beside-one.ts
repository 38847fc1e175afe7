import type { Refusal } from '../refusal.ts';
import { isAboutFiles } from './asked-files.ts';
import { CONTEXT_NAMES, DESCRIPTION_NAMES, PATCH_WORDS } from './description-names.ts';
import type { Member } from './member.ts';
import {
  CHANGE_NAMES,
  COMMAND_NAMES,
  DELIVERY_NAMES,
  HEADER_NAMES,
  KIND_WORDS,
  MISSION_NAMES,
  meanings,
  REQUEST_HOLDERS,
  REQUEST_NAMES,
} from './names.ts';
import { unknownField } from './refusals.ts';
import { asksForTrial } from './trial.ts';

/** What stands in a payload that is one change, beside the fields that make it one. */
export type BesideOne = {
  /** Words for what is to be done, which the change is read with: known ones and others. */
  readonly words: readonly Member[];
  readonly refusals: readonly Refusal[];
};

/**
 * The fields of a payload that is one change are those of the change, as in a list: passed over, what limits it would be
 * lost, under whatever name. What only tells of it stands there too, and so do requests and the envelope. `own`: the
 * members that make the change, and its file; what stands around all of them stands beside the change.
 */
export function besideOne(own: readonly Member[], others: readonly Member[]): BesideOne {
  const depth = Math.min(...own.map(({ at }) => at.length));
  const words = others.filter(isWordOfChange);
  const unknown = others.filter(
    (member) => member.at.length >= depth && !words.includes(member) && !isKnownBeside(member),
  );
  return { words, refusals: unknown.map(({ at }) => unknownField(at)) };
}

/**
 * A word for what is to be done, in `action` and the like, or in the `command` of an editing tool: `append` as well as
 * `create`. Words that are about the whole patch, commands for a shell, and wishes to try it are none.
 */
export function isWordOfChange(member: Member): boolean {
  const { name, value } = member;
  if (isEmpty(value) || asksForTrial(member)) return false;
  const said = typeof value === 'string' ? value.trim() : '';
  switch (changeIn(name)) {
    case 'kind':
      return patchWordIn(said) === undefined;
    case 'command':
      return isToolCommand(name) && /^[\w-]+$/.test(said) && patchWordIn(said) === undefined;
    default:
      return false;
  }
}

/** Is it a word for a change that is known, other than one for a command? */
export function isKnownWord({ value }: Member): boolean {
  const kind = typeof value === 'string' ? kindIn(value.trim()) : undefined;
  return kind !== undefined && kind !== 'run';
}

const changeIn = meanings(CHANGE_NAMES);
const patchWordIn = meanings(PATCH_WORDS);
const kindIn = meanings(KIND_WORDS);

/** Under the other names of a command stands one for a shell, also where it is one word. */
const toolCommandIn = meanings({ command: ['command', 'cmd'] });

function isToolCommand(name: string): boolean {
  return toolCommandIn(name) !== undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

const TABLES = [
  DESCRIPTION_NAMES,
  CONTEXT_NAMES,
  HEADER_NAMES,
  DELIVERY_NAMES,
  COMMAND_NAMES,
  REQUEST_NAMES,
  REQUEST_HOLDERS,
].map((table) => meanings<string>(table));

function isKnownBeside(member: Member): boolean {
  const { name, value } = member;
  // Wishes to try it and files elsewhere are refused for themselves.
  if (isEmpty(value) || asksForTrial(member) || isAboutFiles(member)) return true;
  if (changeIn(name) === 'kind') return true;
  if (missionIn(name) !== undefined) return isWords(value);
  // `target` stands for a team or a stage, too.
  return name === 'target' || TABLES.some((meaningIn) => meaningIn(name) !== undefined);
}

const missionIn = meanings(MISSION_NAMES);

function isWords(value: unknown): boolean {
  return Array.isArray(value) ? value.every((item) => typeof item === 'string') : typeof value === 'string';
}
