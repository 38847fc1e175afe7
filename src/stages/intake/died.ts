import type { ControlContext } from '../control/context.ts';
import { patchOf } from '../run-title.ts';

/**
 * Whether all runs have ended without success that GitHub has for a patch since it was handed on, as after "kill all":
 * none of them left a record, so that nothing of it can arrive any more. Where GitHub does not say so, it may.
 */
export async function hasDied(
  { runs }: Pick<ControlContext, 'runs'>,
  { id, sentAt }: { readonly id: string; readonly sentAt: string },
): Promise<boolean> {
  const since = new Date(Date.parse(sentAt) - CLOCKS_DIFFER_MS).toISOString();
  const listed = await runs.list({ event: 'repository_dispatch', since, limit: MOST_RUNS }).catch(() => []);
  const own = listed.filter((run) => patchOf(run) === id);
  return (
    own.length > 0 &&
    own.every(({ status, conclusion }) => status === 'completed' && conclusion !== 'success')
  );
}

/** Milliseconds by which our clock may be ahead of GitHub's. */
const CLOCKS_DIFFER_MS = 10_000;

/** One request; where others have as many since then, it is not asked for more. */
const MOST_RUNS = 100;
