import { MAX_NOT_DONE } from '../limits.ts';
import { isObject, type Member } from './member.ts';
import { COMMAND_NAMES, meanings, REQUEST_HOLDERS, REQUEST_NAMES, type RequestMeaning } from './names.ts';

export type Requests = {
  /** Commands and where they stood, such as `postMutationBuild`. */
  readonly commands: readonly { readonly text: string; readonly at: readonly PropertyKey[] }[];
  /** What else was asked for, one sentence each. */
  readonly others: readonly string[];
  /** Members that hold neither. */
  readonly rest: readonly Member[];
};

/** What a payload asks for beside its changes. Nothing of it is done. */
export function readRequests(members: readonly Member[]): Requests {
  const commands: { text: string; at: readonly PropertyKey[] }[] = [];
  const others: string[] = [];
  const rest: Member[] = [];
  for (const member of members) {
    const found = commandIn(member.name) === undefined ? [] : commandsIn(member.value);
    const asked = requestsIn(member);
    for (const text of found) commands.push({ text, at: member.at });
    others.push(...asked);
    if (found.length === 0 && asked.length === 0) rest.push(member);
  }
  return { commands, others, rest };
}

/** Requests as sentences, in order and bounded. They quote what was sent; reports neutralise it. */
export function notDoneOf({ commands, others }: Requests): readonly string[] {
  const all = [
    ...commands.map(({ text, at }) => `Requested, not run: ${cut(text)} (${String(at.at(-1))})`),
    ...others.map((other) => `Requested, not done: ${other}`),
  ];
  const more = all.length - MAX_NOT_DONE;
  return more > 0 ? [...all.slice(0, MAX_NOT_DONE), `And ${more} more requests of this kind`] : all;
}

const commandIn = meanings(COMMAND_NAMES);
const requestIn = meanings(REQUEST_NAMES);
const holderIn = meanings(REQUEST_HOLDERS);

/** Levels between a member and its commands: `{"validate": {"steps": [{"run": "…"}]}}` has three. */
const MAX_LEVELS = 4;

function commandsIn(value: unknown, levels = MAX_LEVELS): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (levels === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => commandsIn(item, levels - 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    commandIn(name) === undefined && name !== 'steps' ? [] : commandsIn(member, levels - 1),
  );
}

function requestsIn({ name, value }: Member): readonly string[] {
  const own = requestIn(name);
  if (own !== undefined) return typeof value === 'string' && value !== '' ? [describe(own, value)] : [];
  if (holderIn(name) === undefined || !isObject(value)) return [];
  return Object.entries(value).flatMap(([inner, member]: [string, unknown]) => {
    const meaning = requestIn(inner);
    if (meaning === 'backup') return ['a backup'];
    if (meaning !== undefined) return typeof member === 'string' ? [describe(meaning, member)] : [];
    return requestsIn({ name: inner, value: member, at: [] }).slice(0, MAX_NOT_DONE);
  });
}

function describe(meaning: RequestMeaning, value: string): string {
  switch (meaning) {
    case 'branch':
      return `a branch named ${cut(value)}`;
    case 'tag':
      return `a tag named ${cut(value)}`;
    case 'commit':
      return `a commit with the message ${cut(value)}`;
    case 'backup':
      return `a backup at ${cut(value)}`;
    case 'summary file':
      return `a summary at ${cut(value)}`;
  }
}

/** Characters of a command that are kept; the patch itself has them all. */
const MAX_COMMAND = 200;

function cut(text: string): string {
  return text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND).toWellFormed()}…` : text.toWellFormed();
}
