import { type NamedRepository, parseRepositoryName } from '../repository-name.ts';
import { isObject, type Member } from './member.ts';
import { meanings, REPOSITORY_NAMES } from './names.ts';

/**
 * The repositories that a payload names, in the ways in which models and GitHub write one, and the members that do not: what
 * can't be read as a repository stays among these.
 */
export function takeRepositories(members: readonly Member[]): {
  readonly named: readonly NamedRepository[];
  readonly rest: readonly Member[];
} {
  const owners = members.filter(({ name }) => meaningIn(name) === 'owner');
  const taken = new Set<Member>();
  const named = members.flatMap((member) => {
    if (meaningIn(member.name) !== 'repository') return [];
    const owner = owners.find(({ at }) => isBeside(at, member.at));
    const whole = repositoryIn(member.value);
    const found = whole ?? (owner === undefined ? null : joined(ownerIn(owner.value), member.value));
    if (found === null) return [];
    taken.add(member);
    // Beside a whole name it says the same once more, or something else that is told as passed over.
    if (owner !== undefined && isOwnerOf(found.name, ownerIn(owner.value))) taken.add(owner);
    return [{ ...found, at: member.at }];
  });
  return { named, rest: members.filter((member) => !taken.has(member)) };
}

/**
 * The repository that stands beside a patch, and the payload without it; where more is said than its name, that stays there, to
 * be compared or told where the patch is read.
 */
export function takeRepository(payload: unknown): { readonly payload: unknown; readonly named?: string } {
  if (!isObject(payload)) return { payload };
  const members = Object.entries(payload).map(([name, value]: [string, unknown]) => ({
    name,
    value,
    at: [name],
  }));
  const { named, rest } = takeRepositories(members);
  const [first, ...others] = named;
  if (first === undefined) return { payload };
  const isAll = others.length === 0 && first.branch === undefined;
  return {
    payload: isAll ? Object.fromEntries(rest.map(({ name, value }) => [name, value])) : payload,
    named: first.name,
  };
}

const meaningIn = meanings(REPOSITORY_NAMES);

type Found = Pick<NamedRepository, 'name' | 'branch'>;

function repositoryIn(value: unknown): Found | null {
  if (typeof value === 'string') return parseRepositoryName(value);
  if (!isObject(value)) return null;
  const members = new Map(
    Object.entries(value).map(([name, member]: [string, unknown]) => [partIn(name), member]),
  );
  const whole = [members.get('whole'), members.get('address')].flatMap((one) =>
    typeof one === 'string' ? (parseRepositoryName(one) ?? []) : [],
  );
  return whole[0] ?? joined(ownerIn(members.get('owner')), members.get('name'));
}

const partIn = meanings({
  whole: ['full name', 'name with owner'],
  address: ['url', 'html url', 'clone url', 'ssh url', 'git url'],
  owner: ['owner', 'org', 'organization'],
  name: ['name', 'repo', 'repository'],
});

/** GitHub has it as an object with a `login`, or in the event of a push with a `name`. */
function ownerIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const { login, name } = Object.fromEntries<unknown>(Object.entries(value));
  return typeof login === 'string' ? login : typeof name === 'string' ? name : null;
}

function joined(owner: string | null, name: unknown): Found | null {
  return owner === null || typeof name !== 'string'
    ? null
    : parseRepositoryName(`${owner.trim()}/${name.trim()}`);
}

function isOwnerOf(name: string, owner: string | null): boolean {
  return owner !== null && name.toLowerCase().startsWith(`${owner.trim().toLowerCase()}/`);
}

function isBeside(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.slice(0, -1).every((key, index) => key === other[index]);
}
