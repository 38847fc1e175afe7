import { isFullRef, isGuard, type ResolvedMove, ZERO_OID } from '../ref-moves.ts';
import { requireFastForwards } from './ancestry.ts';
import type { Git } from './command.ts';
import type { Refs, RefsView } from './refs.ts';

/**
 * The refs of the clone itself. Moves are one `update-ref` transaction: git locks all refs, compares each (guards
 * too), and only then moves any, so nothing can slip in between.
 * A branch that is checked out is not moved under its working tree; that throws.
 * The default branch is the chosen one, else the one that `origin` calls its default, else the one checked out.
 */
export function createLocalRefs(git: Git, options: { readonly defaultBranch?: string | undefined }): Refs {
  return {
    look: async (request) => await look(git, request, options.defaultBranch),
    fetchCommits: async (oids) => oids.filter((oid) => oid !== null),
    fetchBlobs: async () => {},
    move: async (moves, parents) => {
      await Promise.all([refuseCheckedOut(git, moves), requireFastForwards(git, moves, parents)]);
      await git.text(['update-ref', '-z', '-m', 'ghost-runner', '--stdin'], formatTransaction(moves));
    },
  };
}

async function look(
  git: Git,
  request: Parameters<Refs['look']>[0],
  chosenBranch: string | undefined,
): Promise<RefsView> {
  const candidates = chosenBranch === undefined ? await defaultBranches(git) : [chosenBranch];
  const patterns = [...request.refs.filter(isFullRef), ...candidates.map((branch) => `refs/heads/${branch}`)];
  const [listed, anyUnder] = await Promise.all([
    git.text(['for-each-ref', '--format=%(refname) %(objectname)', ...patterns]),
    request.anyUnder === undefined
      ? ''
      : git.text(['for-each-ref', '--count=1', '--format=%(refname)', request.anyUnder]),
  ]);
  const positions = new Map(listed.split('\n').filter(Boolean).map(parseLine));
  const defaultBranch = candidates.find((branch) => positions.has(`refs/heads/${branch}`)) ?? candidates[0];
  if (defaultBranch === undefined) {
    throw new Error(
      'The clone is on no branch and has no origin/HEAD: check out a branch, or name the default branch.',
    );
  }
  return { defaultBranch, positions, anyUnder: anyUnder !== '' };
}

function parseLine(line: string): [string, string] {
  const [ref = '', oid = ''] = line.split(' ');
  return [ref, oid];
}

/** Most trusted first. */
async function defaultBranches(git: Git): Promise<readonly string[]> {
  const [origin, head] = await Promise.all([
    symbolicTarget(git, 'refs/remotes/origin/HEAD'),
    symbolicTarget(git, 'HEAD'),
  ]);
  return [origin?.slice('refs/remotes/origin/'.length), head?.slice('refs/heads/'.length)].filter(
    (name) => name !== undefined,
  );
}

/** The ref that a symbolic ref points to; null where it is absent or points to a commit, which git calls an error. */
async function symbolicTarget(git: Git, name: string): Promise<string | null> {
  return await git.text(['symbolic-ref', name]).then(
    (target) => target.trim(),
    () => null,
  );
}

async function refuseCheckedOut(git: Git, moves: readonly ResolvedMove[]): Promise<void> {
  const branches = moves
    .filter((move) => !isGuard(move) && move.before !== null)
    .map(({ ref }) => ref)
    .filter((ref) => ref.startsWith(BRANCHES));
  if (branches.length === 0) return;
  const listed = await git.text(['for-each-ref', '--format=%(refname) %(worktreepath)', ...branches]);
  const held = listed.split('\n').find((line) => line.trimEnd().includes(' '));
  if (held === undefined) return;
  const [ref = '', ...path] = held.split(' ');
  throw new Error(
    `${ref} is checked out in ${path.join(' ')}: switch to another branch there, then try again.`,
  );
}

/** Only these are checked out; records, which move most often, need not be asked about. */
const BRANCHES = 'refs/heads/';

/** One command per ref in the form that NUL ends, so that no name can be read as another command. */
function formatTransaction(moves: readonly ResolvedMove[]): string {
  return ['start', ...moves.map(formatMove), 'prepare', 'commit', ''].join('\0');
}

function formatMove({ ref, before, after }: ResolvedMove): string {
  if (before === after) return `verify ${ref}\0${before ?? ZERO_OID}`;
  if (before === null) return `create ${ref}\0${after}`;
  if (after === null) return `delete ${ref}\0${before}`;
  return `update ${ref}\0${after}\0${before}`;
}
