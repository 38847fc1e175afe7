import { slugId } from '../patch/id.ts';
import type { RunState } from './control/ports.ts';

/** Id of its patch, as `run-name` of the workflow has it; null: it is no run of ours, or of a patch without an id. */
export function patchOf({ id, title }: Pick<RunState, 'id' | 'title'>): string | null {
  const name = title.startsWith(RUN_TITLE) ? title.slice(RUN_TITLE.length) : '';
  return name === '' || name === String(id) ? null : slugId(name);
}

/** What comes before the id, or the number of the run where the patch has none. */
export const RUN_TITLE = 'Ghost patch ';
