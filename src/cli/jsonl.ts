import { applyPatch } from '../apply/apply.ts';
import type { HunkReport } from '../apply/report.ts';
import { type FileChange, parentsOf, type SourceEntry } from '../apply/tree.ts';
import { commandsNotRun } from '../patch/commands-not-run.ts';
import { parseJson } from '../patch/json-text.ts';
import { readPatch } from '../patch/read.ts';
import type { Refusal } from '../patch/refusal.ts';
import { readUtf8 } from '../patch/utf8.ts';
import { jsonLine } from './json-line.ts';

/**
 * One case of `apply --jsonl`: `{"id", "files": {path: text}, "patch": {…}}` in, one line out with the
 * outcome and the files that changed, where null stands for a file that is gone. Never throws on bad input.
 */
export function applyJsonLine(bytes: Uint8Array): string {
  const line = readUtf8(bytes);
  const read = line === null ? malformed(null, 'The line is not in UTF-8.') : readCase(line);
  return jsonLine(read.ok ? outcomeOf(read.case) : refused(read.id, [read.refusal]));
}

type Case = { readonly id: unknown; readonly files: ReadonlyMap<string, string>; readonly patch: unknown };

type CaseResult = { ok: true; case: Case } | { ok: false; id: unknown; refusal: Refusal };

function readCase(line: string): CaseResult {
  const parsed = parseJson(line);
  if (!parsed.ok)
    return malformed(null, `The line is not JSON: at column ${parsed.column}, ${parsed.reason}.`);
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return malformed(null, 'The line is not a JSON object.');
  const members = new Map<string, unknown>(Object.entries(value));
  const id = members.get('id') ?? null;
  const files = members.get('files') ?? {};
  if (typeof files !== 'object' || files === null || Array.isArray(files))
    return malformed(id, '`files` is not an object.');
  const entries = Object.entries(files);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.length < entries.length) return malformed(id, '`files` holds something that is not a string.');
  return { ok: true, case: { id, files: new Map(texts), patch: members.get('patch') } };
}

function malformed(id: unknown, message: string): CaseResult {
  return {
    ok: false,
    id,
    refusal: { code: 'malformed', message: `${message} Send {"id", "files", "patch"}.` },
  };
}

function outcomeOf({ id, files, patch }: Case): object {
  const read = readPatch({ value: patch });
  if (!read.ok) return refused(id, read.refusals);
  const result = applyPatch(read.patch, sourceOf(files));
  if (!result.ok) return refused(id, result.refusals, result.hunks);
  const outcome = result.changes.length === 0 ? 'no_change' : 'applied';
  const repairs = [...read.repairs, ...result.repairs];
  const notDone = [...read.notDone, ...commandsNotRun(read.patch)];
  return {
    id,
    outcome,
    files: filesOf(result.changes),
    hunks: result.hunks,
    ...(repairs.length === 0 ? {} : { repairs }),
    ...(notDone.length === 0 ? {} : { notDone }),
  };
}

function refused(id: unknown, refusals: readonly Refusal[], hunks?: readonly HunkReport[]): object {
  return {
    id,
    outcome: 'refused',
    files: {},
    refusal: refusals[0],
    refusals,
    ...(hunks === undefined ? {} : { hunks }),
  };
}

function sourceOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, SourceEntry> {
  const source = new Map<string, SourceEntry>();
  for (const [path, text] of files) {
    for (const parent of parentsOf(path)) source.set(parent, { kind: 'directory' });
    source.set(path, { kind: 'file', bytes: new TextEncoder().encode(text), executable: false });
  }
  return source;
}

function filesOf(changes: readonly FileChange[]): object {
  const texts = changes.flatMap(({ path, from, bytes }): [string, string | null][] => {
    const now: [string, string | null] = [
      path,
      bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ];
    return from === undefined ? [now] : [[from, null], now];
  });
  return Object.fromEntries(texts);
}
