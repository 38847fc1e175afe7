import { BRANCHES, branchName } from '../record/record.ts';
import type { Repository } from './ports.ts';
import { branchRef } from './standing.ts';

/**
 * Why git has no place for the branch of a patch, and what to do about that: to git a branch is a file, and no folder
 * of others. Asked only where a write failed, for GitHub does not name what is in the way. null: nothing is.
 */
export async function whyNoPlace(repository: Repository, id: string): Promise<string | null> {
  const folder = BRANCHES.slice(0, -1);
  const below = `${branchRef(id)}/`;
  const { refs, anyRefUnder } = await repository.read({ refs: [HEADS + folder], anyRefUnder: below });
  const inTheWay =
    (refs.get(HEADS + folder) ?? null) !== null
      ? `a branch is named ${folder}`
      : anyRefUnder
        ? `other branches are named ${branchName(id)}/…`
        : null;
  return inTheWay === null
    ? null
    : `git has no place for the branch ${branchName(id)} while ${inTheWay}; rename or delete what is in the way, then send the patch again`;
}

const HEADS = 'refs/heads/';
