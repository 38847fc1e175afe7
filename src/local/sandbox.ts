import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionsEngine, WorkflowRun } from './contract.ts';
import { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from './github/server.ts';
import { createActionsEngine, type EngineOptions } from './runner/engine.ts';
import {
  LOCAL_BOT_TOKEN,
  LOCAL_CHANNEL,
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from './slack/server.ts';

/** A local GitHub with its runner, a local Slack, and Ghost Runner itself as a repository that workflows can use. */
export type Sandbox = {
  readonly github: LocalGitHub;
  readonly engine: ActionsEngine;
  readonly slack: LocalSlack;
  /** Makes a repository that is set up for Ghost Runner: its workflow, its config, its Slack token. */
  addRepository(name: string, files: Files, options?: RepositoryOptions): Promise<void>;
  /** Sends a dispatch as a GPT does: one POST with a token. Gives the newest run that such a payload started. */
  send(name: string, clientPayload: object): Promise<WorkflowRun>;
  /** Resolves when no run is under way, and nothing that happened is still to start one. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

export type Files = { readonly [path: string]: string | Uint8Array };

export type RepositoryOptions = {
  /** Text of `.github/ghost-runner.yml`; null: none. */
  readonly config: string | null;
  /** Changes the workflow file, as its owner might. */
  readonly workflow?: (text: string) => string;
  /** Names of other workflow files of Ghost Runner that the repository has too, such as `ghost-watch.yml`. */
  readonly moreWorkflows?: readonly string[];
  /** Only its collaborators may read it. */
  readonly private?: boolean;
  /** False: a plan without draft pull requests. */
  readonly drafts?: boolean;
  /** False: the setting that lets workflows open pull requests is off. */
  readonly actionsMayCreatePullRequests?: boolean;
};

/** Login of the GPT whose token sends the patches. */
export const SENDER = 'shop-gpt';

export const ACTION_REPOSITORY = 'ghost-runner/ghost-runner';

export type SandboxOptions = {
  readonly clock?: { now(): Date };
  /** How long cancelled processes and jobs may live on; GitHub's times where absent, which are long for a test. */
  readonly grace?: NonNullable<EngineOptions['grace']>;
  /** Folders of programs that jobs find before the system's. */
  readonly tools?: readonly string[];
  /** Where its GitHub and Slack are other than usual, its runner included. */
  readonly github?: Pick<LocalGitHubOptions, 'contentLimits' | 'createEngine' | 'rateLimits'>;
  readonly slack?: Pick<LocalSlackOptions, 'channels' | 'rateLimit'>;
};

/** `root` is the folder of Ghost Runner: its action.yml and dist/ become the Action at v1. */
export async function startSandbox(root: string, options: SandboxOptions = {}): Promise<Sandbox> {
  const time = options.clock === undefined ? {} : { clock: options.clock };
  const slack = await startLocalSlack({ ...time, ...options.slack });
  const github = await startLocalGitHub({
    createEngine: (host) => createActionsEngine(host, options),
    ...time,
    ...options.github,
  });
  const { engine } = github;
  if (engine === null) {
    throw new Error('the local GitHub was started without a runner');
  }
  await github.createRepository(ACTION_REPOSITORY, { files: await readAction(root) });
  await github.git(ACTION_REPOSITORY, 'tag', 'v1', 'main');
  const workflow = await readFile(join(root, WORKFLOW_PATH), 'utf8');
  return {
    github,
    engine,
    slack,
    async addRepository(name, files, plan = { config: null }) {
      const { config, workflow: change = (text: string) => text, moreWorkflows = [], ...rest } = plan;
      await github.createRepository(name, {
        ...rest,
        collaborators: { [SENDER]: 'write' },
        files: {
          ...files,
          [WORKFLOW_PATH]: change(workflow),
          ...(await readWorkflows(root, moreWorkflows)),
          ...(config === null ? {} : { '.github/ghost-runner.yml': config }),
        },
      });
      github.setSecret(name, 'SLACK_BOT_TOKEN', LOCAL_BOT_TOKEN);
      github.setVariable(name, 'GHOST_SLACK_CHANNEL', LOCAL_CHANNEL.id);
      github.setVariable(name, 'GHOST_SLACK_API_URL', slack.apiUrl);
    },
    async send(name, clientPayload) {
      const token = github.createToken({
        login: SENDER,
        permissions: { contents: 'write', metadata: 'read' },
      });
      const response = await fetch(`${github.apiUrl}/repos/${name}/dispatches`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ event_type: 'ghost-patch', client_payload: clientPayload }),
      });
      if (response.status !== 204) {
        throw new Error(
          `the local GitHub did not take the dispatch: ${response.status} ${await response.text()}`,
        );
      }
      await github.settled();
      const sent = JSON.stringify(clientPayload);
      const run = engine
        .runs(name)
        .findLast(({ event }) => JSON.stringify(event.payload['client_payload']) === sent);
      if (run === undefined) {
        throw new Error('the dispatch started no run');
      }
      return run;
    },
    async idle() {
      do {
        await engine.idle();
        await github.settled();
      } while (engine.runs().some(({ status }) => status !== 'completed'));
    },
    async close() {
      await github.close();
      await slack.close();
    },
  };
}

const WORKFLOWS = '.github/workflows';
const WORKFLOW_PATH = `${WORKFLOWS}/ghost-runner.yml`;
const REUSABLE_WORKFLOWS = ['runner', 'control', 'command', 'watch'].map(
  (name) => `${WORKFLOWS}/ghost-${name}.yml`,
);

async function readWorkflows(root: string, names: readonly string[]): Promise<Files> {
  const files = names.map(async (name) => {
    const path = `${WORKFLOWS}/${name}`;
    return [path, await readFile(join(root, path), 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** What a workflow needs of this repository: the Action as it is published, and its workflows for callers. */
async function readAction(root: string): Promise<Files> {
  const dist = (await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = [
    'action.yml',
    ...REUSABLE_WORKFLOWS,
    ...dist.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  ];
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path))] as const)),
  );
}
