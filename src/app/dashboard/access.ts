import { isAtLeast, type Role, roleOf } from '../../control/roles.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import { soon } from './soon.ts';

/** What somebody may do in a repository, as GitHub says; null: GitHub could not be asked. */
export type Access = {
  roleIn(repository: string, login: string): Promise<Role | null>;
  /** Waits for so many milliseconds at most where it is told, and else for all answers. */
  seenBy(login: string, within?: number): Promise<Sight>;
};

/** The repositories that somebody may see, as far as it is known. */
export type Sight = {
  readonly repositories: readonly Seen[];
  /** Of how many GitHub could not be asked. Their names are for those who may see them. */
  readonly unknown: number;
  /** Of how many it has not answered yet. */
  readonly asked: number;
};

export type Seen = { readonly name: string; readonly role: Role };

/** Asks GitHub, and believes what it said for a short time. */
export function createAccess(context: IntakeContext): Access {
  const roles = createRoles(context);
  const look = async (name: string, login: string, within: number | undefined) => {
    const role = roles.roleIn(name, login);
    // Who could not be told lately is told so at once, while it is asked again.
    const otherwise: 'asked' | null = roles.hasFailed(name, login) ? null : 'asked';
    return { name, role: within === undefined ? await role : await soon(role, within, otherwise) };
  };
  return {
    roleIn: (repository, login) => roles.roleIn(repository, login),
    seenBy: async (login, within) => {
      const names = (await context.store.board.repositories()).slice(0, MOST_REPOSITORIES);
      const found = await Promise.all(names.map((name) => look(name, login, within)));
      return {
        repositories: found.flatMap(({ name, role }) =>
          role !== null && role !== 'asked' && isAtLeast(role, 'viewer') ? [{ name, role }] : [],
        ),
        unknown: found.filter(({ role }) => role === null).length,
        asked: found.filter(({ role }) => role === 'asked').length,
      };
    },
  };
}

/** Each costs GitHub a request per person and minute. */
const MOST_REPOSITORIES = 100;

type Roles = Pick<Access, 'roleIn'> & {
  /** GitHub could not be asked the last time. */
  hasFailed(repository: string, login: string): boolean;
};

function createRoles(context: IntakeContext): Roles {
  const known = new Map<string, { readonly role: Role | null; readonly at: number }>();
  const asking = new Map<string, Promise<Role | null>>();
  const ask = async (repository: string, login: string): Promise<Role | null> => {
    const key = keyOf(repository, login);
    const role = await askRole(context, repository, login);
    asking.delete(key);
    known.delete(key);
    known.set(key, { role, at: performance.now() });
    // The oldest one is the first one.
    const [oldest] = known.size > MOST_KNOWN ? known.keys() : [];
    known.delete(oldest ?? '');
    return role;
  };
  return {
    roleIn: async (repository, login) => {
      const key = keyOf(repository, login);
      const { role: last = null, at = 0 } = known.get(key) ?? {};
      const age = performance.now() - at;
      if (last !== null && age < FRESH_MS) {
        return last;
      }
      const fresh = asking.get(key) ?? ask(repository, login);
      asking.set(key, fresh);
      return last !== null && age < BELIEVED_MS ? last : fresh;
    },
    hasFailed: (repository, login) => known.get(keyOf(repository, login))?.role === null,
  };
}

function keyOf(repository: string, login: string): string {
  return `${repository} ${login}`;
}

/** Milliseconds after which it is asked again by the way. */
const FRESH_MS = 30_000;

/** Milliseconds for which an answer holds: whoever loses access sees nothing new after that. */
const BELIEVED_MS = 60_000;

/** Answers that are kept. */
const MOST_KNOWN = 10_000;

async function askRole(context: IntakeContext, repository: string, login: string): Promise<Role | null> {
  try {
    // Whoever asks for names at random must not make us ask GitHub for each.
    const known = await context.store.board.repositories();
    const found = known.includes(repository) ? await context.target(repository) : null;
    return found === null ? 'none' : roleOf(await found.control.people.roleOf(login));
  } catch {
    return null;
  }
}
