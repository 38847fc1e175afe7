import { sha256 } from '../patch/digest.ts';
import { REF_PREFIX } from '../patch/refs.ts';
import type { PatchRecord } from './record.ts';

/**
 * A place for one patch, as a ref. There are as many as a limit allows, and a patch takes one in the same step as its
 * branch and its record; of two that want the same one, git gives it to the first.
 */
export type Slot = {
  readonly ref: string;
  /** null: nobody ever took it. */
  readonly oid: string | null;
  /** What the record of its patch said when the slot was taken; null: nobody took it, or it can't be read. */
  readonly holder: PatchRecord | null;
};

/** One for each patch of this sender that is taken within an hour. */
export function senderSlots(sender: string, count: number): readonly string[] {
  // Hashed, for a login may hold what no ref can, such as the brackets of a bot. GitHub tells none apart by case.
  const name = sha256(sender.toLowerCase()).slice(0, NAME_CHARACTERS);
  return numbered(`${SLOTS}sender/${name}/`, count);
}

/** One for each patch that has a pull request or is on its way to one. */
export function openSlots(count: number): readonly string[] {
  return numbered(`${SLOTS}open/`, count);
}

const SLOTS = `${REF_PREFIX}slots/`;

/** Sixteen hex digits: no two senders of one repository meet. */
const NAME_CHARACTERS = 16;

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}
