import { setTimeout as delay } from 'node:timers/promises';
import { parseCommand } from '../../../src/control/command.ts';
import { parseControl } from '../../../src/control/control.ts';
import type { Surface } from '../../../src/control/verbs.ts';
import { createOctokit } from '../../../src/io/github/client.ts';
import { createConversation } from '../../../src/io/github/conversation.ts';
import { createForge } from '../../../src/io/github/forge.ts';
import { createLedger } from '../../../src/io/github/ledger.ts';
import { createPeople } from '../../../src/io/github/people.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { createRuns } from '../../../src/io/github/runs.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { type PatchRecord, recordRef } from '../../../src/record/record.ts';
import { parseRecord } from '../../../src/record/text.ts';
import type { CommandReport } from '../../../src/report/command/report.ts';
import type { SlackMessage } from '../../../src/report/slack.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import { answerComment } from '../../../src/stages/control/comment.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { messageAt } from '../../local/github/commits.ts';
import { jobOf, runJob } from '../generated/job.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

export const REPOSITORY = 'acme/shop';
export const GPT = 'gpt';

export type World = Awaited<ReturnType<typeof openWorld>>;

export const FILES = {
  'src/a.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n',
  'src/b.txt': 'b\n',
};

/** A repository on the local GitHub, where dispatches go through the stages in this process. */
export async function openWorld(
  options: {
    readonly config?: string;
    readonly files?: { readonly [path: string]: string | Uint8Array };
    readonly drafts?: boolean;
  } = {},
) {
  let pipeline: Pipeline | undefined;
  let github: LocalGitHub | undefined = undefined;
  const clock = { ahead: 0, githubAhead: 0 };
  github = await startLocalGitHub({
    clock: { now: () => new Date(Date.now() + clock.githubAhead) },
    createEngine: (host) => {
      pipeline = createPipeline(
        host,
        () => contextOf(),
        async (handover) => {
          const directory = (await git('rev-parse', '--absolute-git-dir')).trim();
          return jobOf(await runJob({ directory }, handover));
        },
      );
      return pipeline;
    },
  });
  await github.createRepository(REPOSITORY, {
    files: {
      ...FILES,
      ...options.files,
      '.github/ghost-runner.yml': options.config ?? 'test:\n  command: npm test\nslack:\n  channel: C0TEST\n',
    },
    ...(options.drafts === undefined ? {} : { drafts: options.drafts }),
    collaborators: { [GPT]: 'write', ada: 'admin', bob: 'maintain', rita: 'write', vera: 'read' },
  });
  const slack = createChat();
  const { apiUrl } = github;
  const token = github.createToken({ login: 'acme', permissions: PERMISSIONS });
  const place = {
    octokit: createOctokit({ token, apiUrl, sleep: async () => {} }),
    owner: 'acme',
    name: 'shop',
  };
  const gpt = createRuns({
    ...place,
    octokit: createOctokit({ token: github.createToken({ login: GPT, permissions: PERMISSIONS }), apiUrl }),
  });
  const secrets = createSecretScanner();
  const context: ControlContext = {
    repository: createApiRepository(place),
    forge: createForge(place),
    chat: slack.chat,
    clock: { now: () => new Date(Date.now() + clock.ahead) },
    site: { repository: REPOSITORY, serverUrl: github.url, ciStartsByItself: true },
    run: { id: 9_999, attempt: 1, url: `${github.url}/${REPOSITORY}/actions/runs/9999` },
    ledger: createLedger(place),
    runs: createRuns(place),
    people: createPeople(place),
    conversation: createConversation(place),
    secrets,
    compute: createCompute(secrets),
    wait: async (seconds) => {
      await delay(seconds * 10);
    },
  };
  function contextOf(): ControlContext {
    return context;
  }
  if (pipeline === undefined) {
    throw new Error('the local GitHub made no engine');
  }
  const started = { github, pipeline };
  const git = (...args: readonly string[]) => started.github.git(REPOSITORY, ...args);
  const world = {
    ...started,
    context,
    /** Milliseconds by which our clock is ahead, and that of GitHub. */
    clock,
    slack,
    git,
    /** Puts a commit with this message and some tree at a ref, whatever stood there. */
    async force(ref: string, message: string, more: { readonly tree: string; readonly parent?: string }) {
      const { tree, parent } = more;
      const parents = parent === undefined ? [] : ['-p', parent];
      const commit = await git(...IDENTITY, 'commit-tree', tree, ...parents, '-m', message);
      await git('update-ref', ref, commit.trim());
    },
    /** Rewrites a record as if a process had left it so. */
    async rewrite(id: string, record: object) {
      const ref = recordRef(id);
      const message = (await git('log', '-1', '--format=%B', ref)).replace(
        /^Ghost-Record: .*$/m,
        () => `Ghost-Record: ${JSON.stringify(record)}`,
      );
      await world.force(ref, message, { tree: `${ref}^{tree}`, parent: ref });
    },
    person: (login: string) => started.github.person(login, REPOSITORY),
    /** Sends a patch as a GPT does, and waits until its run is over unless its tests hang. */
    async deliver(id: string, more: object = {}, changes: readonly object[] = [EDIT]): Promise<void> {
      await world.send(id, more, changes);
      await started.pipeline.idle();
    },
    async send(id: string, more: object = {}, changes: readonly object[] = [EDIT]): Promise<void> {
      await gpt.dispatch({ id, patch: { version: 1, title: `Change ${id}`, changes, ...more } });
      await started.github.settled();
    },
    async record(id: string): Promise<PatchRecord> {
      const parsed = parseRecord(
        await messageAt({ github: started.github, repository: REPOSITORY }, recordRef(id)),
      );
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return parsed.record;
    },
    /** Waits until a record says what it should. */
    async until(id: string, check: (record: PatchRecord) => boolean): Promise<PatchRecord> {
      for (let tries = 0; tries < 400; tries += 1) {
        const record = await world.record(id).catch(() => null);
        if (record !== null && check(record)) {
          return record;
        }
        await delay(10);
      }
      throw new Error(`${id} did not come so far: ${JSON.stringify(await world.record(id).catch(String))}`);
    },
    async command(
      actor: string,
      line: string,
      options: { readonly confirm?: boolean; readonly surface?: Surface } = {},
    ): Promise<CommandReport> {
      const parsed = parseCommand(line);
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return execute(context, { command: parsed.command, surface: 'form', actor, ...options });
    },
    async comment(
      author: string,
      number: number,
      body: string,
      more: { readonly createdAt?: Date } = {},
    ): Promise<CommandReport | null> {
      const id = await started.github.person(author, REPOSITORY).comment(number, body);
      return answerComment(context, { id, number, author, body, ...more });
    },
    /** The log, newest first. */
    async acts() {
      const messages = (await git('log', '--format=%B%x00', 'refs/ghost/control')).split('\0');
      return messages.flatMap((message) => parseControl(message.trim())?.act ?? []);
    },
    pull: (number: number) => context.conversation.pullRequest(number),
    refs: async (prefix: string) =>
      (await git('for-each-ref', '--format=%(refname)', prefix)).split('\n').filter(Boolean),
    async close() {
      expectNoProblems(started.github);
      await started.github.close();
    },
  };
  return world;
}

/** Changes one line of the first file. */
export const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' };

function expectNoProblems({ validation, problems, unknownRequests }: LocalGitHub): void {
  const found = [...validation.failures, ...problems, ...unknownRequests];
  if (found.length > 0) {
    throw new Error(`the local GitHub saw what it should not: ${JSON.stringify(found.slice(0, 3))}`);
  }
}

const IDENTITY = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] as const;

const PERMISSIONS = {
  actions: 'write',
  checks: 'read',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

function createChat() {
  const messages: SlackMessage[] = [];
  return {
    messages,
    chat: {
      post: async (channel: string, message: SlackMessage) => {
        messages.push(message);
        return { channel, ts: String(messages.length) };
      },
      update: async ({ ts }: { readonly ts: string }, message: SlackMessage) => {
        messages[Number(ts) - 1] = message;
      },
    },
  };
}
