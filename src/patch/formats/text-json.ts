import { CHANGE_NAMES, HEADER_NAMES, type HeaderMeaning, meanings } from '../dialects/names.ts';
import { normalizeInText } from '../dialects/normalize.ts';
import { isTooDeep } from '../json-text.ts';
import { parseLooseJson } from '../loose-json.ts';
import { refusalsOf } from '../problems.ts';
import type { Refusal } from '../refusal.ts';
import { type Change, type Patch, patchSchema } from '../schema.ts';
import { textsForOtherFiles } from '../texts-under-files.ts';
import type { Prose } from './reading.ts';
import type { PlainChange, TextOrigin, TextReading } from './text-reading.ts';

export type JsonContext = {
  /** The file of changes that name none. */
  readonly path: string | undefined;
  /** Reads a text that stands in the JSON. */
  readonly readText: (text: string, path: string | undefined) => TextReading;
};

/**
 * The changes in a JSON text. null: it is no JSON, or JSON in which nothing looks like a change. What it asks for as a
 * patch of its own, such as a dry run, can't be heeded from inside of a text, and is refused.
 */
export function readJsonChanges(text: string, { path, readText }: JsonContext): TextReading | null {
  if (!isJsonLike(text)) return null;
  const parsed = parseLooseJson(text);
  if (!parsed.ok || isTooDeep(parsed.value)) return null;
  const { value } = parsed;
  if (typeof value === 'string') return readText(value, path);
  if (typeof value !== 'object' || value === null || isContent(value, path)) return null;
  const found = normalizeInText(value, path, parsed.called);
  if (!found.ok)
    return isNoChange(found.refusals) ? null : { ok: false, refusals: found.refusals.map(withoutPointer) };
  if (parsed.trial !== undefined)
    return { ok: false, refusals: [{ code: 'malformed', message: parsed.trial }] };
  const checked = patchSchema.safeParse(found.patch);
  if (!checked.success)
    return { ok: false, refusals: refusalsOf(checked.error.issues, found.patch).map(withoutPointer) };
  const { wishes, words } = saidBesideChanges(checked.data);
  if (wishes.length > 0) return { ok: false, refusals: [notHeeded(wishes)] };
  const others = textsForOtherFiles(checked.data.changes, found.underFiles ?? [], readText);
  if (others.length > 0) return { ok: false, refusals: others.map(withoutPointer) };
  const read = readAll(checked.data.changes, readText);
  if (!read.ok) return read;
  return {
    ...read,
    repairs: [...parsed.repairs, ...found.repairs, ...passedOver(words), ...read.repairs],
    notDone: [...found.notDone, ...read.notDone],
  };
}

/** Is it a patch, though it may ask for more than a text can? */
export function isPatchInJson(reading: TextReading | null): boolean {
  return (
    reading !== null && (reading.ok || reading.refusals.some(({ data }) => data?.['wishes'] !== undefined))
  );
}

/** What JSON asks for that has no changes of its own, such as a dry run of what stands beside it; empty: for nothing. */
export function wishesAlone(text: string): readonly string[] {
  const parsed = isJsonLike(text) ? parseLooseJson(text) : null;
  if (parsed?.ok !== true || typeof parsed.value !== 'object' || parsed.value === null) return [];
  const names = Object.keys(parsed.value);
  return names.every((name) => WISHES.has(headerIn(name) ?? '')) ? names : [];
}

const headerIn = meanings(HEADER_NAMES);
const changeIn = meanings(CHANGE_NAMES);

const WISHES: ReadonlySet<string> = new Set<HeaderMeaning>([
  'dryRun',
  'draft',
  'base',
  'baseBranch',
  'baseSha',
  'supersedes',
  'callback',
]);

/** Does the text begin as a JSON text does, or does a line of it? */
function isJsonLike(text: string): boolean {
  return /^\s*["[{]/.test(text.slice(0, LEAD)) || /^[[{]/m.test(text);
}

/** Characters in which a text shows how it begins. */
const LEAD = 100;

/**
 * A JSON file's own content: it has none of the names that changes have; or it has some, as a translation has `find` and
 * `replace`, beside others that mean nothing here, and names neither a file nor a list of changes.
 */
function isContent(value: object, path: string | undefined): boolean {
  if (path === undefined || !/\.(?:json[c5]?|webmanifest|map)$/.test(path)) return false;
  const names = Object.keys(value);
  if (names.some((name) => OF_PATCHES.has(name) || changeIn(name) === 'path')) return false;
  const hasMore = names.some((name) => changeIn(name) === undefined && headerIn(name) === undefined);
  return hasMore || !names.some((name) => OF_EDITS.has(name));
}

/** What holds changes, the text of some, or one side of one: no file has these beside others of its own. */
const OF_PATCHES: ReadonlySet<string> = new Set([
  'changes',
  'edits',
  'mutations',
  'patch',
  'patches',
  'diff',
  'client_payload',
  'old_str',
  'old_string',
  'new_str',
  'new_string',
]);

/** What files may have, too. */
const OF_EDITS: ReadonlySet<string> = new Set(['find', 'search', 'pattern', 'replace', 'replacement']);

function isNoChange(refusals: readonly Refusal[]): boolean {
  return refusals.every(({ code }) => code === 'no_changes');
}

/** The pointer would lead into the JSON inside of the text, where nobody looks for it. */
function withoutPointer({ pointer: _pointer, ...refusal }: Refusal): Refusal {
  return refusal;
}

/** Fields that a patch has beside its changes: such as alter what is done, and such as only tell of it. */
type SaidBeside = { readonly wishes: readonly string[]; readonly words: readonly string[] };

function saidBesideChanges({ version: _v, changes: _c, ...patch }: Patch): SaidBeside {
  const said = Object.entries(patch).flatMap(([name, value]) => (isSaid(value) ? [name] : []));
  return {
    wishes: said.filter((name) => !WORDS.has(name)),
    words: said.filter((name) => WORDS.has(name)),
  };
}

const WORDS: ReadonlySet<string> = new Set(['id', 'title', 'description', 'source']);

/** Anything but what stands for nothing. */
function isSaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined && value !== false && value !== '';
}

export function notHeeded(wishes: readonly string[]): Refusal {
  return {
    code: 'malformed',
    message: `JSON inside of a text asks for ${quoted(wishes)}, which only a patch itself can ask for. Send that JSON as the patch, in a comment with nothing before it in its fence and no path above, or take that out of it and say it beside the text.`,
    data: { wishes },
  };
}

function passedOver(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`What JSON in the text says of itself was passed over: ${quoted(words)}`];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function readAll(changes: readonly Change[], readText: JsonContext['readText']): TextReading {
  const all: PlainChange[] = [];
  const origins: TextOrigin[] = [];
  const repairs: string[] = [];
  const notDone: string[] = [];
  const prose: Prose[] = [];
  const refusals: Refusal[] = [];
  for (const change of changes) {
    if (change.kind !== 'text') {
      all.push(change);
      origins.push({});
      continue;
    }
    const read = readText(change.text, change.path);
    if (!read.ok) {
      for (const refusal of read.refusals) refusals.push(refusal);
      continue;
    }
    for (const inner of read.changes) all.push(inner);
    for (const { linesBefore: _before, ...origin } of read.origins) origins.push(origin);
    for (const repair of read.repairs) repairs.push(repair);
    for (const wish of read.notDone) notDone.push(wish);
    for (const line of read.prose) prose.push(line);
  }
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, changes: all, origins, repairs, notDone, prose };
}
