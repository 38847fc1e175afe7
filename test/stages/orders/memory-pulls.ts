import type { Conversation, PullRequestFacts } from '../../../src/stages/control/ports.ts';
import type { CommitStatus, Forge, Oid, OpenHead, PullRequestState } from '../../../src/stages/ports.ts';

type Pull = {
  readonly number: number;
  readonly author: string;
  readonly branch: string;
  base: string;
  title: string;
  body: string;
  state: 'open' | 'closed' | 'merged';
  draft: boolean;
  /** Where the branch stood when it was last seen open. */
  head: Oid;
  readonly labels: Set<string>;
  merge: PullRequestFacts['merge'];
};

/** The login that Ghost Runner opens its own by. */
export const US = 'ghost-runner';

/** Pull requests and statuses in memory, of branches of one repository. */
export type MemoryPulls = ReturnType<typeof createMemoryPulls>;

export function createMemoryPulls(world: {
  readonly now: () => Date;
  readonly branchAt: (branch: string) => Oid | null;
  /** Whether a branch has a commit, so that there is nothing to merge. */
  readonly has: (branch: string, commit: Oid) => boolean;
  /** Ghost Runner is about to open one. */
  readonly opening: () => void;
}) {
  const { now, branchAt, has, opening } = world;
  const pulls: Pull[] = [];
  const statuses = new Map<Oid, CommitStatus>();

  /** As GitHub does by itself: an open one follows its branch, and is closed with it. */
  const all = (): readonly Pull[] => {
    for (const pull of pulls.filter(({ state }) => state === 'open')) {
      const at = branchAt(pull.branch);
      pull.state = at === null ? 'closed' : 'open';
      pull.head = at ?? pull.head;
    }
    return pulls;
  };
  const find = (number: number): Pull => {
    const found = all().find((pull) => pull.number === number);
    if (found === undefined) {
      throw new Error(`there is no pull request #${number}`);
    }
    return found;
  };
  const isByUs = ({ author }: Pull) => author === US;
  const nodeIdOf = ({ number }: Pull) => `PR_${number}`;
  const byNode = (id: string) => find(Number(id.slice('PR_'.length)));
  const urlOf = ({ number }: Pull) => `https://github.com/acme/shop/pull/${number}`;
  const stateOf = (pull: Pull): PullRequestState => {
    const { number, state, draft, head, base, merge } = pull;
    const byUs = isByUs(pull);
    const known = { number, url: urlOf(pull), nodeId: nodeIdOf(pull), state, draft, head, base, byUs };
    return merge === null ? known : { ...known, merge };
  };
  const factsOf = (pull: Pull): PullRequestFacts => {
    const { number, title, body, state, draft, author, head, branch, base, labels, merge } = pull;
    return {
      number,
      url: urlOf(pull),
      nodeId: nodeIdOf(pull),
      title,
      body,
      state,
      draft,
      author,
      byUs: isByUs(pull),
      head: { branch, sha: head, sameRepository: true },
      base: { branch: base, sha: branchAt(base) ?? '' },
      labels: [...labels],
      merge,
      closedAt: null,
      updatedAt: now().toISOString(),
    };
  };
  const flag = (pull: Pull, draft: boolean): boolean => {
    pull.draft = pull.state === 'open' ? draft : pull.draft;
    return pull.draft;
  };

  const twinOf = ({ branch, base }: Pick<Pull, 'branch' | 'base'>) =>
    all().find((pull) => pull.state === 'open' && pull.branch === branch && pull.base === base);
  const open = (made: Pick<Pull, 'author' | 'branch' | 'base' | 'title' | 'body' | 'draft'>): Pull => {
    const head = branchAt(made.branch);
    if (head === null) {
      throw new Error(`there is no branch ${made.branch}`);
    }
    if (has(made.base, head)) {
      throw new Error(`No commits between ${made.base} and ${made.branch}`);
    }
    const pull: Pull = {
      ...made,
      number: pulls.length + 1,
      state: 'open',
      head,
      labels: new Set(),
      merge: null,
    };
    pulls.push(pull);
    return pull;
  };

  const forge: Forge = {
    openPullRequest: async ({ title, body, head: branch, base, draft }) => {
      opening();
      const existing = twinOf({ branch, base });
      if (existing !== undefined && !isByUs(existing)) {
        throw new Error(`a pull request already exists for ${branch} onto ${base}`);
      }
      if (existing !== undefined) {
        Object.assign(existing, { title, body });
        return { ...stateOf(existing), existing: true };
      }
      const pull = open({ author: US, branch, base, title, body, draft });
      return { ...stateOf(pull), existing: false };
    },
    updatePullRequest: async (number, { title, body, base }) => {
      const pull = find(number);
      const twin = pull.state === 'open' ? twinOf({ branch: pull.branch, base }) : undefined;
      if (twin !== undefined && twin !== pull) {
        throw new Error(`a pull request already exists for ${pull.branch} onto ${base}`);
      }
      return stateOf(Object.assign(pull, { title, body, base }));
    },
    decoratePullRequest: async ({ nodeId, labels, draft }) => {
      const pull = byNode(nodeId);
      for (const label of labels) {
        pull.labels.add(label);
      }
      return draft === undefined || flag(pull, draft) === draft ? [] : ['It could not be made a draft'];
    },
    setStatus: async (sha, status) => void statuses.set(sha, status),
  };
  const nothing = async () => {};
  const conversation: Conversation = {
    pullRequest: async (number) => factsOf(find(number)),
    comment: async () => ({ id: 1, url: '' }),
    react: nothing,
    comments: async () => [],
    closePullRequest: async (number) => {
      find(number).state = 'closed';
    },
    reopenPullRequest: async (number) => {
      find(number).state = 'open';
    },
    addLabels: async (number, labels) => {
      for (const label of labels) {
        find(number).labels.add(label);
      }
    },
    removeLabel: async (number, label) => void find(number).labels.delete(label),
    setDraft: async (nodeId, draft) => flag(byNode(nodeId), draft),
    openPullRequests: async () =>
      all()
        .filter(({ state }) => state === 'open')
        .map(factsOf),
    checks: async () => [],
    ownStatus: async (sha) => statuses.get(sha) ?? null,
    openIssue: async () => ({ number: 99, url: '' }),
    closeIssue: nothing,
    issues: async () => [],
  };
  return {
    forge,
    conversation,
    statuses: (): ReadonlyMap<Oid, CommitStatus> => statuses,
    facts: (): readonly PullRequestFacts[] => all().map(factsOf),
    /** Newest first. */
    from: (branch: string): readonly PullRequestState[] =>
      all()
        .filter((pull) => pull.branch === branch)
        .map(stateOf)
        .toReversed(),
    open: (prefix: string): readonly OpenHead[] =>
      all()
        .filter(({ state, branch }) => state === 'open' && branch.startsWith(prefix))
        .map(({ number, branch }) => ({ number, branch, url: '' }))
        .toReversed(),
    /** What people do on its page. One whose branch is gone can't be opened again. */
    person: {
      close: (number: number) => void Object.assign(find(number), { state: 'closed' }),
      reopen: (number: number) => {
        const pull = find(number);
        const at = branchAt(pull.branch);
        if (pull.state === 'closed' && twinOf(pull) === undefined && at !== null && !has(pull.base, at)) {
          pull.state = 'open';
        }
      },
      /** Gives its number; null: there is such a one, or no such branch, or nothing in it to merge. */
      open: (author: string, branch: string, base: string): number | null => {
        const at = branchAt(branch);
        return at === null || has(base, at) || twinOf({ branch, base }) !== undefined
          ? null
          : open({ author, branch, base, title: `Also in ${base}`, body: '', draft: false }).number;
      },
      markReady: (number: number) => void flag(find(number), false),
      merge: (number: number, sha: Oid) => {
        const merge = { sha, by: 'rob', at: now().toISOString() };
        Object.assign(find(number), { state: 'merged', merge });
      },
    },
  };
}
