import { isAtLeast, type Role, roleOf } from '../../control/roles.ts';
import type { People } from '../../stages/control/ports.ts';
import type { Board } from '../../stages/intake/board.ts';
import { askedFirst } from './asked-first.ts';
import { soon } from './soon.ts';

/** What somebody may do in a repository, as GitHub says; null: GitHub could not be asked. */
export type Access = {
  roleIn(repository: string, login: string): Promise<Role | null>;
  /**
   * Waits for `within` milliseconds at most where it is told, and else for all answers. Where there are too many to ask
   * about, `named` is among those that are.
   */
  seenBy(login: string, asked?: { readonly within?: number; readonly named?: string }): Promise<Sight>;
};

/** The repositories that somebody may see, as far as it is known. */
export type Sight = {
  readonly repositories: readonly Seen[];
  /** Of how many GitHub could not be asked. Their names are for those who may see them. */
  readonly unknown: number;
  /** Of how many it has not answered yet. */
  readonly asked: number;
  /** About how many it is not asked, because there are too many. */
  readonly left: number;
};

export type Seen = { readonly name: string; readonly role: Role };

/** What it asks: which repositories are known, and what somebody's role in them is; null: the App is not installed there. */
export type AccessContext = {
  readonly store: { readonly board: Pick<Board, 'repositories'> };
  target(
    repository: string,
  ): Promise<{ readonly control: { readonly people: Pick<People, 'roleOf'> } } | null>;
};

/** Asks GitHub, and believes what it said for a short time. */
export function createAccess(context: AccessContext): Access {
  const roles = createRoles(context);
  const look = async (name: string, login: string, within: number | undefined) => {
    const role = roles.roleIn(name, login);
    // Who could not be told lately is told so at once, while it is asked again.
    const otherwise: 'asked' | null = roles.hasFailed(name, login) ? null : 'asked';
    return { name, role: within === undefined ? await role : await soon(role, within, otherwise) };
  };
  return {
    roleIn: (repository, login) => roles.roleIn(repository, login),
    seenBy: async (login, { within, named } = {}) => {
      const known = await context.store.board.repositories();
      const lastRole = (name: string) => roles.lastRole(name, login);
      const first = new Set(askedFirst(known, { login, named, lastRole }).slice(0, MOST_REPOSITORIES));
      const names = known.filter((name) => first.has(name));
      const found = await Promise.all(names.map((name) => look(name, login, within)));
      return {
        repositories: found.flatMap(({ name, role }) =>
          role !== null && role !== 'asked' && isAtLeast(role, 'viewer') ? [{ name, role }] : [],
        ),
        unknown: found.filter(({ role }) => role === null).length,
        asked: found.filter(({ role }) => role === 'asked').length,
        left: known.length - names.length,
      };
    },
  };
}

/** Each costs GitHub a request per person and ten minutes at least. */
const MOST_REPOSITORIES = 100;

type Roles = Pick<Access, 'roleIn'> & {
  /** What GitHub said last, however long ago; null: nothing. */
  lastRole(repository: string, login: string): Role | null;
  /** GitHub could not be asked the last time. */
  hasFailed(repository: string, login: string): boolean;
};

/** `at` is in milliseconds of the process's own clock. */
type Known = { readonly role: Role | null; readonly at: number };

function createRoles(context: AccessContext): Roles {
  /** What is known of each person, by repository; who was asked about longest ago comes first. */
  const people = new Map<string, Map<string, Known>>();
  const asking = new Map<string, Promise<Role | null>>();
  const remember = (repository: string, login: string, role: Role | null) => {
    const answers = people.get(login) ?? new Map<string, Known>();
    answers.set(repository, { role, at: performance.now() });
    people.delete(login);
    people.set(login, answers);
    const [oldest] = people.size > MOST_PEOPLE ? people.keys() : [];
    people.delete(oldest ?? '');
  };
  const ask = async (repository: string, login: string): Promise<Role | null> => {
    const role = await askRole(context, repository, login);
    asking.delete(keyOf(repository, login));
    if (role === 'unknown') {
      people.get(login)?.delete(repository);
      return 'none';
    }
    const known = role === 'away' ? 'none' : role;
    remember(repository, login, known);
    return known;
  };
  return {
    roleIn: async (repository, login) => {
      const answers = people.get(login);
      const { role: last = null, at = 0 } = answers?.get(repository) ?? {};
      const age = performance.now() - at;
      const fresh = last === 'none' ? REFUSED_MS : Math.max(FRESH_MS, (answers?.size ?? 0) * EACH_MS);
      if (last !== null && age < fresh) {
        return last;
      }
      const key = keyOf(repository, login);
      const answer = asking.get(key) ?? ask(repository, login);
      asking.set(key, answer);
      // An answer that is late would tell whom it is refused to that there is something to ask about.
      return last === 'none' || (last !== null && age < BELIEVED * fresh) ? last : answer;
    },
    lastRole: (repository, login) => people.get(login)?.get(repository)?.role ?? null,
    hasFailed: (repository, login) => people.get(login)?.get(repository)?.role === null,
  };
}

function keyOf(repository: string, login: string): string {
  return `${repository} ${login}`;
}

/** Milliseconds after which it is asked again by the way. */
const FRESH_MS = 30_000;

/**
 * The same for each repository about which somebody was asked: everybody may look at what is public, and however much
 * that is, one person has GitHub asked 600 times in an hour.
 */
const EACH_MS = 6_000;

/** So many times as long an answer holds: whoever loses access sees nothing new after that. */
const BELIEVED = 2;

/** Milliseconds for which GitHub is not asked again about who may not read: everybody with an account can sign in. */
const REFUSED_MS = 10 * 60_000;

/** People of whom something is known; of each about MOST_REPOSITORIES repositories. */
const MOST_PEOPLE = 100;

/** `unknown`: no such repository is known here; `away`: the App is not installed there now. */
async function askRole(
  context: AccessContext,
  repository: string,
  login: string,
): Promise<Role | 'unknown' | 'away' | null> {
  try {
    // Whoever asks for names at random must not make us ask GitHub for each.
    const known = await context.store.board.repositories();
    if (!known.includes(repository)) {
      return 'unknown';
    }
    const found = await context.target(repository);
    return found === null ? 'away' : roleOf(await found.control.people.roleOf(login));
  } catch {
    return null;
  }
}
