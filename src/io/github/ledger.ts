import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Octokit } from '@octokit/rest';
import type { Ledger, LedgerCommit, ListedRef } from '../../stages/control/ports.ts';
import { commitTime } from '../commit-time.ts';
import { attempt } from './errors.ts';
import { statusOf } from './failure.ts';
import { LARGEST_PAGE } from './pages.ts';
import type { Place } from './snapshot-query.ts';

/** Refs and their histories over GitHub's API, a hundred to a request. Rejects with GitHubError. */
export function createLedger({
  octokit,
  owner,
  name,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
}): Ledger {
  const place = { owner, name };
  const each: Ledger['each'] = async (prefix, take) => {
    await attempt(`list the refs under ${prefix}`, () => listRefs(octokit, place, { prefix, take }));
  };
  return {
    list: async (prefix) => {
      const listed: ListedRef[] = [];
      await each(prefix, (ref) => void listed.push(ref));
      return listed;
    },
    each,
    history: async (ref, limit) => {
      return await attempt(
        `read the history of ${ref}`,
        async () => await readHistory(octokit, place, { ref, limit }),
      );
    },
    commit: async (oid) => {
      return await attempt(`read the commit ${oid}`, async () => await readCommit(octokit, place, oid));
    },
  };
}

/** Refs on what is no commit are left out. Throws where there are more than MOST_REFS: a part would look like the whole. */
async function listRefs(
  octokit: Octokit,
  place: Place,
  { prefix, take }: { readonly prefix: string; readonly take: (listed: ListedRef) => void },
): Promise<void> {
  let seen = 0;
  for (let after: string | null = null; ; ) {
    const answer: RefsAnswer = await octokit.graphql(REFS_QUERY, {
      ...place,
      prefix,
      first: LARGEST_PAGE,
      after,
    });
    const { nodes, pageInfo } = answer.repository.refs ?? NO_PAGE;
    for (const [index, node] of nodes.entries()) {
      listedRef(fullName(prefix, node), node.target).forEach(take);
      // What is taken is worked on at once, and a server has people waiting meanwhile.
      if (index % TAKEN_AT_ONCE === TAKEN_AT_ONCE - 1) await nextTurn();
    }
    seen += nodes.length;
    if (!pageInfo.hasNextPage) return;
    if (seen >= MOST_REFS) {
      throw new Error(
        `There are more than ${MOST_REFS} refs under ${prefix}: delete those that are not needed any more.`,
      );
    }
    after = pageInfo.endCursor;
  }
}

/** Refs whose records are read within a few milliseconds. */
const TAKEN_AT_ONCE = 10;

/** GitHub may split a name after the prefix that was asked for or after the first folder. */
function fullName(prefix: string, node: { readonly prefix: string; readonly name: string }): string {
  const name = `${node.prefix}${node.name}`;
  return name.startsWith(prefix) ? name : `${prefix}${node.name}`;
}

function listedRef(ref: string, commit: CommitAnswer | null): readonly ListedRef[] {
  if (commit?.tree === undefined || commit.message === undefined || commit.committedDate === undefined)
    return [];
  return [
    {
      ref,
      oid: commit.oid,
      tree: commit.tree.oid,
      message: commit.message.replace(/\n+$/, ''),
      committedAt: commitTime(commit.committedDate),
    },
  ];
}

/** GitHub gives the commits of all parents, by date; the first parents are followed through them. */
async function readHistory(
  octokit: Octokit,
  place: Place,
  { ref, limit }: { readonly ref: string; readonly limit: number },
): Promise<readonly ListedRef[]> {
  const known = new Map<string, HistoryNode>();
  let first: string | undefined;
  const pages = Math.ceil(limit / LARGEST_PAGE) * PAGES_FOR_MERGES;
  for (let page = 0, after: string | null = null; page < pages; page += 1) {
    const size = Math.min(limit, LARGEST_PAGE);
    const answer: HistoryAnswer = await octokit.graphql(HISTORY_QUERY, { ...place, ref, first: size, after });
    const found = answer.repository.ref;
    const history = found !== null && fullRef(found) === ref ? found.target?.history : undefined;
    if (history === undefined) return [];
    first ??= history.nodes[0]?.oid;
    for (const node of history.nodes) known.set(node.oid, node);
    const line = firstParents(known, { ref, from: first, limit });
    if (line.complete || !history.pageInfo.hasNextPage) return line.commits;
    after = history.pageInfo.endCursor;
  }
  throw new Error(`The last ${limit} commits of ${ref} are not to be found among its merges.`);
}

async function readCommit(
  octokit: Octokit,
  { owner, name: repo }: Place,
  oid: string,
): Promise<LedgerCommit | null> {
  // What is no object id could name another path of the API.
  if (!OID.test(oid)) return null;
  try {
    const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: oid });
    const { tree, message, parents } = data;
    return {
      oid,
      tree: tree.sha,
      message: message.replace(/\n+$/, ''),
      parents: parents.map(({ sha }) => sha),
    };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function fullRef({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return `${prefix}${name}`;
}

/** As far as the commits are known. `complete`: there are no more, or no more are wanted. */
function firstParents(
  known: ReadonlyMap<string, HistoryNode>,
  { ref, from, limit }: { readonly ref: string; readonly from: string | undefined; readonly limit: number },
): { readonly commits: readonly ListedRef[]; readonly complete: boolean } {
  const commits: ListedRef[] = [];
  let next = from;
  while (next !== undefined && commits.length < limit) {
    const node = known.get(next);
    if (node === undefined) return { commits, complete: false };
    commits.push(...listedRef(ref, node));
    next = node.parents.nodes[0]?.oid;
  }
  return { commits, complete: true };
}

const REFS_QUERY = `query Refs($owner: String!, $name: String!, $prefix: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    refs(refPrefix: $prefix, first: $first, after: $after) {
      nodes { prefix name target { oid ... on Commit { tree { oid } message committedDate } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const HISTORY_QUERY = `query History($owner: String!, $name: String!, $ref: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      prefix
      name
      target {
        ... on Commit {
          history(first: $first, after: $after) {
            nodes { oid tree { oid } message committedDate parents(first: 1) { nodes { oid } } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }
}`;

/** Two hundred requests: more would spend a job's hourly allowance on one look. */
const MOST_REFS = 20_000;

/** Ghost Runner's own chains have no merges; whoever pushes one by hand must not keep us reading for ever. */
const PAGES_FOR_MERGES = 5;

type PageInfo = { readonly hasNextPage: boolean; readonly endCursor: string | null };

type CommitAnswer = {
  readonly oid: string;
  readonly tree?: { readonly oid: string };
  readonly message?: string;
  readonly committedDate?: string;
};

type RefsAnswer = {
  readonly repository: {
    readonly refs: {
      readonly nodes: readonly {
        readonly prefix: string;
        readonly name: string;
        readonly target: CommitAnswer | null;
      }[];
      readonly pageInfo: PageInfo;
    } | null;
  };
};

const NO_PAGE: NonNullable<RefsAnswer['repository']['refs']> = {
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

type HistoryNode = CommitAnswer & {
  readonly parents: { readonly nodes: readonly { readonly oid: string }[] };
};

type HistoryAnswer = {
  readonly repository: {
    readonly ref: {
      readonly prefix: string;
      readonly name: string;
      /** Without a history on what is no commit. */
      readonly target: {
        readonly history?: { readonly nodes: readonly HistoryNode[]; readonly pageInfo: PageInfo };
      } | null;
    } | null;
  };
};
