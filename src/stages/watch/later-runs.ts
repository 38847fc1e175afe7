import type { RunState } from '../control/ports.ts';
import { patchOf } from '../run-title.ts';
import type { WatchContext } from './context.ts';
import type { SilentRun } from './silent-run.ts';

/** Deliveries that began since then (ISO 8601, UTC), newest first. */
export async function laterRuns(
  { runs }: Pick<WatchContext, 'runs'>,
  since: string,
): Promise<readonly RunState[]> {
  return await runs.list({ event: 'repository_dispatch', since, limit: MOST_LATER });
}

/** Three requests; of what began before so many others, its record tells. */
const MOST_LATER = 300;

/**
 * Whether the same patch was sent again after this run had begun. What that carries is newer, and the runs of one patch go
 * one after the other, so that an older one that is started again would come last and take its place. Whatever ended well
 * and left no record was a dry run.
 */
export function isOvertaken({ id, run }: SilentRun, later: readonly RunState[]): boolean {
  return later.some((other) => other.id > run.id && other.conclusion !== 'success' && patchOf(other) === id);
}
