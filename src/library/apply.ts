import { applyPatch } from '../apply/apply.ts';
import { applyPinned } from '../apply/merge/apply-pinned.ts';
import { pathsOf, planPatch } from '../apply/plan.ts';
import { type FileChange, parentsOf, type SourceEntry } from '../apply/tree.ts';
import { commandsNotRun } from '../patch/commands-not-run.ts';
import { normalize } from '../patch/dialects/normalize.ts';
import { readText } from '../patch/formats/text.ts';
import { MAX_PATCH_TEXT_BYTES } from '../patch/limits.ts';
import { refusalsOf } from '../patch/problems.ts';
import { heedRepositories } from '../patch/repository-name.ts';
import { type Patch, patchSchema } from '../patch/schema.ts';
import { textsForOtherFiles } from '../patch/texts-under-files.ts';
import { REQUEST_MEMBERS, unknownMember } from './unknown-member.ts';

/** Texts of files by their path from the repository's root, with forward slashes. */
export type Texts = { readonly [path: string]: string };

export type ApplyRequest = {
  /** The files as they are now. Those that the patch names are enough; what is not here does not exist. */
  readonly files: Texts;
  /**
   * A patch in wire format version 1 or in a form that a model uses: an object, its JSON as text, or a text that
   * holds a diff, `*** Begin Patch`, SEARCH/REPLACE blocks or old and new strings, fenced and in prose or not.
   */
  readonly patch: string | object;
  /** The file that a patch in text form is for, where it names none. An object names its files itself. */
  readonly path?: string;
  /**
   * The files as they were when the patch was written. Where given, the patch is applied to them, and the result
   * is merged with `files`.
   */
  readonly was?: Texts;
};

/** All of a patch is applied, or nothing of it. No patch makes `apply` throw. */
export type ApplyResult =
  | {
      readonly ok: true;
      /** Files that differ now, with their whole new text; null: the file is gone. None: there was nothing to change. */
      readonly files: { readonly [path: string]: string | null };
      /** Where each hunk, block and edit went, and how its place was found. */
      readonly hunks: readonly HunkReport[];
      /** What had to be put right to read the patch, in sentences. */
      readonly repairs: readonly string[];
      /** What was asked for beside changes of files and is not done, such as commands, in sentences. */
      readonly notDone: readonly string[];
    }
  | {
      readonly ok: false;
      /** Everything that is wrong with the patch; none where only `clashes` are in its way. */
      readonly refusals: readonly Refusal[];
      /** Where the patch and what changed since `was` can't be merged. */
      readonly clashes: readonly Clash[];
      readonly hunks: readonly HunkReport[];
    };

/** What became of one hunk of a diff, of one block, or of one edit. */
export type HunkReport = {
  /** Index into the patch's changes. */
  readonly change: number;
  readonly path: string;
  /** Counted from 1 within the change. */
  readonly hunk: number;
  /** The line where it belongs, from 1, in the file as the change found it; null: there is no such place. */
  readonly at: number | null;
  /** How the place was found, such as `exact` or `indentation`; docs/apply.md names them all. */
  readonly rung: string;
  /** All tolerances that were needed, where there were several. */
  readonly adjustments?: readonly string[];
  readonly status: 'applied' | 'refused' | 'already_applied';
};

/** Why a patch is not applied, as data from which a better one can be written. */
export type Refusal = {
  /** Such as `not_found` or `ambiguous`; docs/payload.md names them all. */
  readonly code: string;
  /** What is wrong and what to send instead, in one or two sentences of plain text. */
  readonly message: string;
  /** JSON pointer into the patch. */
  readonly pointer?: string;
  readonly path?: string;
  /** Counted from 1 within the change. */
  readonly hunk?: number;
  /** Facts such as the nearest lines; JSON values only. */
  readonly data?: { readonly [fact: string]: unknown };
};

/** Where a patch meets what changed since it was written. Lines have no ends, and long sides are cut. */
export type Clash =
  | {
      /** Both changed the same lines, or lines beside each other. */
      readonly kind: 'lines';
      readonly path: string;
      /** In the file as it is now, from 1. */
      readonly line: number;
      readonly was: readonly string[];
      readonly wanted: readonly string[];
      readonly now: readonly string[];
      readonly cut?: true;
    }
  | {
      /** One side changed, made or needs what the other deleted, made or changed. */
      readonly kind: 'entry';
      readonly path: string;
      /** `absent`, `file` or `directory`. */
      readonly was: string;
      readonly wanted: string;
      readonly now: string;
    }
  | {
      /** Merging gives something else than putting the patch where its lines stand now. */
      readonly kind: 'two_places';
      readonly path: string;
      /** In the merged file, from 1. */
      readonly line: number;
      readonly merged: readonly string[];
      readonly placed: readonly string[];
      readonly cut?: true;
    };

/** Applies a patch to texts. It has no side effects, and needs nothing but the language itself and the web's text and base64 functions. */
export function apply(request: ApplyRequest): ApplyResult {
  const unknown = unknownMember(request, REQUEST_MEMBERS);
  if (unknown !== null) {
    const refusal: Refusal = { code: 'malformed', message: `${unknown} Send only these beside the patch.` };
    return { ok: false, refusals: [refusal], clashes: [], hunks: [] };
  }
  const { files, patch, path, was } = request;
  const read = readChanges(path !== undefined && typeof patch === 'string' ? textFor(path, patch) : patch);
  if (!read.ok) return { ok: false, refusals: read.refusals, clashes: [], hunks: [] };
  const unreadable = [...illFormed(files), ...illFormed(was ?? {})];
  if (unreadable.length > 0) return { ok: false, refusals: unreadable, clashes: [], hunks: [] };
  const now = sourcesOf(files);
  const result =
    was === undefined ? applyPatch(read.patch, now) : applyPinned(read.patch, { was: sourcesOf(was), now });
  if (!result.ok) return { refusals: [], clashes: [], ...result };
  const { changes, hunks } = result;
  const refusals = changes.filter((change) => textOf(change) === undefined).map(notText);
  if (refusals.length > 0) return { ok: false, refusals, clashes: [], hunks };
  const inTexts = toldOfTexts(read.patch, typeof patch === 'string' ? undefined : path);
  const repairs = union(read.repairs, inTexts.repairs);
  const notDone = union(read.notDone, inTexts.notDone);
  return { ok: true, files: textsOf(changes), hunks, repairs, notDone };
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])];
}

/** What is told of the texts of its changes. `path`: beside a patch that names its files itself. */
function toldOfTexts(
  patch: Patch,
  path: string | undefined,
): { readonly repairs: readonly string[]; readonly notDone: readonly string[] } {
  const plan = planPatch(patch);
  if (!plan.ok) return { repairs: [], notDone: [] };
  const { repairs, notDone } = plan;
  const isPassedOver =
    path !== undefined && !plan.steps.some(({ operation }) => pathsOf(operation).includes(path));
  return { repairs: isPassedOver ? [...repairs, passedOver(path)] : repairs, notDone };
}

function passedOver(path: string): string {
  return `The path beside the patch was passed over, because an object names its files itself: ${path}`;
}

function textFor(path: string, text: string): object {
  return { version: 1, changes: [{ kind: 'text', text, path }] };
}

type ReadChanges =
  | {
      readonly ok: true;
      readonly patch: Patch;
      readonly repairs: readonly string[];
      readonly notDone: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** As reading a delivery does, without the digest by which deliveries are told apart. */
function readChanges(sent: string | object): ReadChanges {
  if (typeof sent === 'string' && sent.length > MAX_PATCH_TEXT_BYTES) {
    return { ok: false, refusals: [tooLarge(sent.length)] };
  }
  const value = typeof sent === 'string' ? sent : jsonOf(sent);
  if (value === undefined) return { ok: false, refusals: [NOT_JSON] };
  const normalized = normalize(value);
  if (!normalized.ok) return normalized;
  const { patch, notDone, underFiles = [], repositories = [] } = normalized;
  const repairs = [...normalized.repairs, ...heedRepositories(repositories, null).repairs];
  const checked = patchSchema.safeParse(patch);
  if (!checked.success) return { ok: false, refusals: refusalsOf(checked.error.issues, patch) };
  const others = textsForOtherFiles(checked.data.changes, underFiles, readText);
  return others.length === 0
    ? { ok: true, patch: checked.data, repairs, notDone: [...notDone, ...commandsNotRun(checked.data)] }
    : { ok: false, refusals: others };
}

/** The object as its JSON says it; undefined: it has none, such as one that holds itself or a BigInt. */
function jsonOf(patch: object): unknown {
  try {
    return JSON.parse(JSON.stringify(patch));
  } catch {
    return undefined;
  }
}

const NOT_JSON: Refusal = {
  code: 'malformed',
  message:
    'The patch is an object that JSON can not hold. Send one of strings, numbers, lists and plain objects.',
  pointer: '',
};

function tooLarge(characters: number): Refusal {
  return {
    code: 'too_large',
    message: `The patch has ${characters} characters, and ${MAX_PATCH_TEXT_BYTES} are allowed. Split it into several patches.`,
    data: { characters, limit: MAX_PATCH_TEXT_BYTES },
  };
}

/** Half a surrogate pair has no bytes, so the text would come back as another one. */
function illFormed(texts: Texts): readonly Refusal[] {
  return Object.entries(texts)
    .filter(([, text]) => !text.isWellFormed())
    .map(([path]) => ({
      code: 'not_a_text_file',
      message: `${path} holds one half of a surrogate pair, which is no character. Read it as UTF-8.`,
      path,
    }));
}

function sourcesOf(texts: Texts): ReadonlyMap<string, SourceEntry> {
  const sources = new Map<string, SourceEntry>();
  for (const [path, text] of Object.entries(texts)) {
    for (const parent of parentsOf(path)) sources.set(parent, { kind: 'directory' });
    sources.set(path, { kind: 'file', bytes: new TextEncoder().encode(text), executable: false });
  }
  return sources;
}

/** `Object.fromEntries` makes a property of any path, `__proto__` included. */
function textsOf(changes: readonly FileChange[]): { readonly [path: string]: string | null } {
  const moved = changes.flatMap(({ from }): [string, null][] => (from === undefined ? [] : [[from, null]]));
  const changed = changes.map((change): [string, string | null] => [change.path, textOf(change) ?? null]);
  return Object.fromEntries([...moved, ...changed]);
}

/** null: the file is gone; undefined: its bytes are no text. */
function textOf({ bytes }: FileChange): string | null | undefined {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notText({ path }: FileChange): Refusal {
  return {
    code: 'not_a_text_file',
    message: `${path} would hold bytes that are no UTF-8 text, and only texts can be given back. Leave it out.`,
    path,
  };
}
