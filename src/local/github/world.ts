import type { App, Installation, Repository, Token, User } from './model.ts';

/** Everything that this GitHub knows. */
export type World = {
  readonly urls: Urls;
  readonly now: () => Date;
  readonly directory: string;
  readonly users: Map<string, User>;
  readonly repositories: Map<string, Repository>;
  readonly tokens: Map<string, Token>;
  readonly apps: Map<number, App>;
  readonly installations: Map<number, Installation>;
  /** Texts that were made ready to be fetched under a name that can't be guessed. */
  readonly downloads: Map<string, string>;
  nextId: () => number;
};

/** Without a slash at the end. */
export type Urls = { readonly html: string; readonly api: string; readonly graphql: string };

/** Ids look like those of a GitHub that has been in use for a while, so that nothing mistakes them for numbers. */
const FIRST_ID = 700_001;

/** Ids that GitHub's own bot has everywhere. */
const ACTIONS_BOT = { id: 41_898_282, login: 'github-actions[bot]' };

export function createWorld(options: {
  readonly urls: Urls;
  readonly directory: string;
  readonly now: () => Date;
}): World {
  let lastId = FIRST_ID;
  const bot: User = { ...ACTIONS_BOT, type: 'Bot', createdAt: options.now() };
  return {
    ...options,
    users: new Map([[bot.login, bot]]),
    repositories: new Map(),
    tokens: new Map(),
    apps: new Map(),
    installations: new Map(),
    downloads: new Map(),
    nextId: () => lastId++,
  };
}

/** The user with this login, who is created when met for the first time. */
export function ensureUser(world: World, login: string, type: User['type'] = 'User'): User {
  const known = findUser(world, login);
  if (known !== undefined) {
    return known;
  }
  const user: User = { id: world.nextId(), login, type, createdAt: world.now() };
  world.users.set(login.toLowerCase(), user);
  return user;
}

/** Logins are compared without regard to case. */
export function findUser(world: World, login: string): User | undefined {
  return world.users.get(login.toLowerCase());
}

export function findRepository(world: World, fullName: string): Repository | undefined {
  return world.repositories.get(fullName.toLowerCase());
}

/** Throws on a repository that a scenario names but never created. */
export function getRepository(world: World, fullName: string): Repository {
  const repository = findRepository(world, fullName);
  if (repository === undefined) {
    throw new Error(`there is no repository ${fullName} on the local GitHub; create it first`);
  }
  return repository;
}

export function actionsBot(world: World): User {
  return ensureUser(world, ACTIONS_BOT.login);
}

/** The address that GitHub gives to people who keep theirs private, and to bots. */
export function userEmail(user: User): string {
  return `${user.id}+${user.login}@users.noreply.github.com`;
}
