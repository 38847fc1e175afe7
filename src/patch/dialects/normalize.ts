import { cappedRefusals } from '../capped.ts';
import { isTooDeep, notJson } from '../json-text.ts';
import { MAX_NESTING, MAX_WRAPPERS } from '../limits.ts';
import { type LooseJsonResult, parseLooseJson } from '../loose-json.ts';
import type { Refusal } from '../refusal.ts';
import { type NamedRepository, notCompared } from '../repository-name.ts';
import { readBody } from './body.ts';
import { type Header, readHeader } from './header.ts';
import { unwrap } from './layers.ts';
import { isObject, type Member } from './member.ts';
import { CHANGE_NAMES, DELIVERY_NAMES, MESSAGE_NAMES, MISSION_NAMES, meanings } from './names.ts';
import { disclosures, newNotes } from './notes.ts';
import { asksForOtherwise } from './otherwise.ts';
import { placeholdersIn } from './placeholder.ts';
import { hasEditMarks, isShell } from './prose.ts';
import {
  appliedOtherwise,
  belongsBeside,
  commandNotAllowed,
  missionWithoutChanges,
  noChanges,
  trialByOtherName,
} from './refusals.ts';
import { takeRepositories } from './repository.ts';
import { notDoneOf, type Requests, readRequests } from './requests.ts';
import { asksForTrial } from './trial.ts';
import { type UnderFile, underFilesOf } from './under-file.ts';

export type Normalized =
  | {
      readonly ok: true;
      /** A value of wire format version 1, not checked yet. */
      readonly patch: unknown;
      /** What had to be put right or was read under another name, in sentences. */
      readonly repairs: readonly string[];
      /** What was asked for beside the changes and is not done, in sentences. */
      readonly notDone: readonly string[];
      /** What stands under the name of a file, so that its texts can be held to that; absent: nothing. */
      readonly underFiles?: readonly UnderFile[];
      /** The repositories that it is said to be for, which whoever knows where it goes compares; absent: none is named. */
      readonly repositories?: readonly NamedRepository[];
    }
  | {
      readonly ok: false;
      /** Pointers are into the value as it was given. */
      readonly refusals: readonly Refusal[];
      /** A value in wire format version 1 as it was sent, changes that are refused included: more may be wrong with it. */
      readonly patch?: unknown;
      /** What the payload calls itself, where it says so in a way that is known. */
      readonly id?: string;
      readonly title?: string;
      readonly dryRun?: boolean;
    };

export type NormalizedInText =
  | {
      readonly ok: true;
      /** A value of wire format version 1 with changes, not checked yet. */
      readonly patch: unknown;
      readonly repairs: readonly string[];
      readonly notDone: readonly string[];
      readonly underFiles?: readonly UnderFile[];
    }
  /** The code `no_changes` says that nothing in the value looks like a change: it may be a file's own content. */
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads what models send as a patch of wire format version 1: an object in the format or in one of the forms that
 * docs/payload.md lists, such an object as JSON text, or a text in a patch format, which becomes a change of kind
 * `text`. Every liberty that was taken is disclosed, and what has two readings is refused.
 */
export function normalize(value: unknown): Normalized {
  if (typeof value === 'string') return normalizeText(value);
  if (isTooDeep(value)) return refuse([TOO_DEEP]);
  if (Array.isArray(value)) return normalizeObject({ changes: value });
  if (isObject(value)) return normalizeObject(value);
  return { ok: true, patch: value, repairs: [], notDone: [] };
}

/** A JSON value that was found inside a text, where it has changes. `path` is the file of changes that name none. */
export function normalizeInText(value: unknown, path?: string, called?: string): NormalizedInText {
  const normalized = normalizeCalled(path === undefined ? value : withPath(value, path), called);
  if (!normalized.ok) return { ok: false, refusals: normalized.refusals };
  const { patch } = normalized;
  const hasChanges =
    isObject(patch) && 'changes' in patch && Array.isArray(patch.changes) && patch.changes.length > 0;
  if (!hasChanges) return { ok: false, refusals: [noChanges()] };
  // Where a text is read, nobody knows where it goes.
  const { repositories = [], ...read } = normalized;
  return { ...read, repairs: [...read.repairs, ...repositories.map(notCompared)] };
}

function withPath(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return { changes: value, path };
  return isObject(value) && !Object.keys(value).some(isPathName) ? { ...value, path } : value;
}

/** Reads a text: JSON in any condition that parseLooseJson takes, a patch format, or neither. */
function normalizeText(text: string, wrappers = 0): Normalized {
  const parsed = parseLooseJson(text);
  if (!parsed.ok) return normalizeUnparsed(text, parsed);
  const { value, repairs, trial } = parsed;
  if (typeof value === 'string' && wrappers < MAX_WRAPPERS) return normalizeText(value, wrappers + 1);
  const normalized =
    typeof value === 'string' ? refuse([noChanges()]) : normalizeCalled(value, parsed.called);
  if (!normalized.ok) return normalized;
  if (trial !== undefined && !isDryRun(normalized.patch))
    return refuse([{ code: 'malformed', message: trial }]);
  return { ...normalized, repairs: [...repairs, ...normalized.repairs] };
}

function isDryRun(patch: unknown): boolean {
  return isObject(patch) && 'dryRun' in patch && patch.dryRun === true;
}

/** What a call in words is given is read as that of a call in JSON, where it has changes: its name may say that it is a try. */
function normalizeCalled(value: unknown, called: string | undefined): Normalized {
  const normalized = normalize(value);
  if (called === undefined || !normalized.ok) return normalized;
  return normalize({ name: called, arguments: Array.isArray(value) ? { changes: value } : value });
}

function normalizeUnparsed(text: string, problem: Extract<LooseJsonResult, { ok: false }>): Normalized {
  if (/^\s*(?:["{[]|$)/.test(text)) return refuse([notJson(problem)]);
  if (hasEditMarks(text)) {
    return { ok: true, patch: { version: 1, changes: [{ kind: 'text', text }] }, repairs: [], notDone: [] };
  }
  if (isShell(text)) return refuse([commandNotAllowed([])]);
  return refuse([/\S\s+\S/.test(text) ? missionWithoutChanges([]) : notJson(problem)]);
}

function normalizeObject(value: object): Normalized {
  const notes = newNotes();
  const layers = unwrap(value);
  if (!layers.ok) return refuse(layers.refusals);
  notes.repairs.push(...layers.repairs);
  const isWire = layers.members.some(({ name }) => name === 'changes');
  const { named, rest: members } = takeRepositories(layers.members);
  const header = readHeader(members, isWire, notes);
  const body = readBody(header.others, layers.text, notes);
  const requests = readRequests(body.others);
  const { changes } = body;
  const refusals = [...header.refusals, ...body.refusals, ...placeholdersIn(changes ?? [])];
  const isWithout = !isWire && refusals.length === 0 && (changes ?? []).length === 0;
  if (isWithout) refusals.push(...withoutChanges(requests));
  // What the format itself does not know is left for the schema to refuse, with its place.
  const { inner, outer } = byLayer(requests.rest, layers.members);
  if (!isWithout) refusals.push(...notHeeded(outer), ...trialsIn(body.others), ...otherwiseIn(body.others));
  const unknown = inner.map(({ name, value: sent }): [string, unknown] => [name, sent]);
  const listed: [string, unknown][] = changes === null ? [] : [['changes', changes]];
  const patch: unknown = Object.fromEntries([...header.fields, ...listed, ...unknown]);
  if (refusals.length > 0)
    return refuse(refusals, header.fields, isWire && changes !== null ? { patch } : {});
  for (const { name } of outer) notes.ignored.add(name);
  if (isWire && !layers.members.some(({ name }) => name === 'version')) notes.repairs.push(WITHOUT_VERSION);
  const underFiles = underFilesOf(changes ?? [], notes);
  const read = { ok: true, patch, repairs: disclosures(notes), notDone: notDoneOf(requests) } as const;
  return {
    ...read,
    ...(underFiles.length === 0 ? {} : { underFiles }),
    ...(named.length === 0 ? {} : { repositories: named }),
  };
}

type ByLayer = { readonly inner: readonly Member[]; readonly outer: readonly Member[] };

/** What stands in the patch itself, and what around it, such as the `event_type` of the request that it came with. */
function byLayer(rest: readonly Member[], members: readonly Member[]): ByLayer {
  const depth = members.find(({ name }) => name === 'changes')?.at.length ?? Number.POSITIVE_INFINITY;
  return {
    inner: rest.filter(({ at }) => at.length >= depth),
    outer: rest.filter(({ at }) => at.length < depth),
  };
}

/**
 * Who sends says some things of the delivery, which the envelope has taken off where they count. Passed over, they would
 * stop nobody and ask for nothing.
 */
function notHeeded(outer: readonly Member[]): readonly Refusal[] {
  return outer.flatMap(({ name, value, at }) => {
    const meaning = deliveryIn(name);
    return meaning === undefined || !isAsked(value) ? [] : [belongsBeside(at, meaning)];
  });
}

const deliveryIn = meanings(DELIVERY_NAMES);

function trialsIn(others: readonly Member[]): readonly Refusal[] {
  return others.filter(asksForTrial).map(({ at }) => trialByOtherName(at));
}

function otherwiseIn(outer: readonly Member[]): readonly Refusal[] {
  return outer.filter(asksForOtherwise).map(({ at }) => appliedOtherwise(at));
}

/** Anything but what says nothing. */
function isAsked(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}

const WITHOUT_VERSION = 'No `version` was given, and 1 was taken';

/** Why a payload holds nothing to apply, and what to send instead. */
function withoutChanges({ commands, rest }: Requests): readonly Refusal[] {
  if (rest.some(({ name }) => messageIn(name) !== undefined)) return [noChanges()];
  const mission = rest.find(({ name, value }) => missionIn(name) !== undefined && isSaid(value));
  const [command] = commands;
  const reasons = [
    ...(mission === undefined ? [] : [missionWithoutChanges(mission.at)]),
    ...(command === undefined ? [] : [commandNotAllowed(command.at)]),
  ];
  return reasons.length > 0 ? reasons : [noChanges()];
}

const missionIn = meanings(MISSION_NAMES);
const messageIn = meanings(MESSAGE_NAMES);
const changeIn = meanings(CHANGE_NAMES);

function isPathName(name: string): boolean {
  return changeIn(name) === 'path';
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null;
}

function refuse(
  refusals: readonly Refusal[],
  fields: Header['fields'] = new Map(),
  rest: { readonly patch?: unknown } = {},
): Normalized {
  const [id, title] = [fields.get('id'), fields.get('title')];
  return {
    ok: false,
    refusals: cappedRefusals(refusals),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(fields.get('dryRun') === true ? { dryRun: true } : {}),
    ...rest,
  };
}

const TOO_DEEP: Refusal = {
  code: 'malformed',
  message: `The patch is nested deeper than ${MAX_NESTING} levels. Send a patch in wire format version 1.`,
  pointer: '',
  data: { limit: MAX_NESTING },
};
