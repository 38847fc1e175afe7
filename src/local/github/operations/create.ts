import { join } from 'node:path';
import { type FileSource, importCommit } from '../git/import.ts';
import { ZERO_OID } from '../git/refs.ts';
import { createStore } from '../git/store.ts';
import type { Repository, RoleName } from '../model.ts';
import type { Platform } from '../platform.ts';
import { ensureUser, userEmail } from '../world.ts';
import { branchHead } from './pulls.ts';
import { announceMoves } from './refs.ts';

export type Files = { readonly [path: string]: FileSource };

export type RepositoryPlan = {
  readonly defaultBranch?: string;
  /** The first commit of the default branch; without files the repository is empty. */
  readonly files?: Files;
  readonly private?: boolean;
  /** false: a plan without draft pull requests, which answers 422. */
  readonly drafts?: boolean;
  /** false: the setting that lets workflows open pull requests is off. */
  readonly actionsMayCreatePullRequests?: boolean;
  /** Login → `role_name`. The owner is `admin` anyway. */
  readonly collaborators?: { readonly [login: string]: RoleName };
};

/** Creates a repository, its owner and its collaborators. */
export async function createRepository(
  platform: Platform,
  fullName: string,
  plan: RepositoryPlan,
): Promise<Repository> {
  const { world } = platform;
  const [ownerLogin = '', name = ''] = fullName.split('/');
  if (world.repositories.has(fullName.toLowerCase()) || !/^[\w.-]+\/[\w.-]+$/.test(fullName)) {
    throw new Error(`${fullName} exists already or is no name of a repository`);
  }
  const { defaultBranch = 'main', collaborators = {} } = plan;
  const owner = ensureUser(world, ownerLogin);
  const now = world.now();
  const roles = Object.entries({ ...collaborators, [owner.login]: 'admin' });
  const repository: Repository = {
    id: world.nextId(),
    owner,
    name,
    fullName: `${owner.login}/${name}`,
    private: plan.private ?? false,
    defaultBranch,
    drafts: plan.drafts ?? true,
    actionsMayCreatePullRequests: plan.actionsMayCreatePullRequests ?? true,
    store: await createStore(join(world.directory, owner.login, `${name}.git`), defaultBranch),
    collaborators: new Map(roles.map(([login, role]) => [ensureUser(world, login).login, role])),
    pulls: new Map(),
    issues: new Map(),
    labels: new Map(),
    statuses: [],
    checkRuns: [],
    hooks: new Map(),
    secrets: new Map(),
    variables: new Map(),
    signed: new Set(),
    createdAt: now,
    pushedAt: now,
    lastNumber: 0,
  };
  world.repositories.set(fullName.toLowerCase(), repository);
  if (plan.files !== undefined) {
    await importFiles(platform, repository, {
      branch: defaultBranch,
      files: plan.files,
      message: 'Initial commit',
    });
  }
  return repository;
}

export type CommitPlan = {
  readonly branch: string;
  readonly files: Files;
  readonly message: string;
  /** Login; the owner where absent. */
  readonly author?: string;
};

/** A person's push of one commit. The branch is created from the default branch where there is none yet. */
export async function commitFiles(
  platform: Platform,
  repository: Repository,
  plan: CommitPlan,
): Promise<string> {
  const before = await branchHead(repository, plan.branch);
  const after = await importFiles(platform, repository, plan);
  const change = { ref: `refs/heads/${plan.branch}`, before: before ?? ZERO_OID, after };
  const user = ensureUser(platform.world, plan.author ?? repository.owner.login);
  await announceMoves(platform, repository, [change], { user, token: null });
  return after;
}

async function importFiles(platform: Platform, repository: Repository, plan: CommitPlan): Promise<string> {
  const author = ensureUser(platform.world, plan.author ?? repository.owner.login);
  return repository.store.exclusively(async () => {
    const head =
      (await branchHead(repository, plan.branch)) ?? (await branchHead(repository, repository.defaultBranch));
    return importCommit(repository.store, {
      branch: plan.branch,
      parent: head,
      files: plan.files,
      message: plan.message,
      author: { name: author.login, email: userEmail(author), date: platform.world.now() },
    });
  });
}
