import type { Refusal } from '../refusal.ts';
import { askedFiles, askedFilesRefusal } from './asked-files.ts';
import { isPlaceWord, limitRefusal, limitsBeside, limitsInSettings } from './beside-list.ts';
import { besideOne, isKnownWord, isWordOfChange } from './beside-one.ts';
import type { Around } from './change.ts';
import { executableOf } from './file-mode.ts';
import { readList, readListUnder, readMembers } from './list.ts';
import { isObject, type Member } from './member.ts';
import { BODIES, CHANGE_NAMES, KIND_WORDS, LIST_NAMES, meanings, PLACE_NAMES } from './names.ts';
import type { Notes } from './notes.ts';
import { PATH_FIELDS } from './placeholder.ts';
import { hasEditMarks } from './prose.ts';
import { malformed, unknownField } from './refusals.ts';
import { type Read, readText } from './text-body.ts';

export type Body = {
  /** Values of wire format version 1, in order; null: nothing says that there should be any. */
  readonly changes: readonly unknown[] | null;
  readonly refusals: readonly Refusal[];
  /** Members that are no part of it. */
  readonly others: readonly Member[];
};

/** The changes of a payload: a list, one change spread over the payload itself, or a text. */
export function readBody(members: readonly Member[], text: Member | undefined, notes: Notes): Body {
  const { lists, spread, paths, others } = sort(members);
  const path = onePath(paths);
  if (!path.ok) return { changes: null, refusals: path.refusals, others };
  const around = { path: path.member, notes };
  const filled = lists.filter(({ value }) => !isEmpty(value));
  const bodies: readonly (() => Read)[] = [
    ...filled.map((list) => () => readListUnder(list, around)),
    ...(text === undefined ? [] : [() => readTextOrList(text, around, roleOf(members))]),
    ...(hasBody(spread) ? [() => readSpread(spread, around, others)] : []),
  ];
  const [body, second] = bodies;
  if (second !== undefined) {
    const refusal = malformed(
      [],
      'holds its changes in more than one place. Send all of them in one list, `changes`.',
    );
    return { changes: null, refusals: [refusal], others };
  }
  if (body !== undefined) {
    const read = body();
    noteUnusedPath(path.member, read.changes, notes);
    const beside = hasBody(spread) ? others : [...others, ...spread];
    const { changes } = read;
    const loose = path.member === undefined ? looseText(spread) : undefined;
    const list = filled[0]?.value ?? text?.value ?? loose?.value;
    const isOpen = isListed(list) || typeof list === 'string';
    const limits = isOpen && changes !== null ? limitsBeside(beside, { list, changes }) : [];
    const asked = changes === null ? [] : askedFiles(beside, changes).filter((one) => !limits.includes(one));
    // Words for a change are no commands, whatever they are called. Beside a list each change has its own.
    const words = beside.filter((member) => isWordOfChange(member) && (!isOpen || isKnownWord(member)));
    for (const { name } of words) if (isOpen) notes.ignored.add(name);
    const heard = new Set([...limits, ...asked, ...words]);
    return {
      changes,
      refusals: [...read.refusals, ...limits.map(limitRefusal), ...asked.map(askedFilesRefusal)],
      others: beside.filter((member) => !heard.has(member)),
    };
  }
  return { changes: lists.length > 0 ? [] : null, refusals: [], others: [...others, ...spread] };
}

const changeIn = meanings(CHANGE_NAMES);
const listIn = meanings(LIST_NAMES);
const kindIn = meanings(KIND_WORDS);
const placeIn = meanings(PLACE_NAMES);

type Sorted = {
  readonly lists: readonly Member[];
  /** Fields of one change that stand beside id and title. */
  readonly spread: readonly Member[];
  readonly paths: readonly Member[];
  readonly others: readonly Member[];
};

function sort(members: readonly Member[]): Sorted {
  const lists: Member[] = [];
  const spread: Member[] = [];
  const paths: Member[] = [];
  const others: Member[] = [];
  for (const member of members) {
    const meaning = changeIn(member.name);
    if (listIn(member.name) !== undefined && isListed(member.value)) lists.push(member);
    else if (meaning === 'path') (isPathLike(member) ? paths : others).push(member);
    else if (meaning !== undefined && meaning !== 'remark' && isOfChange(meaning, member))
      spread.push(member);
    else others.push(member);
  }
  return { lists, spread, paths, others };
}

/** A list of changes, or an object that maps paths to contents. */
function isListed(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return isListed(value) && Object.keys(value).length === 0;
}

/** `target` also stands for a team or a stage; such words have neither a slash nor a dot. */
function isPathLike({ name, value }: Member): boolean {
  return typeof value === 'string' && (name !== 'target' || /[./]/.test(value));
}

/** Outside of a list, `type`, `mode` and `command` speak of the payload unless they say something of a change. */
function isOfChange(meaning: string, { value }: Member): boolean {
  if (meaning === 'kind') return typeof value === 'string' && kindIn(value) !== undefined;
  if (meaning === 'mode') return executableOf(value) !== undefined || isPlaceWord(value);
  return meaning !== 'command';
}

function hasBody(spread: readonly Member[]): boolean {
  return spread.some(({ name, value }) => {
    const meaning = changeIn(name);
    return (
      meaning !== undefined &&
      (BODIES.has(meaning) ||
        (meaning === 'kind' && typeof value === 'string' && WHOLE.has(kindIn(value) ?? 'any')))
    );
  });
}

/** Kinds that need nothing but a path. */
const WHOLE: ReadonlySet<string> = new Set(['delete', 'run']);

type OnePath =
  | { readonly ok: true; readonly member: Member | undefined }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

function onePath([first, ...rest]: readonly Member[]): OnePath {
  const other = rest.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return { ok: true, member: first };
  return {
    ok: false,
    refusals: [malformed(other.at, `names another file than \`${first.name}\`. Send one of them.`)],
  };
}

/** One change whose fields stand beside id and title. A text without a file is a patch only where it looks like one. */
function readSpread(spread: readonly Member[], around: Around, others: readonly Member[]): Read {
  const limits = others.filter(({ name, value }) => placeIn(name) !== undefined && value !== null);
  if (limits.length > 0) return { changes: null, refusals: limits.map(({ at }) => unknownField(at)) };
  const only = looseText(spread);
  if (only !== undefined && around.path === undefined) return readLooseText(only, around, others);
  const own = around.path === undefined ? spread : [around.path, ...spread];
  const { words, refusals } = besideOne(own, others);
  const at = spread[0]?.at.slice(0, -1) ?? [];
  const isText = words.length === 0 && only !== undefined && changeIn(only.name) === 'text';
  const read = isText ? readLooseText(only, around, others) : readMembers([...spread, ...words], at, around);
  const inSettings = limitsInSettings(others, read.changes ?? []).map(limitRefusal);
  return { changes: read.changes, refusals: [...read.refusals, ...refusals, ...inSettings] };
}

/** A text that no other field says anything of. */
function looseText([only, second]: readonly Member[]): Member | undefined {
  const meaning = only === undefined ? undefined : changeIn(only.name);
  return second === undefined && (meaning === 'text' || meaning === 'content') ? only : undefined;
}

/** `text` and `content` are also what chats and reports put their words into. */
function readLooseText(text: Member, around: Around, others: readonly Member[]): Read {
  if (typeof text.value === 'string' && around.path === undefined && !hasEditMarks(text.value)) {
    return { changes: null, refusals: [] };
  }
  return readTextOrList(text, around, roleOf(others));
}

/** Where a text belongs, some put the list of its edits. */
function readTextOrList(text: Member, around: Around, role: string): Read {
  return Array.isArray(text.value) ? readList(text, around) : readText(text, around, role);
}

/** Some payloads say in `role` whether their text is code, a command, or an instruction. */
function roleOf(members: readonly Member[]): string {
  const role = members.find(({ name }) => name === 'role')?.value;
  return typeof role === 'string' ? role.toLowerCase() : '';
}

/** A file that is named for the whole patch and in none of its changes is not passed over in silence. */
function noteUnusedPath(path: Member | undefined, changes: readonly unknown[] | null, notes: Notes): void {
  const isUsed = (changes ?? []).some(
    (change) =>
      isObject(change) &&
      Object.entries(change).some(([field, value]) => PATH_FIELDS.has(field) && value === path?.value),
  );
  if (path !== undefined && !isUsed && changes !== null) notes.ignored.add(path.name);
}
