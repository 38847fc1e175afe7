import { isUtf8 } from 'node:buffer';
import { type FileChange, sameBytes } from '../apply/tree.ts';
import { textOfUtf8 } from '../patch/utf8.ts';
import { hiddenLine } from '../policy/hidden-characters.ts';
import { type Earlier, type JudgedChange, type Judgement, judgeChanges } from '../policy/judge.ts';
import type { Policy } from '../policy/schema.ts';
import type { BaseState } from './ports.ts';
import { lineCounts, versions } from './versions.ts';

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
  if (after === null || (change.from === undefined && isSame(before, after))) return null;
  if (isBinary(after)) {
    // Git shows nothing of it, which for what was a text, or is one but for a NUL, hides all of it; and whatever is not
    // called a picture or the like may be run, or be a text to a program that passes over bytes that it does not know.
    const wasText = before !== null && !isBinary(before);
    return wasText || isUtf8(after) || !MEDIA.test(change.path) ? 1 : null;
  }
  // Bytes that are no UTF-8 are shown beside the others, and programs pass over them as well.
  // What deceives nobody in an example may do so in code, so that a file is new where it moves to.
  const known = change.from === undefined ? before : null;
  return hiddenLine(known && textOfUtf8(known), textOfUtf8(after));
}

/** Names of what nobody reads as text, and no program runs by its name. */
const MEDIA =
  /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|ogg|opus|wav|flac|webm|mov|pdf)$/i;

/** As git says it, and with it every page on which a change is reviewed. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LOOKED_AT_BY_GIT).includes(0);
}

/** Bytes at the beginning of a file. */
const LOOKED_AT_BY_GIT = 8000;

/**
 * A file that nobody has read may be all line breaks, and one with a NUL is a text to programs all the same: no limit is
 * to be got around by either.
 */
function changedLines(change: FileChange, base: BaseState): number {
  const { before, after, unread = 0 } = versions(change, base);
  const { added, removed } = lineCounts(change, base);
  if (added === null && !MEDIA.test(change.path) && !isSame(before, after))
    return unread + linesOf(before) + linesOf(after);
  return unread + (added ?? 0) + (removed ?? 0);
}

function linesOf(bytes: Uint8Array | null): number {
  let lines = 0;
  for (const byte of bytes ?? NO_BYTES) lines += byte === LINE_FEED ? 1 : 0;
  return (bytes?.at(-1) ?? LINE_FEED) === LINE_FEED ? lines : lines + 1;
}

function isSame(before: Uint8Array | null, after: Uint8Array | null): boolean {
  return before !== null && after !== null && sameBytes(before, after);
}

const NO_BYTES = new Uint8Array();
const LINE_FEED = 0x0a;
