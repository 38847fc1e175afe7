import { isUtf8 } from 'node:buffer';
import type { FileChange } from '../apply/tree.ts';
import { textOfUtf8 } from '../patch/utf8.ts';
import type { Judgement } from '../policy/finding.ts';
import { hiddenLine } from '../policy/hidden-characters.ts';
import { type Earlier, type JudgedChange, judgeChanges } from '../policy/judge.ts';
import type { Policy } from '../policy/schema.ts';
import { isSame } from '../report/file-diff.ts';
import { changedLines } from './changed-lines.ts';
import { isMedia } from './media.ts';
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
    wasExecutable: base.entries.get(path)?.mode === '100755',
    bytes: bytes?.length ?? 0,
    changedLines: limits['changed-lines'] === undefined ? 0 : changedLines(change, base),
    ...(hidden === null ? {} : { hiddenLine: hidden }),
  };
}

function hiddenIn(change: FileChange, base: BaseState): number | null {
  const { before, after } = versions(change, base);
  if (after === null || (change.from === undefined && isSame({ before, after }))) return null;
  if (isBinary(after)) {
    // Git shows nothing of it, which for what was a text, or is one but for a NUL, hides all of it; and whatever is not
    // called a picture or the like may be run, or be a text to a program that passes over bytes that it does not know.
    const wasText = before !== null && !isBinary(before);
    return wasText || isUtf8(after) || !isMedia(change.path) ? 1 : null;
  }
  // Bytes that are no UTF-8 are shown beside the others, and programs pass over them as well.
  // What deceives nobody in an example may do so in code, so that a file is new where it moves to.
  const known = change.from === undefined ? before : null;
  return hiddenLine(known && textOfUtf8(known), textOfUtf8(after));
}

/** As git says it, and with it every page on which a change is reviewed. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LOOKED_AT_BY_GIT).includes(0);
}

/** Bytes at the beginning of a file. */
const LOOKED_AT_BY_GIT = 8000;
