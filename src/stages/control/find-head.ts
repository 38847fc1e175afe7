import { isOurs } from '../../record/life.ts';
import type { Oid } from '../ports.ts';
import { branchRef } from '../standing.ts';
import { findBehind } from './commits-behind.ts';
import type { ControlContext } from './context.ts';
import type { PatchState } from './patch.ts';

/**
 * The commit that was made for a record which does not know it yet, where its branch or a pull request shows it; people
 * may have pushed theirs on top of it since. undefined: none is to be found.
 */
export async function findHead(
  context: Pick<ControlContext, 'ledger'>,
  state: PatchState,
): Promise<Oid | undefined> {
  const { record, branch } = state;
  if (branch === null) {
    return await findShown(context, state);
  }
  if (isOurs(branch, record)) {
    return branch.oid;
  }
  const history = await context.ledger.history(branchRef(record.id), MOST_ON_TOP);
  return history.find((commit) => isOurs(commit, record))?.oid;
}

/** Commits of people; of one under more than these, the status goes on waiting. */
const MOST_ON_TOP = 100;

/** A branch may go with a merge, and its pull requests go on to show what stood there. */
async function findShown(
  context: Pick<ControlContext, 'ledger'>,
  { record, pullRequest, snapshot }: PatchState,
): Promise<Oid | undefined> {
  const { pullRequests: others = [] } = snapshot;
  const all = pullRequest === null ? others : [pullRequest, ...others];
  // What we took away was open nowhere.
  const shown = all.filter(({ state }) => record.withdrawn === undefined || state === 'merged');
  for (const head of [...new Set(shown.map((one) => one.head))].slice(0, MOST_SHOWN)) {
    const found = await findBehind(context, { head, base: record.base?.sha }, (commit) =>
      isOurs(commit, record) ? commit.oid : null,
    );
    if (found !== null) {
      return found;
    }
  }
  return undefined;
}

/** The newest ones. */
const MOST_SHOWN = 3;
