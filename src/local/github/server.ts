import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { ActionsEngine, ActionsHost, RepositoryName, WorkflowRun } from '../contract.ts';
import { normalizePermissions } from './access/permissions.ts';
import { mintToken } from './access/tokens.ts';
import { createActionsHost } from './actions-host.ts';
import { createEvents } from './events/events.ts';
import { followRuns } from './events/workflow-runs.ts';
import { runGit } from './git/process.ts';
import { API_PATH, GRAPHQL_PATH, serveApi } from './http/api.ts';
import { type ContentLimits, createContentLimiter } from './http/content-limit.ts';
import { createFaultDesk, type Faults } from './http/faults.ts';
import { serveGitHttp } from './http/git.ts';
import { createRateLimiter, GITHUB_RATE_LIMITS, type RateLimits } from './http/rate-limit.ts';
import type { LoggedRequest } from './http/request-log.ts';
import { createHttpApp, type Surroundings } from './http/server.ts';
import { createValidator, recordValidation, type Validation } from './http/validation.ts';
import type { Repository, RoleName, User } from './model.ts';
import { type AppPlan, type CreatedApp, createApp, installApp } from './operations/apps.ts';
import {
  type CommitPlan,
  commitFiles,
  createRepository,
  type Files,
  type RepositoryPlan,
} from './operations/create.ts';
import { createPerson, type Person } from './operations/person.ts';
import { fireSchedules } from './operations/schedule.ts';
import type { Platform } from './platform.ts';
import { routes } from './rest/routes.ts';
import { type RepositorySnapshot, takeSnapshot } from './snapshot.ts';
import { createWorld, ensureUser, getRepository } from './world.ts';

export type LocalGitHubOptions = {
  /** A free one where absent. */
  readonly port?: number;
  /** Where the repositories lie; a temporary directory, removed on close, where absent. */
  readonly directory?: string;
  /** Gives the workflow runner; without one, events start no runs. */
  readonly createEngine?: (host: ActionsHost) => ActionsEngine;
  readonly clock?: { now(): Date };
  /** Requests per hour; GitHub's own where absent. */
  readonly rateLimits?: Partial<RateLimits>;
  /** Content per minute and hour; no limit where absent. */
  readonly contentLimits?: ContentLimits;
  /** File to which `close` adds how the answers compared; the environment's GHOST_RUNNER_VALIDATION_LOG where absent. */
  readonly validationLog?: string;
};

/** A GitHub on this machine: real repositories, the part of the API that we use, and a memory of what was asked. */
export type LocalGitHub = {
  /** Without a slash at the end, as all URLs here. */
  readonly url: string;
  /** Octokit's `baseUrl`. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  cloneUrl(repository: RepositoryName): string;

  createUser(user: { readonly login: string; readonly type?: User['type'] }): User;
  createRepository(repository: RepositoryName, plan?: RepositoryPlan): Promise<Repository>;
  /** Commits and announces it as a person's push would be. Gives the commit's id. `null` as content removes a file. */
  commitFiles(
    repository: RepositoryName,
    branch: string,
    files: Files,
    commit?: Partial<Pick<CommitPlan, 'message' | 'author'>>,
  ): Promise<string>;
  /** Somebody at the repository's pages: comments, merges, closes, pushes. */
  person(login: string, repository: RepositoryName): Person;
  /** null: no role any more. */
  setRole(repository: RepositoryName, login: string, role: RoleName | null): void;
  /**
   * Lets a cron expression of the default branch's workflows come due, or all of them. Gives the runs that start; throws
   * where no workflow has it.
   */
  tick(repository: RepositoryName, cron?: string): Promise<readonly WorkflowRun[]>;
  /** A fine-grained personal token; for all repositories of its user where none are named. Gives its value. */
  createToken(token: TokenPlan): string;
  createApp(plan: AppPlan): CreatedApp;
  /** Installs it for another owner too. Gives the installation's id. */
  installApp(app: CreatedApp, repositories: readonly RepositoryName[]): number;
  setSecret(repository: RepositoryName, name: string, value: string): void;
  setVariable(repository: RepositoryName, name: string, value: string): void;

  /** The workflow runner, if there is one. */
  readonly engine: ActionsEngine | null;
  /** Every request, in the order of its answer. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** Requests for what is not served. */
  readonly unknownRequests: readonly LoggedRequest[];
  /** How the answers compared with GitHub's API description. */
  readonly validation: Validation;
  /** What failed after its cause had been answered, such as an engine that could not start a run. */
  readonly problems: readonly unknown[];
  readonly faults: Faults;

  /** The live state, for reading. */
  repository(repository: RepositoryName): Repository;
  /** Runs git on the bare repository and gives what it prints. */
  git(repository: RepositoryName, ...args: readonly string[]): Promise<string>;
  /** What a person would see. */
  snapshot(repository: RepositoryName): Promise<RepositorySnapshot>;
  /** Where browsers are sent that follow a link to a page of GitHub's; null: nowhere, such pages are 404. */
  setPage(url: string | null): void;
  /** Resolves when all webhooks are delivered and all runs are queued. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export type TokenPlan = {
  readonly login: string;
  readonly repositories?: readonly RepositoryName[];
  /** Scopes as in a workflow (`pull-requests`) or as in the API (`pull_requests`). */
  readonly permissions: { readonly [scope: string]: string };
  readonly expiresAt?: Date;
};

export async function startLocalGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const { clock = { now: () => new Date() }, validationLog = process.env['GHOST_RUNNER_VALIDATION_LOG'] } =
    options;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'local-github-')));
  const faults = createFaultDesk();
  const log: LoggedRequest[] = [];
  const validator = createValidator();
  const now = () => clock.now();
  const limiter = createRateLimiter({ ...GITHUB_RATE_LIMITS, ...options.rateLimits }, now);
  const contentLimiter =
    options.contentLimits === undefined
      ? null
      : createContentLimiter(options.contentLimits, () => now().getTime());
  const server = createServer();
  const url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  const world = createWorld({
    urls: { html: url, api: url + API_PATH, graphql: url + GRAPHQL_PATH },
    directory,
    now,
  });
  const platform: Platform = {
    world,
    events: createEvents(() => platform.engine, world, faults),
    engine: null,
  };
  const surroundings: Surroundings = {
    platform,
    limiter,
    contentLimiter,
    faults,
    validator,
    log,
    page: null,
  };
  const app = createHttpApp(surroundings);
  serveApi(app, surroundings, routes);
  serveGitHttp(app, surroundings);
  const listener = getRequestListener(app.fetch);
  server.on('request', (request, response) => void listener(request, response));
  platform.engine = options.createEngine?.(createActionsHost(world)) ?? null;
  const unfollow = platform.engine === null ? () => {} : followRuns(platform, platform.engine);
  const find = (name: string) => getRepository(world, name);

  return {
    url,
    apiUrl: world.urls.api,
    graphqlUrl: world.urls.graphql,
    cloneUrl: (repository) => `${url}/${repository}.git`,
    createUser: ({ login, type }) => ensureUser(world, login, type),
    createRepository: (repository, plan = {}) => createRepository(platform, repository, plan),
    commitFiles: (repository, branch, files, { message = 'Change files', author } = {}) =>
      commitFiles(platform, find(repository), {
        branch,
        files,
        message,
        ...(author === undefined ? {} : { author }),
      }),
    person: (login, repository) => createPerson(platform, find(repository), login),
    setRole(repository, login, role) {
      const { collaborators } = find(repository);
      const user = ensureUser(world, login);
      if (role === null) {
        collaborators.delete(user.login);
      } else {
        collaborators.set(user.login, role);
      }
    },
    tick: (repository, cron) => fireSchedules(platform, find(repository), cron),
    createToken: ({ login, repositories, permissions, expiresAt }) =>
      mintToken(world, {
        kind: 'personal',
        user: ensureUser(world, login),
        permissions: normalizePermissions(permissions),
        repositories:
          repositories === undefined ? null : new Set(repositories.map((name) => find(name).fullName)),
        expiresAt: expiresAt ?? null,
      }).value,
    createApp: (plan) => createApp(world, plan),
    installApp: ({ app }, repositories) => installApp(world, app, repositories),
    setSecret: (repository, name, value) => void find(repository).secrets.set(name, value),
    setVariable: (repository, name, value) => void find(repository).variables.set(name, value),
    engine: platform.engine,
    requests: log,
    clearRequests: () => void log.splice(0),
    get unknownRequests() {
      return log.filter(({ route }) => route === 'unknown');
    },
    validation: validator.validation,
    problems: platform.events.problems,
    faults,
    repository: find,
    git: async (repository, ...args) =>
      (await runGit(find(repository).store.directory, args)).stdout.toString(),
    snapshot: (repository) => takeSnapshot(world, find(repository)),
    setPage(page) {
      surroundings.page = page;
    },
    settled: () => platform.events.settled(),
    async close() {
      unfollow();
      await platform.engine?.close();
      await platform.events.settled();
      await stopListening(server);
      if (validationLog !== undefined) {
        recordValidation(validationLog, validator.validation);
      }
      for (const { store } of world.repositories.values()) {
        store.close();
      }
      if (options.directory === undefined) {
        await rm(directory, { recursive: true, force: true });
      }
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return address.port;
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
