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
  const text = after && textOf(after);
  return text === null ? null : hiddenLine(before && textOf(before), text);
}

/** null: the bytes are no text, so that nobody reads them as one. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function changedLines(change: FileChange, base: BaseState): number {
  const { before, after } = versions(change, base);
  const { added, removed } = countLines(before, after);
  return (added ?? 0) + (removed ?? 0);
}
