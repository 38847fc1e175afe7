import { COMMAND_NAME } from '../command-name.ts';
import { MAX_CHANGES } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { CHANGE_KINDS } from '../schema.ts';
import { executableOf } from './file-mode.ts';
import { isObject, type Member, sameValue } from './layers.ts';
import { BODIES, CHANGE_NAMES, type ChangeMeaning, KIND_WORDS, type KindWord, meanings } from './names.ts';
import { type Notes, noteRename } from './notes.ts';
import { commandNotAllowed, contradiction, malformed } from './refusals.ts';

/** What one entry of a list of changes comes to, as values of wire format version 1. */
export type ReadChange =
  | { readonly ok: true; readonly changes: readonly object[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What is known around an entry: the file of changes that name none, and where to note what was read how. */
export type Around = { readonly path: Member | undefined; readonly notes: Notes };

/** Reads one change under whatever names it has. Types of values are left to the schema. */
export function readChange(entry: object, at: readonly PropertyKey[], around: Around): ReadChange {
  const { fields, unknown, refusals } = gather(entry, at);
  const kind = fields.get('kind');
  if (kind?.name === 'kind' && typeof kind.value === 'string' && Object.hasOwn(KIND_FIELDS, kind.value)) {
    return readWireChange(entry, at, { kind: kind.value, around });
  }
  // A kind of nobody's is for the schema to refuse: it knows best which there are.
  if (kind?.name === 'kind' && !isKindWord(kind.value)) return { ok: true, changes: [entry] };
  const name = unknown.find((member) => member.name === 'name');
  if (kind?.value === 'run' && name !== undefined && unknown.length === 1) {
    return readCommand(around, fields.get('command') ?? name);
  }
  for (const member of unknown)
    refusals.push(malformed(member.at, 'has no meaning in a change. Remove it, or correct its name.'));
  if (refusals.length > 0) return { ok: false, refusals };
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
const kindIn = meanings(KIND_WORDS);

function isKindWord(value: unknown): boolean {
  return typeof value === 'string' && kindIn(value) !== undefined;
}

type Fields = Map<ChangeMeaning, Member>;

type Gathered = {
  readonly fields: Fields;
  readonly unknown: readonly Member[];
  readonly refusals: Refusal[];
};

/** The members of an entry by meaning. An object in `patch` is one with what stands around it. */
function gather(entry: object, at: readonly PropertyKey[]): Gathered {
  const fields: Fields = new Map();
  const unknown: Member[] = [];
  const refusals: Refusal[] = [];
  const contradicted = new Set<ChangeMeaning>();
  const members = membersOf(entry, at);
  for (const member of members.flatMap((one) => (isNested(one) ? membersOf(one.value, one.at) : [one]))) {
    const meaning = changeIn(member.name);
    const first = meaning === undefined ? undefined : fields.get(meaning);
    if (meaning === undefined) unknown.push(member);
    else if (first === undefined) fields.set(meaning, member);
    else if (meaning !== 'remark' && !contradicted.has(meaning) && !sameValue(first, member)) {
      contradicted.add(meaning);
      refusals.push(contradiction(first.at, member.at));
    }
  }
  return { fields, unknown, refusals };
}

function membersOf(object: object, at: readonly PropertyKey[]): readonly Member[] {
  return Object.entries(object).map(([name, value]) => ({ name, value, at: [...at, name] }));
}

function isNested(member: Member): member is Member & { readonly value: object } {
  return changeIn(member.name) === 'patch' && isObject(member.value);
}

/** A change that names its kind as the format does is held to the format; other names of its fields are known still. */
function readWireChange(
  entry: object,
  at: readonly PropertyKey[],
  { kind, around }: { readonly kind: string; readonly around: Around },
): ReadChange {
  const fields = KIND_FIELDS[kind] ?? [];
  const read = new Map<string, Member>();
  for (const member of membersOf(entry, at)) {
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
  const command = fields.get('command');
  if (word === 'run' || (command !== undefined && word === undefined)) {
    return fields.get('kind')?.value === 'run' && command !== undefined
      ? readCommand(dialect.around, command)
      : refused(commandNotAllowed(command?.at ?? at));
  }
  const named = fields.get('kind') ?? command;
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
  if (kind === null) {
    return refused(
      malformed(
        named?.at ?? at,
        'names a change that the fields beside it do not make. Send the fields of one kind of change.',
      ),
    );
  }
  if (kind === undefined) {
    return refused(
      malformed(
        at,
        'holds no change that is known. Send a `path` with `find` and `replace`, or with `content`.',
      ),
    );
  }
  return build(dialect, kind);
}

/** The name of a command is taken as one, whatever the field is called; a command for a shell is refused here. */
function readCommand(around: Around, command: Member): ReadChange {
  if (typeof command.value !== 'string' || !COMMAND_NAME.test(command.value)) {
    return refused(commandNotAllowed(command.at));
  }
  noteRename(around.notes, command.name, 'command');
  return { ok: true, changes: [{ kind: 'run', command: command.value }] };
}

/** Several edits of one file: `{path, edits: [{old_string, new_string}, …]}`. */
function readNested({ fields, around }: Dialect, edits: Member): ReadChange {
  const path = fields.get('path') ?? around.path;
  if (!Array.isArray(edits.value) || edits.value.length > MAX_CHANGES) {
    return refused(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
  }
  const changes: object[] = [];
  const refusals: Refusal[] = [];
  for (const [index, edit] of edits.value.entries()) {
    const at = [...edits.at, index];
    const read: ReadChange =
      isObject(edit) && !Object.keys(edit).some((name) => changeIn(name) === 'edits')
        ? readChange(edit, at, { ...around, path })
        : refused(malformed(at, 'must be one edit.'));
    if (read.ok) changes.push(...read.changes);
    else refusals.push(...read.refusals);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, changes };
}

/** What `op` and the like say; some tools say it in `command`. Undefined: nothing, or a word that is not known. */
function wordOf(fields: Fields): KindWord | undefined {
  const value = (fields.get('kind') ?? fields.get('command'))?.value;
  return typeof value === 'string' ? kindIn(value) : undefined;
}

/** The kind that a body makes; null where the word says another, undefined where nothing makes one. */
function kindOf(body: ChangeMeaning | undefined, word: KindWord | undefined): string | null | undefined {
  const said = word === 'any' ? undefined : word;
  const made = body === undefined ? undefined : KIND_OF_BODY[body];
  if (made === undefined || said === undefined || said === made) return said ?? made;
  return TEXT_KINDS.has(made) && TEXT_KINDS.has(said) ? said : null;
}

const KIND_OF_BODY: { readonly [body in ChangeMeaning]?: string } = {
  find: 'edit',
  pattern: 'regex',
  content: 'write',
  diff: 'diff',
  patch: 'text',
  text: 'text',
  to: 'move',
};

const TEXT_KINDS: ReadonlySet<string> = new Set(['diff', 'apply_patch', 'blocks', 'text']);

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
  const path = fields.get('path') ?? around.path;
  if (path !== undefined && wanted.includes('path')) {
    built.set('path', path.value);
    noteRename(around.notes, path.name, 'path');
  }
  for (const [meaning, member] of fields) {
    if (SILENT.has(meaning)) continue;
    if (meaning === 'remark') {
      around.notes.ignored.add(member.name);
      continue;
    }
    const [field, value] = translate(kind, meaning, member.value);
    if (!wanted.includes(field) || value === undefined) {
      refusals.push(
        malformed(member.at, `has no such meaning in a change of kind ${kind}. Remove it, or correct it.`),
      );
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

function refused(refusal: Refusal): ReadChange {
  return { ok: false, refusals: [refusal] };
}
