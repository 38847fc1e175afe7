import { isKnownName } from '../formats/path-line.ts';
import { MAX_CHANGES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { type Around, readChange } from './change.ts';
import { gather, membersOf } from './fields.ts';
import { isObject, type Member } from './member.ts';
import { CHANGE_NAMES, meanings } from './names.ts';
import { type Notes, noteRename } from './notes.ts';
import { hasEditMarks } from './prose.ts';
import {
  contradiction,
  editUnderFiles,
  malformed,
  missionWithoutChanges,
  refusalOf,
  wordsUnderPath,
} from './refusals.ts';
import { type Read, readText } from './text-body.ts';
import { underPath } from './text-under-name.ts';
import { elsewhere } from './under-file.ts';

/** A file that is named for the whole list is that of all its entries, or of none. */
export function readListUnder(list: Member, around: Around): Read {
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

export function readList({ name, value, at }: Member, around: Around): Read {
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

const changeIn = meanings(CHANGE_NAMES);

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

export function readMembers(members: readonly Member[], at: readonly PropertyKey[], around: Around): Read {
  const read = readChange(members, at, around);
  return read.ok ? { changes: read.changes, refusals: [] } : { changes: null, refusals: read.refusals };
}
