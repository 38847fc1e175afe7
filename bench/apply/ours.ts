import { applyPatch } from '../../src/apply/apply.ts';
import { parentsOf, type SourceEntry } from '../../src/apply/tree.ts';
import { readPatch } from '../../src/patch/read.ts';
import type { Refusal } from '../../src/patch/refusal.ts';
import { diagnosisOf } from '../../src/report/diagnosis.ts';
import type { Applier } from './applier.ts';
import { FORMATS } from './case.ts';
import type { Answer, Suggestion } from './score.ts';

/** This project's engine, given nothing but the text and the path. */
export const ghostRunner: Applier = {
  name: 'Ghost Runner',
  formats: FORMATS,
  apply: ({ path, base, patch }) => {
    const read = readPatch({ value: { version: 1, changes: [{ kind: 'text', text: patch, path }] } });
    if (!read.ok) return refusal(read.refusals);
    const result = applyPatch(read.patch, sourceOf(path, base));
    if (!result.ok) return refusal(result.refusals);
    const changed = result.changes.find((change) => change.path === path);
    const text =
      changed?.bytes === undefined || changed.bytes === null
        ? base
        : new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed.bytes);
    return { ok: true, text };
  },
};

function sourceOf(path: string, text: string): ReadonlyMap<string, SourceEntry> {
  const folders = [...parentsOf(path)].map((parent) => [parent, { kind: 'directory' }] as const);
  return new Map<string, SourceEntry>([
    ...folders,
    [path, { kind: 'file', bytes: new TextEncoder().encode(text), executable: false }],
  ]);
}

function refusal(refusals: readonly Refusal[]): Answer {
  const reason = refusals.map(({ code, message }) => `${code}: ${message}`).join(' ');
  return { ok: false, reason, suggestions: refusals.flatMap(suggestionsOf) };
}

function suggestionsOf(refused: Refusal): readonly Suggestion[] {
  return diagnosisOf(refused).nearest.map(({ line, diff }) => ({
    line,
    texts: diff.filter((entry) => entry.startsWith('+')).map((entry) => entry.slice(1)),
  }));
}
