import type { Conversation, PullRequestFacts } from '../../../src/stages/control/ports.ts';
import type { CommitStatus, Forge, Oid, PullRequestState } from '../../../src/stages/ports.ts';

type Pull = {
  readonly number: number;
  readonly branch: string;
  title: string;
  body: string;
  state: 'open' | 'closed' | 'merged';
  draft: boolean;
  /** Where the branch stood when it was last seen open. */
  head: Oid;
  readonly labels: Set<string>;
  merge: PullRequestFacts['merge'];
};

/** Pull requests and statuses in memory, of branches of one repository. */
export type MemoryPulls = ReturnType<typeof createMemoryPulls>;

export function createMemoryPulls(world: {
  readonly now: () => Date;
  readonly branchAt: (branch: string) => Oid | null;
}) {
  const { now, branchAt } = world;
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
  const nodeIdOf = ({ number }: Pull) => `PR_${number}`;
  const byNode = (id: string) => find(Number(id.slice('PR_'.length)));
  const urlOf = ({ number }: Pull) => `https://github.com/acme/shop/pull/${number}`;
  const stateOf = (pull: Pull): PullRequestState => {
    const { number, state, draft, head, merge } = pull;
    const known = { number, url: urlOf(pull), nodeId: nodeIdOf(pull), state, draft, head, base: 'main' };
    return merge === null ? known : { ...known, merge };
  };
  const factsOf = (pull: Pull): PullRequestFacts => {
    const { number, title, body, state, draft, head, branch, labels, merge } = pull;
    return {
      number,
      url: urlOf(pull),
      nodeId: nodeIdOf(pull),
      title,
      body,
      state,
      draft,
      author: 'ghost-runner',
      head: { branch, sha: head, sameRepository: true },
      base: { branch: 'main', sha: branchAt('main') ?? '' },
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

  const forge: Forge = {
    openPullRequest: async ({ title, body, head: branch, draft }) => {
      const existing = all().find((pull) => pull.state === 'open' && pull.branch === branch);
      const head = branchAt(branch);
      if (head === null) {
        throw new Error(`there is no branch ${branch}`);
      }
      if (existing !== undefined) {
        Object.assign(existing, { title, body });
        return { ...stateOf(existing), existing: true };
      }
      const pull: Pull = {
        number: pulls.length + 1,
        branch,
        title,
        body,
        state: 'open',
        draft,
        head,
        labels: new Set(),
        merge: null,
      };
      pulls.push(pull);
      return { ...stateOf(pull), existing: false };
    },
    updatePullRequest: async (number, { title, body }) =>
      stateOf(Object.assign(find(number), { title, body })),
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
    from: (branch: string): PullRequestState | null => {
      const newest = all().findLast((pull) => pull.branch === branch);
      return newest === undefined ? null : stateOf(newest);
    },
    /** What people do on its page. One whose branch is gone can't be opened again. */
    person: {
      close: (number: number) => void Object.assign(find(number), { state: 'closed' }),
      reopen: (number: number) => {
        const pull = find(number);
        const isFree = !all().some((one) => one.state === 'open' && one.branch === pull.branch);
        if (pull.state === 'closed' && isFree && branchAt(pull.branch) !== null) {
          pull.state = 'open';
        }
      },
      markReady: (number: number) => void flag(find(number), false),
      merge: (number: number, sha: Oid) => {
        const merge = { sha, by: 'rob', at: now().toISOString() };
        Object.assign(find(number), { state: 'merged', merge });
      },
    },
  };
}
