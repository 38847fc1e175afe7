import { isAtLeast, type Role, roleOf } from '../../control/roles.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';

/** What somebody may do in a repository, as GitHub says; null: GitHub could not be asked. */
export type Access = {
  roleIn(repository: string, login: string): Promise<Role | null>;
  /** The repositories that somebody may see. `unknown` are those of which GitHub could not be asked. */
  seenBy(
    login: string,
  ): Promise<{ readonly repositories: readonly Seen[]; readonly unknown: readonly string[] }>;
};

export type Seen = { readonly name: string; readonly role: Role };

/** Asks GitHub, and believes what it said for a short time. */
export function createAccess(context: IntakeContext): Access {
  const known = new Map<string, { readonly role: Promise<Role | null>; readonly at: number }>();
  const ask = async (repository: string, login: string): Promise<Role | null> => {
    try {
      // Whoever asks for names at random must not make us ask GitHub for each.
      const known = await context.store.board.repositories();
      const found = known.includes(repository) ? await context.target(repository) : null;
      return found === null ? 'none' : roleOf(await found.control.people.roleOf(login));
    } catch {
      return null;
    }
  };
  const roleIn = async (repository: string, login: string): Promise<Role | null> => {
    const key = `${repository} ${login}`;
    const last = known.get(key);
    if (last !== undefined && performance.now() - last.at < BELIEVED_MS) {
      return last.role;
    }
    const role = ask(repository, login);
    known.delete(key);
    known.set(key, { role, at: performance.now() });
    // The oldest one is the first one.
    const [oldest] = known.size > MOST_KNOWN ? known.keys() : [];
    known.delete(oldest ?? '');
    if ((await role) === null) {
      known.delete(key);
    }
    return role;
  };
  return {
    roleIn,
    seenBy: async (login) => {
      const names = (await context.store.board.repositories()).slice(0, MOST_REPOSITORIES);
      const roles = await Promise.all(names.map(async (name) => ({ name, role: await roleIn(name, login) })));
      return {
        repositories: roles.flatMap(({ name, role }) =>
          role !== null && isAtLeast(role, 'viewer') ? [{ name, role }] : [],
        ),
        unknown: roles.flatMap(({ name, role }) => (role === null ? [name] : [])),
      };
    },
  };
}

/** Milliseconds for which an answer holds: whoever loses access sees nothing new after that. */
const BELIEVED_MS = 60_000;

/** Answers that are kept. */
const MOST_KNOWN = 10_000;

/** Each costs GitHub a request per person and minute. */
const MOST_REPOSITORIES = 100;
