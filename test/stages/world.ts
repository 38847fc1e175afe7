import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createGitLedger } from '../../src/io/git/ledger.ts';
import { createGitRepository } from '../../src/io/git/repository.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import type { PatchRecord, SlackRef } from '../../src/record/record.ts';
import { recordRef } from '../../src/record/record.ts';
import { parseRecord } from '../../src/record/text.ts';
import type { SlackMessage } from '../../src/report/slack.ts';
import { createCompute } from '../../src/stages/compute.ts';
import type { ApplyContext, PublishContext } from '../../src/stages/context.ts';
import type {
  Chat,
  CommitStatus,
  Forge,
  OpenHead,
  PullRequestState,
  Repository,
} from '../../src/stages/ports.ts';

/** A real git repository, and ports to everything else that remember what they were asked. */
export type World = ReturnType<typeof createWorld>;

export const CONFIG = 'test:\n  command: npm test\nslack:\n  channel: C0TEST\nlabels: [ghost]\n';

type Files = { readonly [path: string]: string };

export function createWorld(
  files: Files = { 'src/a.txt': 'one\ntwo\nthree\n', '.github/ghost-runner.yml': CONFIG },
) {
  const seed = seedOf(files);
  const directory = mkdtempSync(join(tmpdir(), 'stages-'));
  cpSync(seed.directory, directory, { recursive: true });
  const { base } = seed;
  const git = (...args: readonly string[]) => runGit(directory, args);
  const commit = (changes: Files) => commitIn(directory, changes);
  const forge = createForge((ref) => resolve(ref));
  const chat = createChat();
  const repository = createGitRepository({ directory, defaultBranch: 'main' });
  const clock = { now: () => new Date('2026-01-01T12:00:00Z') };
  const secrets = createSecretScanner();
  const context: PublishContext & ApplyContext = {
    repository: withPullRequests(repository, forge),
    ledger: createGitLedger({ directory }),
    forge,
    chat,
    clock,
    secrets,
    compute: createCompute(secrets),
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

/** Repositories with one commit, from which worlds are copied: that is quicker than four processes for each. */
const seeds = new Map<string, { readonly directory: string; readonly base: string }>();
afterAll(() => {
  for (const { directory } of seeds.values()) {
    rmSync(directory, { recursive: true });
  }
});

function seedOf(files: Files) {
  const key = JSON.stringify(files);
  const known = seeds.get(key);
  if (known !== undefined) {
    return known;
  }
  const directory = mkdtempSync(join(tmpdir(), 'stages-seed-'));
  runGit(directory, ['init', '-q', '--template=', '-b', 'main']);
  const seed = { directory, base: commitIn(directory, files) };
  seeds.set(key, seed);
  return seed;
}

function commitIn(directory: string, changes: Files): string {
  for (const [path, content] of Object.entries(changes)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  runGit(directory, ['add', '-A']);
  runGit(directory, ['commit', '-qm', 'change']);
  return runGit(directory, ['rev-parse', 'HEAD']);
}

function runGit(directory: string, args: readonly string[]): string {
  const config = ['user.name=t', 'user.email=t@example.com', 'maintenance.auto=false'];
  const options = config.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', ['-C', directory, ...options, ...args], { encoding: 'utf8' }).trim();
}

/** git knows no pull requests; GitHub answers both in one look. */
function withPullRequests(repository: Repository, forge: FakeForge): Repository {
  return {
    write: (transaction) => repository.write(transaction),
    read: async (request) => ({
      ...(await repository.read(request)),
      pullRequests: forge.from(request.pullRequestsFrom?.branch),
      ...(request.openPullRequestsFrom === undefined
        ? {}
        : { openPullRequests: forge.open(request.openPullRequestsFrom) }),
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
  byUs: boolean;
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
  const stateOf = ({ number, state, draft, head, base, byUs }: FakePullRequest): PullRequestState => ({
    number,
    url: `https://github.com/acme/shop/pull/${number}`,
    nodeId: `PR_${number}`,
    state,
    draft,
    head: resolve(`refs/heads/${head}`) ?? '',
    base,
    byUs,
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
        byUs: true,
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
    /** Newest first. */
    from(head: string | undefined): readonly PullRequestState[] {
      return pulls
        .filter((one) => one.head === head)
        .map(stateOf)
        .toReversed();
    },
    open(from: string): readonly OpenHead[] {
      return pulls
        .filter(({ state, head }) => state === 'open' && head.startsWith(from))
        .map((pull) => ({ number: pull.number, url: stateOf(pull).url, branch: pull.head }));
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
