import { isUtf8 } from 'node:buffer';
import type { FileChange } from '../apply/tree.ts';
import { hiddenLine } from '../policy/hidden-characters.ts';
import { type Earlier, type JudgedChange, type Judgement, judgeChanges } from '../policy/judge.ts';
import type { Policy } from '../policy/schema.ts';
import { countLines } from '../report/diffstat.ts';
import type { BaseState } from './ports.ts';
import { versions } from './versions.ts';

/** What the policy makes of a patch on its base. Collisions are found with all that lies beside its new files. */
export function judgePlaced(
  policy: Policy,
  {
    changes,
    base,
    earlier,
  }: {
    readonly changes: readonly FileChange[];
    readonly base: BaseState;
    /** What stands on the base already, and belongs to the same proposal. */
    readonly earlier?: Earlier;
  },
): Judgement {
  const judged = changes.map((change) => judgedChange(policy, change, base));
  return judgeChanges(policy, judged, [...base.entries.keys(), ...base.beside], earlier);
}

function judgedChange({ limits }: Policy, change: FileChange, base: BaseState): JudgedChange {
  const { path, from, action, executable, bytes } = change;
  const hidden = hiddenIn(change, base);
  return {
    path,
    ...(from === undefined ? {} : { from }),
    action,
    executable,
    wasExecutable: base.entries.get(from ?? path)?.mode === '100755',
    bytes: bytes?.length ?? 0,
    changedLines: limits['changed-lines'] === undefined ? 0 : changedLines(change, base),
    ...(hidden === null ? {} : { hiddenLine: hidden }),
  };
}

function hiddenIn(change: FileChange, base: BaseState): number | null {
  const { before, after } = versions(change, base);
  if (after === null) return null;
  if (isBinary(after)) {
    // Git shows nothing of it, which for what was a text, or is one but for a NUL, hides all of it.
    return (before !== null && !isBinary(before)) || isUtf8(after) ? 1 : null;
  }
  return hiddenLine(before && textOf(before), textOf(after));
}

/** As git says it, and with it every page on which a change is reviewed. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LOOKED_AT_BY_GIT).includes(0);
}

/** Bytes at the beginning of a file. */
const LOOKED_AT_BY_GIT = 8000;

/** Bytes that are no UTF-8 are shown beside the others, and programs pass over them as well. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function changedLines(change: FileChange, base: BaseState): number {
  const { before, after } = versions(change, base);
  const { added, removed } = countLines(before, after);
  return (added ?? 0) + (removed ?? 0);
}
