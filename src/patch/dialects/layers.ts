import { isTooDeep } from '../json-text.ts';
import { MAX_WRAPPERS } from '../limits.ts';
import { parseLooseJson } from '../loose-json.ts';
import type { Refusal } from '../refusal.ts';
import { isObject, type Member } from './member.ts';
import { BODIES, CHANGE_NAMES, COMMAND_NAMES, LIST_NAMES, meanings, WRAPPER_NAMES } from './names.ts';
import { malformed } from './refusals.ts';
import { holdsCall, isGiven, toolCallIn } from './tool-call.ts';

export type Layers =
  | {
      readonly ok: true;
      /** What stands beside the patch and in it, outermost first; wrappers themselves are left out. */
      readonly members: readonly Member[];
      /** The body of a wrapper that holds no object, such as `{"patch": "…"}`. */
      readonly text?: Member;
      readonly repairs: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Takes the wrappers off a payload: `{"patch": {…}}`, and JSON in a string of a wrapper or a list of changes. */
export function unwrap(value: object): Layers {
  // Not pushed by spreading: a hostile object has more members than a call takes arguments.
  let members: readonly Member[] = [];
  let repairs: readonly string[] = [];
  let layer: { readonly object: object; readonly at: readonly PropertyKey[] } | null = {
    object: value,
    at: [],
  };
  for (let depth = 0; layer !== null; depth += 1) {
    if (depth > MAX_WRAPPERS) return { ok: false, refusals: [tooManyWrappers(layer.at)] };
    const opened = openLayer(layer.object, layer.at);
    members = [...members, ...opened.members];
    repairs = [...repairs, ...opened.repairs];
    if (opened.refusal !== undefined) return { ok: false, refusals: [opened.refusal] };
    const [first, second] = opened.wrapped;
    if (second !== undefined) {
      return {
        ok: false,
        refusals: [malformed(second.at, 'is a second patch beside the first. Send one of the two.')],
      };
    }
    if (first !== undefined && !isObject(first.value)) return { ok: true, members, text: first, repairs };
    layer = first === undefined || !isObject(first.value) ? null : { object: first.value, at: first.at };
  }
  return { ok: true, members, repairs };
}

type Opened = {
  readonly members: readonly Member[];
  readonly wrapped: readonly Member[];
  readonly repairs: readonly string[];
  /** Why nothing of it may be read. */
  readonly refusal?: Refusal;
};

function openLayer(object: object, at: readonly PropertyKey[]): Opened {
  const members: Member[] = [];
  const wrapped: Member[] = [];
  const repairs: string[] = [];
  const mayHoldJson = !Object.entries(object).some(namesJsonFile);
  const call = toolCallIn(
    Object.entries(object).map(([name, value]) => ({ name, value, at: [...at, name] })),
  );
  if (call?.read.ok === false) return { members, wrapped, repairs, refusal: call.read.refusal };
  if (call?.read.ok === true) {
    if (call.read.repair !== undefined) repairs.push(call.read.repair);
    if (call.read.dryRun !== undefined) members.push(call.read.dryRun);
  }
  for (const [name, sent] of Object.entries(object)) {
    if (call?.own.has(name) === true) continue;
    const called = patchOfCall(name, sent);
    if (called !== null) {
      wrapped.push({ name, value: called, at: [...at, name] });
      continue;
    }
    const isWrapper =
      wrapperIn(name) !== undefined ||
      (isObject(sent) && holdsCall(name, sent)) ||
      (call !== undefined && isGiven(name) && mayBePatch(parseMember(sent).value));
    const isOpened = mayHoldJson && (isWrapper || listIn(name) !== undefined);
    const parsed = isOpened ? parseMember(sent) : { value: sent, repairs: [] };
    for (const repair of parsed.repairs) repairs.push(repair);
    (isWrapper && sent !== null ? wrapped : members).push({ name, value: parsed.value, at: [...at, name] });
  }
  return { members, wrapped, repairs };
}

/**
 * The patch that a call of `apply_patch` is given, as models that know that tool write it: a list of the program
 * and its one argument, or a line for a shell. null: no such call. Nothing is run for it.
 */
function patchOfCall(name: string, value: unknown): string | null {
  if (commandIn(name) === undefined) return null;
  const words: readonly unknown[] = Array.isArray(value) ? value.slice(0, MAX_WORDS) : [value];
  const [program] = words;
  const last = words.at(-1);
  if (typeof last !== 'string' || !/^\s*(?:apply_patch\b[^\n]*\n\s*)?\*\*\* Begin Patch/.test(last))
    return null;
  const isGiven = typeof program === 'string' && (program === 'apply_patch' || SHELLS.has(program));
  return words.length === 1 || isGiven ? last : null;
}

/** A shell, its options, and the line that it is to run. */
const MAX_WORDS = 4;

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', '/bin/bash', '/bin/sh']);

const commandIn = meanings(COMMAND_NAMES);
const wrapperIn = meanings(WRAPPER_NAMES);
const listIn = meanings(LIST_NAMES);

const changeIn = meanings(CHANGE_NAMES);

/** JSON text beside such a path is the file's own content. */
function namesJsonFile([name, value]: [string, unknown]): boolean {
  return changeIn(name) === 'path' && typeof value === 'string' && /\.json[5cl]?$/i.test(value);
}

/** A string that holds a patch as JSON, where an object or a list belongs. Other text stays what it is. */
function parseMember(sent: unknown): { readonly value: unknown; readonly repairs: readonly string[] } {
  if (typeof sent !== 'string') return { value: sent, repairs: [] };
  const parsed = parseLooseJson(sent);
  if (!parsed.ok || isTooDeep(parsed.value) || !mayBePatch(parsed.value)) return { value: sent, repairs: [] };
  return { value: parsed.value, repairs: ['JSON in a string was read as what it holds', ...parsed.repairs] };
}

/** Does a JSON value hold anything that has a meaning in a patch or in one of its changes? */
function mayBePatch(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => isObject(item) && mayBePatch(item));
  return (
    isObject(value) &&
    Object.keys(value).some(
      (name) => wrapperIn(name) ?? listIn(name) ?? BODIES.has(changeIn(name) ?? 'remark'),
    )
  );
}

function tooManyWrappers(at: readonly PropertyKey[]): Refusal {
  return malformed(at, `is wrapped more than ${MAX_WRAPPERS} times. Send the patch itself.`);
}
