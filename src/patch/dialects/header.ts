import type { Refusal } from '../refusal.ts';
import { isObject, type Member, sameValue } from './member.ts';
import { HEADER_NAMES, type HeaderMeaning, meanings } from './names.ts';
import { type Notes, noteRename } from './notes.ts';
import { contradiction } from './refusals.ts';

export type Header = {
  /** Fields of wire format version 1 but `changes`. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** Members that are no part of it. */
  readonly others: readonly Member[];
  readonly refusals: readonly Refusal[];
};

/** What is said of a patch as a whole. `strict`: values stay as they were sent, for the schema to judge. */
export function readHeader(members: readonly Member[], strict: boolean, notes: Notes): Header {
  const found = new Map<HeaderMeaning, Member>();
  const others: Member[] = [];
  const refusals: Refusal[] = [];
  const contradicted = new Set<HeaderMeaning>();
  for (const member of members) {
    const meaning = headerIn(member.name);
    const first = meaning === undefined ? undefined : found.get(meaning);
    if (meaning === undefined || (!strict && !isUsable(meaning, member.value))) others.push(member);
    else if (first === undefined) found.set(meaning, member);
    else if (!contradicted.has(meaning) && !sameValue(first, member)) {
      contradicted.add(meaning);
      refusals.push(contradiction(first.at, member.at));
    }
  }
  const bases = baseOf(found);
  refusals.push(...bases.refusals);
  const fields = new Map<string, unknown>([['version', 1]]);
  for (const [meaning, { name, value }] of found) {
    if (BASE_MEANINGS.has(meaning)) continue;
    fields.set(meaning, !strict && meaning === 'source' ? sourceOf(value) : value);
    noteRename(notes, name, meaning);
  }
  if (bases.base !== undefined) fields.set('base', bases.base);
  return { fields, others, refusals };
}

const headerIn = meanings(HEADER_NAMES);

/**
 * Other forms use some of these names for something else: a version of their own, a missing value, a list of links
 * as the source. Those are passed over.
 */
function isUsable(meaning: HeaderMeaning, value: unknown): boolean {
  if (meaning === 'version') return typeof value === 'number';
  if (meaning === 'source') return typeof value === 'string' || isObject(value);
  return value !== null;
}

/** The name of who sent it, where an object belongs. */
function sourceOf(value: unknown): unknown {
  return typeof value === 'string' ? { agent: value } : value;
}

const BASE_MEANINGS: ReadonlySet<HeaderMeaning> = new Set(['base', 'baseBranch', 'baseSha']);

/** `base` as the format has it, from its own name or from two others. */
function baseOf(found: ReadonlyMap<HeaderMeaning, Member>): {
  readonly base?: unknown;
  readonly refusals: readonly Refusal[];
} {
  const base = found.get('base');
  const [branch, sha] = [found.get('baseBranch'), found.get('baseSha')];
  const other = branch ?? sha;
  if (base !== undefined) {
    const value = typeof base.value === 'string' ? { branch: base.value } : base.value;
    return { base: value, refusals: other === undefined ? [] : [contradiction(base.at, other.at)] };
  }
  if (other === undefined) return { refusals: [] };
  return {
    base: {
      ...(branch === undefined ? {} : { branch: branch.value }),
      ...(sha === undefined ? {} : { sha: sha.value }),
    },
    refusals: [],
  };
}
