import { COMMAND_NAME } from '../command-name.ts';
import { MAX_CHANGES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { CHANGE_KINDS } from '../schema.ts';
import { type Fields, gather, membersOf } from './fields.ts';
import { executableOf } from './file-mode.ts';
import { agree, kindOf, MAKES_ANOTHER, saidOfContent, wordIn, wordOf } from './kind.ts';
import { isObject, type Member, sameValue } from './member.ts';
import { BODIES, CHANGE_NAMES, type ChangeMeaning, meanings } from './names.ts';
import { type Notes, noteRename } from './notes.ts';
import {
  commandNotAllowed,
  contradiction,
  editForContent,
  editOrContent,
  malformed,
  unknownField,
  wordsUnderPath,
} from './refusals.ts';
import { underContent } from './text-under-name.ts';
import { doubtsBeside, elsewhere, wordDoubts } from './under-file.ts';

/** What one entry of a list of changes comes to, as values of wire format version 1. */
export type ReadChange =
  | { readonly ok: true; readonly changes: readonly object[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What is known around an entry: the file of changes that name none, and where to note what was read how. */
export type Around = { readonly path: Member | undefined; readonly notes: Notes };

/** Reads one change, the members of an entry, under whatever names it has. Types of values are left to the schema. */
export function readChange(
  members: readonly Member[],
  at: readonly PropertyKey[],
  around: Around,
): ReadChange {
  const { fields, remarks, unknown, refusals } = gather(members);
  const kind = fields.get('kind');
  if (kind?.name === 'kind' && typeof kind.value === 'string' && Object.hasOwn(KIND_FIELDS, kind.value)) {
    return readWireChange(members, { kind: kind.value, around });
  }
  // A kind of nobody's is for the schema to refuse: it knows best which there are.
  if (kind?.name === 'kind' && wordIn(kind) === undefined) {
    return { ok: true, changes: [Object.fromEntries(members.map(({ name, value }) => [name, value]))] };
  }
  const name = kind?.value === 'run' ? unknown.find((member) => member.name === 'name') : undefined;
  const command = fields.get('command') ?? name;
  if (command !== undefined) fields.set('command', command);
  if (name !== undefined && command !== undefined && !sameValue(command, name)) {
    refusals.push(contradiction(command.at, name.at));
  }
  for (const member of unknown) {
    if (member !== name) refusals.push(unknownField(member.at));
  }
  if (refusals.length > 0) return { ok: false, refusals };
  for (const remark of remarks) around.notes.ignored.add(remark.name);
  return readDialectChange({ fields, at, around });
}

/** The fields of each kind in wire format version 1. */
const KIND_FIELDS: { readonly [kind: string]: readonly string[] } = {
  diff: ['diff', 'path'],
  apply_patch: ['patch', 'path'],
  edit: ['path', 'find', 'replace', 'count'],
  blocks: ['text', 'path'],
  regex: ['path', 'pattern', 'flags', 'replacement', 'count'],
  write: ['path', 'content', 'encoding', 'executable'],
  delete: ['path'],
  move: ['from', 'to'],
  text: ['text', 'path'],
  run: ['command'],
};

const changeIn = meanings(CHANGE_NAMES);

/** A change that names its kind as the format does is held to the format; other names of its fields are known still. */
function readWireChange(
  members: readonly Member[],
  { kind, around }: { readonly kind: string; readonly around: Around },
): ReadChange {
  const fields = KIND_FIELDS[kind] ?? [];
  const read = new Map<string, Member>();
  for (const member of members) {
    const wanted = fieldOf(kind, changeIn(member.name));
    const renames = !fields.includes(member.name) && wanted !== undefined && fields.includes(wanted);
    const name = renames ? wanted : member.name;
    const first = read.get(name);
    if (first !== undefined && !sameValue(first, member)) {
      return { ok: false, refusals: [contradiction(first.at, member.at)] };
    }
    noteRename(around.notes, member.name, name);
    read.set(name, member);
  }
  if (around.path !== undefined && fields.includes('path') && !read.has('path')) {
    noteRename(around.notes, around.path.name, 'path');
    read.set('path', around.path);
  }
  return { ok: true, changes: [Object.fromEntries([...read].map(([name, { value }]) => [name, value]))] };
}

/** What a kind calls a meaning: only regular expressions have a name of their own for what they put in place. */
function fieldOf(kind: string, meaning: ChangeMeaning | undefined): string | undefined {
  return kind === 'regex' && meaning === 'replace' ? 'replacement' : meaning;
}

type Dialect = { readonly fields: Fields; readonly at: readonly PropertyKey[]; readonly around: Around };

function readDialectChange(dialect: Dialect): ReadChange {
  const { fields, at } = dialect;
  const word = wordOf(fields);
  const [said, command] = [fields.get('kind'), fields.get('command')];
  if (word === 'run' || (command !== undefined && (word === undefined || wordIn(command) === undefined))) {
    return said?.value === 'run' && command !== undefined
      ? readCommand(dialect, command)
      : refused(commandNotAllowed(command?.at ?? at));
  }
  if (said !== undefined && command !== undefined && !agree(wordIn(said), wordIn(command))) {
    return refused(contradiction(said.at, command.at));
  }
  const named = said ?? command;
  if (named !== undefined && word === undefined) {
    return refused(
      malformed(
        named.at,
        `is no change that is known here. Send one of ${CHANGE_KINDS.join(', ')} as \`kind\`.`,
      ),
    );
  }
  const bodies = [...fields].filter(([meaning]) => BODIES.has(meaning));
  const [body, second] = bodies;
  if (body !== undefined && second !== undefined) {
    return refused(
      malformed(second[1].at, `stands beside another change in one entry. Send one entry for each.`),
    );
  }
  if (body?.[0] === 'edits') return readNested(dialect, body[1]);
  const kind = kindOf(body?.[0], word);
  if (kind === null) return refused(malformed(named?.at ?? at, MAKES_ANOTHER));
  if (kind === undefined) {
    return refused(
      malformed(
        at,
        'holds no change that is known. Send a `path` with `find` and `replace`, or with `content`.',
      ),
    );
  }
  return kind === 'write' && body !== undefined ? readContent(dialect, body[1]) : build(dialect, kind);
}

/** What stands as the content of a file may be an edit of it, which is no text for the file to hold. */
function readContent(dialect: Dialect, content: Member): ReadChange {
  const { fields, at, around } = dialect;
  const path = fields.get('path') ?? around.path;
  if (typeof content.value !== 'string' || typeof path?.value !== 'string') return build(dialect, 'write');
  const said = saidOfContent(fields.get('kind') ?? fields.get('command'));
  switch (underContent({ said, list: at.at(-2) }, path.value, content.value)) {
    case 'content':
      return build(dialect, 'write');
    case 'edit for content':
      return refused(editForContent(content.at));
    case 'words':
      return refused(wordsUnderPath(content.at));
    case 'unclear':
      return refused(editOrContent(content.at));
    case 'edit': {
      const text = new Map(fields);
      text.delete('content');
      const read = build({ ...dialect, fields: text.set('text', content) }, 'text');
      const refusals = read.ok ? elsewhere(read.changes, path, { at, notes: around.notes }) : [];
      return refusals.length > 0 ? { ok: false, refusals } : read;
    }
  }
}

/** The name of a command is taken as one, whatever the field is called; a command for a shell is refused here. */
function readCommand({ fields, around }: Dialect, command: Member): ReadChange {
  if (typeof command.value !== 'string' || !COMMAND_NAME.test(command.value)) {
    return refused(commandNotAllowed(command.at));
  }
  const refusals = [...fields].flatMap(([meaning, { at }]) =>
    meaning === 'kind' || meaning === 'command' ? [] : [meaningless(at, 'run')],
  );
  if (refusals.length > 0) return { ok: false, refusals };
  noteRename(around.notes, command.name, 'command');
  return { ok: true, changes: [{ kind: 'run', command: command.value }] };
}

/** Several edits of one file: `{path, edits: [{old_string, new_string}, …]}`. */
function readNested({ fields, around }: Dialect, edits: Member): ReadChange {
  const own = fields.get('path');
  const path = own ?? around.path;
  if (!Array.isArray(edits.value) || edits.value.length > MAX_CHANGES) {
    return refused(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
  }
  const changes: object[] = [];
  const inside: Fields[] = [];
  const refusals: Refusal[] = [];
  for (const [index, edit] of edits.value.entries()) {
    const at = [...edits.at, index];
    const members = isObject(edit) ? membersOf(edit, at) : [];
    const gathered = gather(members).fields;
    const read =
      members.length > 0 && !gathered.has('edits')
        ? readChange(members, at, { ...around, path })
        : refused(malformed(at, 'must be one edit.'));
    inside.push(gathered);
    if (!read.ok) refusals.push(...read.refusals);
    else {
      changes.push(...read.changes);
      if (own !== undefined) refusals.push(...elsewhere(read.changes, own, { at, notes: around.notes }));
    }
  }
  refusals.push(...doubtsBeside(fields, inside));
  if (refusals.length === 0) refusals.push(...wordDoubts(fields, edits, changes));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes };
}

/** The field of each kind of text that holds it, whatever it was called. */
const TEXT_FIELD: { readonly [kind: string]: string } = {
  diff: 'diff',
  apply_patch: 'patch',
  blocks: 'text',
  text: 'text',
};

function build({ fields, around }: Dialect, kind: string): ReadChange {
  const wanted = KIND_FIELDS[kind] ?? [];
  const built = new Map<string, unknown>([['kind', kind]]);
  const refusals: Refusal[] = [];
  const own = fields.get('path');
  const path = own ?? around.path;
  if (path !== undefined && wanted.includes('path')) {
    built.set('path', path.value);
    noteRename(around.notes, path.name, 'path');
  } else if (own !== undefined && ![fields.get('from')?.value, fields.get('to')?.value].includes(own.value)) {
    refusals.push(meaningless(own.at, kind));
  }
  for (const [meaning, member] of fields) {
    if (SILENT.has(meaning)) continue;
    const [field, value] = translate(kind, meaning, member.value);
    if (!wanted.includes(field) || value === undefined) {
      refusals.push(meaningless(member.at, kind));
    } else if (value !== null) {
      if (built.has(field) && built.get(field) !== value)
        refusals.push(malformed(member.at, 'contradicts another field of this change. Send one of them.'));
      built.set(field, value);
      noteRename(around.notes, member.name, field);
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes: [Object.fromEntries(built)] };
}

/** Said by the kind, or set already. */
const SILENT: ReadonlySet<ChangeMeaning> = new Set(['kind', 'command', 'path']);

/** The field of this kind for a meaning, and its value there; null: the value says what is the case anyway. */
function translate(
  kind: string,
  meaning: ChangeMeaning,
  value: unknown,
): readonly [field: string, value: unknown] {
  switch (meaning) {
    case 'replaceAll':
      return ['count', value === true ? 'all' : value === false ? null : undefined];
    case 'mode':
      return ['executable', executableOf(value)];
    case 'diff':
    case 'patch':
    case 'text':
      return [TEXT_FIELD[kind] ?? meaning, value];
    default:
      return [fieldOf(kind, meaning) ?? meaning, value];
  }
}

function meaningless(at: readonly PropertyKey[], kind: string): Refusal {
  return malformed(at, `has no such meaning in a change of kind ${kind}. Remove it, or correct it.`);
}

function refused(refusal: Refusal): ReadChange {
  return { ok: false, refusals: [refusal] };
}
