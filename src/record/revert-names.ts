import { slugId } from '../patch/id.ts';

/** The id of the patch that takes another one back. */
export function revertIdOf(id: string): string {
  return slugId(`revert-${id}`);
}

/** Its id where the first one is taken by the revert of an earlier merge, or by another patch. */
export function laterRevertIdOf(id: string, mergeSha: string): string {
  return slugId(`revert-${id}-${mergeSha.slice(0, SHORT_SHA)}`);
}

const SHORT_SHA = 7;
