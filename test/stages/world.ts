import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createGitRepository } from '../../src/io/git/repository.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import type { PatchRecord, SlackRef } from '../../src/record/record.ts';
import { recordRef } from '../../src/record/record.ts';
import { parseRecord } from '../../src/record/text.ts';
import type { SlackMessage } from '../../src/report/slack.ts';
import type { ApplyContext, PublishContext } from '../../src/stages/context.ts';
import type { Chat, CommitStatus, Forge, PullRequestState, Repository } from '../../src/stages/ports.ts';

/** A real git repository, and ports to everything else that remember what they were asked. */
export type World = ReturnType<typeof createWorld>;

export const CONFIG = 'test:\n  command: npm test\nslack:\n  channel: C0TEST\nlabels: [ghost]\n';

export function createWorld(
  files: { readonly [path: string]: string } = {
    'src/a.txt': 'one\ntwo\nthree\n',
    '.github/ghost-runner.yml': CONFIG,
  },
) {
  const directory = mkdtempSync(join(tmpdir(), 'stages-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', directory, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
    }).trim();
  git('init', '-q', '-b', 'main');
  const commit = (changes: { readonly [path: string]: string }) => {
    for (const [path, content] of Object.entries(changes)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    git('add', '-A');
    git('commit', '-qm', 'change');
    return git('rev-parse', 'HEAD');
  };
  const base = commit(files);
  const forge = createForge((ref) => resolve(ref));
  const chat = createChat();
  const repository = createGitRepository({ directory });
  const clock = { now: () => new Date('2026-01-01T12:00:00Z') };
  const context: PublishContext & ApplyContext = {
    repository: withPullRequests(repository, forge),
    forge,
    chat,
    clock,
    secrets: createSecretScanner(),
    site: { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true },
    run: { id: 1, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/1' },
  };
  function resolve(ref: string): string | null {
    const found = git('for-each-ref', '--format=%(objectname)', ref);
    return found === '' ? null : found;
  }
  return {
    directory,
    git,
    base,
    commit,
    forge,
    chat,
    context,
    resolve,
    head: (id: string) => resolve(`refs/heads/ghost/${id}`),
    record(id: string): PatchRecord {
      const parsed = parseRecord(git('log', '-1', '--format=%B', recordRef(id)));
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return parsed.record;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** git knows no pull requests; GitHub answers both in one look. */
function withPullRequests(repository: Repository, forge: FakeForge): Repository {
  return {
    write: (transaction) => repository.write(transaction),
    read: async (request) => ({
      ...(await repository.read(request)),
      pullRequest: forge.newest(request.pullRequestFrom),
    }),
  };
}

type FakeForge = ReturnType<typeof createForge>;
type FakePullRequest = {
  number: number;
  title: string;
  body: string;
  head: string;
  base: string;
  draft: boolean;
  state: PullRequestState['state'];
  labels: readonly string[];
};

function createForge(resolve: (ref: string) => string | null) {
  const pulls: FakePullRequest[] = [];
  const statuses: (CommitStatus & { readonly sha: string })[] = [];
  const failures = {
    open: null as Error | null,
    decorate: [] as readonly string[],
    status: null as Error | null,
  };
  /** The head is where its branch stands now. */
  const stateOf = ({ number, state, draft, head, base }: FakePullRequest): PullRequestState => ({
    number,
    url: `https://github.com/acme/shop/pull/${number}`,
    nodeId: `PR_${number}`,
    state,
    draft,
    head: resolve(`refs/heads/${head}`) ?? '',
    base,
  });
  const forge: Forge = {
    openPullRequest: async ({ title, body, head, base, draft }) => {
      if (failures.open !== null) {
        throw failures.open;
      }
      const open = pulls.find((one) => one.state === 'open' && one.head === head && one.base === base);
      const pull = open ?? {
        number: pulls.length + 1,
        head,
        base,
        draft,
        state: 'open',
        labels: [],
        title,
        body,
      };
      if (open === undefined) {
        pulls.push(pull);
      }
      Object.assign(pull, { title, body });
      return { ...stateOf(pull), existing: open !== undefined };
    },
    updatePullRequest: async (number, update) => {
      const pull = pulls[number - 1];
      if (pull === undefined) {
        throw new Error(`there is no pull request #${number}`);
      }
      Object.assign(pull, update);
      const { state, head, draft } = stateOf(pull);
      return { state: state === 'open' ? 'open' : 'closed', head, draft };
    },
    decoratePullRequest: async ({ nodeId, labels, draft }) => {
      const pull = pulls.find((one) => nodeId === `PR_${one.number}`);
      Object.assign(pull ?? {}, { labels }, draft === undefined ? {} : { draft });
      return failures.decorate;
    },
    setStatus: async (sha, status) => {
      if (failures.status !== null) {
        throw failures.status;
      }
      statuses.push({ ...status, sha });
    },
  };
  return {
    ...forge,
    pulls,
    statuses,
    failures,
    newest(head: string | undefined): PullRequestState | null {
      const pull = pulls.findLast((one) => one.head === head);
      return pull === undefined ? null : stateOf(pull);
    },
  };
}

function createChat() {
  const posts: { readonly ref: SlackRef; readonly messages: SlackMessage[] }[] = [];
  const failures = { always: null as Error | null };
  const check = () => {
    if (failures.always !== null) {
      throw failures.always;
    }
  };
  const chat: Chat = {
    post: async (channel, message) => {
      check();
      const ref = { channel, ts: `${posts.length + 1}.0` };
      posts.push({ ref, messages: [message] });
      return ref;
    },
    update: async (ref, message) => {
      check();
      posts.find((post) => post.ref.ts === ref.ts)?.messages.push(message);
    },
  };
  return { ...chat, posts, failures };
}
