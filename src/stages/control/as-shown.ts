import { isStillShown } from '../../control/shown-state.ts';
import type { ControlContext, PatchOrder } from './context.ts';
import { readPatchState } from './patch.ts';

/**
 * Whether the patch is what whoever commands had before their eyes, as far as they say so. It may change right after that,
 * so that whoever changes anything compares it once more with what that goes by.
 */
export async function isAsShown(
  { repository }: Pick<ControlContext, 'repository'>,
  { id, shown }: Pick<PatchOrder, 'id' | 'shown'>,
): Promise<boolean> {
  if (shown === undefined) {
    return true;
  }
  const state = await readPatchState(repository, id);
  return typeof state === 'string' || isStillShown(state.record, shown);
}
