import { type ApplyResult, applyPatch } from '../../src/apply/apply.ts';
import { parentsOf, type SourceEntry } from '../../src/apply/tree.ts';
import { patchOf, type SentChange } from '../patch/patches.ts';

/** Text makes a plain file; folders above are implied. */
export function sourceOf(files: {
  readonly [path: string]: string | Uint8Array | SourceEntry;
}): Map<string, SourceEntry> {
  const source = new Map<string, SourceEntry>();
  for (const [path, content] of Object.entries(files)) {
    for (const parent of parentsOf(path)) if (!source.has(parent)) source.set(parent, { kind: 'directory' });
    source.set(path, entryOf(content));
  }
  return source;
}

export function apply(files: Parameters<typeof sourceOf>[0], ...changes: readonly SentChange[]): ApplyResult {
  return applyPatch(patchOf(...changes), sourceOf(files));
}

/** Text of all changed files; null for those that are gone. Throws when the patch was refused. */
export function textsOf(result: ApplyResult): { readonly [path: string]: string | null } {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  const texts = result.changes.flatMap(({ path, from, bytes }): [string, string | null][] => [
    ...(from === undefined ? [] : [[from, null] as [string, null]]),
    [path, bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)],
  ]);
  return Object.fromEntries(texts);
}

export function refusalsOf(result: ApplyResult) {
  return result.ok ? [] : result.refusals;
}

function entryOf(content: string | Uint8Array | SourceEntry): SourceEntry {
  if (typeof content === 'string')
    return { kind: 'file', bytes: new TextEncoder().encode(content), executable: false };
  return content instanceof Uint8Array ? { kind: 'file', bytes: content, executable: false } : content;
}
