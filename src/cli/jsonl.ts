import { type ApplyRequest, type ApplyResult, apply, type Refusal, type Texts } from '../library/apply.ts';
import { REQUEST_MEMBERS, unknownMember } from '../library/unknown-member.ts';
import { parseJson } from '../patch/json-text.ts';
import { readUtf8 } from '../patch/utf8.ts';
import { jsonLine } from './json-line.ts';

/**
 * One case of `apply --jsonl`: `{"id", "files": {path: text}, "patch": {…}}` in, with `path` and `was` as the library
 * takes them, and one line out with what the library makes of it: the outcome and the files that changed, where null
 * stands for a file that is gone. Never throws on bad input.
 */
export function applyJsonLine(bytes: Uint8Array): string {
  const line = readUtf8(bytes);
  const read = line === null ? malformed(null, 'The line is not in UTF-8.') : readCase(line);
  return jsonLine({
    id: read.id,
    ...(read.ok ? outcomeOf(apply(read.request)) : refused([read.refusal])),
  });
}

type CaseResult =
  | { readonly ok: true; readonly id: unknown; readonly request: ApplyRequest }
  | { readonly ok: false; readonly id: unknown; readonly refusal: Refusal };

function readCase(line: string): CaseResult {
  const parsed = parseJson(line);
  if (!parsed.ok)
    return malformed(null, `The line is not JSON: at column ${parsed.column}, ${parsed.reason}.`);
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return malformed(null, 'The line is not a JSON object.');
  const members = new Map<string, unknown>(Object.entries(value));
  const id = members.get('id') ?? null;
  const unknown = unknownMember(value, ['id', ...REQUEST_MEMBERS]);
  if (unknown !== null) return malformed(id, unknown);
  const files = readTexts(members.get('files') ?? {}, 'files');
  if (!files.ok) return malformed(id, files.problem);
  const was = members.has('was') ? readTexts(members.get('was'), 'was') : null;
  if (was?.ok === false) return malformed(id, was.problem);
  const path = members.get('path');
  if (path !== undefined && typeof path !== 'string') return malformed(id, '`path` is not a string.');
  const patch = members.get('patch');
  if (typeof patch !== 'string' && (typeof patch !== 'object' || patch === null))
    return malformed(id, '`patch` is neither an object nor a text.');
  const besides = {
    ...(was === null ? {} : { was: was.texts }),
    ...(path === undefined ? {} : { path }),
  };
  return { ok: true, id, request: { files: files.texts, patch, ...besides } };
}

function readTexts(
  value: unknown,
  name: string,
): { readonly ok: true; readonly texts: Texts } | { readonly ok: false; readonly problem: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problem: `\`${name}\` is not an object.` };
  const entries = Object.entries(value);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.length < entries.length
    ? { ok: false, problem: `\`${name}\` holds something that is not a string.` }
    : { ok: true, texts: Object.fromEntries(texts) };
}

function malformed(id: unknown, message: string): CaseResult {
  const send = 'Send {"id", "files", "patch"}, with "path" and "was" where they are needed.';
  return { ok: false, id, refusal: { code: 'malformed', message: `${message} ${send}` } };
}

function outcomeOf(result: ApplyResult): object {
  if (!result.ok) {
    const { refusals, clashes, hunks } = result;
    const found = { ...(clashes.length === 0 ? {} : { clashes }), hunks };
    return refusals.length > 0
      ? { ...refused(refusals), ...found }
      : { outcome: 'conflict', files: {}, ...found };
  }
  const { files, hunks, repairs, notDone } = result;
  return {
    outcome: Object.keys(files).length === 0 ? 'no_change' : 'applied',
    files,
    hunks,
    ...(repairs.length === 0 ? {} : { repairs }),
    ...(notDone.length === 0 ? {} : { notDone }),
  };
}

function refused(refusals: readonly Refusal[]): object {
  return { outcome: 'refused', files: {}, refusal: refusals[0], refusals };
}
