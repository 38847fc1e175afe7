import type { FileChange } from '../apply/tree.ts';
import { type JudgedChange, type Judgement, judgeChanges } from '../policy/judge.ts';
import type { Policy } from '../policy/schema.ts';
import { countLines } from '../report/diffstat.ts';
import type { BaseState } from './ports.ts';
import { versions } from './versions.ts';

/** What the policy makes of a patch on its base. Collisions are found with what was read of the base. */
export function judgePlaced(
  policy: Policy,
  { changes, base }: { readonly changes: readonly FileChange[]; readonly base: BaseState },
): Judgement {
  const judged = changes.map((change) => judgedChange(policy, change, base));
  return judgeChanges(policy, judged, [...base.entries.keys()]);
}

function judgedChange({ limits }: Policy, change: FileChange, base: BaseState): JudgedChange {
  const { path, from, action, executable, bytes } = change;
  return {
    path,
    ...(from === undefined ? {} : { from }),
    action,
    executable,
    wasExecutable: base.entries.get(from ?? path)?.mode === '100755',
    bytes: bytes?.length ?? 0,
    changedLines: limits['changed-lines'] === undefined ? 0 : changedLines(change, base),
  };
}

function changedLines(change: FileChange, base: BaseState): number {
  const { before, after } = versions(change, base);
  const { added, removed } = countLines(before, after);
  return (added ?? 0) + (removed ?? 0);
}
