import { isKnownName } from '../formats/path-line.ts';
import { MAX_CHANGES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { isPlaceWord, limitRefusal, limitsBeside } from './beside-list.ts';
import { type Around, readChange } from './change.ts';
import { gather, membersOf } from './fields.ts';
import { executableOf } from './file-mode.ts';
import { isObject, type Member } from './layers.ts';
import { BODIES, CHANGE_NAMES, KIND_WORDS, LIST_NAMES, meanings, PLACE_NAMES } from './names.ts';
import { type Notes, noteRename } from './notes.ts';
import { PATH_FIELDS, placeholdersIn } from './placeholder.ts';
import { hasEditMarks, isScript, isShell } from './prose.ts';
import {
  commandNotAllowed,
  contradiction,
  editUnderFiles,
  malformed,
  missionWithoutChanges,
  refusalOf,
  unknownField,
  wordsUnderPath,
} from './refusals.ts';
import { underPath } from './text-under-name.ts';
import { elsewhere } from './under-file.ts';

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
    ...(text === undefined ? [] : [() => readText(text, around, roleOf(members))]),
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
    const list = filled[0]?.value ?? text?.value;
    const limits =
      isListed(list) && read.changes !== null ? limitsBeside(beside, { list, changes: read.changes }) : [];
    return {
      changes: read.changes,
      refusals: [...read.refusals, ...limits.map(limitRefusal)],
      others: beside.filter((member) => !limits.includes(member)),
    };
  }
  return { changes: lists.length > 0 ? [] : null, refusals: [], others: [...others, ...spread] };
}

type Read = { readonly changes: readonly unknown[] | null; readonly refusals: readonly Refusal[] };

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

/** A file that is named for the whole list is that of all its entries, or of none. */
function readListUnder(list: Member, around: Around): Read {
  const read = readList(list, around);
  const { path, notes } = around;
  const entries: readonly unknown[] = Array.isArray(list.value) ? list.value : [];
  const isTheirs = entries.some((entry) => isObject(entry) && !namesFile(entry));
  if (path === undefined || read.changes === null || !isTheirs) return read;
  const isEach = entries.length === read.changes.length;
  const doubts = read.changes.flatMap((change, index) =>
    elsewhere([change], path, { at: isEach ? [...list.at, index] : list.at, notes }),
  );
  return { ...read, refusals: [...read.refusals, ...doubts] };
}

const NAMES_OF_FILES = ['path', 'from', 'to'] as const;

function namesFile(entry: object): boolean {
  const { fields } = gather(membersOf(entry, []));
  return NAMES_OF_FILES.some((name) => fields.has(name));
}

function readList({ name, value, at }: Member, around: Around): Read {
  noteRename(around.notes, name, 'changes');
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isObject(value) ? value : {});
  if (entries.length > MAX_CHANGES) return { changes: null, refusals: [tooMany(at)] };
  if (isOneChange(value)) {
    return { changes: null, refusals: [malformed(at, 'is one change. Send it in a list: `[{…}]`.')] };
  }
  if (
    Array.isArray(value) &&
    entries.every(([, entry]) => typeof entry === 'string' && !hasEditMarks(entry))
  ) {
    return { changes: null, refusals: [missionWithoutChanges(at)] };
  }
  const changes: unknown[] = [];
  const refusals: Refusal[] = [];
  for (const [key, entry] of entries) {
    const read =
      typeof key === 'string' && (isObject(entry) || typeof entry === 'string')
        ? readUnderName(key, entry, { list: name, at: [...at, key], around })
        : readEntry(entry, [...at, key], around);
    // What is refused keeps its place, so that what is wrong with the others is found there too.
    for (const change of read.changes ?? [entry]) changes.push(change);
    for (const refusal of read.refusals) refusals.push(refusal);
  }
  return { changes, refusals };
}

function tooMany(at: readonly PropertyKey[]): Refusal {
  return refusalOf('too_large', at, `has more than ${MAX_CHANGES} entries. Send less.`, {
    limit: MAX_CHANGES,
  });
}

/** An object of files has paths for names; one with the fields of a change would become files of these names. */
function isOneChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const named = Object.keys(value).map((name) => changeIn(name));
  return named.includes('path') && named.some((meaning) => meaning !== undefined && meaning !== 'path');
}

type UnderName = { readonly list: string; readonly at: readonly PropertyKey[]; readonly around: Around };

/**
 * `{"src/a.js": {…}}`: a change of the file that it stands under. Some forms have words of their own there, and what was
 * a list once has numbers.
 */
function readUnderName(name: string, entry: object | string, under: UnderName): Read {
  const { at, around } = under;
  if (typeof entry === 'string') return readTextUnderName(name, entry, under);
  if (/^\d+$/.test(name)) return readEntry(entry, at, around);
  const path = gather(membersOf(entry, at)).fields.get('path');
  if (path !== undefined && path.value !== name) {
    if (/[./]/.test(name) || isKnownName(name))
      return { changes: null, refusals: [contradiction(at, path.at)] };
    around.notes.ignored.add(name);
    return readEntry(entry, at, around);
  }
  const file = { name: 'path', value: name, at };
  return heldTo(file, readEntry(entry, at, { ...around, path: file }), around.notes);
}

/** `{"src/a.js": "…"}`: what the file holds afterwards, or an edit of it. */
function readTextUnderName(name: string, text: string, { list, at, around }: UnderName): Read {
  const file = { name: 'path', value: name, at };
  const written = [{ kind: 'write', path: name, content: text }];
  if (/^\d+$/.test(name) && hasEditMarks(text)) return readEntry(text, at, around);
  switch (underPath(list, name, text)) {
    case 'content':
      return { changes: written, refusals: [] };
    case 'words':
      return { changes: written, refusals: [wordsUnderPath(at)] };
    case 'edit for content':
      return { changes: written, refusals: [editUnderFiles(at)] };
    case 'edit':
      return heldTo(
        file,
        readText({ name: 'text', value: text, at }, { ...around, path: file }, ''),
        around.notes,
      );
  }
}

/** What stands under the name of a file is a change of that file. */
function heldTo(file: Member, { changes, refusals }: Read, notes: Notes): Read {
  const all = [...refusals, ...elsewhere(changes ?? [], file, { at: file.at, notes })];
  return { changes: all.length > 0 ? null : changes, refusals: all };
}

function readEntry(entry: unknown, at: readonly PropertyKey[], around: Around): Read {
  // What is neither a change nor a text with one goes on as it is: the schema says best what belongs there.
  if (typeof entry === 'string' && hasEditMarks(entry))
    return readText({ name: 'text', value: entry, at }, around, '');
  if (!isObject(entry)) return { changes: [entry], refusals: [] };
  return readMembers(membersOf(entry, at), at, around);
}

function readMembers(members: readonly Member[], at: readonly PropertyKey[], around: Around): Read {
  const read = readChange(members, at, around);
  return read.ok ? { changes: read.changes, refusals: [] } : { changes: null, refusals: read.refusals };
}

/** One change whose fields stand beside id and title. A text without a file is a patch only where it looks like one. */
function readSpread(spread: readonly Member[], around: Around, others: readonly Member[]): Read {
  const limits = others.filter(({ name }) => placeIn(name) !== undefined);
  if (limits.length > 0) return { changes: null, refusals: limits.map(({ at }) => unknownField(at)) };
  const [only, second] = spread;
  const meaning = only === undefined ? undefined : changeIn(only.name);
  if (only !== undefined && second === undefined && (meaning === 'text' || meaning === 'content')) {
    if (meaning === 'text' || around.path === undefined) return readLooseText(only, around, others);
  }
  return readMembers(spread, only?.at.slice(0, -1) ?? [], around);
}

/** `text` and `content` are also what chats and reports put their words into. */
function readLooseText(text: Member, around: Around, others: readonly Member[]): Read {
  if (typeof text.value === 'string' && around.path === undefined && !hasEditMarks(text.value)) {
    return { changes: null, refusals: [] };
  }
  return readText(text, around, roleOf(others));
}

/** A text in the place of a patch: what a model wrote, a command, or words about work to do. */
function readText({ value, at, name }: Member, { path, notes }: Around, role: string): Read {
  if (Array.isArray(value)) return readList({ name, value, at }, { path, notes });
  if (typeof value !== 'string')
    return { changes: null, refusals: [malformed(at, 'must be an object or a text.')] };
  const file = path?.value;
  const standIns = placeholdersIn([{ path: file, text: value }]);
  if (standIns.length > 0) return { changes: null, refusals: standIns };
  if (!hasEditMarks(value)) {
    const isFile = typeof file === 'string' && isScript(file);
    if (role.includes('command') || (isShell(value) && !isFile)) {
      return { changes: null, refusals: [commandNotAllowed(at)] };
    }
    if (file === undefined || role.includes('instruction')) {
      return { changes: null, refusals: [missionWithoutChanges(at)] };
    }
  }
  if (path !== undefined) noteRename(notes, path.name, 'path');
  noteRename(notes, name, 'text');
  return {
    changes: [{ kind: 'text', text: value, ...(file === undefined ? {} : { path: file }) }],
    refusals: [],
  };
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
