import { z } from 'zod';
import { normalizeChanges } from '../dialects/normalize.ts';
import { isTooDeep } from '../json-text.ts';
import { parseLooseJson } from '../loose-json.ts';
import { refusalsOf } from '../problems.ts';
import type { Refusal } from '../refusal.ts';
import { type Change, patchSchema } from '../schema.ts';
import type { PlainChange, TextOrigin, TextReading } from './text-reading.ts';

export type JsonContext = {
  /** The file of changes that name none. */
  readonly path: string | undefined;
  /** Reads a text that stands in the JSON. */
  readonly readText: (text: string, path: string | undefined) => TextReading;
};

/** The changes in a JSON text. null: it is no JSON, or JSON in which nothing looks like a change. */
export function readJsonChanges(text: string, { path, readText }: JsonContext): TextReading | null {
  if (!isJsonLike(text)) return null;
  const parsed = parseLooseJson(text);
  if (!parsed.ok || isTooDeep(parsed.value)) return null;
  const { value } = parsed;
  if (typeof value === 'string') return readText(value, path);
  if (typeof value !== 'object' || value === null || isContent(value, path)) return null;
  const found = normalizeChanges(value, path);
  if (!found.ok)
    return isNoChange(found.refusals) ? null : { ok: false, refusals: found.refusals.map(withoutPointer) };
  const checked = changesSchema.safeParse(found.changes);
  if (!checked.success)
    return { ok: false, refusals: refusalsOf(checked.error.issues, found.changes).map(withoutPointer) };
  const read = readAll(checked.data, readText);
  if (!read.ok) return read;
  return {
    ...read,
    repairs: [...parsed.repairs, ...found.repairs, ...read.repairs],
    notDone: [...found.notDone, ...read.notDone],
  };
}

const changesSchema: z.ZodType<Change[]> = patchSchema.shape.changes;

/** Does the text begin as a JSON text does, or does a line of it? */
function isJsonLike(text: string): boolean {
  return /^\s*["[{]/.test(text.slice(0, LEAD)) || /^[[{]/m.test(text);
}

/** Characters in which a text shows how it begins. */
const LEAD = 100;

/** A JSON file's own content, which has none of the names that changes have. */
function isContent(value: object, path: string | undefined): boolean {
  if (path === undefined || !/\.(?:json[c5]?|webmanifest|map)$/.test(path)) return false;
  return !Object.keys(value).some((key) => CHANGE_KEYS.has(key));
}

const CHANGE_KEYS: ReadonlySet<string> = new Set([
  'changes',
  'edits',
  'mutations',
  'patch',
  'patches',
  'diff',
  'find',
  'search',
  'pattern',
  'replace',
  'replacement',
  'old_str',
  'old_string',
  'new_str',
  'new_string',
  'client_payload',
]);

function isNoChange(refusals: readonly Refusal[]): boolean {
  return refusals.every(({ code }) => code === 'no_changes');
}

/** The pointer would lead into the JSON inside of the text, where nobody looks for it. */
function withoutPointer({ pointer: _pointer, ...refusal }: Refusal): Refusal {
  return refusal;
}

function readAll(changes: readonly Change[], readText: JsonContext['readText']): TextReading {
  const all: PlainChange[] = [];
  const origins: TextOrigin[] = [];
  const repairs: string[] = [];
  const notDone: string[] = [];
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
  }
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, changes: all, origins, repairs, notDone };
}
